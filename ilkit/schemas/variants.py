"""The table `variants`."""

from __future__ import annotations

from ilkit.schemas.table import (
    Category,
    Integer,
    Table,
    category,
    disease_id,
    disease_name,
    gene_id,
    gene_symbol,
    integer,
    number,
    reference,
    source_id,
    text,
)

ALLELE = r"^[ACGT]+$"


class Variants(Table):
    """Variants at interleukin and receptor genes that genome-wide studies associate with traits.

    Protein QTLs are associations with the level of a protein in plasma, and may lie anywhere: see ``gene_mapping``.
    """

    rsid: str = text("dbSNP id of the variant.", pattern=r"^rs\d+$", primary=True)
    hgnc_id: str = gene_id("HGNC id of a gene at the variant; in rows measured_protein_trans, of the gene of the protein instead.")
    symbol: str = gene_symbol()
    gene_mapping: Category = category(
        "How the gene was found. By position, which does not make it the cause: reported by the authors, mapped by the catalog to "
        "the nearest gene, or both; by_known_variant: the source names no gene, but another study of the same variant does. By "
        "measurement: the level of the gene's protein was measured, and the variant lies within 1 Mb of the gene "
        "(measured_protein_cis) or elsewhere in the genome (measured_protein_trans: not a variant of this gene).",
        ("reported", "mapped", "reported_and_mapped", "by_known_variant", "measured_protein_cis", "measured_protein_trans"),
    )
    trait: str = text(
        "Trait as the catalog maps it to an ontology; as the authors report it where it is not mapped; the level of a protein.",
        primary=True,
    )
    reported_trait: str = text("Trait in the words of the study.")
    trait_id: str = text("Ontology id of the trait (EFO, Orphanet, HP, GO …).", pattern=r"^[A-Za-z]+:\d+$", nullable=True)
    disease_id: str = disease_id(primary=False, nullable=True)
    disease_name: str = disease_name(nullable=True)
    effect_allele: str = text(
        "Allele that the effect belongs to; null where the study does not give it.", pattern=ALLELE, nullable=True
    )
    other_allele: str = text("The other allele.", pattern=ALLELE, nullable=True)
    effect_allele_frequency: float = number(
        "Frequency of the effect allele; null where the allele is not given.", minimum=0.0, maximum=1.0
    )
    odds_ratio: float = number(
        "Odds ratio per effect allele, of unknown direction where no allele is given; null where it is a beta or cannot be told.",
        minimum=0.0,
    )
    beta: float = number(
        "Change per effect allele in beta_unit, negative for a decrease; for a disease it may be a log odds ratio."
    )
    beta_unit: str = text(
        "Unit of beta as the source gives it; unit where it names none; SD: standard deviations of the (rank-normalised) value.",
        nullable=True,
    )
    se: float = number("Standard error, of beta or of the natural logarithm of the odds ratio.", minimum=0.0)
    ci_lower: float = number("Lower end of the 95 % confidence interval of the odds ratio or beta.")
    ci_upper: float = number("Upper end of the 95 % confidence interval of the odds ratio or beta.")
    neg_log10_p: float = number("Negative decimal logarithm of the p-value; never infinite.", minimum=0.0)
    chromosome: str = text("Chromosome.", pattern=r"^([1-9]|1\d|2[0-2]|X|Y|MT)$", nullable=True)
    position: Integer = integer("Position on GRCh38, 1-based.", unit="bp", minimum=1)
    study_id: str = text(
        "Study: GWAS Catalog accession where the source gives it, else the PubMed id or DOI of the paper.",
        pattern=r"^(GCST\d+|PMID:\d+|DOI:10\.\d{4,9}/\S+)$",
        primary=True,
    )
    source_id: str = source_id()
    evidence: Category = category(
        "Kind of evidence: gwas, a genome-wide association study of a trait; pqtl, one of the level of a protein in plasma.",
        ("gwas", "pqtl"),
    )
    reference: str = reference()

    class Config:
        """Grain of the table."""

        title = "rsID × gene × trait × study"
