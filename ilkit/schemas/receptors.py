"""The table `receptors`."""

from __future__ import annotations

from ilkit.schemas.table import RECEPTOR, Category, Flag, Integer, Table, category, flag, integer, reference, source_id, text

CLASSES = (
    "type I cytokine receptor",
    "type II cytokine receptor",
    "IL-1 receptor family (TIR)",
    "IL-17 receptor family (SEFIR)",
    "chemokine receptor (GPCR)",
    "receptor tyrosine kinase",
    "receptor tyrosine phosphatase",
    "other",
)


class Receptors(Table):
    """Receptors of interleukins and of cytokines that share chains with them, as sets of genes: soluble and membrane alike."""

    receptor_id: str = text("The receptor: the symbols of its subunits, joined by _.", pattern=RECEPTOR, primary=True)
    name: str = text("Name of the receptor.")
    receptor_class: Category = category("Structural class of the chains that bind the ligand.", CLASSES)
    signals: Flag = flag(
        "Whether this composition gives a signal by itself: false for decoys, soluble binding proteins and chains that need a "
        "partner; null where it is not settled.",
        nullable=True,
    )
    n_subunits: Integer = integer("Number of different genes that encode the subunits.", minimum=1, nullable=False)
    complex_id: str = text(
        "Complex Portal id of the receptor together with a ligand. Of several, all of which are in binding, it is a "
        "membrane-bound one, one with evidence of physical interaction, and the one of the lowest number, in this order.",
        pattern=r"^CPX-\d+$",
        nullable=True,
    )
    source_id: str = source_id()
    evidence: Category = category(
        "What the composition rests on: complex (a curated record of it with a ligand, with evidence of physical interaction), "
        "complex_inferred (such a record without it), review, primary (a study of it), textbook (not looked up).",
        ("complex", "complex_inferred", "review", "primary", "textbook"),
    )
    reference: str = reference()

    class Config:
        """Grain of the table."""

        title = "receptor"
