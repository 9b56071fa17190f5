"""huCIRA: cytokines with their genes and receptors, as the Human Cytokine Dictionary tabulates them.

Upstream layout: a workbook whose first sheet holds one row per cytokine. In ``gene`` and ``receptor gene``, ``,`` joins the
chains of one complex and ``;`` separates alternative receptors; cells have blanks at their ends, some of them no-break
blanks. Cytokines without a receptor were mostly not used upstream. Some receptors are wrong or lack a chain.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.fields import listed, matching, text
from ilkit.build.readers.source import Source
from ilkit.build.readers.workbook import read_workbook

SOURCES = ("hucira_cytokine_info",)

GENE = matching(r"[A-Z][A-Za-z0-9-]*", "a gene symbol such as IL6")

COLUMNS = {
    "name": text,
    "gene": listed(",", GENE),
    "receptor gene": listed(";", listed(",", GENE)),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``cytokines``: one row per cytokine, ``receptor gene`` as alternatives, each a tuple of symbols."""
    return {"cytokines": read_workbook(source.file("*_cytokine_info_*.xlsx"), COLUMNS)}
