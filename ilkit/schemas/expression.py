"""The table `expression`."""

from __future__ import annotations

from ilkit.schemas.table import (
    TISSUE,
    Category,
    Table,
    category,
    cell_id,
    cell_name,
    gene_id,
    gene_symbol,
    number,
    reference,
    source_id,
    text,
)

SAMPLE_TYPES = ("cell_type", "cell_mixture", "tissue", "primary_cell")
CONDITIONS = ("resting", "stimulated", "cultured", "unspecified")
UNITS = ("pTPM", "NX", "CAGE TPM")


class Expression(Table):
    """RNA of the genes in blood cells, tissues and primary cells; the blood cells are resting and lack what activation brings."""

    hgnc_id: str = gene_id()
    symbol: str = gene_symbol()
    sample: str = text("Cell type or tissue as the source names it.", primary=True)
    sample_type: Category = category(
        "cell_type: sorted from blood; cell_mixture: blood cells of all types; tissue; primary_cell: taken from a donor, "
        "most of them grown in culture.",
        SAMPLE_TYPES,
    )
    cell_id: str = cell_id(
        "Cell Ontology id of the sample, or of a broader type where there is none for it; null where none fits.",
        primary=False,
        nullable=True,
    )
    cell_name: str = cell_name(nullable=True)
    tissue_id: str = text("Uberon id of the tissue; null where none fits, and for cells.", pattern=TISSUE, nullable=True)
    tissue_name: str = text("Name of the tissue in Uberon.", nullable=True)
    condition: Category = category(
        "State of the cells: resting (not stimulated), stimulated (as the name of the sample says), cultured; unspecified for "
        "tissues and for cells of which the source does not tell. Handling and culture activate cells as well.",
        CONDITIONS,
    )
    value: float = number(
        "Level of the RNA, in the unit of the row. A gene that a source does not hold has no rows for it, which is no value of 0.",
        minimum=0,
        nullable=False,
    )
    unit: Category = category(
        "pTPM: transcripts per million of protein-coding genes; NX: normalised expression of the Human Protein Atlas; CAGE TPM: "
        "tags per million at the promoters of the gene. Values in different units cannot be compared.",
        UNITS,
    )
    evidence: Category = category(
        "Method: rna_seq, cage (sequencing of the 5' ends of transcripts), or consensus of data sets of both kinds (tissues).",
        ("rna_seq", "cage", "consensus"),
    )
    source_id: str = source_id(primary=True)
    reference: str = reference("Publication of the data set, as a CURIE; null where the source names none.")

    class Config:
        """Grain of the table."""

        title = "gene × sample × source"
