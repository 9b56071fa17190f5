"""What must hold before a dataset version is written. Each check names the rows that break it.

What the definition of a table asks is here, which numbers can be in `ilkit.build.plausibility`, what must hold between tables
in `ilkit.build.cross_checks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from ilkit.build.cross_checks import cross_failures
from ilkit.build.describe import fields
from ilkit.build.failure import Failure, failing
from ilkit.build.plausibility import plausibility_failures
from ilkit.errors import CheckError
from ilkit.schemas import model
from ilkit.schemas.table import schema_of
from ilkit.validation import broken_rules

Fields = list[dict[str, Any]]


def check_tables(
    tables: dict[str, pd.DataFrame],
    exemptions: pd.DataFrame | None = None,
    released: Mapping[str, Fields] | None = None,
) -> None:
    """Check all tables of a version; raise with every failure at once.

    `exemptions` are curated rows (``check``, ``entity_id``) that say why an entity may miss something. A version that
    is released already is checked against its own definitions: `released`, the fields of each table in its descriptor.

    Raises
    ------
    CheckError
        At least one rule is broken; up to 20 rows are listed for each, with their source.
    """
    failures = list(_failures(tables, exemptions, released))
    if failures:
        listed = "\n\n".join(map(str, failures))
        raise CheckError(f"{len(failures)} checks failed; nothing was written.\n\n{listed}")


def _failures(
    tables: dict[str, pd.DataFrame], exemptions: pd.DataFrame | None, released: Mapping[str, Fields] | None
) -> Iterator[Failure]:
    for name, frame in tables.items():
        columns = fields(name) if released is None else released[name]
        schema = model(name).to_schema() if released is None else schema_of(columns)
        yield from definition_failures(name, tables, columns, schema)
        if name.endswith("_ancestors"):
            yield from cycle_failures(name, frame)
    yield from plausibility_failures(tables)
    yield from cross_failures(tables, exemptions)


def definition_failures(name: str, tables: Mapping[str, pd.DataFrame], columns: Fields, schema: Any) -> Iterator[Failure]:
    """Find what breaks the definition of a table."""
    frame = tables[name]
    for broken in broken_rules(frame, columns, schema, tables.get):
        rows = frame.loc[broken.rows] if broken.rows is not None else frame.head(0)
        yield Failure(name, f"column {', '.join(map(repr, broken.columns))} breaks {broken.rule!r}", rows)


def cycle_failures(name: str, frame: pd.DataFrame) -> Iterator[Failure]:
    """Find entities that are their own ancestors, directly or through another."""
    child = frame.columns[0]
    pairs = frame.rename(columns={child: "child"})
    back = pairs.merge(pairs, left_on=["child", "ancestor_id"], right_on=["ancestor_id", "child"], suffixes=("", "_back"))
    yield from failing(name, "an entity is its own ancestor", pairs[pairs["child"] == pairs["ancestor_id"]])
    yield from failing(name, "two entities are ancestors of each other", back)
