"""FDA Purple Book: licensed biological products of the United States.

Upstream layout: one CSV a month. A title and a caption stand before a first header with the rows that changed in the month; the
same header stands again before the full list, which is what is read. One row is a presentation of a product (strength, device),
so that a drug has many. ``Proper Name`` of products since 2017 ends in a suffix of four letters, ``tocilizumab-aazg``; that of
biosimilars always does. ``Approval Date`` is that of the presentation, ``March 5, 2024``. ``Licensure`` tells a licence that was
given up, ``Marketing Status`` a product that is no longer sold.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import matching, one_of, optional, text
from ilkit.build.readers.source import Source

SOURCES = ("fda_purple_book",)

COLUMNS = {
    "BLA Number": matching(r"\d{6}", "a BLA number such as 125276"),
    "Proprietary Name": optional(text),
    "Proper Name": text,
    "BLA Type": one_of("351(a)", "351(k) Biosimilar", "351(k) Interchangeable"),
    "Marketing Status": matching(r"Rx|OTC|Disc\*?", "Rx, OTC or Disc"),
    "Licensure": one_of("Licensed", "Voluntarily Revoked", "Revoked"),
    "Approval Date": optional(matching(r"[A-Z][a-z]+ \d{1,2}, \d{4}", "a date such as March 5, 2024")),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``products``: one row per presentation of a product in the full list."""
    path = source.file("purplebook-data-download*.csv*")
    return {"products": read_delimited(path, COLUMNS, separator=",", is_header=_second_header(), skip=lambda row: not any(row))}


def _second_header() -> Callable[[list[str]], bool]:
    seen = []

    def is_header(row: list[str]) -> bool:
        seen.extend([row] if row[0] == "N/R/U" else [])
        return row[0] == "N/R/U" and len(seen) == 2

    return is_header
