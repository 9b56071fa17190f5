"""TRRUST v2: transcription factors and the genes that they regulate, with PubMed ids.

Upstream layout: a TSV without header: regulator, target, mode, PubMed ids separated by ``;``. The file read here has a header
line, which upstream lacks; both are read. One row per regulator, target and mode, so that a pair which some papers call
activation and others repression has two rows. Symbols are those of the papers: some are aliases or misspelt. Among the regulators
are cofactors and RNA-binding proteins. One PubMed id ends in a letter (``1724219e``).
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import listed, matching, one_of, text
from ilkit.build.readers.source import Source

SOURCES = ("trrust_v2",)

COLUMNS = {
    "Gene1": text,
    "Gene2": text,
    "Mode_of_Regulation": one_of("Activation", "Repression", "Unknown"),
    "PMID": listed(";", matching(r"[1-9]\d{0,8}[a-z]?", "a PubMed id such as 11564889")),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``regulations``: one row per regulator, target and mode, the PubMed ids as a tuple of texts."""
    path = source.file("trrust_rawdata.human.tsv*")
    return {
        "regulations": read_delimited(path, COLUMNS, header=tuple(COLUMNS), skip=lambda row: row == list(COLUMNS), quoted=False)
    }
