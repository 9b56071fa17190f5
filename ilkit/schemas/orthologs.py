"""The table `orthologs`."""

from __future__ import annotations

from ilkit.schemas.table import (
    Category,
    Flag,
    Integer,
    Table,
    category,
    flag,
    gene_id,
    gene_symbol,
    integer,
    reference,
    source_id,
    text,
)


class Orthologs(Table):
    """Genes of mouse and rat that HGNC, MGI or the Alliance of Genome Resources states to be the counterparts of human genes."""

    hgnc_id: str = gene_id(
        "HGNC id of the human gene; one without a row has no counterpart that these sources know, as CXCL8, IL26 and IL37."
    )
    symbol: str = gene_symbol()
    species: Category = category("Species of the ortholog.", ("mouse", "rat"), primary=True)
    taxon_id: Integer = integer("NCBI Taxonomy id of the species: 10090 or 10116.", minimum=1, nullable=False)
    ortholog_id: str = text("Id of the ortholog in MGI or RGD.", pattern=r"^(MGI|RGD):\d+$", primary=True)
    ortholog_symbol: str = text("Symbol of the ortholog (MGI, RGD).")
    ncbi_gene_id: Integer = integer("NCBI Gene id of the ortholog (MGI; HCOP for the rat).", minimum=1)
    ensembl_gene_id: str = text(
        "Ensembl gene id of the ortholog without version (MGI; HCOP for the rat).", pattern=r"^ENS(MUS|RNO)G\d{11}$", nullable=True
    )
    relation: Category = category(
        "Genes on the human and on the other side, counted over all pairs that HGNC, MGI or the Alliance states, "
        "human genes out of scope included: many_to_one where several human genes have this one ortholog.",
        ("one_to_one", "one_to_many", "many_to_one", "many_to_many"),
    )
    in_hgnc: Flag = flag("Whether HGNC lists the ortholog for the human gene.")
    in_mgi: Flag = flag(
        "Whether MGI has both genes in a homology class; null for the rat and where MGI was not read for the gene.", nullable=True
    )
    in_alliance: Flag = flag(
        "Whether the Alliance of Genome Resources (2022) has the pair; null where it was not read for the gene.", nullable=True
    )
    n_hcop: Integer = integer(
        "How many of the twelve orthology databases behind HCOP (2022) hold the pair; what they alone predict is left out, since "
        "it includes paralogs. Null where HCOP was not read for the gene or fewer than two do.",
        minimum=2,
    )
    evidence: Category = category(
        "curated: HGNC lists the pair; predicted: only MGI's homology classes or the Alliance have it.", ("curated", "predicted")
    )
    source_id: str = source_id()
    reference: str = reference()

    class Config:
        """Grain of the table."""

        title = "human gene × gene of mouse or rat"
