"""UniProtKB/Swiss-Prot human entries: accession and length of every reviewed protein.

Upstream layout: the gzipped TSV of the UniProt web site with the columns Entry, Length and primary gene names, unquoted.
A protein that several genes encode has their names separated by ``; ``; where no gene is named the cell is empty.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import listed, positive
from ilkit.build.readers.identifiers import ACCESSION
from ilkit.build.readers.source import Source

SOURCES = ("uniprot_reviewed_human",)

COLUMNS = {
    "Entry": ACCESSION,
    "Length": positive,
    "Gene Names (primary)": listed(";"),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``entries``: one row per reviewed human protein."""
    return {"entries": read_delimited(source.file("uniprotkb_*.tsv*"), COLUMNS, quoted=False, unique="Entry")}
