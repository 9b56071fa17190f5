"""Every Cure MEDI drug list: approved drugs with their identifiers in other systems.

Upstream layout: one CSV with a row per drug. ``alternate_ids`` and ``atc_codes`` are printed Python lists of CURIEs and codes;
where rows were merged upstream, several lists stand in a cell, joined by ``| ``. The ids of salts, of products and of enantiomers
stand among those of the drug, and some belong to other drugs. ``marketing_status_usa`` joins the products' by ``|``. Flags are 1
or empty. The column ``smiles`` is wrong for proteins and is not read. Most labels are an INN with a capital, some are in
capitals, name a salt or carry a strength.
"""

from __future__ import annotations

import ast

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import Field, listed, matching, one_of, optional, text
from ilkit.build.readers.source import Source

SOURCES = ("everycure_medi_druglist",)


def _printed_list(cell: str) -> tuple[str, ...]:
    if not cell.strip():
        return ()
    try:
        value = ast.literal_eval(cell.replace("]| [", ", "))
    except (SyntaxError, ValueError, MemoryError, RecursionError) as broken:
        raise ValueError from broken
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError
    return tuple(value)


PRINTED_LIST = Field(_printed_list, "a printed list of texts such as ['A', 'B'], or nothing", "object")
FLAG = optional(one_of("1"))

COLUMNS = {
    "curie": matching(r"[A-Za-z.]+:\S+", "a CURIE such as UNII:2A2DXS8D1N"),
    "curie_label": text,
    "approved_usa": FLAG,
    "marketing_status_usa": listed("|"),
    "approved_europe": FLAG,
    "approved_japan": FLAG,
    "alternate_ids": PRINTED_LIST,
    "atc_codes": PRINTED_LIST,
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``drugs``: one row per drug."""
    return {"drugs": read_delimited(source.file("drug_list*.csv*"), COLUMNS, separator=",", unique="curie", ended=False)}
