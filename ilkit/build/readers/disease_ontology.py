"""Human Disease Ontology reports: terms with their parents, and cross-references.

Upstream layout: two TSV reports with a header, every cell quoted. A term with several parents has one row per parent,
and parents are given by label, not by id; the root (DOID:4) is a parent but has no row of its own. In the
cross-references the prefix of SNOMED CT carries a release date, so one vocabulary has several prefixes.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from ilkit.build.readers.delimited import fault, read_delimited
from ilkit.build.readers.fields import matching, text
from ilkit.build.readers.identifiers import DOID
from ilkit.build.readers.source import Source

SOURCES = ("disease_ontology_2026-07-31",)


TERM_COLUMNS = {"id": DOID, "label": text, "subClassOf": text}

XREF_COLUMNS = {
    "id": DOID,
    "label": text,
    "xref": matching(r"[A-Za-z0-9_.]+:\S+", "a cross-reference such as MESH:D003424"),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``terms``, one row per term with the labels of its parents as a tuple, and ``xrefs``."""
    return {
        "terms": _read_terms(source.file("HumanDO.tsv*")),
        "xrefs": read_delimited(source.file("allXREFinDO.tsv*"), XREF_COLUMNS),
    }


def _read_terms(path: Path) -> pd.DataFrame:
    """Return one row per term, at the line where it first occurs."""
    rows = read_delimited(path, TERM_COLUMNS)
    labels: dict[str, str] = {}
    for line, term, label in zip(rows.index, rows["id"], rows["label"], strict=True):
        if labels.setdefault(term, label) != label:
            raise fault(path, f"the one label {labels[term]!r} of {term}", line, "label", label)
    parents = rows.groupby("id")["subClassOf"].agg(tuple)
    terms = rows.drop_duplicates("id")
    return terms.assign(subClassOf=terms["id"].map(parents).astype("object"))
