"""The table `chains`."""

from __future__ import annotations

from ilkit.schemas.table import (
    INTERLEUKIN,
    Category,
    Integer,
    Table,
    category,
    gene_id,
    gene_symbol,
    integer,
    reference,
    source_id,
    text,
)


class Chains(Table):
    """Which gene products make up which interleukin: the link between molecules and genes."""

    il_id: str = text("The molecule.", pattern=INTERLEUKIN, primary=True, refers_to="interleukins.il_id")
    hgnc_id: str = gene_id("HGNC id of the gene that encodes the chain.")
    symbol: str = gene_symbol()
    chain_name: str = text("Name of the chain within the molecule, such as p40.", nullable=True)
    copies: Integer = integer("Copies of the chain in the active molecule; null where it is not known.", minimum=1)
    attribution: Category = category(
        "Whether what is known of the gene may be given to this molecule: unique where no other established molecule "
        "holds the chain, else shared.",
        ("unique", "shared"),
    )
    source_id: str = source_id()
    evidence: Category = category(
        "complex: a curated complex lists the chain; nomenclature: the gene carries the designation as a name; textbook.",
        ("complex", "nomenclature", "textbook"),
    )
    reference: str = reference()

    class Config:
        """Grain of the table."""

        title = "molecule × gene"
