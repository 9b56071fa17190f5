"""Complex Portal names: every complex with its recommended name and synonyms.

Upstream layout: a TSV with a header, one row per name; the predicate tells the recommended name
(``rdfs:label``) from synonyms. Complex ids are CURIEs with the prefix ``complexportal``.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import matching, one_of, text
from ilkit.build.readers.source import Source

SOURCES = ("complexportal",)

COLUMNS = {
    "text": text,
    "curie": matching(r"complexportal:CPX-\d+", "a complex id such as complexportal:CPX-381"),
    "name": text,
    "predicate": one_of("rdfs:label", "oboInOwl:hasRelatedSynonym"),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``names``: one row per name of a complex."""
    return {"names": read_delimited(source.file("complexportal.synonyms*.tsv"), COLUMNS, quoted=False)}
