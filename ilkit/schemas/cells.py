"""The table `cells`."""

from __future__ import annotations

from ilkit.schemas.table import CELL, Integer, Table, integer, source_id, text


class Cells(Table):
    """Cell types that the tables are about, and all their ancestors in the Cell Ontology."""

    cell_id: str = text("Cell Ontology id.", pattern=CELL, primary=True)
    name: str = text("Name of the cell type (Cell Ontology).")
    parent_id: str = text(
        "One is_a parent: where there are several, the one with the most ancestors of its own, of equals the one with the "
        "lowest id. The whole hierarchy is in cell_ancestors. Null for the root, cell.",
        pattern=CELL,
        nullable=True,
        refers_to="cells.cell_id",
    )
    parent_name: str = text("Name of the parent.", nullable=True, label_of="parent_id -> cells.name")
    n_parents: Integer = integer("Number of is_a parents.", minimum=0, nullable=False)
    source_id: str = source_id()

    class Config:
        """Grain of the table."""

        title = "cell type"
