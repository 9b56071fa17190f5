"""PubMed bibliographic facts: id, year, journal, DOI and title.

Layout: a gzipped TSV with a header; quotes are plain characters of the titles.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import between, integer, matching, optional, text
from ilkit.build.readers.source import Source

SOURCES = ("pubmed_metadata_2026",)

COLUMNS = {
    "pmid": between(1, field=integer),
    "year": optional(between(1800, 2100, integer)),
    "journal": optional(text),
    "doi": optional(matching(r"10\.\d{4,9}/\S+", "a DOI such as 10.1016/j.jaci.2016.06.033")),
    "title": optional(text),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``publications``: one row per PubMed record."""
    return {"publications": read_delimited(source.file("pubmed_metadata*.tsv*"), COLUMNS, quoted=False)}
