"""IUIS table of inborn errors of immunity: gene, disease, inheritance and codes.

Upstream layout: one workbook with one sheet. The header has blanks at its ends, as have many cells, some of them
no-break blanks; they are taken off, and blanks within a cell become one. Codes are numbers or text. The column ``OMIM`` holds
numbers of diseases and of genes alike, once with a bullet before it, once with an asterisk behind it, once with seven
digits, and lists; ``Inheritance`` is written in many ways. The sheet ends in rows that are empty.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.fields import matching, optional, text
from ilkit.build.readers.source import Source
from ilkit.build.readers.workbook import read_workbook

SOURCES = ("iuis_iei_2022",)

COLUMNS = {
    "Disease": text,
    "Genetic defect": text,
    "Inheritance": optional(text),
    "OMIM": optional(matching(r"(· )?\d{6,7}\*?(, \d{6})*|Not yet attributed", "OMIM numbers such as 308380")),
    "Major category": matching(r"Table \d+ .+", "a table of the classification such as 'Table 8 Complement Deficiencies'"),
    "Subcategory": optional(matching(r"Subtable \d+ .+", "a subtable of the classification such as 'Subtable 1 T-B+ SCID'")),
    "ICD9": optional(matching(r"\d{3}(\.\d{1,2})?", "an ICD-9 code such as 279.2")),
    "ICD10": optional(matching(r"[A-Z]\d\d(\.\d{1,4})?", "an ICD-10 code such as D81.2")),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``defects``: one row per disease, cells as text, indexed by the row of the sheet."""
    return {"defects": read_workbook(source.file("*_ESM.xlsx"), COLUMNS)}
