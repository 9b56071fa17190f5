"""The table `disease_associations`."""

from __future__ import annotations

from ilkit.schemas.table import (
    Category,
    Integer,
    Table,
    as_of,
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

EVIDENCE = ("mendelian", "gwas", "genetic_association", "protein_mr", "curated_knowledge", "text_mining")


class DiseaseAssociations(Table):
    """Which gene is linked to which disease, by what kind of evidence and how strongly."""

    hgnc_id: str = gene_id()
    symbol: str = gene_symbol()
    disease_id: str = disease_id()
    disease_name: str = disease_name()
    evidence: Category = category(
        "mendelian: the gene causes the disease; gwas: a variant near the gene is associated; genetic_association: "
        "Open Targets' score over genetic studies; protein_mr: variants at the gene that change the level of its protein in plasma "
        "change the risk of the disease (Mendelian randomisation); curated_knowledge: stated in a curated database; text_mining.",
        EVIDENCE,
        primary=True,
    )
    gene_mapping: Category = category(
        "How the gene was named: asserted by a curator; by_position: the gene lies next to an associated variant, which "
        "does not make it the cause; by_known_variant: the same, but the source names no gene, and another study of the variant "
        "does; by_locus_to_gene: by Open Targets' model; by_genetic_instrument: the protein was measured.",
        ("asserted", "by_position", "by_known_variant", "by_locus_to_gene", "by_genetic_instrument"),
    )
    score: float = number(
        "Strength of the link from 0 to 1, comparable within one kind of evidence only; "
        "data/curated/disease_scores.csv states how it follows from the raw value.",
        minimum=0.0,
        maximum=1.0,
        nullable=True,
    )
    raw_value: str = text("The value that the score was made from, as the source gives it.", nullable=True)
    raw_kind: Category = category(
        "What the raw value is.",
        ("classification", "association_type", "neg_log10_p", "neg_log10_fdr", "genetic_score", "stars", "inheritance"),
    )
    confidence: Category = category(
        "Strength in words; disputed: the source itself argues against the link.",
        ("high", "moderate", "low", "disputed"),
    )
    effect_direction: Category = category(
        "What more of the protein in plasma does to the risk of the disease; protein_mr rows only.",
        ("raises_risk", "lowers_risk"),
        nullable=True,
    )
    log_odds_ratio: float = number(
        "Change of the natural logarithm of the odds of the disease per standard deviation of the (rank-normalised) level of the "
        "protein in plasma; protein_mr rows only."
    )
    log_odds_ratio_se: float = number("Standard error of log_odds_ratio.", minimum=0.0)
    n_variants: Integer = integer("Number of variants behind a gwas row, or that are instruments of a protein_mr row.", minimum=1)
    as_of: str = as_of("Date of the source file, ISO 8601.")
    source_id: str = source_id(primary=True)
    reference: str = reference(primary=True)

    class Config:
        """Grain of the table."""

        title = "gene × disease × evidence × source × reference"
