"""A user's frame in the dtypes that a definition asks for, as far as no value changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from numbers import Integral, Real
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd

from ilkit.definition import one_of
from ilkit.errors import FilterError

Misfits = list[tuple[str, pd.Index | None]]


def as_pandas(frame: Any) -> pd.DataFrame:
    """Return a frame in memory as a pandas one.

    Raises
    ------
    FilterError
        It is no frame in memory.
    """
    if isinstance(frame, pd.DataFrame):
        if isinstance(frame.columns, pd.MultiIndex):
            raise FilterError("validate() was given a frame whose columns have several levels: expected plain column names.")
        return frame
    try:
        return pd.DataFrame(nw.from_native(frame, eager_only=True).to_pandas())
    except (TypeError, nw.exceptions.NarwhalsError) as foreign:
        raise FilterError(
            f"validate() was given {type(frame).__name__}: expected a frame of pandas, Polars or PyArrow. Collect a lazy one first."
        ) from foreign


def fitted(column: pd.Series, field: Mapping[str, Any]) -> tuple[pd.Series, Misfits]:
    """Return a column in the dtype of its field, null where a value does not fit, and the rules broken with their rows.

    Where no value of a typed column fits, the dtype is wrong, and the rows are None.
    """
    kind = field["dtype"]
    if str(column.dtype) == kind != "category" or column.dtype.kind in SAME.get(kind, ""):
        return column.astype(kind), []
    try:
        values = column.astype("object")
    except NotImplementedError:  # of a type of Arrow that pandas cannot filter, such as string_view
        values = pd.Series(list(column), column.index, dtype="object")
    try:
        given = values.notna()
    except ArithmeticError:
        values = values.map(lambda value: b"sNaN" if is_signalling(value) else value)  # which fits nowhere
        given = values.notna()
    values = values.where(given, None)
    allowed = set(field["constraints"].get("enum", ()))
    fits = values.map(lambda value: FITS[kind](value) and (not allowed or value in allowed)).astype(bool)
    misfit = given & ~fits
    if misfit.any() and misfit.sum() == given.sum() and str(column.dtype) != "object" and kind != "category":
        return column, [(f"dtype is {kind}, found {column.dtype}", None)]
    rule = one_of(field) if kind == "category" else f"is {KINDS[kind]}"
    return _cast(values.where(fits, None), field), [(rule, column.index[misfit])] if misfit.any() else []


def _cast(values: pd.Series, field: Mapping[str, Any]) -> pd.Series:
    if field["dtype"] == "str":
        return values
    if field["dtype"] == "category":
        return values.astype(pd.CategoricalDtype(field["constraints"]["enum"]))
    if field["dtype"] == "Int64":
        values = values.map(int, na_action="ignore")
    return values.astype(field["dtype"])


def is_signalling(value: object) -> bool:
    """Tell whether a value is a signalling not-a-number, of which pandas cannot ask whether it is null."""
    return isinstance(value, Decimal) and value.is_snan()


def _is_whole(value: object) -> bool:
    whole = isinstance(value, Integral) or (isinstance(value, float | np.floating) and float(value).is_integer())
    return whole and not isinstance(value, bool) and abs(int(value)) < 2**63  # type: ignore[call-overload]


def _is_number(value: object) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(value, Integral):
        return abs(int(value)) < 2**1023
    return isinstance(value, Real)


SAME = {"Int64": "i", "float64": "if", "boolean": "b"}
FITS: dict[str, Callable[[object], bool]] = {
    "str": lambda value: isinstance(value, str),
    "category": lambda value: isinstance(value, str),
    "Int64": _is_whole,
    "float64": _is_number,
    "boolean": lambda value: isinstance(value, bool | np.bool_),
}
KINDS = {"str": "a text", "Int64": "a whole number", "float64": "a number", "boolean": "true or false"}
