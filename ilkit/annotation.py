"""A user's own table with the interleukin columns beside it.

Whatever the number of rows, only the distinct names are resolved; `ilkit.engines` brings the answers to the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd
import pyarrow as pa

from ilkit.engines import engine_of
from ilkit.errors import AmbiguousNameError, FilterError, UnknownColumnError, unknown
from ilkit.names import as_name

DEFAULT = ("il_id", "hgnc_id", "symbol", "status")
ON_AMBIGUOUS = ("raise", "null", "first")
SHOWN = 10


def annotate(
    frame: Any, on: str, columns: Iterable[str] | None, prefix: str, on_ambiguous: str, resolve: Callable[[list[str]], pd.DataFrame]
) -> Any:
    """Return the user's frame with the new columns; see `ilkit.Dataset.annotate`, whose `resolve` gives the answers."""
    if on_ambiguous not in ON_AMBIGUOUS:
        raise FilterError(unknown("choice for on_ambiguous", on_ambiguous, ON_AMBIGUOUS))
    engine = engine_of(frame)
    names = engine.names
    if names.count(on) != 1:
        raise UnknownColumnError(unknown("column", on, map(str, names), " in the frame that was given"))
    wanted = _wanted(columns, resolve([]).columns.drop(["position", "query"]))
    new = [f"{prefix}{name}" for name in wanted]
    clash = [name for name in new if name in names]
    if clash:
        raise FilterError(
            f"The frame has the columns {clash} already, which annotate would add. Give prefix='ilkit_', "
            f"or columns= with others, or rename them. Columns of the frame: {list(map(str, names))[:20]}."
        )

    def found(distinct: list[Any]) -> pa.Table:
        rows = one_row_each(resolve([as_name(value) for value in distinct]), on_ambiguous)
        return pa.Table.from_pandas(rows[wanted], preserve_index=False).rename_columns(new)

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
        listed = rows[several].groupby("position", sort=False).head(4).groupby("query", sort=False)
        shown = [f"{name!r} ({', '.join(group['il_id'].fillna(group['symbol']))})" for name, group in list(listed)[:SHOWN]]
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
