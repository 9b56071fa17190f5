"""The table `regulators`."""

from __future__ import annotations

from ilkit.schemas.table import (
    GENE,
    Category,
    Flag,
    Table,
    category,
    flag,
    gene_id,
    gene_symbol,
    reference,
    source_id,
    text,
)


class Regulators(Table):
    """Which transcription factor or cofactor raises or lowers the expression of which gene in scope, by publication.

    Publications may disagree: a pair can have rows of activation and of repression.
    """

    regulator_hgnc_id: str = text("HGNC id of the regulator, which is any human gene.", pattern=GENE, primary=True)
    regulator_symbol: str = text("Approved symbol of the regulator.")
    regulator_in_scope: Flag = flag("True where the regulator is itself a gene of the table genes, such as STAT3.")
    hgnc_id: str = gene_id("HGNC id of the regulated gene.")
    symbol: str = gene_symbol()
    mode: Category = category(
        "What the regulator does to the expression of the gene; unknown where the publication shows a link without a direction.",
        ("activation", "repression", "unknown"),
        primary=True,
    )
    evidence: Category = category(
        "curated_literature: a sentence of the abstract was found by text mining and read by a curator.", ("curated_literature",)
    )
    source_id: str = source_id(primary=True)
    reference: str = reference(primary=True)

    class Config:
        """Grain of the table."""

        title = "transcription factor × gene × mode × reference"
