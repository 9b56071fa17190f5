"""The table `drug_targets`."""

from __future__ import annotations

from ilkit.schemas.table import (
    Category,
    Flag,
    Integer,
    Table,
    category,
    drug_id,
    flag,
    gene_id,
    gene_symbol,
    integer,
    reference,
    source_id,
    text,
)

ACTIONS = (
    *("inhibitor", "antagonist", "agonist", "partial agonist", "binding agent", "modulator", "negative modulator"),
    *("negative allosteric modulator", "positive allosteric modulator", "allosteric antagonist", "activator", "degrader"),
    *("exogenous protein", "vaccine antigen", "cross-linking agent", "antisense inhibitor", "rnai inhibitor", "blocker"),
    *("antibody binding", "sequestering agent", "disrupting agent", "other"),
)


class DrugTargets(Table):
    """Genes whose products drugs bind, with the action; a target of several chains has a row for each chain in scope."""

    drug_id: str = drug_id()
    drug_name: str = text("Name of the drug (INN).", label_of="drug_id -> drugs.name")
    hgnc_id: str = gene_id()
    symbol: str = gene_symbol()
    action: Category = category(
        "What the drug does to the target, in the words of the source; null where the source names the target only.",
        ACTIONS,
        nullable=True,
        primary=True,
    )
    target_id: str = text("ChEMBL id of the target.", pattern=r"^CHEMBL\d+$", nullable=True, primary=True)
    target_name: str = text("Name of the target in the source.", nullable=True)
    target_type: Category = category(
        "What the source takes as target: one protein, a complex of chains, a family of which any member is hit, an interaction of "
        "two proteins, or several proteins where it does not say which of these.",
        ("single protein", "complex", "family", "interaction", "several proteins"),
    )
    n_chains: Integer = integer("Number of proteins of the target, genes out of scope included.", minimum=1, nullable=False)
    direct: Flag = flag(
        "True where the drug binds this protein itself: it is the whole target, or another row has it as the whole target of the "
        "drug. False where such rows name other chains of the same target only (guselkumab binds IL23A, not IL12B). Null where "
        "no row tells the chains of the target apart, and where an agonist may touch all chains of its receptor.",
        nullable=True,
    )
    evidence: Category = category(
        "Kind of evidence: mechanism (a curated mechanism of action), antibody target (what the antibody was raised against), "
        "label (product information that was looked up), primary (a paper that was looked up), textbook.",
        ("mechanism", "antibody target", "label", "primary", "textbook"),
    )
    source_id: str = source_id(primary=True)
    reference: str = reference(primary=True)

    class Config:
        """Grain of the table."""

        title = "drug × gene × action × target × source × reference"
