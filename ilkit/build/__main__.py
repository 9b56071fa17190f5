"""Build a dataset version: ``python -m ilkit.build --sources ../shared/sources --version 2026.11.0``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ilkit.build.checks import check_tables
from ilkit.build.pipeline import build_tables
from ilkit.build.release import check_target, write_release
from ilkit.errors import IlkitError

CHECKOUT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the build; return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        check_target(options.version, options.out)
        built = build_tables(options.sources, options.curated, _progress)
        check_tables(built.tables, built.curated.get("exemptions"))
        folder = write_release(built, options.version, options.out, _about(options.version, built.curated))
    except ModuleNotFoundError as missing:
        print(f"error: a build needs {missing.name}: pip install 'ilkit[build]'", file=sys.stderr)
        return 1
    except IlkitError as problem:
        print(f"error: {problem}", file=sys.stderr)
        return 1
    rows = sum(map(len, built.tables.values()))
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"{options.version}: {len(built.tables)} tables, {rows:,} rows, {size:,} bytes in {folder}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ilkit.build", description=__doc__)
    parser.add_argument("--sources", type=Path, required=True, help="folder of raw sources, one folder each")
    parser.add_argument("--version", required=True, help="version to build, such as 2026.11.0")
    parser.add_argument("--out", type=Path, default=CHECKOUT / "data" / "parquet", help="folder of versions to write into")
    parser.add_argument("--curated", type=Path, default=CHECKOUT / "data" / "curated", help="folder of curated CSV files")
    return parser


def _about(version: str, curated: dict) -> dict[str, str]:  # type: ignore[type-arg]
    """Return release date and summary from the curated list of releases."""
    releases = curated["releases"].set_index("version") if "releases" in curated else None
    if releases is not None and version in releases.index:
        return {"released": releases.loc[version, "released"], "summary": releases.loc[version, "summary"]}
    year, month, _ = version.split(".")
    return {"released": f"{year}-{int(month):02d}-01", "summary": "Build that is not in the list of releases."}


def _progress(steps: Iterable[str], total: int) -> Iterator[str]:
    """Show a bar on the terminal while the steps are done."""
    from tqdm import tqdm

    with tqdm(
        total=total, unit="step", file=sys.stderr, bar_format="{l_bar}{bar}| {n_fmt}/{total_fmt} [{elapsed}] {postfix}"
    ) as bar:
        for step in steps:
            bar.set_postfix_str(step)
            yield step
            bar.update()


if __name__ == "__main__":
    sys.exit(main())
