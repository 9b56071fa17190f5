"""The table `cell_receptors`."""

from __future__ import annotations

from ilkit.schemas.table import (
    Category,
    Flag,
    Table,
    category,
    cell_id,
    cell_name,
    flag,
    gene_id,
    gene_symbol,
    reference,
    source_id,
)


class CellReceptors(Table):
    """Which receptor chains a cell type carries on its surface, and which it lacks, by its definition."""

    cell_id: str = cell_id()
    cell_name: str = cell_name()
    hgnc_id: str = gene_id()
    symbol: str = gene_symbol()
    present: Flag = flag("False where the cell type is defined by the lack of the protein on its surface.")
    amount: Category = category("Amount on the surface where the definition tells: high or low.", ("high", "low"), nullable=True)
    source_id: str = source_id()
    evidence: Category = category("ontology_axiom: an axiom of the Cell Ontology.", ("ontology_axiom",))
    reference: str = reference(
        "What the ontology cites for the definition of the cell as a whole, as a CURIE; null where it cites nothing.", primary=True
    )

    class Config:
        """Grain of the table."""

        title = "cell type × receptor chain × reference"
