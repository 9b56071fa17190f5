"""What the fields of a descriptor state about a table: its keys, its labels, and its rules in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

TEXT_RULE = "is a text that is not empty, without blanks at its ends"


def primary_key(fields: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the columns of the primary key among the fields of a table."""
    return [field["name"] for field in fields if field.get("primary")]


def foreign_keys(fields: Iterable[Mapping[str, Any]]) -> list[tuple[str, str, str]]:
    """Return (column, table referred to, column referred to) of the foreign keys among the fields of a table."""
    return [(field["name"], *field["refers_to"].split(".")) for field in fields if "refers_to" in field]


def reference_columns(names: Iterable[str]) -> list[str]:
    """Return the columns that point at publications.

    >>> reference_columns(["hgnc_id", "reference", "first_described_reference"])
    ['reference', 'first_described_reference']
    """
    return [name for name in names if name.endswith("reference")]


def labels(fields: Iterable[Mapping[str, Any]]) -> list[tuple[str, str, str, str]]:
    """Return (label column, key column, table, column) of the labels that stand next to their keys."""
    found = []
    for field in fields:
        if "label_of" in field:
            key, target = (part.strip() for part in field["label_of"].split("->"))
            found.append((field["name"], key, *target.split(".")))
    return found


def rule(field: Mapping[str, Any], check: str) -> str:
    """Return the rule of a column that a check of pandera is about, in words.

    >>> start = {"name": "start", "dtype": "Int64", "unit": "bp", "constraints": {"minimum": 1}}
    >>> rule(start, "greater_than_or_equal_to(1)"), rule(start, "not_nullable"), rule(start, "dtype('Int64')")
    ('is at least 1 bp', 'is not null', 'dtype is Int64')
    """
    rules, unit = field["constraints"], f" {field['unit']}" if field.get("unit") else ""
    if check.startswith("str_matches"):
        return f"matches {rules['pattern']}" if "pattern" in rules else TEXT_RULE
    if check.startswith("dtype"):
        return one_of(field) if field["dtype"] == "category" else f"dtype is {field['dtype']}"
    if check == "not_nullable":
        return "is not null"
    low = [f"at least {rules['minimum']:g}{unit}"] if "minimum" in rules and not check.startswith("less") else []
    high = [f"at most {rules['maximum']:g}{unit}"] if "maximum" in rules and not check.startswith("greater") else []
    return f"is {' and '.join(low + high) or 'a finite number'}"


def one_of(field: Mapping[str, Any]) -> str:
    """Return the rule of a column with a closed vocabulary, in words."""
    return f"is one of {', '.join(field['constraints']['enum'])}"


def is_share_alike(licence: str) -> bool:
    """Tell whether what is made from rows under this licence must carry it too.

    >>> is_share_alike("CC-BY-SA-4.0"), is_share_alike("CC-BY-4.0")
    (True, False)
    """
    return "-SA-" in licence
