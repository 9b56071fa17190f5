"""The table `structures`."""

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
    reference,
    source_id,
    text,
)


class Structures(Table):
    """Chains of PDB entries up to August 2020 that are proteins of the genes, and which residues of them they hold (SIFTS)."""

    pdb_id: str = text("The PDB entry.", pattern=r"^pdb:[1-9][a-z0-9]{3}$", primary=True)
    pdb_chain: str = text(
        "Id of the chain in the entry; case matters. Chains without a UniProt sequence, as those of antibodies, are not there.",
        pattern=r"^[A-Za-z0-9]{1,4}$",
        primary=True,
    )
    hgnc_id: str = gene_id()
    symbol: str = gene_symbol()
    uniprot_id: str = text("UniProtKB accession of the protein that is numbered.", label_of="hgnc_id -> genes.uniprot_id")
    start: Integer = integer(
        "First residue of the segment in UniProt numbering, 1-based, counted along the canonical precursor.",
        unit="aa",
        minimum=1,
        nullable=False,
        primary=True,
    )
    end: Integer = integer("Last residue of the segment in UniProt numbering, included.", unit="aa", minimum=1, nullable=False)
    chain_start: Integer = integer(
        "First residue of the segment counted along the chain as it was deposited (SEQRES).", unit="aa", minimum=1, nullable=False
    )
    chain_end: Integer = integer(
        "Last residue of the segment along the chain (SEQRES), included.", unit="aa", minimum=1, nullable=False
    )
    author_start: str = text(
        "Number that the authors give the first residue, with an insertion letter where there is one; null where it was not "
        "observed.",
        pattern=r"^-?\d+[A-Za-z]?$",
        nullable=True,
    )
    author_end: str = text(
        "Number that the authors give the last residue; null where it was not observed.",
        pattern=r"^-?\d+[A-Za-z]?$",
        nullable=True,
    )
    n_segments: Integer = integer("Segments of this gene's protein in the chain.", minimum=1, nullable=False)
    chimera: Flag = flag("Whether the chain holds residues of another UniProt protein as well: a fusion or a chimera.")
    n_genes: Integer = integer(
        "Genes in scope with a chain in the entry: 2 and more where a ligand lies with its receptor, or one receptor with another.",
        minimum=1,
        nullable=False,
    )
    evidence: Category = category("structure: coordinates in the PDB, mapped by SIFTS.", ("structure",))
    source_id: str = source_id()
    reference: str = reference("The PDB entry.")

    class Config:
        """Grain of the table."""

        title = "PDB entry × chain × gene × segment"
