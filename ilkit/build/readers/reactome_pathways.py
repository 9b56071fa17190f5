"""Reactome pathways: names, and which pathway is a part of which.

Upstream layout: ``ReactomePathways.txt`` and ``ReactomePathwaysRelation.txt``. The names are read from an export of the former to
a TSV with a header, whose ``parents`` mix Reactome with the Pathway Ontology. The relations are upstream's: two columns
without header, the whole and the part. The two files are of different releases, so that a pathway may be in one alone.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import matching, text
from ilkit.build.readers.source import Source

SOURCES = ("reactome_v94_pathways",)

PATHWAY = matching(r"R-HSA-\d+", "a pathway id such as R-HSA-449147")
NAMES = {"identifier": PATHWAY, "name": text}
RELATIONS = {"whole": PATHWAY, "part": PATHWAY}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``names``, one row per pathway, and ``relations``, one row per whole and part."""
    relations = source.file("ReactomePathwaysRelation*.txt*")
    return {
        "names": read_delimited(source.file("reactome*.tsv*"), NAMES, unique="identifier", quoted=False),
        "relations": read_delimited(relations, RELATIONS, header=list(RELATIONS), quoted=False),
    }
