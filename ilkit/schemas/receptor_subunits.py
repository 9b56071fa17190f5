"""The table `receptor_subunits`."""

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
    receptor_id,
    receptor_name,
    reference,
    source_id,
)


class ReceptorSubunits(Table):
    """Which genes encode the subunits of which receptor."""

    receptor_id: str = receptor_id()
    receptor_name: str = receptor_name()
    hgnc_id: str = gene_id("HGNC id of the gene that encodes the subunit.")
    symbol: str = gene_symbol()
    role: Category = category(
        "Part of the subunit: ligand_binding (binds the ligand first or makes the receptor specific for it), signal_transducing "
        "(joins the bound ligand and is needed for the signal), ligand_binding_and_signal_transducing (the only kind of chain), "
        "decoy (binds without a signal); null where the part differs between ligands or is not settled. Textbook knowledge.",
        ("ligand_binding", "signal_transducing", "ligand_binding_and_signal_transducing", "decoy"),
        nullable=True,
    )
    shared: Flag = flag("Whether the gene is a subunit of another receptor of this table as well.")
    copies: Integer = integer(
        "Copies of the subunit in the complex with the ligand; null where Complex Portal does not tell or its complexes differ.",
        minimum=1,
    )
    source_id: str = source_id()
    evidence: Category = category(
        "What the membership rests on: complex (a curated record of the receptor with a ligand, with evidence of physical "
        "interaction), complex_inferred (such a record without it), review, primary (a study of it), textbook (not looked up).",
        ("complex", "complex_inferred", "review", "primary", "textbook"),
    )
    reference: str = reference()

    class Config:
        """Grain of the table."""

        title = "receptor × gene"
