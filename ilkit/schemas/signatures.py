"""The table `signatures`."""

from __future__ import annotations

from ilkit.schemas.table import (
    GENE,
    Category,
    Flag,
    Table,
    category,
    cell_id,
    cell_name,
    flag,
    interleukin_id,
    reference,
    source_id,
    text,
)

STIMULUS_TYPES = ("interleukin", "other cytokine", "transcription factor", "kinase", "microbe", "other")


class Signatures(Table):
    """Sets of genes that respond to an interleukin, another cytokine, a STAT or JAK, or an inflammatory stimulus.

    A set of a combined treatment has its genes once for each stimulus. What is known of the experiments is curated; where
    `context_verified` is false it follows from the name of the set alone.
    """

    signature_id: str = text("Id of the gene set in MSigDB.", pattern=r"^msigdb:[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$", primary=True)
    collection: Category = category(
        "hallmark: genes that change together in many experiments, chosen by MSigDB; published: genes that one paper lists.",
        ("hallmark", "published"),
    )
    hgnc_id: str = text("HGNC id of the gene, which is any human gene.", pattern=GENE, primary=True)
    symbol: str = text("Approved symbol of the gene.")
    in_scope: Flag = flag("True where the gene is one of the table genes.")
    stimulus: str = text(
        "What acted on the cells: IL-6, TNF, LPS, STAT3 …; null where it is no one thing.",
        nullable=True,
        primary=True,
    )
    stimulus_type: Category = category(
        "Kind of stimulus; microbe includes what is made from one, such as LPS.", STIMULUS_TYPES, nullable=True
    )
    il_id: str = interleukin_id("The interleukin, where the stimulus is one.", primary=False, nullable=True)
    perturbation: Category = category(
        "What was done: stimulated: the stimulus was added; deprived: it was taken away; activated: an active form of the factor "
        "or the kinase was expressed; correlated: expression was compared with its level. Null where it is not known.",
        ("stimulated", "deprived", "activated", "correlated"),
        nullable=True,
    )
    compared_with: str = text("Treatment that the stimulus was compared with; null stands for no treatment.", nullable=True)
    direction: Category = category(
        "Change of expression under the perturbation; with deprived, up are the genes that the stimulus keeps low. Null where "
        "the set does not tell up from down, or it is not known what the name of the set means by it.",
        ("up", "down"),
        nullable=True,
    )
    species: Category = category(
        "Species of the cells. MSigDB mapped the genes of mice to those of man. Null where it was not looked up.",
        ("human", "mouse", "several"),
        nullable=True,
    )
    system: Category = category(
        "What was studied; null where it was not looked up.", ("cell line", "primary cells", "tissue", "several"), nullable=True
    )
    cell: str = text("The cells, cell line or tissue.", nullable=True)
    cell_id: str = cell_id(
        "Cell type of the cells, of a line the one that it comes from; null where there is none.", primary=False, nullable=True
    )
    cell_name: str = cell_name(nullable=True)
    context_verified: Flag = flag("True where the page of the set, or the abstract of its paper, was read for the columns before.")
    evidence: Category = category(
        "consensus: chosen from many experiments; experiment: expression in one experiment.", ("consensus", "experiment")
    )
    source_id: str = source_id()
    reference: str = reference("Paper that the set is from; null where it was not found.")

    class Config:
        """Grain of the table."""

        title = "gene set × gene × stimulus"
