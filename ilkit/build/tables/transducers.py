"""Intermediate frame: the genes that carry the signal of a receptor into the cell, with their role."""

from __future__ import annotations

import pandas as pd

ROLE = {
    **dict.fromkeys(("JAK1", "JAK2", "JAK3", "TYK2"), "JAK"),
    **dict.fromkeys(("STAT1", "STAT2", "STAT3", "STAT4", "STAT5A", "STAT5B", "STAT6"), "STAT"),
    **dict.fromkeys(("MYD88", "TRAF3IP2"), "adaptor"),
    **dict.fromkeys(("IRAK1", "IRAK4"), "kinase"),
    "TRAF6": "ubiquitin ligase",
}


def build(genes: pd.DataFrame) -> pd.DataFrame:
    """Return ``hgnc_id``, ``symbol`` and ``role`` of the transducers in scope."""
    return genes.loc[genes["symbol"].isin(list(ROLE)), ["hgnc_id", "symbol"]].assign(role=lambda rows: rows["symbol"].map(ROLE))
