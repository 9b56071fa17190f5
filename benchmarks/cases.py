"""What is measured: one case in one process, which prints its seconds and its memory as JSON.

python -m benchmarks.cases "pandas str: annotate" FOLDER ROWS
"""

from __future__ import annotations

import ctypes
import gc
import hashlib
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

import ilkit

TINY = 1_000
MEMORY_LIMIT = "2GB"


@dataclass(frozen=True)
class Case:
    """What is there before the clock runs, what is timed, and how often within the process."""

    load: Callable[[Path], Any]
    run: Callable[[Any], object]
    repeats: int = 1
    warm: bool = True


def mapping(path: Path) -> Path:
    """Return the mapping table of exact symbols that lies beside a file."""
    return path.with_name("mapping.parquet")


def pandas_str(path: Path) -> dict[str, Any]:
    return {"frame": pd.read_parquet(path), "mapping": pd.read_parquet(mapping(path))}


def pandas_category(path: Path) -> dict[str, Any]:
    given = pandas_str(path)
    return {**given, "frame": given["frame"].astype({"gene": "category"})}


def arrow(path: Path) -> dict[str, Any]:
    few = pq.read_table(mapping(path))
    return {"frame": pq.read_table(path), "mapping": few.cast(pa.schema([(name, pa.string()) for name in few.column_names]))}


def polars(path: Path) -> dict[str, Any]:
    import polars as pl

    return {"frame": pl.read_parquet(path), "mapping": pl.read_parquet(mapping(path))}


def polars_lazy(path: Path) -> dict[str, Any]:
    import polars as pl

    return {"frame": pl.scan_parquet(path), "mapping": pl.scan_parquet(mapping(path)), "out": path.with_name("out.parquet")}


def duckdb_lazy(path: Path) -> dict[str, Any]:
    import duckdb

    connection = duckdb.connect(config={"memory_limit": MEMORY_LIMIT, "temp_directory": str(path.parent / "spill")})
    connection.read_parquet(str(mapping(path))).create("mapping")
    return {"frame": connection.read_parquet(str(path)), "out": str(path.with_name("out.parquet")), "connection": connection}


def spark(path: Path) -> dict[str, Any]:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false").config("spark.driver.memory", "4g")
    session = builder.config("spark.local.dir", str(path.parent)).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return {"frame": session.read.parquet(str(path)), "mapping": session.read.parquet(str(mapping(path)))}


def dask(path: Path) -> dict[str, Any]:
    import dask.dataframe as dd

    return {"frame": dd.read_parquet(path, split_row_groups=1), "mapping": pd.read_parquet(mapping(path))}


def series(path: Path) -> dict[str, Any]:
    few = pd.read_parquet(mapping(path)).set_index("gene")["their_hgnc_id"].to_dict()
    return {"frame": pd.read_parquet(path, columns=["gene"])["gene"], "mapping": few}


def texts(path: Path) -> dict[str, Any]:
    given = series(path)
    return {**given, "frame": given["frame"].tolist()}


def annotate(given: dict[str, Any]) -> Any:
    return ilkit.annotate(given["frame"], on="gene")


def merge(given: dict[str, Any]) -> Any:
    return given["frame"].merge(given["mapping"], on="gene", how="left")


def map_columns(given: dict[str, Any]) -> Any:
    few = given["mapping"].set_index("gene")
    return given["frame"].assign(**{name: given["frame"]["gene"].map(few[name].to_dict()) for name in few.columns})


def join_polars(given: dict[str, Any]) -> Any:
    return given["frame"].join(given["mapping"], on="gene", how="left")


def join_arrow(given: dict[str, Any]) -> Any:
    return given["frame"].join(given["mapping"], keys="gene", join_type="left outer")


def join_duckdb(given: dict[str, Any]) -> Any:
    import duckdb

    connection = duckdb.connect()
    connection.register("own", given["frame"])
    connection.register("mapping", given["mapping"])
    return connection.sql("SELECT * FROM own LEFT JOIN mapping USING (gene)")


def join_spark(given: dict[str, Any]) -> Any:
    from pyspark.sql.functions import broadcast

    return given["frame"].join(broadcast(given["mapping"]), on="gene", how="left")


def count_dask(frame: Any) -> Any:
    """Compute every column of a Dask frame, a partition at a time, and keep only the number of rows."""
    return frame.map_partitions(len).sum().compute()


def write_spark(frame: Any) -> None:
    """Compute every column of a Spark frame and throw it away."""
    frame.write.format("noop").mode("overwrite").save()


def sha256_of_tables(paths: list[Path]) -> list[str]:
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]


def nothing(path: Path) -> dict[str, Any]:
    return {}


CASES = {
    "pandas str: annotate": Case(pandas_str, annotate),
    "pandas str: DataFrame.merge": Case(pandas_str, merge),
    "pandas str: Series.map, four dicts": Case(pandas_str, map_columns),
    "pandas str: DuckDB join to pandas": Case(pandas_str, lambda given: join_duckdb(given).df()),
    "pandas category: annotate": Case(pandas_category, annotate),
    "pandas category: DataFrame.merge": Case(pandas_category, merge),
    "pandas category: Series.map, four dicts": Case(pandas_category, map_columns),
    "Arrow: annotate": Case(arrow, annotate),
    "Arrow: Table.join": Case(arrow, join_arrow),
    "Arrow: DuckDB join to Arrow": Case(arrow, lambda given: join_duckdb(given).to_arrow_table()),
    "Polars: annotate": Case(polars, annotate),
    "Polars: DataFrame.join": Case(polars, join_polars),
    "Polars file to file: annotate": Case(polars_lazy, lambda given: annotate(given).sink_parquet(given["out"])),
    "Polars file to file: LazyFrame.join": Case(polars_lazy, lambda given: join_polars(given).sink_parquet(given["out"])),
    "DuckDB file to file: annotate": Case(duckdb_lazy, lambda given: annotate(given).write_parquet(given["out"])),
    "DuckDB file to file: LEFT JOIN": Case(
        duckdb_lazy,
        lambda given: given["frame"].query("own", "FROM own LEFT JOIN mapping USING (gene)").write_parquet(given["out"]),
    ),
    "Spark file: annotate": Case(spark, lambda given: write_spark(annotate(given))),
    "Spark file: broadcast join": Case(spark, lambda given: write_spark(join_spark(given))),
    "Dask file: annotate": Case(dask, lambda given: count_dask(annotate(given))),
    "Dask file: DataFrame.merge": Case(dask, lambda given: count_dask(merge(given))),
    "names in a Series: resolve": Case(series, lambda given: ilkit.resolve(given["frame"])),
    "names in a Series: Series.map, one dict": Case(series, lambda given: given["frame"].map(given["mapping"])),
    "names in a list: resolve": Case(texts, lambda given: ilkit.resolve(given["frame"])),
    "names in a list: Series.map, one dict": Case(texts, lambda given: pd.Series(given["frame"]).map(given["mapping"])),
    "one name, warm: resolve": Case(nothing, lambda given: ilkit.resolve("IL8"), repeats=500),
    "one name, first in the process: resolve": Case(nothing, lambda given: ilkit.resolve("IL8"), warm=False),
    "sha256 of every table: hashlib": Case(lambda path: list(map(ilkit.path, ilkit.tables()["table"])), sha256_of_tables),
    "sha256 of every table: first load": Case(
        lambda path: list(ilkit.tables()["table"]), lambda given: list(map(ilkit.load, given)), warm=False
    ),
}


def size(frame: Any) -> int | None:
    """Return the bytes that a frame in memory holds."""
    if isinstance(frame, pd.DataFrame):
        return int(frame.memory_usage(deep=True).sum())
    if isinstance(frame, pa.Table):
        return int(frame.nbytes)
    return int(frame.estimated_size()) if hasattr(frame, "estimated_size") else None


def memory(field: str) -> int:
    """Return what the system says of this process's memory, in bytes (Linux)."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(field))
    return int(line.split()[1]) * 1024


def reset_high_water_mark() -> int:
    """Give back what loading left over, start the high-water mark anew, and return the memory in use."""
    gc.collect()
    pa.default_memory_pool().release_unused()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5")
    return memory("VmRSS")


def measure(case: Case, folder: Path, rows: int) -> dict[str, float | None]:
    """Run a case once on few rows, so that imports and indexes are there, then measure it.

    ``extra`` is what memory rose by, as a multiple of the input; ``peak`` is the process's high-water mark meanwhile.
    """
    if case.warm:
        case.run(case.load(folder / f"{TINY}.parquet"))
    given = case.load(folder / f"{rows}.parquet")
    before = reset_high_water_mark()
    start = time.perf_counter()
    for _ in range(case.repeats):
        result = case.run(given)
    seconds = (time.perf_counter() - start) / case.repeats
    extra = memory("VmHWM") - before
    own = size(given["frame"]) if isinstance(given, dict) and "frame" in given else None
    del result
    return {"seconds": seconds, "extra": extra / own if own else None, "peak": before + extra}


if __name__ == "__main__":
    Path("/proc/self/oom_score_adj").write_text("1000")  # where memory runs out, this process goes first
    print(json.dumps(measure(CASES[sys.argv[1]], Path(sys.argv[2]), int(sys.argv[3]))))
