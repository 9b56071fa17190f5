"""Mondo, the whole hierarchy: every term, and every ancestor with its distance.

Layout: two TSV files with a header. ``deprecated`` is ``True`` or ``False``; a deprecated term may name its
replacement, which may itself be deprecated or be a phenotype (HP) term, and some deprecated terms have no label.
Synonyms are separated by ``|``; cells that hold a quote character are quoted.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import flag, listed, matching, optional, positive, text
from ilkit.build.readers.identifiers import MONDO
from ilkit.build.readers.source import Source

SOURCES = ("mondo_2026-05-05_cellxgene",)


NODE_COLUMNS = {
    "id": MONDO,
    "label": optional(text),
    "deprecated": flag,
    "replaced_by": optional(matching(r"(MONDO|HP):\d{7}", "a term id such as MONDO:0005011")),
    "synonyms": listed(),
}

ANCESTOR_COLUMNS = {"id": MONDO, "ancestor": MONDO, "distance": positive}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``nodes``, one row per term, and ``ancestors``, one row per term and ancestor."""
    return {
        "nodes": read_delimited(source.file("nodes.tsv*"), NODE_COLUMNS, garbled={"synonyms": 3}),
        "ancestors": read_delimited(source.file("ancestors.tsv*"), ANCESTOR_COLUMNS),
    }
