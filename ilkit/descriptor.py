"""What a ``datapackage.json`` has to state, and of which kind, for anything to be read from it."""

from __future__ import annotations

import re
from typing import Any

from ilkit.definition import foreign_keys, labels

NUMBER = (int, float)
COUNT = range(2**63)
TEXT = re.compile(r"[^\ud800-\udfff]*")
FIELD = {
    "name": TEXT,
    "type": TEXT,
    "description": TEXT,
    "dtype": re.compile("str|category|Int64|boolean|float64"),
    "constraints": {
        "required?": bool,
        "pattern?": TEXT,
        "minimum?": NUMBER,
        "maximum?": NUMBER,
        "enum?": [TEXT],
    },
    "unit?": TEXT,
    "refers_to?": re.compile(r"\w+\.\w+"),
    "label_of?": re.compile(r"\w+ *-> *\w+\.\w+"),
    "primary?": bool,
}
RESOURCE = {
    "name": re.compile(r"[a-z][a-z0-9_]*"),
    "path": TEXT,
    "title": TEXT,
    "description": TEXT,
    "rows": COUNT,
    "bytes": COUNT,
    "hash": re.compile("sha256:[0-9a-f]{64}"),
    "licenses": [{"name": TEXT}],
    "sources": [{"title": TEXT}],
    "schema": {"fields": [FIELD]},
}
DESCRIPTION = {
    "version": TEXT,
    "title": TEXT,
    "created": re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T.*)?"),
    "description": TEXT,
    "digest": TEXT,
    "licenses": [{"name": TEXT}],
    "sources?": [{"title": TEXT}],
    "resources": [RESOURCE],
}


def misfit(descriptor: Any) -> str | None:
    """Return the first thing that is wrong with a descriptor, None where all that is read from it is there."""
    wrong = _misfit(descriptor, DESCRIPTION, "it")
    if wrong is not None:
        return wrong
    columns = {entry["name"]: [field["name"] for field in entry["schema"]["fields"]] for entry in descriptor["resources"]}
    found = (_misfit_of_fields(entry["schema"]["fields"], columns) for entry in descriptor["resources"])
    return next((f"the table {name!r} {wrong}" for name, wrong in zip(columns, found, strict=False) if wrong), None)


def _misfit_of_fields(fields: list[dict[str, Any]], columns: dict[str, list[str]]) -> str | None:
    """Compare the fields of a table with each other and with the columns of all tables."""
    names = [field["name"] for field in fields]
    if len(set(names)) < len(names):
        return "names a column twice"
    keys = {column: (other, there) for column, other, there in foreign_keys(fields)}
    lost = [name for name, (other, there) in keys.items() if there not in columns.get(other, [there])]
    lost += [label for label, key, other, _ in labels(fields) if keys.get(key, ("", ""))[0] != other]
    if lost:
        return f"has columns that refer to what is not there: {', '.join(lost)}"
    return next(filter(None, map(_misfit_of_rules, fields)), None)


def _misfit_of_rules(field: dict[str, Any]) -> str | None:
    rules = field["constraints"]
    if field["dtype"] == "category" and "enum" not in rules:
        return f"has no vocabulary for {field['name']!r}"
    try:
        re.compile(rules.get("pattern", ""))
    except re.error:
        return f"has a pattern for {field['name']!r} that is none"
    return None


def _misfit(value: Any, shape: Any, where: str) -> str | None:
    """Compare a value with a shape: a dict of keys (``?``: may be left out), a list of one shape, a pattern, a range, or types."""
    if isinstance(shape, dict):
        return _misfit_of_keys(value, shape, where)
    if isinstance(shape, list):
        if not isinstance(value, list):
            return f"{where} is no list"
        wrong = (_misfit(one, shape[0], f"{where}[{number}]") for number, one in enumerate(value))
        return next(filter(None, wrong), None) if value else f"{where} is empty"
    if isinstance(shape, re.Pattern):
        if not isinstance(value, str):
            return f"{where} is no text"
        return None if shape.fullmatch(value) else f"{where} does not match {shape.pattern}"
    if isinstance(shape, range):
        return None if type(value) is int and value in shape else f"{where} is no number of things"
    kinds = shape if isinstance(shape, tuple) else (shape,)
    fits = isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool))
    return None if fits else f"{where} is no {kinds[0].__name__}"


def _misfit_of_keys(value: Any, shape: dict[str, Any], where: str) -> str | None:
    if not isinstance(value, dict):
        return f"{where} is no object"
    for key, inner in shape.items():
        name = key.removesuffix("?")
        if name in value:
            if wrong := _misfit(value[name], inner, f"{where}.{name}"):
                return wrong
        elif name == key:
            return f"{where} lacks {name!r}"
    return None
