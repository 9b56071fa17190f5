"""The table `binding`."""

from __future__ import annotations

from ilkit.schemas.table import (
    GENE,
    Category,
    Table,
    category,
    interleukin_id,
    receptor_id,
    receptor_name,
    reference,
    source_id,
    text,
)


class Binding(Table):
    """Which ligand binds which receptor, with what effect and on what evidence."""

    il_id: str = interleukin_id(
        "The molecule; null for ligands that are no interleukins and whose receptors share chains with theirs.", nullable=True
    )
    ligand_name: str = text(
        "Name of the ligand, also of one that is no interleukin, such as TSLP.", label_of="il_id -> interleukins.name"
    )
    receptor_id: str = receptor_id()
    receptor_name: str = receptor_name()
    effect: Category = category(
        "What binding does: agonist (gives a signal), antagonist (the ligand occupies the receptor and keeps agonists from it), "
        "decoy (the receptor catches the ligand and gives no signal); null where reports are at odds.",
        ("agonist", "antagonist", "decoy"),
        nullable=True,
    )
    status: Category = category(
        "established, or provisional: reported by few studies, in mice only, or disputed.", ("established", "provisional")
    )
    ligand_hgnc_id: str = text(
        "HGNC id of the chain that a gene-level pair names, or of the ligand where it is no interleukin.",
        pattern=GENE,
        nullable=True,
        primary=True,
        refers_to="genes.hgnc_id",
    )
    ligand_symbol: str = text("Approved symbol of that chain or ligand.", nullable=True, label_of="ligand_hgnc_id -> genes.symbol")
    subunit_hgnc_id: str = text(
        "HGNC id of the receptor subunit that a gene-level pair names.",
        pattern=GENE,
        nullable=True,
        primary=True,
        refers_to="genes.hgnc_id",
    )
    subunit_symbol: str = text("Approved symbol of that subunit.", nullable=True, label_of="subunit_hgnc_id -> genes.symbol")
    attribution: Category = category(
        "Whether the chain that a gene-level pair names belongs to this molecule alone (unique) or to another established "
        "molecule as well (shared); null where the row is about the whole molecule.",
        ("unique", "shared"),
        nullable=True,
    )
    source_id: str = source_id(primary=True)
    evidence: Category = category(
        "complex: curated record of the complex with evidence of physical interaction; complex_inferred: such a record without "
        "it; interaction: curated interaction of the ligand with the whole receptor; ligand_receptor_pair: gene-level pair that "
        "names one chain and one subunit; review; primary (a study of the binding); textbook (not looked up).",
        ("complex", "complex_inferred", "interaction", "ligand_receptor_pair", "review", "primary", "textbook"),
    )
    reference: str = reference(primary=True)

    class Config:
        """Grain of the table."""

        title = "ligand × receptor × chain and subunit named × source × reference"
