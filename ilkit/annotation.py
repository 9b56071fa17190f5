"""A user's own table with the interleukin columns beside it.

Whatever the number of rows, only the distinct names are resolved; `ilkit.engines` brings the answers to the rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from numbers import Real
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa

from ilkit.encoding import NAMES
from ilkit.engines import engine_of
from ilkit.errors import AmbiguousNameError, FilterError, UnknownColumnError, shown, unknown
from ilkit.names import as_name

if TYPE_CHECKING:
    from ilkit.dataset import Dataset

DEFAULT = ("il_id", "hgnc_id", "symbol", "status")
DETAILS = {
    "il_name": ("interleukins", "il_id", "name"),
    "family": ("interleukins", "il_id", "family"),
    "structural_class": ("interleukins", "il_id", "structural_class"),
    "role": ("genes", "hgnc_id", "role"),
    "gene_name": ("genes", "hgnc_id", "name"),
    "ensembl_gene_id": ("genes", "hgnc_id", "ensembl_gene_id"),
    "uniprot_id": ("genes", "hgnc_id", "uniprot_id"),
}
"""Columns beyond those of `resolve`: the table, its key and its column that each comes from."""
ON_AMBIGUOUS = ("raise", "null", "first")
SHOWN = 10


def annotate(
    data: Dataset, frame: Any, on: Any, columns: Iterable[str] | None, prefix: str, on_ambiguous: str, species: str
) -> Any:
    """Return the user's frame with the new columns; see `ilkit.Dataset.annotate`."""
    if not isinstance(on_ambiguous, str) or on_ambiguous not in ON_AMBIGUOUS:
        raise FilterError(unknown("choice for on_ambiguous", on_ambiguous, ON_AMBIGUOUS))
    if not isinstance(prefix, str) or any("\ud800" <= sign <= "\udfff" for sign in prefix):
        raise FilterError(f"prefix={shown(prefix)}: expected a text, such as prefix='ilkit_'.")
    wanted = _wanted(columns, [*data.resolve([], species=species).columns.drop(["position", "query"]), *DETAILS])
    new = {f"{prefix}{name}": name for name in wanted}
    engine = engine_of(frame)
    _expect_one(on, engine.names, engine.index_names)
    _expect_free(new, engine.names, engine.case_matters)

    def found(distinct: list[Any]) -> pa.Table:
        names = pd.Series([_as_name(on, value) for value in distinct], dtype="object")
        rows = one_row_each(data.resolve(names, species=species), on_ambiguous)
        rows = rows.where(rows["query"].notna())
        return pa.table({column: pa.array(_answer(data, rows, name), pa.string()) for column, name in new.items()})

    return engine.annotated(on, found)


def one_row_each(rows: pd.DataFrame, on_ambiguous: str) -> pd.DataFrame:
    """Return one row per name of the rows of `resolve`, whose names come in order.

    Raises
    ------
    AmbiguousNameError
        A name stands for several entities and `on_ambiguous` is ``raise``.
    """
    several = rows["status"] == "ambiguous"
    if several.any() and on_ambiguous == "raise":
        listed = rows[several].groupby("query", sort=False)
        some = list(listed)[:SHOWN]
        named = [f"{shown(name)} ({', '.join(group['il_id'].fillna(group['symbol']).head(4))})" for name, group in some]
        raise AmbiguousNameError(
            f"{listed.ngroups} of the names stand for several entities: {'; '.join(named)}"
            f"{'; …' if listed.ngroups > SHOWN else ''}. "
            "Give on_ambiguous='null' to leave them blank, 'first' to take the first of each, or rename them in the frame."
        )
    first = rows.drop_duplicates("position").reset_index(drop=True)
    if on_ambiguous == "null":
        blank = first.columns.difference(["position", "query", "status"])
        first[blank] = first[blank].where(first["status"] != "ambiguous")
    return first


def _answer(data: Dataset, rows: pd.DataFrame, name: str) -> pd.Series:
    """Return a column of `resolve`, or one of the tables for the molecule or gene that was found."""
    if name not in DETAILS:
        return rows[name]
    table, key, column = DETAILS[name]
    return rows[key].map(data.load(table, [key, column]).set_index(key)[column].astype("object"))


def _as_name(on: Any, value: Any) -> str | None:
    """Return a value of the user's column as a name, a null or not-a-number as none."""
    if value is None or value is pd.NA or value != value:
        return None
    if isinstance(value, bool) or not isinstance(value, str | Real | Decimal):
        raise FilterError(f"The column {shown(on)} holds {shown(value)}, which is of the type {type(value).__name__}: {NAMES}.")
    return as_name(value)


def _wanted(columns: Iterable[str] | None, known: list[str]) -> list[str]:
    if columns is None:
        return list(DEFAULT)
    one = isinstance(columns, str) or not isinstance(columns, Iterable) or getattr(columns, "ndim", 1) == 0
    wanted = [] if one else list(columns)
    if not wanted:
        raise FilterError(f"columns={shown(columns)}: expected a list of column names, such as columns=['il_id'].")
    for place, name in enumerate(wanted):
        if not isinstance(name, str) or name not in known:
            raise UnknownColumnError(unknown("column", name, known, " for annotate"))
        if name in wanted[:place]:
            raise FilterError(f"columns={shown(wanted)} has {name!r} twice.")
    return wanted


def _expect_one(on: Any, names: list[Any], index_names: Iterable[Any]) -> None:
    """Raise if not exactly one column of the frame has the name."""
    if not pd.api.types.is_hashable(on) or on is pd.NA:
        raise UnknownColumnError(f"There is no column {shown(on)}: expected on= to be the name of one column.")
    if on in index_names and on not in names:
        raise UnknownColumnError(f"{on!r} is the index of the frame and no column. Give frame.reset_index().")
    if on not in names:
        raise UnknownColumnError(unknown("column", on, map(str, names), " in the frame that was given"))
    if names.count(on) > 1:
        raise FilterError(f"The frame has {names.count(on)} columns named {on!r}: expected one. Rename the others.")


def _expect_free(new: Iterable[str], names: list[Any], case_matters: bool) -> None:
    """Raise if a new column has the name of a column of the frame."""
    taken = {str(name) if case_matters else str(name).casefold() for name in names}
    clash = [name for name in new if (name if case_matters else name.casefold()) in taken]
    if clash:
        raise FilterError(
            f"The frame has the columns {clash} already, which annotate would add. Give prefix='ilkit_', "
            f"or columns= with others, or rename them. Columns of the frame: {list(map(str, names))[:20]}."
        )
