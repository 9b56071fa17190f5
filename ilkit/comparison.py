"""What differs between two dataset versions: tables, columns, rows and cells.

Rows are the same where their keys are, so that the order of the rows does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from ilkit.dataset import Dataset
from ilkit.errors import UnknownTableError, unknown

SUMMARY = {
    "table": "str",
    "status": "str",
    "rows_old": "Int64",
    "rows_new": "Int64",
    "rows_added": "int64",
    "rows_removed": "int64",
    "rows_changed": "int64",
    "columns_added": "object",
    "columns_removed": "object",
    "columns_retyped": "object",
}
OWN = ("change", "column", "old", "new")
NUMBER = "number among equal keys"
TEXT = pd.Series(["text"]).dtype
NULLABLE = {"i": "Int64", "u": "UInt64", "b": "boolean"}


class Side(NamedTuple):
    """A table of one version: its rows, the dtype of each column, and its primary key."""

    rows: pd.DataFrame
    types: dict[str, str]
    key: list[str]


class Aligned(NamedTuple):
    """The key that two states were compared by, and the places of the rows that one has alone and that both have."""

    key: list[str]
    removed: np.ndarray
    added: np.ndarray
    old: np.ndarray
    new: np.ndarray


def summary(old: Dataset, new: Dataset) -> pd.DataFrame:
    """Return one row per table of either version; see `ilkit.diff`."""
    tables = sorted({*old.tables()["table"], *new.tables()["table"]})
    listed = [{"table": table, **counted(side(old, table), side(new, table))} for table in tables]
    found = pd.DataFrame(listed, columns=list(SUMMARY)).astype(SUMMARY)
    named = [name for name in SUMMARY if name.startswith("columns_")]
    found[named] = found[named].where(found[named].notna(), None)
    return found


def counted(before: Side | None, after: Side | None) -> dict[str, Any]:
    """Return how many rows and which columns differ between two states of a table, of which one may not be there."""
    row: dict[str, Any] = dict.fromkeys(name for name in SUMMARY if name != "table")
    row |= {"rows_added": 0, "rows_removed": 0, "rows_changed": 0}
    row |= {f"rows_{age}": len(each.rows) for age, each in (("old", before), ("new", after)) if each}
    if before is None or after is None:
        change = "added" if before is None else "removed"
        return row | {"status": change, f"rows_{change}": row["rows_new"] if before is None else row["rows_old"]}
    aligned = align(before, after)
    changed = np.zeros(len(aligned.old), dtype=bool)
    for _, cells, _, _ in differing(before, after, aligned):
        changed |= cells
    columns = columns_of(before, after)
    counts = {"rows_added": len(aligned.added), "rows_removed": len(aligned.removed), "rows_changed": int(changed.sum())}
    named = {f"columns_{change}": ", ".join(names) or None for change, names in columns.items()}
    differs = any(counts.values()) or any(columns.values()) or set(before.key) != set(after.key)
    status = "changed" if differs else "equal"
    return row | counts | named | {"status": status}


def rows(old: Dataset, new: Dataset, table: str) -> pd.DataFrame:
    """Return one row per difference in a table; see `ilkit.diff`."""
    known = {*old.tables()["table"], *new.tables()["table"]}
    if not isinstance(table, str) or table not in known:
        raise UnknownTableError(unknown("table", table, sorted(known), f" in versions {old.version} and {new.version}"))
    return compared(side(old, table), side(new, table))


def compared(before: Side | None, after: Side | None) -> pd.DataFrame:
    """Return the differences between two states of a table; where one is not there, all rows of the other."""
    present = before or after
    if before is None or after is None:
        empty = present._replace(rows=present.rows.iloc[:0])  # type: ignore[union-attr]
        return compared(before or empty, after or empty)
    aligned = align(before, after)
    own = {name: f"key_{name}" if name in OWN else name for name in aligned.key}
    parts = [
        _of_columns(before, after),
        _of_rows(before.rows[aligned.key].iloc[aligned.removed].rename(columns=own), "removed"),
        _of_rows(after.rows[aligned.key].iloc[aligned.added].rename(columns=own), "added"),
        _of_cells(before, after, aligned, own),
    ]
    order = ["change", *own.values(), "column", "old", "new"]
    found = pd.concat([part.astype("object") for part in parts], ignore_index=True)[order]
    cells = found[["old", "new"]]
    types = {"change": TEXT, **{own[name]: key_type(before.rows[name], after.rows[name]) for name in aligned.key}}
    rest = found[order[:-2]].astype(types).infer_objects()
    return rest.join(cells.where(cells.notna(), None))


def key_type(old: pd.Series, new: pd.Series) -> Any:
    """Return the dtype for a column of the key: the one that both have, which may hold nulls; objects where they differ."""
    dtypes = {each.dtype.categories.dtype if isinstance(each.dtype, pd.CategoricalDtype) else each.dtype for each in (old, new)}
    dtype = dtypes.pop()
    return "object" if dtypes else NULLABLE.get(dtype.kind, dtype)


def side(data: Dataset, table: str) -> Side | None:
    """Return a table of a version, or none where the version lacks it."""
    if table not in set(data.tables()["table"]):
        return None
    columns = data.columns(table)
    types = dict(zip(columns["column"], columns["dtype"], strict=True))
    return Side(data.load(table), types, columns.loc[columns["key"] == "primary", "column"].tolist())


def columns_of(before: Side, after: Side) -> dict[str, list[str]]:
    """Return the columns that were added, removed and given another dtype."""
    return {
        "added": [name for name in after.types if name not in before.types],
        "removed": [name for name in before.types if name not in after.types],
        "retyped": [name for name, dtype in before.types.items() if after.types.get(name, dtype) != dtype],
    }


def align(before: Side, after: Side) -> Aligned:
    """Find the rows of the same key on both sides, by the key of the newer one where it is unique on both.

    Where no key is, rows are compared whole: each is its own key, and equal rows are numbered, so that they are counted.
    """
    common = [name for name in after.types if name in before.types]
    keys = (after.key, before.key, [name for name in after.key if name in before.key])
    unique = next((key for key in keys if key and set(key) <= set(common) and _unique(before, key) and _unique(after, key)), None)
    key = unique or common
    both = _comparable(before.rows[key], after.rows[key], key)
    left, right = both if unique else map(_numbered, both)
    codes = pd.concat([left, right], ignore_index=True).groupby(list(left.columns), dropna=False, observed=True).ngroup()
    old, new = codes.to_numpy()[: len(left)], codes.to_numpy()[len(left) :]
    in_both, old_places, new_places = np.intersect1d(old, new, assume_unique=True, return_indices=True)
    return Aligned(key, _places_without(old, in_both), _places_without(new, in_both), old_places, new_places)


def _unique(side: Side, key: list[str]) -> bool:
    return not side.rows.duplicated(key).any()


def _comparable(old: pd.DataFrame, new: pd.DataFrame, key: list[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return both with the categories of the key as objects, and with text where one side of it has numbers and the other not."""
    dtypes = {}
    for name in key:
        both = old[name].dtype, new[name].dtype
        if pd.api.types.is_numeric_dtype(both[0]) != pd.api.types.is_numeric_dtype(both[1]):
            dtypes[name] = "string"
        elif any(isinstance(dtype, pd.CategoricalDtype) for dtype in both):
            dtypes[name] = "object"
    return old.astype(dtypes), new.astype(dtypes)


def _places_without(codes: np.ndarray, left_out: np.ndarray) -> np.ndarray:
    """Return the places of the codes that are not left out, in the order of the codes."""
    places = np.argsort(codes, kind="stable")
    return places[~np.isin(codes[places], left_out)]


def _numbered(keys: pd.DataFrame) -> pd.DataFrame:
    """Return the keys with the number of each among those that equal it."""
    return keys.assign(**{NUMBER: keys.groupby(list(keys.columns) or np.zeros(len(keys)), dropna=False).cumcount()})


def differing(before: Side, after: Side, aligned: Aligned) -> Iterator[tuple[str, np.ndarray, pd.Series, pd.Series]]:
    """Yield, per column that both have beside the key, which of the common rows differ, and the cells of both."""
    for name in (name for name in after.types if name in before.types and name not in aligned.key):
        old, new = before.rows[name].iloc[aligned.old], after.rows[name].iloc[aligned.new]
        yield name, differ(old, new), old, new


def differ(old: pd.Series, new: pd.Series) -> np.ndarray:
    """Tell where two columns differ: by value, whatever their dtypes; a null equals a null."""
    nulls = old.isna().to_numpy(), new.isna().to_numpy()
    if old.dtype != new.dtype or isinstance(old.dtype, pd.CategoricalDtype):
        old, new = old.astype("object"), new.astype("object")
    unequal = pd.Series(old.array != new.array, dtype="boolean").fillna(False).to_numpy(dtype=bool)
    return np.where(nulls[0] | nulls[1], nulls[0] != nulls[1], unequal)


def _of_columns(before: Side, after: Side) -> pd.DataFrame:
    """Return the changes of the columns themselves, with their dtypes, and that of the key, with its columns."""
    listed: list[dict[str, Any]] = [
        {"change": f"column {change}", "column": name, "old": before.types.get(name), "new": after.types.get(name)}
        for change, names in columns_of(before, after).items()
        for name in names
    ]
    if set(before.key) != set(after.key):
        listed.append({"change": "key changed", "column": None, "old": ", ".join(before.key), "new": ", ".join(after.key)})
    return pd.DataFrame(listed, columns=list(OWN))


def _of_rows(keys: pd.DataFrame, change: str) -> pd.DataFrame:
    """Return whole rows that were added or removed, by their keys."""
    listed = keys.astype("object").assign(column=None, old=None, new=None)
    listed.insert(0, "change", change)
    return listed.reset_index(drop=True)


def _of_cells(before: Side, after: Side, aligned: Aligned, own: dict[str, str]) -> pd.DataFrame:
    """Return the changed cells, row by row; `own` are the names that the columns of the key get."""
    keys = after.rows[aligned.key].rename(columns=own)
    parts = [keys.iloc[:0].astype("object").assign(change="", column="", old=None, new=None)]
    for name, differs, old, new in differing(before, after, aligned):
        rows = keys.iloc[aligned.new[differs]].astype("object").set_axis(np.flatnonzero(differs))
        cells = [each[differs].astype("object").to_numpy() for each in (old, new)]
        parts.append(rows.assign(change="changed", column=name, old=cells[0], new=cells[1]))
    return pd.concat(parts).sort_index(kind="stable")
