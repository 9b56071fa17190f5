"""The table `protein_variants`."""

from __future__ import annotations

from ilkit.schemas.table import (
    Category,
    Flag,
    Integer,
    Table,
    category,
    disease_id,
    disease_name,
    flag,
    gene_id,
    gene_symbol,
    integer,
    reference,
    source_id,
    text,
)

CLASSES = ("likely pathogenic or pathogenic", "likely benign or benign", "uncertain significance")
RESIDUE = r"^[ACDEFGHIKLMNPQRSTVWYU]$"


class ProteinVariants(Table):
    """Missense variants of the proteins, with their class and the disease.

    For research only. Not every receptor is covered: the source holds the genes from IL10 to IL9R, and IFNL1 to IFNL3.
    """

    hgnc_id: str = gene_id()
    symbol: str = gene_symbol()
    uniprot_id: str = text("UniProt accession of the protein.")
    variant_id: str = text("Id of the variant in UniProt.", pattern=r"^VAR_\d{6,}$", primary=True)
    change: str = text(
        "Change of the protein in HGVS notation, counted on the canonical sequence of UniProt with its signal peptide.",
        pattern=r"^p\.[A-Z][a-z]{2}[1-9]\d*[A-Z][a-z]{2}$",
    )
    position: Integer = integer("Position in the canonical sequence, with signal peptide.", unit="aa", minimum=1, nullable=False)
    reference_aa: str = text("Amino acid of the reference, one-letter code.", pattern=RESIDUE)
    variant_aa: str = text("Amino acid of the variant, one-letter code.", pattern=RESIDUE)
    agrees_with_sequence: Flag = flag(
        "True where the canonical sequence at hand, of an older release, has the reference amino acid at the position; false where "
        "it has another one; null where no sequence of the protein is at hand.",
        nullable=True,
    )
    rsid: str = text("dbSNP id; null where the source gives none.", pattern=r"^rs\d+$", nullable=True)
    classification: Category = category(
        "Class that UniProt gives (LP/P, LB/B, US). The benign ones are mostly common polymorphisms.", CLASSES
    )
    disease_id: str = disease_id(nullable=True)
    disease_name: str = disease_name(nullable=True)
    source_disease: str = text(
        "Disease as the source names it, with its acronym, or the tumour in which the variant was found; null where none is given.",
        nullable=True,
        primary=True,
    )
    evidence: Category = category("curated_literature: read from publications by a curator of UniProt.", ("curated_literature",))
    source_id: str = source_id()
    reference: str = reference("Publication behind the variant; null, since the source gives none.")

    class Config:
        """Grain of the table."""

        title = "missense variant × disease"
