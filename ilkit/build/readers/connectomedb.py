"""connectomeDB2020: pairs of a ligand gene and a receptor gene with the papers that support them.

Upstream layout: the sheet of supplementary data 1 saved as CSV, one row per pair of genes; a receptor of several chains
stands in several rows. ``PMID support`` lists PubMed ids, separated by commas with no-break blanks; some stand twice, a few
have a closing bracket behind them, which is taken off, and a few have lost their first or last digits, which cannot be seen.
"""

from __future__ import annotations

import re

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import Field, listed, text
from ilkit.build.readers.identifiers import HGNC
from ilkit.build.readers.source import Source

SOURCES = ("connectomedb2020",)


def _pmid(cell: str) -> int:
    match = re.fullmatch(r"([1-9]\d{0,7})\)?", cell.strip())
    if match is None:
        raise ValueError
    return int(match[1])


COLUMNS = {
    "Ligand gene symbol": text,
    "Ligand HGNC ID": HGNC,
    "Receptor gene symbol": text,
    "Receptor HGNC ID": HGNC,
    "PMID support": listed(",\xa0", Field(_pmid, "a PubMed id")),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``pairs``: one row per pair of genes, ``PMID support`` as a tuple of numbers."""
    return {"pairs": read_delimited(source.file("*_with_pmids.csv"), COLUMNS, separator=",")}
