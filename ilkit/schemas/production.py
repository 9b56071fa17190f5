"""The table `production`."""

from __future__ import annotations

from ilkit.schemas.expression import CONDITIONS, UNITS
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
    interleukin_id,
    number,
    reference,
    source_id,
    text,
)


class Production(Table):
    """Which cell types make which interleukin, and which are known not to."""

    il_id: str = interleukin_id()
    il_name: str = text("Name of the molecule.", label_of="il_id -> interleukins.name")
    hgnc_id: str = gene_id(
        "HGNC id of the gene that was measured, a chain of the molecule; null where the evidence names the molecule.",
        nullable=True,
    )
    symbol: str = gene_symbol(nullable=True)
    attribution: Category = category(
        "Whether the chain that was measured belongs to this molecule alone (unique) or to others as well (shared); null where "
        "the evidence names the molecule.",
        ("unique", "shared"),
        nullable=True,
    )
    cell_id: str = cell_id()
    cell_name: str = cell_name()
    produces: Flag = flag(
        "False where the source says that the cells do not make the molecule. A missing row says nothing, least of all one of "
        "resting cells."
    )
    condition: Category = category(
        "State of the cells in which it was seen: resting, stimulated, cultured; unspecified where the source does not tell.",
        CONDITIONS,
    )
    species: Category = category(
        "Where the cells came from: human or mouse; null where the source does not tell.", ("human", "mouse"), nullable=True
    )
    sample: str = text("Sample in which the RNA was measured, as in expression.", nullable=True, primary=True)
    value: float = number("Level of the RNA of the chain, in the unit of the row.", minimum=0)
    unit: Category = category("Unit of the value, as in expression.", UNITS, nullable=True)
    evidence: Category = category(
        "ontology_axiom: the Cell Ontology defines the cell by what it can make; expression: RNA of the chain, of a heterodimer "
        "of all its chains in the same sample, at 10 or more in each unit (pTPM, NX, CAGE TPM), which does not show "
        "the protein, and for a shared chain not which molecule; primary: a paper that shows it; review; textbook.",
        ("ontology_axiom", "expression", "primary", "review", "textbook"),
    )
    source_id: str = source_id(primary=True)
    reference: str = reference(
        "Publication behind the row, as a CURIE; of an axiom, what the ontology cites for the definition of the cell as a whole.",
        primary=True,
    )

    class Config:
        """Grain of the table."""

        title = "molecule × cell type × chain measured × sample × source × reference"
