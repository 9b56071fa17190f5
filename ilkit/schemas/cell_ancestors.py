"""The table `cell_ancestors`."""

from __future__ import annotations

from ilkit.schemas.table import CELL, Integer, Table, integer, source_id, text


class CellAncestors(Table):
    """Every is_a ancestor of every cell type: what `cell=` descends by."""

    cell_id: str = text("Cell type.", pattern=CELL, primary=True, refers_to="cells.cell_id")
    cell_name: str = text("Name of the cell type.", label_of="cell_id -> cells.name")
    ancestor_id: str = text("More general cell type.", pattern=CELL, primary=True, refers_to="cells.cell_id")
    ancestor_name: str = text("Name of the ancestor.", label_of="ancestor_id -> cells.name")
    distance: Integer = integer("Number of is_a steps on the shortest way.", minimum=1, nullable=False)
    source_id: str = source_id()

    class Config:
        """Grain of the table."""

        title = "cell type × ancestor"
