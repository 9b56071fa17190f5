"""EMA medicines report: every medicine in the central procedure, with its status, dates and therapeutic area.

Upstream layout: one workbook with one sheet; eight rows stand before the header. Some headers hold a line break; it and other
runs of blanks become one blank. Human and veterinary medicines stand together. A medicine is a product of one company: a drug
with generics or biosimilars has a row for each. Dates are texts, ``14/03/2026``. Therapeutic areas are MeSH headings, joined by
``;``; ATC codes, joined likewise, may be cut short or misspelt. Status: *Withdrawn*, *Lapsed*, *Expired*, *Revoked* and
*Suspended* medicines were authorised, those *Refused* or with an *Application withdrawn* never were. The column of indications
is prose and is not read.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.fields import listed, matching, one_of, optional, text
from ilkit.build.readers.source import Source
from ilkit.build.readers.workbook import read_workbook

SOURCES = ("ema_medicines",)

INN = "International non-proprietary name (INN) / common name"
DATE = matching(r"\d\d/\d\d/\d{4}", "a date such as 14/03/2026")
HEADER_ROW = 9

COLUMNS = {
    "Category": one_of("Human", "Veterinary"),
    "Name of medicine": text,
    "EMA product number": matching(r"EMEA/[HV]/C/?\d{6}", "a product number such as EMEA/H/C/000955"),
    "Medicine status": one_of(
        *("Authorised", "Withdrawn", "Application withdrawn", "Refused", "Lapsed", "Opinion", "Expired", "Revoked"),
        *("Opinion under re-examination", "Withdrawn from rolling review", "Suspended"),
    ),
    INN: optional(text),
    "Active substance": optional(text),
    "Therapeutic area (MeSH)": listed(";"),
    "ATC code (human)": listed(";", nulls=("", "Not yet assigned")),
    "Biosimilar": one_of("Yes", "No"),
    "Marketing authorisation date": optional(DATE),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``medicines``: one row per medicine, cells as text, indexed by the row of the sheet."""
    path = source.file("medicines-output-medicines-report*.xlsx")
    return {"medicines": read_workbook(path, COLUMNS, HEADER_ROW)}
