"""The table `signaling`."""

from __future__ import annotations

from ilkit.schemas.table import (
    GENE,
    REFERENCE,
    Category,
    Flag,
    Table,
    category,
    flag,
    gene_id,
    gene_symbol,
    receptor_id,
    receptor_name,
    reference,
    source_id,
    text,
)

ROLES = ("JAK", "STAT", "adaptor", "kinase", "ubiquitin ligase")
EVIDENCE = ("reactome_complex", "complex_portal", "wikipathways_edge", "primary", "review", "textbook")


class Signaling(Table):
    """Which JAK, STAT, adaptor or kinase a receptor uses, on what evidence.

    What is not here is not known to the sources, which is not the same as not used. A STAT5 without a letter stands as
    STAT5A and as STAT5B.
    """

    receptor_id: str = receptor_id()
    receptor_name: str = receptor_name()
    hgnc_id: str = gene_id("HGNC id of the gene that transduces the signal.")
    symbol: str = gene_symbol()
    role: Category = category(
        "What it is: JAK (kinase of the Janus family), STAT (transcription factor that JAKs phosphorylate), adaptor (MYD88, "
        "TRAF3IP2), kinase (IRAK1, IRAK4), ubiquitin ligase (TRAF6).",
        ROLES,
    )
    subunit_hgnc_id: str = text(
        "HGNC id of the subunit that it is said to sit on or act with; null where the source does not tell, or names several.",
        pattern=GENE,
        nullable=True,
        refers_to="genes.hgnc_id",
    )
    subunit_symbol: str = text("Approved symbol of that subunit.", nullable=True, label_of="subunit_hgnc_id -> genes.symbol")
    alternative: Flag = flag(
        "True where the complex lists more than two JAKs for one receptor, so that some of them are alternatives; null for what is "
        "not a JAK of a Reactome complex.",
        nullable=True,
    )
    complex_id: str = text(
        "The Reactome complex that holds it together with receptor and ligand; of several with the same reference, that of the "
        "lowest number.",
        pattern=REFERENCE,
        nullable=True,
    )
    source_id: str = source_id(primary=True)
    evidence: Category = category(
        "reactome_complex: curated complex of it with receptor and ligand; complex_portal: curated record of ligand and receptor "
        "that names it; wikipathways_edge: drawn as acting with a subunit in a pathway of the receptor; primary (a study of it); "
        "review; textbook (not looked up).",
        EVIDENCE,
    )
    reference: str = reference(
        "Publication or record behind the row, as a CURIE. Of a Reactome complex it is a publication about the complex as a "
        "whole, or the complex where none is named.",
        primary=True,
    )

    class Config:
        """Grain of the table."""

        title = "receptor × transducer × source × reference"
