"""A user's own table with the interleukin columns beside it, on the dataframe engine that the table is of.

Whatever the number of rows, only the distinct names are resolved. An eager frame is dictionary-encoded and each code
looked up; a lazy one is asked for its distinct names and joined, in its own engine, to the few rows that were found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd
import pyarrow as pa

from ilkit.errors import AmbiguousNameError, FilterError, UnknownColumnError, unknown
from ilkit.names import as_name

DEFAULT = ("il_id", "hgnc_id", "symbol", "status")
ON_AMBIGUOUS = ("raise", "null", "first")
SHOWN = 10


def annotate(
    frame: Any, on: str, columns: Iterable[str] | None, prefix: str, on_ambiguous: str, answers: Callable[[list[str]], pd.DataFrame]
) -> Any:
    """Return the user's frame with the new columns; see `ilkit.Dataset.annotate`.

    `answers` gives for a list of names the frame of every column that can be asked for, one row per name and match.
    """
    if on_ambiguous not in ON_AMBIGUOUS:
        raise FilterError(unknown("choice for on_ambiguous", on_ambiguous, ON_AMBIGUOUS))
    own = _narwhals(frame)
    names = own.collect_schema().names() if isinstance(own, nw.LazyFrame) else own.columns
    if names.count(on) != 1:
        raise UnknownColumnError(unknown("column", on, map(str, names), " in the frame that was given"))
    wanted = _wanted(columns, answers([]).columns)
    new = {name: f"{prefix}{name}" for name in wanted}
    clash = [column for column in new.values() if column in names]
    if clash:
        raise FilterError(
            f"The frame has the columns {clash} already, which annotate would add. Give prefix='ilkit_', "
            f"or columns= with others, or rename them. Columns of the frame: {list(map(str, names))[:20]}."
        )

    def found(distinct: pa.Array) -> pa.Table:
        rows = one_row_each(answers([as_name(value) for value in distinct.to_pylist()]), on_ambiguous)
        return pa.Table.from_pandas(rows[wanted], preserve_index=False).rename_columns(list(new.values()))

    if isinstance(own, nw.LazyFrame):
        return _lazy(own, on, found)
    return _eager(own, on, found)


def one_row_each(rows: pd.DataFrame, on_ambiguous: str) -> pd.DataFrame:
    """Return one row per name of the rows of `resolve`, whose names come in order.

    Raises
    ------
    AmbiguousNameError
        A name stands for several entities and `on_ambiguous` is ``raise``.
    """
    several = rows["status"] == "ambiguous"
    if several.any() and on_ambiguous == "raise":
        listed = rows[several].groupby("position", sort=False).head(4).groupby("query", sort=False)
        shown = [
            f"{name!r} ({', '.join(group['il_id'].fillna(group['symbol']))})" for name, group in list(listed)[:SHOWN]
        ]
        raise AmbiguousNameError(
            f"{listed.ngroups} of the names stand for several entities: {'; '.join(shown)}. "
            "Give on_ambiguous='null' to leave them blank, 'first' to take the first of each, or rename them in the frame."
        )
    first = rows.drop_duplicates("position").reset_index(drop=True)
    if on_ambiguous == "null":
        blank = first.columns.difference(["position", "query", "status"])
        first = first.astype(dict.fromkeys(blank, "object")) if several.any() else first
        first.loc[first["status"] == "ambiguous", blank] = None
    return first


def _narwhals(frame: Any) -> nw.DataFrame[Any] | nw.LazyFrame[Any]:
    try:
        return nw.from_native(frame)
    except TypeError as foreign:
        raise FilterError(
            f"annotate() was given {type(frame).__name__}: expected a frame of pandas, Polars, PyArrow, DuckDB, Dask or PySpark."
        ) from foreign


def _wanted(columns: Iterable[str] | None, known: Iterable[str]) -> list[str]:
    if columns is None:
        return list(DEFAULT)
    if isinstance(columns, str) or not isinstance(columns, Iterable):
        raise FilterError(f"columns={columns!r}: expected a list of column names, such as columns=['il_id'].")
    known = [name for name in known if name not in ("position", "query")]
    for name in (wanted := list(columns)):
        if name not in known:
            raise UnknownColumnError(unknown("column", name, known, " for annotate"))
    return wanted


def _eager(own: nw.DataFrame[Any], on: str, found: Callable[[pa.Array], pa.Table]) -> Any:
    """Look the distinct names up and give each row the answer to its name; dictionaries keep the new columns small."""
    codes, distinct = _encode(own.get_column(on))
    answers = found(distinct)
    places = pa.array(codes, pa.int32(), mask=codes < 0) if (codes < 0).any() else pa.array(codes)
    new = {}
    for name, column in zip(answers.column_names, answers.itercolumns(), strict=True):
        encoded = column.combine_chunks().dictionary_encode()
        new[name] = pa.DictionaryArray.from_arrays(encoded.indices.take(places), encoded.dictionary)
    added = nw.from_arrow(pa.table(new), backend=own.implementation)
    return own.with_columns(*(added.get_column(name) for name in added.columns)).to_native()


def _encode(names: nw.Series[Any]) -> tuple[np.ndarray, pa.Array]:
    """Return a code for each row, -1 for nulls, and the distinct names that the codes stand for."""
    try:
        array = names.to_arrow()
    except (pa.ArrowException, TypeError):  # texts and numbers in one column
        codes, distinct = pd.factorize(names.to_pandas())
        return codes.astype(np.int32), pa.array([as_name(value) for value in distinct], pa.string())
    encoded = array if pa.types.is_dictionary(array.type) else array.dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.unify_dictionaries().combine_chunks()
    codes = encoded.indices.fill_null(-1) if encoded.null_count else encoded.indices
    return codes.to_numpy(zero_copy_only=False), encoded.dictionary


def _lazy(own: nw.LazyFrame[Any], on: str, found: Callable[[pa.Array], pa.Table]) -> Any:
    """Ask for the distinct names, resolve them here, and join the few rows in the engine; the frame stays lazy."""
    column = nw.col(on)
    distinct = own.select(column).unique().filter(~column.is_null()).collect(backend="pyarrow").to_native().column(on)
    answers = found(distinct.combine_chunks()).add_column(0, on, distinct)
    joined = JOINS.get(own.implementation)
    if joined is None:
        raise FilterError(
            f"annotate() was given a lazy frame of {own.implementation}: expected one of Polars, DuckDB, Dask or PySpark. "
            "Collect it first, or join the rows of resolve() to it."
        )
    return joined(own.to_native(), on, answers)


def _join_polars(frame: Any, on: str, answers: pa.Table) -> Any:
    few = nw.from_arrow(answers, backend="polars").to_native().lazy()
    return frame.join(few, on=on, how="left", maintain_order="left")


def _join_duckdb(relation: Any, on: str, answers: pa.Table) -> Any:
    quoted = '"' + on.replace('"', '""') + '"'
    return relation.query(
        "ilkit_own", f"SELECT ilkit_own.*, answers.* EXCLUDE ({quoted}) FROM ilkit_own LEFT JOIN answers ON ilkit_own.{quoted} = answers.{quoted}"
    )


def _join_dask(frame: Any, on: str, answers: pa.Table) -> Any:
    few = answers.to_pandas().set_index(on)
    return frame.map_partitions(_look_up, on, few, meta=_look_up(frame._meta, on, few))


def _look_up(part: pd.DataFrame, on: str, few: pd.DataFrame) -> pd.DataFrame:
    return part.assign(**{name: few[name].reindex(part[on]).to_numpy() for name in few.columns})


def _join_pyspark(frame: Any, on: str, answers: pa.Table) -> Any:
    from pyspark.sql.functions import broadcast

    few = frame.sparkSession.createDataFrame(answers.to_pandas())
    return frame.join(broadcast(few), on=on, how="left")


JOINS = {
    nw.Implementation.POLARS: _join_polars,
    nw.Implementation.DUCKDB: _join_duckdb,
    nw.Implementation.DASK: _join_dask,
    nw.Implementation.PYSPARK: _join_pyspark,
}
