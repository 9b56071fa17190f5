"""Made data for the benchmarks: a long table of genes, samples and values, and the mapping table of exact symbols."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

import ilkit

DISTINCT = 20_000
ALIASES = 400
ROW_GROUP = 1_000_000
SEED = 20261125


def names() -> list[str]:
    """Return the distinct names: every approved symbol of the release, some of its aliases, and symbols of no gene."""
    approved = ilkit.load("genes")["symbol"].tolist()
    aliases = ilkit.load("aliases")
    own = aliases[(aliases["entity_type"] == "gene") & aliases["blocked_by"].isna() & ~aliases["ambiguous"]]
    found = ilkit.resolve(own["alias"].unique())
    alone = found.loc[(found["status"] == "matched") & ~found["query"].isin(approved), "query"]
    known = [*approved, *alone.sample(ALIASES, random_state=SEED)]
    return known + [f"MADE{number}" for number in range(DISTINCT - len(known))]


def mapping() -> pd.DataFrame:
    """Return what others join to: the approved symbols with the columns that `annotate` adds by default."""
    found = ilkit.resolve(ilkit.load("genes")["symbol"]).drop_duplicates("position")
    columns = ["il_id", "hgnc_id", "symbol", "status"]
    return found[["query", *columns]].rename(columns={"query": "gene", **{name: f"their_{name}" for name in columns}})


def write(path: Path, rows: int) -> None:
    """Write a Parquet file of `rows` rows in row groups; names are drawn evenly."""
    random = np.random.default_rng(SEED)
    distinct = pa.array(names())
    schema = pa.schema({"gene": pa.string(), "sample": pa.int32(), "log2_fold_change": pa.float64()})
    with pq.ParquetWriter(path, schema, compression="zstd") as file:
        for start in range(0, rows, ROW_GROUP):
            size = min(ROW_GROUP, rows - start)
            columns = [
                distinct.take(pa.array(random.integers(0, DISTINCT, size))),
                pa.array((np.arange(start, start + size) // DISTINCT).astype("int32")),
                pa.array(random.normal(0, 2, size).round(2)),
            ]
            file.write_table(pa.table(columns, schema=schema))


def prepare(folder: Path, rows: int) -> None:
    """Write the mapping table, and a file of few rows on which every case runs once before it is measured."""
    mapping().to_parquet(folder / "mapping.parquet", index=False)
    write(folder / f"{rows}.parquet", rows)
