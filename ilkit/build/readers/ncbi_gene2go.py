"""NCBI ``gene2go`` of 2020: GO annotations with evidence code, qualifier and PubMed ids.

Layout: TSV whose header starts with ``#tax_id``; ``-`` is null, PubMed ids are separated by ``|``. Upstream's
``gene2go.gz`` holds all taxa; the two files here are its human rows of interleukins and their receptors, and the
rows of any human gene whose term names an interleukin, both with the symbol added.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import integer, listed, matching, one_of, optional, text
from ilkit.build.readers.source import Source

SOURCES = ("ncbi_gene2go_2020",)
PARTS = {"human": "gene2go.human_interleukin.tsv", "human_interleukin_terms": "gene2go.human_interleukin_terms_all_genes.tsv"}

COLUMNS = {
    "#tax_id": integer,
    "GeneID": integer,
    "GO_ID": matching(r"GO:\d{7}", "a GO id such as GO:0006955"),
    "Evidence": matching(r"[A-Z]{2,3}", "a GO evidence code"),
    "Qualifier": optional(text, ("-", "")),
    "GO_term": text,
    "PubMed": listed(item=integer, nulls=("-", "")),
    "Category": one_of("Process", "Function", "Component"),
    "Symbol": text,
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``human`` and ``human_interleukin_terms``: one row per gene, term, evidence code and qualifier."""
    return {part: read_delimited(source.file(name), COLUMNS, quoted=False) for part, name in PARTS.items()}
