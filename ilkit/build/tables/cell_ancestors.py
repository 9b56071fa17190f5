"""The is_a hierarchy of the cell types, with distances."""

from __future__ import annotations

import pandas as pd

from ilkit.build.tables.axiom_rows import SOURCE
from ilkit.build.tables.cells import above, parents_of
from ilkit.build.tables.provenance import finish
from ilkit.schemas.cell_ancestors import CellAncestors


def build(cells: pd.DataFrame, cell_ontology_immune: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Build `cell_ancestors`."""
    parents = parents_of(cell_ontology_immune["terms"])
    names = cells.set_index("cell_id")["name"]
    rows = [(cell, ancestor, steps) for cell in cells["cell_id"] for ancestor, steps in above(cell, parents).items()]
    frame = pd.DataFrame(rows, columns=["cell_id", "ancestor_id", "distance"])
    frame = frame.assign(cell_name=frame["cell_id"].map(names), ancestor_name=frame["ancestor_id"].map(names), source_id=SOURCE)
    return finish(frame, CellAncestors)
