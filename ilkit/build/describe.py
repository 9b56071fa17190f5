"""From a pandera model to Arrow fields and to the descriptor of a Data Package (v2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from inspect import cleandoc
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa

from ilkit.definition import foreign_keys, primary_key, reference_columns
from ilkit.schemas import Table, model


class Dtype(NamedTuple):
    """What a pandas dtype is called in the Data Package, in Arrow and in the two entries of the pandas metadata."""

    package: str
    arrow: pa.DataType
    pandas: str
    numpy: str


DTYPES = {
    "Int64": Dtype("integer", pa.int64(), "int64", "Int64"),
    "boolean": Dtype("boolean", pa.bool_(), "bool", "boolean"),
    "float64": Dtype("number", pa.float64(), "float64", "float64"),
    "category": Dtype("string", pa.dictionary(pa.int32(), pa.string()), "categorical", "int32"),
    "str": Dtype("string", pa.string(), "unicode", "object"),
}


def fields(table: str) -> list[dict[str, Any]]:
    """Return the columns of a table as Data Package fields, in order.

    Beyond the standard properties a field has ``dtype`` (pandas), ``primary``, and where they apply ``unit``,
    ``refers_to`` and ``label_of``.
    """
    return [_field(name, column) for name, column in model(table).to_schema().columns.items()]


def _field(name: str, column: Any) -> dict[str, Any]:
    metadata = dict(column.metadata or {})
    dtype = dtype_name(column)
    constraints: dict[str, Any] = {} if column.nullable else {"required": True}
    constraints |= {key: metadata[key] for key in ("pattern", "minimum", "maximum") if metadata.get(key) is not None}
    if dtype == "category":
        constraints["enum"] = list(metadata["values"])
    field = {
        "name": name,
        "type": DTYPES[dtype].package,
        "description": column.description,
        "dtype": dtype,
        "constraints": constraints,
    }
    extra = {key: metadata[key] for key in ("unit", "refers_to", "label_of") if metadata.get(key)}
    return field | extra | ({"primary": True} if metadata.get("primary") else {})


def dtype_name(column: Any) -> str:
    """Return the pandas dtype of a pandera column by name, the same under pandas 2 and 3."""
    dtype = column.dtype.type
    if isinstance(dtype, pd.CategoricalDtype):
        return "category"
    name = str(dtype)
    return name if name in DTYPES else "str"


def points_at(columns: Iterable[Mapping[str, Any]], vocabulary: str) -> bool:
    """Tell whether a table has a foreign key to `vocabulary`; any column of references points at ``publications``."""
    if vocabulary == "publications":
        return bool(reference_columns(field["name"] for field in columns))
    return any(other == vocabulary for _, other, _ in foreign_keys(columns))


def arrow_schema(table: str) -> pa.Schema:
    """Return the Arrow schema of a table, with descriptions and units as field metadata."""
    described = [pa.field(field["name"], DTYPES[field["dtype"]].arrow, metadata=_arrow_metadata(field)) for field in fields(table)]
    return pa.schema(described)


def _arrow_metadata(field: dict[str, Any]) -> dict[str, str]:
    shown = {key: field.get(key) for key in ("description", "unit", "refers_to")}
    return {key: value for key, value in shown.items() if value} | ({"key": "primary"} if field.get("primary") else {})


def table_schema(table: str) -> dict[str, Any]:
    """Return the Table Schema of a table.

    A key with a column that may be null is given as ``uniqueKeys``, since a ``primaryKey`` may not hold nulls.
    """
    columns = fields(table)
    key = primary_key(columns)
    nullable = any(not field["constraints"].get("required") for field in columns if field.get("primary"))
    schema: dict[str, Any] = {"fields": columns, "uniqueKeys" if nullable else "primaryKey": [key] if nullable else key}
    keys = [
        {"fields": [column], "reference": {"resource": other, "fields": [there]}} for column, other, there in foreign_keys(columns)
    ]
    return schema | ({"foreignKeys": keys} if keys else {})


def grain(table: str) -> tuple[str, str]:
    """Return the grain of a table and its description."""
    definition: type[Table] = model(table)
    schema = definition.to_schema()
    return str(schema.title), cleandoc(str(schema.description))  # which Python 3.13 does for docstrings
