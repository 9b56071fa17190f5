"""What is to be cited: a version, and the sources behind its tables or behind the rows of a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import narwhals as nw
import pandas as pd

from ilkit.bibliography import FORMATS, Cited
from ilkit.errors import FilterError, UnknownColumnError, UnknownNameError, shown, unknown

EXPECTED = "expected a table, a list of tables, or a frame with the column 'source_id'"


def cite(
    descriptor: Mapping[str, Any],
    resource: Callable[[str], Mapping[str, Any]],
    table: Callable[[str], pd.DataFrame],
    of: Any,
    format: str,
) -> str:
    """Return the citation of a version and of the sources behind `of`.

    `resource` returns a table's entry of the descriptor, `table` its rows; both raise where there is none.
    """
    if not isinstance(format, str) or format not in FORMATS:
        raise FilterError(unknown("format", format, FORMATS))
    if of is None:
        return FORMATS[format](Cited(descriptor, descriptor["resources"], []))
    names = [of] if isinstance(of, str) else of
    if not isinstance(names, list | tuple | set | frozenset):
        source_ids = _sources_of_rows(of)
        return FORMATS[format](Cited(descriptor, [], _rows(table("sources"), source_ids, descriptor["version"])))
    if not all(isinstance(name, str) for name in names) or not names:
        raise FilterError(f"cite() was given {shown(of)}: {EXPECTED}.")
    used = {name: resource(name) for name in names}
    source_ids = {source["title"] for entry in used.values() for source in entry["sources"]}
    return FORMATS[format](
        Cited(descriptor, [used[name] for name in sorted(used)], _rows(table("sources"), source_ids, descriptor["version"]))
    )


def _sources_of_rows(frame: Any) -> set[Any]:
    """Return the distinct source ids of a frame in memory; nulls name no source."""
    try:
        rows = nw.from_native(frame, eager_only=True)
    except (TypeError, nw.exceptions.NarwhalsError) as foreign:
        raise FilterError(
            f"cite() was given {type(frame).__name__}: {EXPECTED}, in memory, of pandas, Polars or PyArrow."
        ) from foreign
    if "source_id" not in rows.columns:
        raise UnknownColumnError(
            unknown("column", "source_id", map(str, rows.columns), " in the frame")
            + " It names the source of each row: keep it when columns are chosen, or cite the table by its name."
        )
    try:
        return set(rows["source_id"].drop_nulls().unique().to_list())
    except (TypeError, ValueError, ArithmeticError, NotImplementedError) as strange:
        raise FilterError(f"cite() cannot read the column 'source_id' ({strange}): expected ids of sources as text.") from strange


def _rows(sources: pd.DataFrame, source_ids: Iterable[Any], version: str) -> list[dict[str, Any]]:
    """Return the rows of the table of sources, None for what is not known, in the order of their ids."""
    wanted, known = set(source_ids), set(sources["source_id"])
    strange = sorted(wanted - known, key=shown)
    if strange:
        more = f", nor {len(strange) - 1} more that the frame names" if len(strange) > 1 else ""
        raise UnknownNameError(
            unknown("source", strange[0], sorted(known), f" in version {version}{more}")
            + " Give the version that the rows come from, and leave rows of your own out."
        )
    rows = sources[sources["source_id"].isin(list(wanted))].sort_values("source_id").astype("object")
    return [{str(name): value for name, value in row.items()} for row in rows.where(rows.notna(), None).to_dict("records")]
