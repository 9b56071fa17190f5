"""Ratios of `annotate` and `resolve` to plain joins on exact symbols, in one run on made data.

    python -m benchmarks.annotation                       # 10 M rows, 100 M from files, about half an hour
    python -m benchmarks.annotation --rows 1e6            # a tenth of it, some minutes
    python -m benchmarks.annotation --plot growth.png     # with the plot of growth

Run it from the root of the repository, on Linux. Every figure is the median over fresh processes that take turns, so that
a busy machine slows both sides alike. The joins know no aliases: their mapping table holds the approved symbols only.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.metadata
import importlib.util
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from benchmarks import made
from benchmarks.cases import TINY

ENGINES = {"Polars": "polars", "DuckDB": "duckdb", "Spark": "pyspark", "Dask": "dask"}
GROWTH = ("pandas str", "Polars", "DuckDB file to file")
LARGE = 30_000_000
LARGE_TURNS = 3
NAMES = 1_000_000


@dataclass(frozen=True)
class Comparison:
    """One row of the table: a case of ours, one of theirs, the number of rows, and the wanted ratio or seconds."""

    what: str
    ours: str
    theirs: str | None
    rows: int
    wanted: str = ""

    @property
    def cases(self) -> list[str]:
        """Names in `benchmarks.cases`."""
        return [f"{self.what}: {side}" for side in (self.ours, self.theirs) if side]

    @property
    def missing(self) -> list[str]:
        """Engines that this comparison needs and that are not installed."""
        words = " ".join(self.cases)
        missing = [name for name, module in ENGINES.items() if name in words and importlib.util.find_spec(module) is None]
        return [*missing, "Java"] if "Spark" in words and shutil.which("java") is None else missing


@dataclass(frozen=True)
class Figures:
    """Medians of one case."""

    seconds: float
    extra: float | None
    peak: float


def comparisons(rows: int) -> list[Comparison]:
    """Return the rows of the table; files hold ten times the rows of frames."""
    several = [
        ("pandas str", "DataFrame.merge", "ratio ≤ 0.20, extra ≤ 1"),
        ("pandas str", "Series.map, four dicts", ""),
        ("pandas str", "DuckDB join to pandas", ""),
        ("pandas category", "DataFrame.merge", ""),
        ("pandas category", "Series.map, four dicts", ""),
        ("Polars", "DataFrame.join", "ratio ≤ 1.50"),
        ("Arrow", "Table.join", ""),
        ("Arrow", "DuckDB join to Arrow", ""),
        ("Spark file", "broadcast join", ""),
        ("Dask file", "DataFrame.merge", ""),
    ]
    return [
        *(Comparison(what, "annotate", theirs, rows, wanted) for what, theirs, wanted in several),
        Comparison("DuckDB file to file", "annotate", "LEFT JOIN", 10 * rows, "peak ≤ 2 GB"),
        Comparison("Polars file to file", "annotate", "LazyFrame.join", 10 * rows),
        Comparison("names in a Series", "resolve", "Series.map, one dict", NAMES, "≤ 0.5 s"),
        Comparison("names in a list", "resolve", "Series.map, one dict", NAMES, "≤ 0.5 s"),
        Comparison("one name, warm", "resolve", None, TINY, "≤ 1 ms"),
        Comparison("one name, first in the process", "resolve", None, TINY),
        Comparison("sha256 of every table", "hashlib", "first load", TINY),
    ]


def growth(rows: int) -> list[Comparison]:
    """Return the comparisons of the plot: from 10,000 rows to ten times `rows`, by tens."""
    theirs = {"pandas str": "DataFrame.merge", "Polars": "DataFrame.join", "DuckDB file to file": "LEFT JOIN"}
    steps = [10**power for power in range(4, 10) if 10**power <= 10 * rows]
    return [Comparison(what, "annotate", theirs[what], step) for step in steps for what in GROWTH]


def measured(case: str, folder: Path, rows: int) -> dict[str, float] | None:
    """Return what a fresh process measures, nothing where it ran out of memory."""
    command = [sys.executable, "-m", "benchmarks.cases", case, str(folder), str(rows)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode == -9 or "MemoryError" in done.stderr:
        return None
    if done.returncode:
        raise RuntimeError(f"{case}, {rows:,} rows:\n{done.stderr}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def schedule(compared: list[Comparison], points: list[Comparison], turns: int) -> list[tuple[str, int]]:
    """Return what is run, in order: each size by itself, its cases by turns; few turns of the large sizes."""
    often = dict.fromkeys(((case, each.rows) for each in points for case in each.cases), 1)
    often |= dict.fromkeys(((case, each.rows) for each in compared for case in each.cases), LARGE_TURNS)
    often = {job: min(turns, times) if job[1] >= LARGE else turns for job, times in often.items()}
    every = [(rows, turn, case) for (case, rows), times in often.items() for turn in range(times)]
    return [(case, rows) for rows, _, case in sorted(every)]


def run(jobs: list[tuple[str, int]], folder: Path) -> dict[tuple[str, int], Figures]:
    """Measure the jobs and return the medians; Ctrl-C ends it with what there is; what runs out of memory is left out."""
    results: dict[tuple[str, int], list[dict[str, float]]] = {}
    with contextlib.suppress(KeyboardInterrupt), tqdm(jobs, unit="run", file=sys.stderr) as bar:
        for case, rows in bar:
            bar.set_description(f"{case}, {rows:,} rows")
            path = folder / f"{rows}.parquet"
            if not path.exists():
                for old in set(folder.glob("[0-9]*.parquet")) - {folder / f"{TINY}.parquet"}:
                    old.unlink()
                made.write(path, rows)
            if (figures := measured(case, folder, rows)) is not None:
                results.setdefault((case, rows), []).append(figures)
    return {job: medians(several) for job, several in results.items()}


def medians(results: list[dict[str, float]]) -> Figures:
    """Return the medians of several measurements of one case."""
    seconds, extra, peak = (
        None if results[0][name] is None else statistics.median(each[name] for each in results)
        for name in ("seconds", "extra", "peak")
    )
    return Figures(seconds, extra, peak)


def table(wanted: list[Comparison], found: dict[tuple[str, int], Figures]) -> str:
    """Return the comparisons as a table in Markdown."""
    lines = [
        "| what | rows | ilkit | other | other is | ratio | memory, ilkit | memory, other | wanted |",
        "|---|--:|--:|--:|---|--:|--:|--:|---|",
    ]
    for each in wanted:
        figures = [found.get((case, each.rows)) for case in each.cases]
        ours, theirs = figures if each.theirs else (*figures, None)
        ratio = f"{ours.seconds / theirs.seconds:.2f}" if ours and theirs else ""
        times = [seconds_as_text(side) for side in (ours, theirs)]
        used = [memory_as_text(each, side) for side in (ours, theirs)]
        what = f"{each.what}: {each.ours}" if each.ours != "annotate" else each.what
        rows = "" if each.rows == TINY else f"{each.rows:,}"
        lines.append(f"| {' | '.join([what, rows, *times, each.theirs or '', ratio, *used, each.wanted])} |")
    return "\n".join(lines)


def seconds_as_text(figures: Figures | None) -> str:
    """Return seconds or milliseconds with three digits."""
    if figures is None:
        return ""
    return f"{figures.seconds:.3g} s" if figures.seconds >= 0.1 else f"{figures.seconds * 1e3:.3g} ms"


def memory_as_text(each: Comparison, figures: Figures | None) -> str:
    """Return the extra memory of a frame, and the high-water mark of a process that goes from file to file."""
    if figures is None or each.rows == TINY or "Spark" in each.what:
        return ""
    if figures.extra is not None:
        return f"+{figures.extra:.2f} ×"
    return f"{figures.peak / 1e9:.2f} GB" if "file" in each.what else ""


def versions() -> str:
    """Return the versions of everything that takes part."""
    names = ("pandas", "pyarrow", "narwhals", "polars", "duckdb", "pyspark", "dask")
    here = [name for name in names if importlib.util.find_spec(name)]
    return ", ".join([f"Python {sys.version.split()[0]}", *(f"{name} {importlib.metadata.version(name)}" for name in here)])


def main() -> None:
    """Measure and print the table; draw the plot where one is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=lambda text: int(float(text)), default=10_000_000, help="rows of a frame in memory")
    parser.add_argument("--turns", type=int, default=5, help="processes per case")
    parser.add_argument("--plot", type=Path, help="where to save the plot of growth, as PNG")
    given = parser.parse_args()
    every = comparisons(given.rows)
    here = [each for each in every if not each.missing]
    points = [each for each in growth(given.rows) if not each.missing] if given.plot else []
    with tempfile.TemporaryDirectory(prefix="ilkit-benchmark-") as folder:
        made.prepare(Path(folder), TINY)
        found = run(schedule(here, points, given.turns), Path(folder))
    few = min(given.turns, LARGE_TURNS)
    print(f"{versions()}; medians of {given.turns} processes, of {few} from {LARGE:,} rows (of 1 in the plot alone).\n")
    print(table(here, found))
    for each in every:
        if each.missing:
            print(f"\nSkipped: {each.what} against {each.theirs}, for want of {' and '.join(each.missing)}.")
    if given.plot:
        from benchmarks.growth import draw

        draw(points, {key: figures.seconds for key, figures in found.items()}, given.plot)


if __name__ == "__main__":
    main()
