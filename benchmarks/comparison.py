"""Ratios of `diff` to a full join and a comparison of its cells by others, in one run on made data.

    python -m benchmarks.comparison                # 100,000 and 1,000,000 rows
    python -m benchmarks.comparison --rows 1e5

Run it from the root of the repository. The tables have a key of five texts, two of them with nulls, in another order on
each side; 2 % of the rows are removed, 2 % added, and 5 % have another number. Figures are medians of runs by turns. The
others find the same rows, and list the rows that they find; they know neither schemas nor cells.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import statistics
import time
from collections.abc import Callable

import duckdb
import numpy as np
import pandas as pd
import polars as pl

from ilkit.comparison import Side, compared

KEY = ["gene", "term", "qualifier", "source", "reference"]
VALUES = ["value", "count"]
SEED = 20261125
RUNS = 7


def made(rows: int) -> pd.DataFrame:
    """Return a table of `rows` rows, no two of them with one key."""
    random, number = np.random.default_rng(SEED), pd.Series(np.arange(rows))
    frame = pd.DataFrame(
        {
            "gene": "HGNC:" + (number % 9973).astype("str"),
            "term": "GO:" + (number // 9973).astype("str"),
            "qualifier": pd.Series(random.choice(["part_of", "enables", "involved_in"], rows)),
            "source": pd.Series(random.choice(["one", "two"], rows)),
            "reference": "PMID:" + pd.Series(random.integers(0, 30_000, rows)).astype("str"),
            "value": random.normal(size=rows).round(3),
            "count": pd.array(random.integers(0, 99, rows), dtype="Int64"),
        }
    )
    frame["reference"] = frame["reference"].mask(random.random(rows) < 0.3)
    frame["qualifier"] = frame["qualifier"].mask(random.random(rows) < 0.1)
    return frame


def newer(old: pd.DataFrame) -> pd.DataFrame:
    """Return another state of a table."""
    few = len(old) // 50
    kept = old.iloc[few:].assign(value=lambda rows: rows["value"].where(np.arange(len(rows)) % 20 > 0, -100))
    added = old.iloc[:few].assign(gene=lambda rows: rows["gene"] + "0000")
    return pd.concat([kept, added]).sample(frac=1, random_state=SEED).reset_index(drop=True)


def by_pandas(old: pd.DataFrame, new: pd.DataFrame) -> int:
    """Merge with an indicator, in which nulls are equal, then compare the cells."""
    both = old.merge(new, on=KEY, how="outer", suffixes=("_old", "_new"), indicator=True)
    same = both[both["_merge"] == "both"]
    cells = [same[[f"{name}_{age}" for name in VALUES]].set_axis(VALUES, axis=1) for age in ("old", "new")]
    return len(both[both["_merge"] != "both"]) + len(cells[0].compare(cells[1]))


def by_polars(old: pl.DataFrame, new: pl.DataFrame) -> int:
    """Join what is alone on either side, then filter what differs in the cells."""
    alone = [a.join(b, on=KEY, how="anti", nulls_equal=True) for a, b in ((old, new), (new, old))]
    both = old.join(new, on=KEY, nulls_equal=True, suffix="_new")
    differs = pl.any_horizontal(pl.col(name).ne_missing(pl.col(f"{name}_new")) for name in VALUES)
    return sum(map(len, alone)) + len(both.filter(differs))


def by_duckdb(old: pd.DataFrame, new: pd.DataFrame) -> int:
    """Join in full by keys that are not distinct from each other, and keep the rows that differ."""
    keys = " AND ".join(f"old.{name} IS NOT DISTINCT FROM new.{name}" for name in KEY)
    cells = " OR ".join(f"old.{name} IS DISTINCT FROM new.{name}" for name in VALUES)
    alone = "old.gene IS NULL OR new.gene IS NULL"
    return len(duckdb.sql(f"SELECT * FROM old FULL JOIN new ON {keys} WHERE {alone} OR {cells}").df())


def by_ilkit(old: Side, new: Side) -> int:
    """List all changes."""
    return len(compared(old, new))


def medians(calls: dict[str, Callable[[], int]]) -> dict[str, float]:
    """Return the median seconds of calls that take turns, once they were found to agree."""
    found = {name: call() for name, call in calls.items()}
    if len(set(found.values())) > 1:
        raise RuntimeError(f"The engines do not agree on the number of differences: {found}.")
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(RUNS):
        for name, call in calls.items():
            start = time.perf_counter()
            call()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(several) for name, several in times.items()}


def main() -> None:
    """Measure and print the table of ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=lambda text: int(float(text)), nargs="+", default=[100_000, 1_000_000])
    sizes = parser.parse_args().rows
    print(", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("pandas", "polars", "duckdb")))
    print(f"{'rows':>10}  {'against':24} {'ilkit':>8} {'other':>8} {'ratio':>6}")
    for rows in sizes:
        old = made(rows)
        new = newer(old)
        sides = [Side(frame, {name: str(frame[name].dtype) for name in frame}, KEY) for frame in (old, new)]
        frames = [pl.from_pandas(frame) for frame in (old, new)]
        calls = {
            "ilkit": lambda sides=sides: by_ilkit(*sides),
            "pandas merge, compare": lambda old=old, new=new: by_pandas(old, new),
            "Polars anti-joins, join": lambda frames=frames: by_polars(*frames),
            "DuckDB full join": lambda old=old, new=new: by_duckdb(old, new),
        }
        ours, *others = medians(calls).items()
        for name, seconds in others:
            print(f"{rows:10,}  {name:24} {ours[1]:6.3f} s {seconds:6.3f} s {ours[1] / seconds:6.2f}")


if __name__ == "__main__":
    main()
