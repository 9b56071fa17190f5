"""Cell types in use, and their ancestors."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.axiom_rows import SOURCE
from ilkit.build.tables.hierarchy import ancestors
from ilkit.build.tables.provenance import finish
from ilkit.schemas.cells import Cells


def build(
    referrers_of_cells: dict[str, pd.DataFrame], cell_ontology_immune: dict[str, pd.DataFrame], ledger: Ledger
) -> pd.DataFrame:
    """Build `cells`."""
    terms = cell_ontology_immune["terms"]
    parents = parents_of(terms)
    used = {cell for frame in referrers_of_cells.values() for cell in frame["cell_id"].dropna()}
    wanted = used.union(*(above(cell, parents) for cell in used))
    selection = ledger.select("cells", SOURCE, terms, "terms")
    selection.drop(selection.rows["deprecated"] | selection.rows["label"].isna(), "the term is deprecated or merged into another")
    selection.drop(~selection.rows["cl_id"].isin(wanted), "no table refers to the cell or one below it")
    frame = selection.rows
    parent = frame["cl_id"].map(lambda cell: chosen_parent(parents[cell], parents))
    names = terms.set_index("cl_id")["label"]
    frame = frame.assign(
        cell_id=frame["cl_id"],
        name=frame["label"],
        parent_id=parent,
        parent_name=parent.map(names, na_action="ignore"),
        n_parents=frame["parents"].map(len),
        source_id=SOURCE,
    )
    return finish(frame, Cells)


def parents_of(terms: pd.DataFrame) -> dict[str, list[str]]:
    """Return cell → its is_a parents."""
    return dict(zip(terms["cl_id"], map(list, terms["parents"]), strict=True))


def above(cell: str, parents: Mapping[str, list[str]]) -> dict[str, int]:
    """Return every ancestor of a cell with its distance."""
    return ancestors(cell, lambda node: parents.get(node, []))


def chosen_parent(candidates: list[str], parents: Mapping[str, list[str]]) -> str | None:
    """Return the parent that has the most ancestors, of equals the one with the lowest id."""
    return min(candidates, key=lambda cell: (-len(above(cell, parents)), cell), default=None)
