"""One pandera model per table: the definition of the table, from which all else is derived.

`model` finds the model of a table by its name; a new table is a new module here and nothing else.
"""

from __future__ import annotations

import importlib
import pkgutil

from ilkit.errors import UnknownTableError, unknown
from ilkit.schemas.table import Table

__all__ = ["Table", "model", "names"]


def names() -> list[str]:
    """Return the names of all tables that have a definition, sorted."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name != "table")


def model(name: str) -> type[Table]:
    """Return the pandera model of the table `name`."""
    if name not in names():
        raise UnknownTableError(unknown("table", name, names()))
    module = importlib.import_module(f"{__name__}.{name}")
    return next(
        member
        for member in vars(module).values()
        if isinstance(member, type) and issubclass(member, Table) and member.__module__ == module.__name__
    )
