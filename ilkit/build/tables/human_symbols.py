"""Intermediate frame: every symbol by which a source may name a human gene, and the gene that it means."""

from __future__ import annotations

import pandas as pd


def build(hgnc: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return ``hgnc_id``, ``symbol`` (approved) and ``matched_by``, indexed by the name of the gene.

    An approved symbol means its gene. A previous symbol means the one gene that had it, unless it is approved for another
    gene by now or several genes had it; aliases mean nothing here.
    """
    genes = hgnc["genes"][["hgnc_id", "symbol", "prev_symbol"]]
    former = genes.explode("prev_symbol").dropna(subset=["prev_symbol"]).rename(columns={"prev_symbol": "name"})
    certain = ~former["name"].duplicated(keep=False) & ~former["name"].isin(genes["symbol"])
    approved = genes.assign(name=genes["symbol"], matched_by="approved symbol")
    known = pd.concat([approved, former[certain].assign(matched_by="previous symbol")])
    return known.set_index("name")[["hgnc_id", "symbol", "matched_by"]]
