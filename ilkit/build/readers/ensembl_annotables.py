"""Ensembl gene coordinates on GRCh38, as the annotables package tabulates them.

Upstream layout: ``grch38``, a data frame of the R package; what is read here is that frame, or rows of it, as a TSV with a
header, unquoted. A gene on an alternative haplotype or a patch has an Ensembl id of its own there and is a further row, on
``CHR_…``, with the same symbol and Entrez id. A gene with several Entrez ids has a row for each.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import matching, one_of, optional, positive, text
from ilkit.build.readers.identifiers import ENSEMBL_GENE
from ilkit.build.readers.source import Source

SOURCES = ("ensembl_annotables",)
NULLS = ("", "NA")

COLUMNS = {
    "ensgene": ENSEMBL_GENE,
    "entrez": optional(positive, NULLS),
    "symbol": optional(text, NULLS),
    "chr": matching(r"[A-Za-z0-9_.]+", "a chromosome or contig"),
    "start": positive,
    "end": positive,
    "strand": one_of("1", "-1"),
    "biotype": text,
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``genes``: one row per gene and sequence that it is placed on."""
    genes = read_delimited(source.file("grch38*.tsv"), COLUMNS, quoted=False)
    return {"genes": genes.assign(strand=genes["strand"].astype("Int64"))}
