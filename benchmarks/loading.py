"""Ratios of ilkit to pandas, in one run: import, first load in a process, warm load, filtered load.

    .venv/bin/python benchmarks/loading.py

Times of processes are medians over runs that take turns, so that a busy machine slows both sides alike.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import pandas as pd

import ilkit

RUNS = 15
TABLES = ("functions", "variants", "term_ancestors", "interleukins")


def seconds(code: str) -> float:
    """Return what a fresh process measures for the part of `code` between the two marks."""
    program = f"import time\n{code.replace('START', 'start = time.perf_counter()')}\nprint(time.perf_counter() - start)"
    return float(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)


def processes(ours: str, theirs: str) -> tuple[float, float]:
    """Return the medians of two programs, run by turns."""
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(RUNS)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def calls(ours: Callable[[], object], theirs: Callable[[], object], repeats: int = 60) -> tuple[float, float]:
    """Return the medians of two calls in this process, made by turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(repeats):
        for place, call in enumerate((ours, theirs)):
            start = time.perf_counter()
            call()
            times[place].append(time.perf_counter() - start)
    return statistics.median(times[0]), statistics.median(times[1])


def main() -> None:
    """Measure and print the table of ratios."""
    rows = [("import", "pandas", 1.10, *processes("START\nimport ilkit", "START\nimport pandas"))]
    for table in TABLES:
        path = str(ilkit.path(table))
        ours = f"import ilkit, pandas\nSTART\nilkit.load({table!r})"
        theirs = f"import ilkit, pandas\nSTART\npandas.read_parquet({path!r})"
        rows.append((f"first load of {table}", "pandas.read_parquet", 1.50, *processes(ours, theirs)))
    for table in TABLES:
        path = str(ilkit.path(table))
        pair = calls(lambda table=table: ilkit.load(table), lambda path=path: pd.read_parquet(path))
        rows.append((f"warm load of {table}", "pandas.read_parquet", 0.25, *pair))
    path = str(ilkit.path("functions"))
    pair = calls(lambda: ilkit.load("functions", gene="IL6"), lambda: pd.read_parquet(path, filters=[("symbol", "==", "IL6")]))
    rows.append(("warm load of functions, gene=IL6", "pandas.read_parquet, filters", None, *pair))
    print(f"pandas {pd.__version__}, ilkit {ilkit.__version__}, medians of {RUNS} processes or 60 calls")
    print(f"{'what':36} {'against':30} {'ilkit':>10} {'other':>10} {'ratio':>6} {'wanted':>7}")
    for what, against, wanted, ours_s, theirs_s in rows:
        limit = f"≤ {wanted:.2f}" if wanted else ""
        print(f"{what:36} {against:30} {ours_s * 1e3:7.2f} ms {theirs_s * 1e3:7.2f} ms {ours_s / theirs_s:6.2f} {limit:>7}")


if __name__ == "__main__":
    main()
