"""The table `genes`."""

from __future__ import annotations

from ilkit.schemas.table import GENE, Category, Integer, Table, category, integer, number, source_id, text


class Genes(Table):
    """Human genes of interleukin chains, receptor subunits and their signal transducers."""

    hgnc_id: str = text("HGNC id.", pattern=GENE, primary=True)
    symbol: str = text("Approved symbol (HGNC).")
    name: str = text("Approved name (HGNC).")
    role: Category = category(
        "ligand: chain of a cytokine; receptor: subunit of a receptor, decoys included; both; "
        "regulator: acts on either without being one (binding proteins, JAK kinases, STATs).",
        ("ligand", "receptor", "both", "regulator"),
    )
    ncbi_gene_id: Integer = integer("NCBI Gene id (HGNC).", minimum=1)
    ensembl_gene_id: str = text("Ensembl gene id without version (HGNC).", pattern=r"^ENSG\d{11}$", nullable=True)
    uniprot_id: str = text(
        "UniProtKB accession of the protein (HGNC; where HGNC lists several, the reviewed one).",
        pattern=r"^([OPQ]\d[A-Z0-9]{3}\d|[A-NR-Z]\d([A-Z][A-Z0-9]{2}\d){1,2})$",
        nullable=True,
    )
    location: str = text("Cytogenetic band (HGNC).", nullable=True)
    chromosome: str = text("Chromosome (Ensembl, GRCh38).", pattern=r"^([1-9]|1\d|2[0-2]|X|Y|MT)$", nullable=True)
    start: Integer = integer("First base of the gene on GRCh38, 1-based and inclusive (Ensembl).", unit="bp", minimum=1)
    end: Integer = integer("Last base of the gene on GRCh38, 1-based and inclusive (Ensembl).", unit="bp", minimum=1)
    strand: Integer = integer("Strand, 1 or -1 (Ensembl).", minimum=-1)
    length_aa: Integer = integer("Length of the canonical precursor (UniProt).", unit="aa", minimum=1)
    mass_da: float = number(
        "Average mass of the canonical precursor, signal peptide included, without modifications; "
        "computed from the sequence, null where no sequence was at hand.",
        unit="Da",
        minimum=1000.0,
    )
    signal_peptide_start: Integer = integer(
        "First residue of the signal peptide, 1-based, counted along the canonical precursor (UniProt); null where UniProt "
        "names none, as for cytokines that leave the cell another way.",
        unit="aa",
        minimum=1,
    )
    signal_peptide_end: Integer = integer("Last residue of the signal peptide, included (UniProt).", unit="aa", minimum=1)
    mature_start: Integer = integer(
        "First residue of the mature chain, after signal peptide, propeptide or initiator methionine, counted along the canonical "
        "precursor (UniProt, entries of 2025 and 2026); null where the entry was not at hand or names several chains.",
        unit="aa",
        minimum=1,
    )
    mature_end: Integer = integer("Last residue of the mature chain, included (UniProt).", unit="aa", minimum=1)
    source_id: str = source_id()

    class Config:
        """Grain of the table."""

        title = "human gene in scope"
