"""ClinGen gene–disease validity, the download of 2023: one row per curated gene, disease and inheritance.

Upstream layout: a CSV with every cell quoted. Title, date and address come before the header, in rows padded to the
width of the table, and a row of ``+`` stands above and below the header. Most dates end in ``Z``, some do not.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import matching, one_of, text
from ilkit.build.readers.identifiers import HGNC, MONDO
from ilkit.build.readers.source import Source

SOURCES = ("clingen_2023-10-18",)

CLASSIFICATIONS = ("Definitive", "Strong", "Moderate", "Limited", "Disputed", "Refuted", "No Known Disease Relationship")

COLUMNS = {
    "GENE SYMBOL": text,
    "GENE ID (HGNC)": HGNC,
    "DISEASE LABEL": text,
    "DISEASE ID (MONDO)": MONDO,
    "MOI": one_of("AD", "AR", "XL", "SD", "MT", "Undetermined"),
    "SOP": matching(r"SOP\d+", "a procedure such as SOP9"),
    "CLASSIFICATION": one_of(*CLASSIFICATIONS),
    "CLASSIFICATION DATE": matching(r"\d{4}-\d\d-\d\dT[\d:.]+Z?", "a time such as 2018-06-07T16:00:00.000Z"),
    "GCEP": text,
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``validity``: one row per curation."""
    path = source.file("Clingen-Gene-Disease-Summary*.csv*")
    return {"validity": read_delimited(path, COLUMNS, separator=",", is_header=_is_header, skip=_is_decoration)}


def _is_header(row: list[str]) -> bool:
    return row[0] == "GENE SYMBOL"


def _is_decoration(row: list[str]) -> bool:
    return all(cell and not cell.strip("+") for cell in row)
