"""Gene Ontology of 2026: current labels of terms, and which term regulates which."""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import matching, one_of, text
from ilkit.build.readers.go_basic import TERM
from ilkit.build.readers.source import Source

SOURCES = ("go_relations",)

LABELS = {"curie": TERM, "label": text}
REGULATES = {
    "term_id": TERM,
    "term_label": text,
    "relation": one_of("regulates", "positively_regulates", "negatively_regulates"),
    "target_id": matching(r"[A-Za-z]+:\S+", "a CURIE such as GO:0006955"),
    "target_label": text,
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``labels`` (a CSV) and ``regulates`` (a TSV)."""
    return {
        "labels": read_delimited(source.file("go_labels_*_terms.csv"), LABELS, separator=","),
        "regulates": read_delimited(source.file("go_regulates_*.tsv"), REGULATES, quoted=False),
    }
