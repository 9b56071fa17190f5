"""The table `panels`."""

from __future__ import annotations

from ilkit.schemas.table import (
    Category,
    Integer,
    Table,
    category,
    gene_id,
    gene_symbol,
    integer,
    interleukin_id,
    reference,
    source_id,
    text,
)

PLATFORMS = (
    *("Olink Explore HT", "Olink Explore 3072", "Olink Explore 1536", "Olink Target 96", "Olink Target 96 qPCR"),
    *("SomaScan 11k", "SomaScan 7k"),
)


class Panels(Table):
    """Which proteins the proteomics platforms of Olink and SomaLogic measure; an assay of a complex has a row for each gene."""

    platform: Category = category(
        "Product: Olink Explore HT (2024-10), 3072 (2023-04), 1536, Target 96 (2021-09), an older list of the Target 96 panels "
        "(qPCR); SomaScan 11k and 7k (v4.1).",
        PLATFORMS,
        primary=True,
    )
    panel: str = text("Panel of the product; null where the product is one panel.", nullable=True, primary=True)
    assay_id: str = text(
        "Id of the assay: OlinkID, or SeqId of the aptamer; null where the list has none.",
        pattern=r"^(OID\d{5}|\d+-\d+)$",
        nullable=True,
        primary=True,
    )
    assay: str = text("Name of the assay or its target as the manufacturer writes it.", primary=True)
    hgnc_id: str = gene_id("HGNC id of the gene of a protein that the assay is for.")
    symbol: str = gene_symbol()
    uniprot_id: str = text(
        "UniProtKB accession of the protein, as the manufacturer gives it.", label_of="hgnc_id -> genes.uniprot_id"
    )
    n_chains: Integer = integer("Proteins that the assay is for together: 2 where it is for a complex.", minimum=1, nullable=False)
    measured_il_id: str = interleukin_id(
        "The interleukin that has exactly the chains that the assay is for; null for receptors and for a chain that is no "
        "molecule of its own, such as p40 of IL-12 and IL-23.",
        primary=False,
        nullable=True,
    )
    evidence: Category = category("assay_list: the manufacturer lists the assay.", ("assay_list",))
    source_id: str = source_id()
    reference: str = reference()

    class Config:
        """Grain of the table."""

        title = "platform × panel × assay × gene"
