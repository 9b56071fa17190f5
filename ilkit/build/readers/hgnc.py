"""HGNC complete set: every approved human gene with its names and identifiers.

Upstream layout: one gzipped TSV with a header; cells with several values are quoted and separated by ``|``.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import integer, listed, optional, text
from ilkit.build.readers.identifiers import ENSEMBL_GENE, HGNC
from ilkit.build.readers.source import Source

SOURCES = ("hgnc",)

COLUMNS = {
    "hgnc_id": HGNC,
    "symbol": text,
    "name": text,
    "locus_group": text,
    "location": optional(text),
    "alias_symbol": listed(),
    "alias_name": listed(),
    "prev_symbol": listed(),
    "prev_name": listed(),
    "entrez_id": optional(integer),
    "ensembl_gene_id": optional(ENSEMBL_GENE),
    "uniprot_ids": listed(),
    "mgd_id": listed(),
    "rgd_id": listed(),
    "omim_id": listed(),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``genes``: one row per approved gene, list cells as tuples."""
    return {"genes": read_delimited(source.file("hgnc_complete_set.txt*"), COLUMNS, unique="hgnc_id")}
