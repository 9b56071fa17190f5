"""Monarch knowledge graph: associations of genes with diseases.

Upstream layout: a TSV with a header, ids as CURIEs, predicates of the Biolink model. ``negated`` is empty, ``True`` or
``False``; publications are separated by ``|`` and are empty for associations taken over from Orphanet.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import flag, listed, matching, optional, text
from ilkit.build.readers.identifiers import CURIE, HGNC
from ilkit.build.readers.source import Source

SOURCES = ("monarch_2025",)


COLUMNS = {
    "subject": HGNC,
    "subject_label": text,
    "negated": optional(flag),
    "predicate": matching(r"biolink:\w+", "a Biolink predicate such as biolink:causes"),
    "object": matching(r"[A-Za-z]+:\S+", "a disease id such as MONDO:0007191"),
    "object_label": text,
    "publications": listed(item=CURIE),
    "primary_knowledge_source": optional(matching(r"infores:\S+", "a source such as infores:orphanet")),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``associations``: one row per gene, predicate and disease."""
    return {"associations": read_delimited(source.file("*gene*disease*.tsv*"), COLUMNS)}
