"""How many wrong edits of the code the tests notice: mutmut on the modules that decide what is right.

    python -m robustness.mutants                                # a sample of each module
    python -m robustness.mutants ilkit/catalog.py --sample 0    # every mutant of one module

It needs the extra `robustness`, works in a copy of the project, and prints one row per module and the survivors.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
COPIED = ("ilkit", "tests", "data", "robustness", "CHANGELOG.md", "pyproject.toml")
MODULES = {
    "ilkit/names.py": ("tests/test_names.py", ""),
    "ilkit/comparison.py": ("tests/test_comparison.py", "not versions_are_given and not version_that_is_none"),
    "ilkit/catalog.py": ("tests/test_catalog.py", ""),
    "ilkit/build/checks.py": (
        "tests/build/test_checks.py",
        "not wrong_edit and not released_tables and not every_released and not excuses and not cycle_in and not twenty_rows",
    ),
}
"""Which tests are asked about which module, and which of them, as pytest's -k: those that check whole versions take too long."""
SEED = 7
CAUGHT = ("killed", "timeout")
LEAST = 0.85


def set_up(folder: Path, module: str) -> None:
    """Copy the project into `folder`, with the settings of mutmut for one module."""
    for name in COPIED:
        source = PROJECT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, folder / name)
    tests, these = MODULES[module]
    settings = {
        "source_paths": ["ilkit"],
        "only_mutate": [module],
        "also_copy": ["data", "robustness", "CHANGELOG.md"],
        "pytest_add_cli_args": ["-p", "robustness.fresh", "--hypothesis-profile=mutants", "-k", these],
        "pytest_add_cli_args_test_selection": [tests],
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n".join(["\n[tool.mutmut]", *lines, ""]))


def mutants_of(folder: Path, module: str) -> list[str]:
    """Return the names of all mutants of a module."""
    from mutmut.configuration import reset_config
    from mutmut.mutation.file_mutation import mutate_file_contents
    from mutmut.utils.format_utils import get_mutant_name

    with contextlib.chdir(folder):
        reset_config()
        found = mutate_file_contents(module, Path(module).read_text("utf-8")).mutant_names
    return [get_mutant_name(Path(module), name) for name in found]


def outcomes(folder: Path, module: str, chosen: list[str], children: int) -> dict[str, str]:
    """Run the chosen mutants and return what became of each."""
    from mutmut.stats import status_by_exit_code

    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(children), *chosen]
    with (folder / "log.txt").open("w", encoding="utf-8") as log:
        subprocess.run(command, cwd=folder, check=True, stdout=log, stderr=subprocess.STDOUT)
    codes = json.loads((folder / "mutants" / f"{module}.meta").read_text("utf-8"))["exit_code_by_key"]
    return {name: status_by_exit_code[codes[name]] for name in chosen}


def show(folder: Path, names: list[str]) -> None:
    """Print the diffs of mutants."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    with contextlib.chdir(folder):
        for name in names:
            print(f"\n{name}\n{get_diff_for_mutant(name)}")


def main() -> int:
    """Print one row per module and the mutants that no test noticed; return 1 where fewer than 85 % were killed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("modules", nargs="*", default=list(MODULES), help=f"of {', '.join(MODULES)}")
    parser.add_argument("--sample", type=int, default=120, help="mutants to draw per module; 0 for all")
    parser.add_argument("--children", type=int, default=os.cpu_count())
    given = parser.parse_args()
    if unknown := [module for module in given.modules if module not in MODULES]:
        parser.error(f"{unknown[0]} has no tests of its own here: expected {', '.join(MODULES)}")
    shares = []
    print(f"{'module':24}{'mutants':>9}{'tried':>7}{'killed':>8}{'timeout':>9}{'survived':>10}{'other':>7}{'share':>7}")
    for module in given.modules:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            set_up(folder, module)
            every = mutants_of(folder, module)
            chosen = random.Random(SEED).sample(every, given.sample) if 0 < given.sample < len(every) else every
            found = outcomes(folder, module, chosen, given.children)
            left = [mutant for mutant, outcome in found.items() if outcome not in CAUGHT]
            shares.append(1 - len(left) / len(found))
            count = Counter(found.values())
            other = len(left) - count["survived"]
            print(
                f"{module:24}{len(every):9}{len(found):7}{count['killed']:8}{count['timeout']:9}{count['survived']:10}"
                f"{other:7}{shares[-1]:7.0%}",
                flush=True,
            )
            show(folder, left)
    return int(min(shares) < LEAST)


if __name__ == "__main__":
    sys.exit(main())
