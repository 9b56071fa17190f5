"""PubMed: year, journal, DOI and title of publications.

Upstream layout: a service that answers for one PubMed id at a time; the file read here is a gzipped TSV of such answers. A
title that holds quotes is quoted as a whole, with its quotes doubled. Titles translated into English stand in brackets.
DOIs are in the case that the publisher gave them, and some hold ``<``, ``>``, ``;`` and ``#``: compare them without case.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import between, integer, matching, optional, positive, text
from ilkit.build.readers.source import Source

SOURCES = ("pubmed_metadata_2026",)

COLUMNS = {
    "pmid": positive,
    "year": between(1800, 2100, integer),
    "journal": optional(text),
    "doi": optional(matching(r"10\.\d{4,9}/\S+", "a DOI such as 10.1016/j.jaci.2016.06.033")),
    "title": text,
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``publications``: one row per PubMed id."""
    return {"publications": read_delimited(source.file("pubmed_metadata*.tsv*"), COLUMNS)}
