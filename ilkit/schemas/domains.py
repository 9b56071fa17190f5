"""The table `domains`."""

from __future__ import annotations

from ilkit.schemas.table import (
    Category,
    Integer,
    Table,
    category,
    gene_id,
    gene_symbol,
    integer,
    number,
    reference,
    source_id,
    text,
)


class Domains(Table):
    """Regions of the proteins that match a Pfam family; a gene without a row may well have domains that no family describes."""

    hgnc_id: str = gene_id()
    symbol: str = gene_symbol()
    uniprot_id: str = text("UniProtKB accession of the protein that is numbered.", label_of="hgnc_id -> genes.uniprot_id")
    domain_id: str = text(
        "Pfam id of the family; one domain may show as two hits of it, each on a part of the profile.",
        pattern=r"^pfam:PF\d{5}$",
        primary=True,
    )
    domain_name: str = text("Short name of the family in Pfam, such as IL6.")
    domain_type: Category = category(
        "Kind of the family (Pfam).", ("domain", "family", "repeat", "motif", "coiled-coil", "disordered")
    )
    clan_id: str = text("Pfam clan of the family; null where it is in none.", pattern=r"^pfam\.clan:CL\d{4}$", nullable=True)
    clan_name: str = text("Name of the clan, such as 4H_Cytokine.", nullable=True)
    start: Integer = integer(
        "First residue of the region (envelope), 1-based, counted along the canonical precursor.",
        unit="aa",
        minimum=1,
        nullable=False,
        primary=True,
    )
    end: Integer = integer("Last residue of the region (envelope), included.", unit="aa", minimum=1, nullable=False)
    aligned_start: Integer = integer(
        "First residue that is aligned with confidence to the profile.", unit="aa", minimum=1, nullable=False
    )
    aligned_end: Integer = integer("Last residue that is aligned with confidence, included.", unit="aa", minimum=1, nullable=False)
    profile_start: Integer = integer("Where the alignment starts on the profile of the family.", minimum=1, nullable=False)
    profile_end: Integer = integer("Where the alignment ends on the profile of the family.", minimum=1, nullable=False)
    profile_length: Integer = integer("Length of the profile of the family.", minimum=1, nullable=False)
    bit_score: float = number("Score of the hit (HMMER), the measure that the threshold of a family is set in.", nullable=False)
    e_value: float = number(
        "Hits this good to be expected by chance in the search of Pfam; tiny for most, above 1 where the threshold of the "
        "family is low.",
        minimum=0.0,
        nullable=False,
    )
    evidence: Category = category("profile: the sequence matches the profile of the family.", ("profile",))
    source_id: str = source_id()
    reference: str = reference()

    class Config:
        """Grain of the table."""

        title = "gene × Pfam family × start"
