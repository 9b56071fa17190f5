"""Whether a frame holds to the definition of a table: every rule that is broken, with the rows that break it.

`broken_rules` is what a dataset version is checked with before it is written, and `validate` what a user's own
rows are checked with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd

from ilkit.definition import foreign_keys, labels, primary_key, rule
from ilkit.errors import shown
from ilkit.fitting import as_pandas, fitted, is_signalling
from ilkit.schemas.table import SchemaErrors, schema_of

Fields = list[dict[str, Any]]
Table = Callable[[str], pd.DataFrame | None]


@dataclass(frozen=True)
class Broken:
    """A rule in words, the columns that it is about, and the labels of the rows that break it: None where it is about no row."""

    columns: tuple[str, ...]
    rule: str
    rows: pd.Index | None = None


def broken_rules(frame: pd.DataFrame, fields: Fields, schema: Any, table: Table | None) -> Iterator[Broken]:
    """Find everything in a frame that breaks the definition of its table; its index must be unique.

    `schema` is the pandera schema of the table. `table` returns another table by its name, None where there is none;
    without it, no key is looked up.
    """
    yield from broken_values(frame, fields, schema)
    yield from broken_key(frame, fields)
    if table is not None:
        yield from broken_references(frame, fields, table)
        yield from broken_labels(frame, fields, table)


def broken_values(frame: pd.DataFrame, fields: Fields, schema: Any) -> Iterator[Broken]:
    """Find what breaks the definition of the columns: dtypes, patterns, vocabularies, ranges, nulls."""
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as broken:
        named = {field["name"]: field for field in fields}
        cases = broken.failure_cases
        whole = cases["schema_context"] != "Column"
        for name, check in zip(cases.loc[whole, "failure_case"], cases.loc[whole, "check"], strict=True):
            yield Broken((str(name),), WHOLE.get(check, check))
        for (name, check), case in cases[~whole].groupby(["column", "check"], sort=False):
            rows, said = pd.Index(case["index"].dropna().unique()), rule(named[name], check)
            yield Broken((name,), said, rows) if len(rows) else Broken((name,), f"{said}, found {frame[name].dtype}")


WHOLE = {
    "column_in_schema": "is a column of the table",
    "column_in_dataframe": "column is missing",
    "column_ordered": "column stands in the order of the table",
}


def broken_key(frame: pd.DataFrame, fields: Fields) -> Iterator[Broken]:
    """Find rows that share a primary key, null counting as a value."""
    key = primary_key(fields)
    if set(key) <= set(frame.columns):
        yield from _breaking(tuple(key), f"primary key {', '.join(key)} occurs once", frame, frame.duplicated(key, keep=False))


def broken_references(frame: pd.DataFrame, fields: Fields, table: Table) -> Iterator[Broken]:
    """Find keys that point at no row of the table that they refer to."""
    for column, other, there in foreign_keys(fields):
        target = table(other)
        if column not in frame or (target is not None and there not in target):
            continue
        lost = frame[column].notna() & ~frame[column].isin([] if target is None else target[there])
        yield from _breaking((column,), f"refers to a row of {other}.{there}", frame, lost)


def broken_labels(frame: pd.DataFrame, fields: Fields, table: Table) -> Iterator[Broken]:
    """Find labels that disagree with the row that their key points at."""
    keys = {column: there for column, _, there in foreign_keys(fields)}
    for label, key, other, column in labels(fields):
        target = table(other)
        if target is None or column not in target or not {label, key} <= set(frame.columns):
            continue
        names = target.set_index(keys[key])[column]
        expected = frame[key].map(names[~names.index.duplicated()])
        wrong = frame[key].isin(names.index) & (frame[label].fillna("") != expected.astype("object").fillna(""))
        yield from _breaking((label,), f"is {other}.{column} of {key}", frame, wrong)


def _breaking(columns: tuple[str, ...], said: str, frame: pd.DataFrame, mask: pd.Series) -> Iterator[Broken]:
    if mask.any():
        yield Broken(columns, said, frame.index[mask.astype(bool)])


def validate(given: Any, fields: Fields, table: Table | None, own: str) -> pd.DataFrame:
    """Return one row per failure of a user's frame; see `ilkit.Dataset.validate`.

    `own` is the table that the frame is validated as: keys that refer to it may point at rows of the frame as well.
    """
    frame = as_pandas(given)
    named = {field["name"]: field for field in fields}
    twice = [name for name in named if list(frame.columns).count(name) > 1]
    found = [Broken((name,), "column is missing") for name in named if name not in frame.columns]
    found += [Broken((name,), "column occurs once") for name in twice]
    numbered = frame.loc[:, [name for name in named if name in frame.columns and name not in twice]].reset_index(drop=True)
    fit: dict[str, pd.Series] = {}
    unfit: list[Broken] = []
    for name, column in numbered.items():
        fit[str(name)], misfits = fitted(column, named[str(name)])
        unfit += [Broken((str(name),), said, rows) for said, rows in misfits]
    whole = {broken.columns[0] for broken in unfit if broken.rows is None}
    sound = [field for field in fields if field["name"] in fit and field["name"] not in whole]
    rows = pd.DataFrame({field["name"]: fit[field["name"]] for field in sound}, index=numbered.index)
    others = None if table is None else partial(_with_rows, table, own, rows)
    broken = [*found, *unfit, *_unreported(broken_rules(rows, fields, schema_of(sound), others), unfit)]
    return listed(broken, numbered, frame.index)


def _with_rows(table: Table, own: str, rows: pd.DataFrame, name: str) -> pd.DataFrame | None:
    """Return a table of the version; the one that is validated with the user's rows below it."""
    released = table(name)
    if name != own or released is None:
        return released
    shared = [column for column in released.columns if column in rows.columns]
    return pd.concat([released[shared].astype("object"), rows[shared].astype("object")], ignore_index=True)


def _unreported(broken: Iterable[Broken], unfit: list[Broken]) -> Iterator[Broken]:
    """Leave out rows whose value was reported already: it had to be taken for null."""
    reported = {misfit.columns[0]: misfit.rows for misfit in unfit if misfit.rows is not None}
    for one in broken:
        rows = one.rows
        for column in one.columns:
            rows = rows if rows is None else rows.difference(reported.get(column, []))
        if rows is None or len(rows):
            yield replace(one, rows=rows)


def listed(broken: Iterable[Broken], frame: pd.DataFrame, labels: pd.Index) -> pd.DataFrame:
    """Return one row per broken rule and row, what concerns whole columns first, then by row and column.

    `frame` is numbered from 0, `labels` are what its rows are called.
    """
    place = {name: number for number, name in enumerate(frame.columns)}
    cells: list[tuple[tuple[int, int], tuple[Any, str, str | None, str]]] = []
    for one in broken:
        column, number = ", ".join(one.columns), place.get(one.columns[0], -1)
        if one.rows is None:
            cells.append(((-1, number), (None, column, None, one.rule)))
            continue
        values = zip(*(frame.loc[one.rows, name].tolist() for name in one.columns), strict=True)
        for row, value in zip(one.rows, values, strict=True):
            cells.append(((row, number), (labels[row], column, _shown(value), one.rule)))
    cells.sort(key=lambda cell: cell[0])
    return pd.DataFrame([shown for _, shown in cells], columns=["row", "column", "value", "rule"], dtype="object")


def _shown(values: tuple[Any, ...]) -> str | None:
    """Return the values of a row as text; null where there is none."""
    if len(values) == 1 and pd.api.types.is_scalar(values[0]) and not is_signalling(values[0]) and pd.isna(values[0]):
        return None
    return ", ".join(value if isinstance(value, str) else _written(value) for value in values)


def _written(value: Any) -> str:
    """Return a value as text; what cannot be written, such as a number of too many digits, by its type."""
    try:
        return str(value)
    except ValueError:
        return shown(value)
