"""NCBI Gene ``gene_info`` of Homo sapiens: symbols, synonyms and identifiers.

Upstream layout: a TSV whose header starts with ``#tax_id``; ``-`` is null, ``|`` separates lists, quotes are plain characters.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import listed, matching, one_of, optional, positive, text
from ilkit.build.readers.source import Source

SOURCES = ("ncbi_gene_info",)
NULLS = ("-", "")
TYPE = one_of(
    "protein-coding",
    "pseudo",
    "ncRNA",
    "tRNA",
    "rRNA",
    "snRNA",
    "scRNA",
    "snoRNA",
    "miscRNA",
    "transposon",
    "biological-region",
    "other",
    "unknown",
)

COLUMNS = {
    "#tax_id": positive,
    "GeneID": positive,
    "Symbol": text,
    "Synonyms": listed(nulls=NULLS),
    "dbXrefs": listed(item=matching(r"[^\s:]+:\S+", "a cross-reference such as MIM:147620"), nulls=NULLS),
    "chromosome": optional(text, NULLS),
    "map_location": optional(text, NULLS),
    "type_of_gene": TYPE,
    "Symbol_from_nomenclature_authority": optional(text, NULLS),
    "Full_name_from_nomenclature_authority": optional(text, NULLS),
    "Other_designations": listed(nulls=NULLS),
    "Modification_date": matching(r"(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])", "a date such as 20210708"),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``genes``: one row per gene, list cells as tuples."""
    return {"genes": read_delimited(source.file("Homo_sapiens.gene_info*"), COLUMNS, quoted=False)}
