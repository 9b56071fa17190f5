"""The table `effects`."""

from __future__ import annotations

from ilkit.schemas.functions import EVIDENCE, EVIDENCE_CLASSES
from ilkit.schemas.table import (
    TERM,
    Category,
    Flag,
    Table,
    as_of,
    category,
    cell_id,
    cell_name,
    flag,
    gene_id,
    gene_symbol,
    reference,
    source_id,
    text,
)

PROCESSES = (
    *("activation", "proliferation", "differentiation", "apoptosis", "chemotaxis", "migration", "adhesion", "aggregation"),
    *("cytotoxicity", "degranulation", "cytokine production", "immunoglobulin production", "isotype switching"),
    *("immune response", "fusion", "projection development"),
)


class Effects(Table):
    """What a gene does to a cell: stimulates or inhibits one of its processes, by rule from signed Gene Ontology terms."""

    hgnc_id: str = gene_id()
    symbol: str = gene_symbol()
    cell_id: str = cell_id("Cell Ontology id of the cell type whose process it is; with rule formed_cell, of the cell that arises.")
    cell_name: str = cell_name()
    process: Category = category(
        "What the cell does. Migration includes extravasation, differentiation the commitment to a lineage, immunoglobulin "
        "production its secretion.",
        PROCESSES,
    )
    direction: Category = category(
        "Whether the gene stimulates or inhibits the process, not the cell: inhibits apoptosis means that the cells live longer.",
        ("stimulates", "inhibits"),
    )
    rule: Category = category(
        "How the cell follows from the term: named_cell (the term names the cell that acts), formed_cell (the term names the cell "
        "that arises), implied_cell (the term names a process that only this cell has).",
        ("named_cell", "formed_cell", "implied_cell"),
    )
    term_id: str = text("GO term that states the effect.", pattern=TERM, primary=True, refers_to="terms.term_id")
    term_name: str = text("Name of the GO term.", label_of="term_id -> terms.term_name")
    evidence: Category = category(
        "GO evidence code; unknown where only the pair of gene and term is published.", EVIDENCE, primary=True
    )
    evidence_class: Category = category("Group of the evidence code, as in functions.", EVIDENCE_CLASSES)
    withdrawn: Flag = flag(
        "True where the annotation stood in 2020 and the newest file of the gene does not hold it; null where it cannot be told.",
        nullable=True,
    )
    contradicted: Flag = flag(
        "True where another row, not a withdrawn one, gives the same gene the opposite direction on the same cell and process."
    )
    as_of: str = as_of()
    source_id: str = source_id(primary=True)
    reference: str = reference(primary=True)

    class Config:
        """Grain of the table."""

        title = "gene × cell type × process × direction, by GO term × evidence code × reference × source"
