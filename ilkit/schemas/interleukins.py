"""The table `interleukins`."""

from __future__ import annotations

from ilkit.schemas.table import INTERLEUKIN, Category, Integer, Table, category, integer, reference, source_id, text

FAMILIES = (
    "IL-1",
    "common γ chain",
    "type 2",
    "haematopoietic βc",
    "IL-6/gp130",
    "IL-12",
    "IL-10",
    "IL-20 subfamily",
    "type III interferon",
    "IL-17",
    "chemokine",
    "CSF-1R ligand",
    "unassigned",
)
STRUCTURES = (
    "β-trefoil",
    "four-helix bundle (short chain)",
    "four-helix bundle (long chain)",
    "class II helical (IL-10/interferon type)",
    "cystine knot",
    "chemokine fold",
    "heterodimer of helical bundle and soluble receptor chain",
    "other",
)


class Interleukins(Table):
    """The interleukins IL-1 to IL-41 as molecules, with family, form and status."""

    il_id: str = text("ASCII id of the molecule, such as IL-17A.", pattern=INTERLEUKIN, primary=True)
    name: str = text("Printed form of the name, such as IL-1β.")
    full_name: str = text("Name in full.")
    family: Category = category("Cytokine family; the IL-20 subfamily belongs to the IL-10 family.", FAMILIES)
    structural_class: Category = category("Fold of the protein; null where it is not established.", STRUCTURES, nullable=True)
    form: Category = category(
        "State of association of the active molecule; null where it is not established.",
        ("monomer", "homodimer", "heterodimer", "homotetramer"),
        nullable=True,
    )
    n_chains: Integer = integer("Number of distinct gene products that make up the molecule.", minimum=1, nullable=False)
    status: Category = category(
        "established; provisional: proposed and not yet confirmed widely; retired: the designation is no longer in use.",
        ("established", "provisional", "retired"),
    )
    first_described_year: Integer = integer("Year in which the molecule was first described.", unit="a", minimum=1950)
    first_described_reference: str = reference("Publication that gives the year; null where it is textbook knowledge.")
    complex_id: str = text("Complex Portal id of the molecule where it is a complex.", pattern=r"^CPX-\d+$", nullable=True)
    source_id: str = source_id()
    evidence: Category = category(
        "What family, class, form and status rest on; textbook rows were not looked up and carry no reference.",
        ("primary", "review", "textbook"),
    )
    reference: str = reference("Publication that supports family and status.")

    class Config:
        """Grain of the table."""

        title = "molecule"
