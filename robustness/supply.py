"""What ilkit brings along when it is installed: every dependency with its licence, and a bill of materials (CycloneDX).

    python -m robustness.supply                      # what `pip install ilkit` brings
    python -m robustness.supply --extras plots,export --sbom sbom.json

It reads the environment that it runs in, needs `cyclonedx-bom` for the bill, and fails where a licence is unknown or asks
for more than ilkit's own MIT licence can promise.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pandas as pd
from packaging.requirements import Requirement

COMPATIBLE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Zlib|Unlicense|0BSD|MPL|Mozilla|HPND|PIL|CC0", re.IGNORECASE
)
STRICT = re.compile(r"(?<!L)(?<!Lesser )\bA?GPL|Affero|(?<!Lesser )General Public", re.IGNORECASE)


def dependencies(name: str, extras: Iterable[str]) -> Iterator[Distribution]:
    """Yield a package and all that it needs in this environment, each once."""
    seen: set[str] = set()
    waiting = [(name, frozenset(extras))]
    while waiting:
        wanted, asked = waiting.pop()
        key = re.sub(r"[-_.]+", "-", wanted).lower()
        if key in seen:
            continue
        seen.add(key)
        try:
            found = distribution(wanted)
        except PackageNotFoundError:
            continue
        yield found
        for text in found.requires or []:
            requirement = Requirement(text)
            if requirement.marker is None or any(requirement.marker.evaluate({"extra": extra}) for extra in {"", *asked}):
                waiting.append((requirement.name, frozenset(requirement.extras)))


def licence_of(found: Distribution) -> str:
    """Return the licence that a package states: its expression, else its classifiers, else the first line of its text."""
    metadata = found.metadata
    if expression := metadata.get("License-Expression"):
        return str(expression)
    classified = [text.split("::")[-1].strip() for text in metadata.get_all("Classifier") or [] if text.startswith("License ::")]
    return "; ".join(classified) or str(metadata.get("License") or "").split("\n")[0][:60]


def table(extras: list[str]) -> pd.DataFrame:
    """Return one row per package: name, version, licence, and whether it is compatible."""
    rows = [(found.metadata["Name"], found.version, licence_of(found)) for found in dependencies("ilkit", extras)]
    listed = pd.DataFrame(rows, columns=["package", "version", "licence"]).sort_values(
        "package", key=lambda names: names.str.lower()
    )
    free = listed["licence"].map(lambda text: bool(COMPATIBLE.search(text)) and not STRICT.search(text))
    return listed.assign(compatible=free).reset_index(drop=True)


def write_bill(path: Path) -> None:
    """Write what is installed in this environment as a CycloneDX bill of materials."""
    command = [
        sys.executable,
        "-m",
        "cyclonedx_py",
        "environment",
        sys.executable,
        "--output-reproducible",
        "--output-file",
        str(path),
    ]
    subprocess.run(command, check=True)


def main() -> int:
    """Print the table; return 1 where a licence is not compatible."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--extras", type=lambda text: [name for name in text.split(",") if name], default=[])
    parser.add_argument("--sbom", type=Path, help="where to write the bill of materials")
    given = parser.parse_args()
    listed = table(given.extras)
    print(listed.to_string(index=False))
    strange = listed[~listed["compatible"]]
    print(f"\n{len(listed)} packages, {len(strange)} with a licence that is unknown or not compatible.")
    if given.sbom:
        write_bill(given.sbom)
        print(f"bill of materials: {given.sbom}")
    return int(len(strange) > 0)


if __name__ == "__main__":
    sys.exit(main())
