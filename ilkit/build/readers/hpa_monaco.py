"""Human Protein Atlas: RNA of immune cell types of the blood, measured by Monaco and others.

Upstream layout: ``rna_immune_cell_monaco.tsv``, a TSV with a header, one row per gene and cell type. The numbers are in
``pTPM``, transcripts per million of protein-coding genes; ``TPM`` is empty in all rows. ``total PBMC`` is a mixture of cells.
The cells were sorted from blood and not stimulated.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import between, text
from ilkit.build.readers.identifiers import ENSEMBL_GENE
from ilkit.build.readers.source import Source

SOURCES = ("hpa_monaco_v22_filtered",)

COLUMNS = {
    "Gene": ENSEMBL_GENE,
    "Gene name": text,
    "Immune cell": text,
    "pTPM": between(0),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``values``: one row per gene and cell type."""
    return {"values": read_delimited(source.file("rna_immune_cell_monaco.tsv*"), COLUMNS, quoted=False)}
