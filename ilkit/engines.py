"""The dataframe engines that `annotate` works on: how each gives its distinct names and takes the answers to them.

An eager frame is dictionary-encoded and each code looked up. A lazy one is asked for its distinct names and joined, in
its own engine, to the few rows that were found; it stays lazy. No engine is imported unless the frame is of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd
import pyarrow as pa

from ilkit.errors import FilterError

Found = Callable[[list[Any]], pa.Table]
"""From the distinct names to the new columns, one row each."""


class Eager:
    """A frame in memory: pandas, Polars or PyArrow."""

    def __init__(self, frame: nw.DataFrame[Any]) -> None:
        self.frame = frame
        self.names = frame.columns

    def annotated(self, on: str, found: Found) -> Any:
        """Look the distinct names up and give each row the answer to its name; dictionaries keep the new columns small."""
        codes, distinct = encode(self.frame.get_column(on))
        answers = found(distinct)
        places = pa.array(codes, mask=codes < 0)
        new = {}
        for name, column in zip(answers.column_names, answers.itercolumns(), strict=True):
            encoded = column.combine_chunks().dictionary_encode()
            new[name] = pa.DictionaryArray.from_arrays(encoded.indices.take(places), encoded.dictionary)
        added = nw.from_arrow(pa.table(new), backend=self.frame.implementation)
        return self.frame.with_columns(*(added.get_column(name) for name in added.columns)).to_native()


def encode(names: nw.Series[Any]) -> tuple[np.ndarray, list[Any]]:
    """Return a code for each row, -1 for nulls, and the distinct names that the codes stand for."""
    try:
        array = names.to_arrow()
    except (pa.ArrowException, TypeError):  # texts and numbers in one column
        codes, distinct = pd.factorize(names.to_pandas())
        return codes.astype(np.int32), list(distinct)
    encoded = array if pa.types.is_dictionary(array.type) else array.dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.unify_dictionaries().combine_chunks()
    codes = encoded.indices.fill_null(-1) if encoded.null_count else encoded.indices
    return codes.to_numpy(zero_copy_only=False), encoded.dictionary.to_pylist()


class Lazy:
    """A frame that is not computed yet: Polars, DuckDB or PySpark."""

    def __init__(self, frame: nw.LazyFrame[Any], join: Callable[[Any, str, pa.Table], Any]) -> None:
        self.frame = frame
        self.names = frame.collect_schema().names()
        self.join = join

    def annotated(self, on: str, found: Found) -> Any:
        """Ask for the distinct names, resolve them here, and join the few rows in the engine."""
        column = nw.col(on)
        distinct = self.frame.select(column).unique().filter(~column.is_null()).collect(backend="pyarrow").get_column(on).to_arrow()
        return self.join(self.frame.to_native(), on, found(distinct.to_pylist()).add_column(0, on, distinct))


class Dask:
    """A Dask frame: each partition is looked up by itself, so that index and divisions stay."""

    def __init__(self, frame: Any) -> None:
        self.frame = frame
        self.names = list(frame.columns)

    def annotated(self, on: str, found: Found) -> Any:
        """Compute the distinct names, resolve them here, and map them in each partition."""
        distinct = self.frame[on].dropna().unique().compute()
        answers = found(list(distinct)).to_pandas().set_index(pd.Index(distinct))
        return self.frame.map_partitions(look_up, on, answers, meta=look_up(self.frame._meta, on, answers))


def look_up(part: pd.DataFrame, on: str, answers: pd.DataFrame) -> pd.DataFrame:
    """Return a partition with the answers to its names."""
    return part.assign(**{str(name): answers[name].reindex(part[on]).array for name in answers.columns})


def join_polars(frame: Any, on: str, answers: pa.Table) -> Any:
    """Join the answers to a LazyFrame, in its order."""
    few = nw.from_arrow(answers, backend="polars").to_native().lazy()
    return frame.join(few, on=on, how="left", maintain_order="left")


def join_duckdb(relation: Any, on: str, answers: pa.Table) -> Any:
    """Join the answers to a relation, on the connection that the relation is of, which finds `answers` by its name."""
    key = '"' + on.replace('"', '""') + '"'
    select = f"SELECT own.*, answers.* EXCLUDE ({key}) FROM own LEFT JOIN answers ON own.{key} = answers.{key}"
    return relation.query("own", select)


def join_pyspark(frame: Any, on: str, answers: pa.Table) -> Any:
    """Broadcast the answers and join them to a Spark frame."""
    from pyspark.sql.functions import broadcast
    from pyspark.sql.types import StringType, StructField, StructType

    new = [StructField(name, StringType()) for name in answers.column_names[1:]]
    rows = list(zip(*(column.to_pylist() for column in answers.itercolumns()), strict=True))
    few = frame.sparkSession.createDataFrame(rows, StructType([frame.schema[on], *new]))
    return frame.join(broadcast(few), on=on, how="left").select(*frame.columns, *answers.column_names[1:])


JOINS = {
    nw.Implementation.POLARS: join_polars,
    nw.Implementation.DUCKDB: join_duckdb,
    nw.Implementation.PYSPARK: join_pyspark,
    nw.Implementation.PYSPARK_CONNECT: join_pyspark,
}


def engine_of(frame: Any) -> Eager | Lazy | Dask:
    """Return the frame under its engine.

    Raises
    ------
    FilterError
        The frame is of no engine that is known.
    """
    if nw.dependencies.is_dask_dataframe(frame):
        return Dask(frame)
    try:
        own = nw.from_native(frame)
    except (TypeError, nw.exceptions.NarwhalsError) as foreign:
        raise FilterError(f"annotate() was given {type(frame).__name__}: {KNOWN} ({foreign})") from foreign
    if isinstance(own, nw.DataFrame):
        return Eager(own)
    if own.implementation not in JOINS:
        raise FilterError(f"annotate() was given a lazy frame of {own.implementation}: {KNOWN} Collect it first.")
    return Lazy(own, JOINS[own.implementation])


KNOWN = "expected a frame of pandas, Polars, PyArrow, DuckDB, Dask or PySpark, with column names that occur once."
