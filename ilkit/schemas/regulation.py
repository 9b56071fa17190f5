"""The table `regulation`."""

from __future__ import annotations

from ilkit.schemas.functions import EVIDENCE, EVIDENCE_CLASSES
from ilkit.schemas.table import (
    GENE,
    TERM,
    Category,
    Flag,
    Table,
    as_of,
    category,
    flag,
    interleukin_id,
    reference,
    source_id,
    text,
)


class Regulation(Table):
    """Who raises or lowers the production of which interleukin: a signed network, by rule from Gene Ontology terms."""

    regulator_hgnc_id: str = text(
        "HGNC id of the gene that regulates: any human gene, not only those in genes.", pattern=GENE, primary=True
    )
    regulator_symbol: str = text("Approved symbol of that gene.")
    regulator_is_interleukin: Flag = flag("True where that gene is a chain of an interleukin: the row is then an edge between two.")
    regulator_il_id: str = interleukin_id(
        "The interleukin that the gene is a chain of; null where it is none, or where several established ones share the chain.",
        primary=False,
        nullable=True,
    )
    il_id: str = interleukin_id("The interleukin whose production is regulated.")
    il_name: str = text("Printed name of that interleukin.", label_of="il_id -> interleukins.name")
    target: Category = category(
        "Whether the term names the molecule, or a family that leaves it open: interleukin-1 is given for both IL-1A and IL-1B, "
        "interleukin-17 for IL-17A, as it is by usage.",
        ("molecule", "family"),
    )
    direction: Category = category("Whether the gene raises or lowers it.", ("raises", "lowers"))
    process: Category = category(
        "What is regulated, in the words of the term; secretion and biosynthesis are of annotations of before 2021, and GO has "
        "since given up these terms.",
        ("production", "secretion", "biosynthesis"),
    )
    term_id: str = text("GO term that states it.", pattern=TERM, primary=True, refers_to="terms.term_id")
    term_name: str = text("Name of the GO term.", label_of="term_id -> terms.term_name")
    evidence: Category = category(
        "GO evidence code; unknown where only the pair of gene and term is published.", EVIDENCE, primary=True
    )
    evidence_class: Category = category("Group of the evidence code, as in functions.", EVIDENCE_CLASSES)
    withdrawn: Flag = flag(
        "True where the annotation stood in 2020 and the newest file of the gene does not hold it; null where it cannot be told, "
        "which is so for all genes that are not in genes.",
        nullable=True,
    )
    contradicted: Flag = flag(
        "True where another row, not a withdrawn one, gives the same gene the opposite direction on the same interleukin."
    )
    as_of: str = as_of()
    source_id: str = source_id(primary=True)
    reference: str = reference(primary=True)

    class Config:
        """Grain of the table."""

        title = "regulator gene × interleukin × direction, by GO term × evidence code × reference × source"
