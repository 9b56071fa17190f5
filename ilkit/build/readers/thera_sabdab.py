"""Thera-SAbDab: therapeutic antibodies with an INN, their format, targets, stage of development and conditions.

Upstream layout: one CSV with a row per antibody. An antibody with three binding sites has a row for each, whose name ends in 1,
2 or 3. ``Target`` separates targets by ``;`` (sometimes ``&`` or ``and``) and the synonyms of one by ``/``, the first of them
mostly the gene symbol. The header of the stage names the month of the edition. Veterinary antibodies say so in ``Format`` and,
not always, in the target. ``na``, ``TBC`` and the empty cell are nulls. A ``(w)`` behind a stage means withdrawn. Names separated
by ``;`` are codes and brands. One antibody carries its own name as its format.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import listed, matching, optional, text
from ilkit.build.readers.source import Source

SOURCES = ("thera_sabdab",)

NULLS = ("", "na", "TBC", "ND", "None")
STAGE = "Highest_Clin_Trial (Feb '25)"

COLUMNS = {
    "Therapeutic": matching(r"[A-Z][A-Za-z -]+[123]?", "a name such as Dupilumab"),
    "Format": text,
    STAGE: optional(matching(r"[A-Z][A-Za-z]+(-[A-Za-z/-]+)?( \([a-z]+\))?", "a stage such as Phase-III"), NULLS),
    "Target": optional(text, NULLS),
    "Conditions Approved": listed(";", nulls=NULLS),
    "Conditions Active": listed(";", nulls=NULLS),
    "Conditions Discontinued": listed(";", nulls=NULLS),
    "Alternative Therapeutic Names": listed(";", nulls=NULLS),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``antibodies``: one row per antibody, or per binding site of those with three."""
    path = source.file("TheraSAbDab_SeqStruc_OnlineDownload.csv*")
    return {"antibodies": read_delimited(path, COLUMNS, separator=",", unique="Therapeutic", ended=False)}
