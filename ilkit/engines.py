"""The dataframe engines that `annotate` works on: how each gives its distinct names and takes the answers to them.

A frame in memory is dictionary-encoded, and each code is looked up. A lazy one is asked for its distinct names and is
joined, in its own engine, to the few rows that were found; it stays lazy. No engine is imported unless the frame is of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import narwhals as nw
import pandas as pd
import pyarrow as pa

from ilkit.encoding import NAMES, NOT_ENCODED, categories, dictionaries, encode, factorize
from ilkit.errors import FilterError

Found = Callable[[list[Any]], pa.Table]
"""From the distinct names to the new columns, all of text, with a row for each name, of nulls for a null."""

KNOWN = "expected a frame of pandas, Polars, PyArrow, DuckDB, Dask or PySpark"


class Pandas:
    """A pandas frame; the new columns are categories."""

    case_matters = True

    def __init__(self, frame: pd.DataFrame) -> None:
        if isinstance(frame.columns, pd.MultiIndex):
            raise FilterError("annotate() was given a frame whose columns have several levels: expected plain column names.")
        self.frame = frame
        self.names = list(frame.columns)
        self.index_names = [name for name in frame.index.names if name is not pd.NA]

    def annotated(self, on: Any, found: Found) -> pd.DataFrame:
        """Look the distinct names up and give each row the answer to its name."""
        column = self.frame[on]
        _expect_names(on, nw.from_native(column, series_only=True).dtype)
        try:
            codes, distinct = (
                categories(column.array) if isinstance(column.dtype, pd.CategoricalDtype) else encode(pa.array(column))
            )
        except NOT_ENCODED:
            codes, distinct = factorize(on, column)
        few, places = dictionaries(found(distinct)).to_pandas(), pa.array(codes)
        new = {}
        for name, answer in few.items():
            own = pa.array(answer.array.codes).take(places).to_numpy()
            new[str(name)] = pd.Categorical.from_codes(own, dtype=answer.dtype, validate=False)
        return self.frame.assign(**new)


class Eager:
    """A frame of Polars or PyArrow; the new columns are of the type Categorical or dictionary."""

    case_matters = True
    index_names: tuple[str, ...] = ()

    def __init__(self, frame: nw.DataFrame[Any]) -> None:
        self.frame = frame
        self.names = frame.columns

    def annotated(self, on: str, found: Found) -> Any:
        """Look the distinct names up and give each row the answer to its name."""
        column = self.frame.get_column(on)
        _expect_names(on, column.dtype)
        try:
            codes, distinct = encode(_arrow(column))
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as nested:
            raise FilterError(f"The column {on!r} cannot be read as names ({nested}): {NAMES}.") from nested
        few = nw.from_arrow(dictionaries(found(distinct)), backend=self.frame.implementation)
        return self.frame.with_columns(*few[codes].iter_columns()).to_native()


def _arrow(column: nw.Series[Any]) -> pa.Array | pa.ChunkedArray:
    """Return a column of Polars or PyArrow as Arrow, without a copy where that can be."""
    own = column.to_native()
    if isinstance(own, pa.ChunkedArray):  # which PyArrow 18 is not to be asked to make of itself: it crashes for string_view
        return own
    return column.to_arrow() if column.dtype in (nw.Categorical, nw.Enum) else pa.chunked_array(own)


class Lazy:
    """A frame that is not computed yet: Polars, DuckDB or PySpark; the new columns are text."""

    index_names: tuple[str, ...] = ()

    def __init__(self, frame: nw.LazyFrame[Any]) -> None:
        self.frame = frame
        self.schema = frame.collect_schema()
        self.case_matters = frame.implementation is nw.Implementation.POLARS
        self.names = self.schema.names() if self.case_matters else list(frame.to_native().columns)

    def annotated(self, on: str, found: Found) -> Any:
        """Ask for the distinct names, resolve them here, and join the few rows in the engine."""
        _expect_names(on, self.schema[on])
        own, engine = self.frame.to_native(), self.frame.implementation
        names_of, join = LAZY[engine]
        distinct = names_of(own, on)
        return join(own, on, found(distinct.to_pylist()).add_column(0, on, distinct))


class Dask:
    """A Dask frame; each partition is looked up by itself, so that index, divisions and order stay; the new columns are text."""

    case_matters = True
    index_names: tuple[str, ...] = ()

    def __init__(self, frame: Any) -> None:
        self.frame = frame
        self.names = list(frame.columns)

    def annotated(self, on: str, found: Found) -> Any:
        """Compute the distinct names, resolve them here, and look them up in each partition."""
        column = self.frame[on]
        _expect_names(on, nw.from_native(pd.Series(dtype=column.dtype), series_only=True).dtype)
        try:
            distinct = list(column.dropna().unique().compute())
        except TypeError as nested:
            raise FilterError(f"The column {on!r} cannot be read as names ({nested}): {NAMES}.") from nested
        return self.frame.map_partitions(look_up, on, found(distinct).to_pandas().set_index(pd.Index(distinct)))


def look_up(part: pd.DataFrame, on: str, answers: pd.DataFrame) -> pd.DataFrame:
    """Return a partition with the answers to its names."""
    places = answers.index.get_indexer(pd.Index(part[on]))
    return part.assign(**{str(name): answers[name].array.take(places, allow_fill=True) for name in answers.columns})


def distinct_polars(frame: Any, on: str) -> pa.ChunkedArray:
    """Return the distinct names in a LazyFrame, without null."""
    names = nw.from_native(frame).select(nw.col(on)).unique().filter(~nw.col(on).is_null())
    return names.collect("pyarrow", engine="streaming").get_column(on).to_native()


def distinct_duckdb(relation: Any, on: str) -> pa.ChunkedArray:
    """Return the distinct names in a relation, without null."""
    key = quoted(on)
    return relation.project(key).distinct().filter(f"{key} IS NOT NULL").to_arrow_table()[0]


def quoted(name: str) -> str:
    """Return the name of a column as SQL reads it literally."""
    return '"' + name.replace('"', '""') + '"'


def distinct_spark(frame: Any, on: str) -> pa.ChunkedArray:
    """Return the distinct names in a Spark frame, without null, whatever signs the name of the column has."""
    return frame.select(frame[spark_quoted(on)].alias("name")).distinct().dropna().toArrow()["name"]


def spark_quoted(name: str) -> str:
    """Return the name of a column as Spark reads it literally."""
    return "`" + name.replace("`", "``") + "`"


def join_polars(frame: Any, on: str, answers: pa.Table) -> Any:
    """Join the answers to a LazyFrame, in its order."""
    few = nw.from_arrow(answers, backend="polars").to_native().lazy()
    return frame.join(few.cast({on: frame.collect_schema()[on]}), on=on, how="left", maintain_order="left")


def join_duckdb(relation: Any, on: str, ilkit_answers: pa.Table) -> Any:
    """Join the answers to a relation, on the connection that it is of; the query finds them by the name of the variable."""
    import duckdb

    if int(duckdb.__version__.split(".")[0]) < 2:  # whose relations leave views in the user's database
        raise FilterError(f"annotate() of a relation needs DuckDB 2 or newer, this is {duckdb.__version__}. Give relation.pl().")
    own, key = f"ilkit_{uuid4().hex}", quoted(on)
    return relation.query(
        own,
        f"SELECT own.*, answers.* EXCLUDE ({key}) FROM {own} AS own "
        f"LEFT JOIN ilkit_answers AS answers ON own.{key} = answers.{key}",
    )


def join_pyspark(frame: Any, on: str, answers: pa.Table) -> Any:
    """Broadcast the answers and join them to a Spark frame."""
    from pyspark.sql.types import StringType, StructField, StructType

    key = f"ilkit_{uuid4().hex}"
    own = next(field for field in frame.schema if field.name == on)
    schema = StructType([StructField(key, own.dataType), *(StructField(name, StringType()) for name in answers.column_names[1:])])
    rows = list(zip(*(column.to_pylist() for column in answers.itercolumns()), strict=True))
    few = frame.sparkSession.createDataFrame(rows, schema)
    return frame.join(few.hint("broadcast"), frame[spark_quoted(on)] == few[key], "left").drop(key)


LAZY: dict[nw.Implementation, tuple[Callable[[Any, str], pa.ChunkedArray], Callable[[Any, str, pa.Table], Any]]] = {
    nw.Implementation.POLARS: (distinct_polars, join_polars),
    nw.Implementation.DUCKDB: (distinct_duckdb, join_duckdb),
    nw.Implementation.PYSPARK: (distinct_spark, join_pyspark),
    nw.Implementation.PYSPARK_CONNECT: (distinct_spark, join_pyspark),
}


def engine_of(frame: Any) -> Pandas | Eager | Lazy | Dask:
    """Return the frame under its engine.

    Raises
    ------
    FilterError
        The frame is of no engine that is known.
    """
    if isinstance(frame, pd.DataFrame):
        return Pandas(frame)
    if nw.dependencies.is_dask_dataframe(frame):
        return Dask(frame)
    try:
        own = nw.from_native(frame)
    except (TypeError, ValueError, nw.exceptions.NarwhalsError) as foreign:
        raise FilterError(f"annotate() was given {type(frame).__name__}: {KNOWN} ({foreign}).") from foreign
    if isinstance(own, nw.LazyFrame) and own.implementation in LAZY:
        return Lazy(own)
    if isinstance(own, nw.DataFrame) and own.implementation in (nw.Implementation.POLARS, nw.Implementation.PYARROW):
        return Eager(own)
    raise FilterError(f"annotate() was given a frame of {own.implementation}: {KNOWN}.")


def _expect_names(on: Any, dtype: Any) -> None:
    """Raise if a column of this type holds no names; an object column, or one of nulls alone, is known by its values."""
    if not (dtype.is_numeric() or dtype in (nw.String, nw.Categorical, nw.Enum, nw.Object, nw.Unknown)):
        raise FilterError(f"The column {on!r} is of the type {dtype}: {NAMES}.")
