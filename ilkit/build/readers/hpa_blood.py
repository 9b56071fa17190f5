"""Human Protein Atlas of 2021: RNA of sorted blood cells, and consensus RNA of tissues, both as NX.

Upstream layout: ``rna_blood_cell.tsv`` and ``rna_tissue_consensus.tsv``, one row per gene and sample. The files read here hold the
same values with one column per sample, and ``hgnc_symbol_added`` beside the Ensembl id. NX is a normalised value without a
unit, not comparable with TPM. An empty cell is a value that the atlas does not have. Seven columns of the tissue file are
blood cells: ``total_PBMC`` of both files is the same, and ``T_cells``, ``B_cells``, ``NK_cells``, ``monocytes``, ``granulocytes``
and ``dendritic_cells`` are the highest of the sorted cell types of the other file. The cells were not stimulated.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.fields import between, optional, text
from ilkit.build.readers.identifiers import ENSEMBL_GENE
from ilkit.build.readers.source import Source
from ilkit.build.readers.wide import read_wide

SOURCES = ("hpa_blood_v20_filtered",)

KEYS = {
    "GeneID": ENSEMBL_GENE,
    "hgnc_symbol_added": text,
}
VALUE = optional(between(0))


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``blood`` and ``tissue``: one row per gene and sample that has a value."""
    return {
        "blood": read_wide(source.file("RNAtableBlood.tsv*"), KEYS, VALUE),
        "tissue": read_wide(source.file("RNAtableTissue.tsv*"), KEYS, VALUE),
    }
