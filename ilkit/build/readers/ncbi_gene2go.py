"""NCBI gene2go of 2020: GO annotations of genes, with evidence code, qualifier and PubMed ids.

Upstream layout: one ``gene2go.gz`` over all taxa, a TSV whose header starts with ``#tax_id``; ``-`` is null, PubMed ids are
separated by ``|``, quotes are plain characters. The two files read here are narrowed from its rows of ``#tax_id`` 9606: one
to interleukins, their receptors, JAK and STAT, the other to the terms, of any gene, that name an interleukin or the making of
cytokines; rows of both kinds are in both. They carry the symbol, which upstream does not, and ``PubMed_asfound``, a trace
of how the PubMed cells were repaired. In 2020 a qualifier was given only where it changes the meaning, as ``NOT`` does.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import listed, matching, one_of, optional, positive, text
from ilkit.build.readers.identifiers import GO_EVIDENCE, GO_TERM
from ilkit.build.readers.source import Source

SOURCES = ("ncbi_gene2go_2020",)

PARTS = {"human": "gene2go.human_interleukin.tsv*", "human_interleukin_terms": "gene2go.human_interleukin_terms_all_genes.tsv*"}

COLUMNS = {
    "#tax_id": positive,
    "GeneID": positive,
    "GO_ID": GO_TERM,
    "Evidence": GO_EVIDENCE,
    "Qualifier": optional(matching(r"NOT|(NOT )?[a-z_]+", "a qualifier such as NOT or contributes_to"), nulls=("-",)),
    "GO_term": text,
    "PubMed": listed(item=positive, nulls=("-",)),
    "Category": one_of("Process", "Function", "Component"),
    "Symbol": text,
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``human`` and ``human_interleukin_terms``: one row per gene, term, evidence code and qualifier."""
    return {part: read_delimited(source.file(name), COLUMNS, quoted=False, may_lack={"Symbol": 8}) for part, name in PARTS.items()}
