"""Experimental Factor Ontology: labels, parents, cross-references and synonyms of the disease branch.

Layout: four TSV files with a header; the columns are called ``Subject`` and ``Object`` in each of them. A cell that
itself contains a quotation is quoted twice over and so keeps a pair of outer quotes when it is read. Parents may lie
outside the branch and then have no label. Cross-references are free text upstream: the prefix of one vocabulary
is spelled in several ways, some hold a space after the colon, and a few are web addresses or sentences.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import matching, text
from ilkit.build.readers.source import Source

SOURCES = ("efo_3.62.0",)

TERM = matching(r"[A-Za-z]+:[A-Za-z]*\d+", "a term id such as EFO:0000384")

LABEL_COLUMNS = {"Subject": TERM, "Object": text, "IRI": matching(r"https?://\S+", "the address of a term")}
EDGE_COLUMNS = {"Subject": TERM, "Object": TERM}
TEXT_COLUMNS = {"Subject": TERM, "Object": text}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``labels``, one row per term, and ``edges``, ``xrefs`` and ``synonyms``, one row per pair."""
    return {
        "labels": read_delimited(source.file("efo_labels*.tsv*"), LABEL_COLUMNS),
        "edges": read_delimited(source.file("efo_edges*.tsv*"), EDGE_COLUMNS),
        "xrefs": read_delimited(source.file("efo_dbxrefs*.tsv*"), TEXT_COLUMNS),
        "synonyms": read_delimited(source.file("efo_synonyms*.tsv*"), TEXT_COLUMNS, garbled={"Object": 4}),
    }
