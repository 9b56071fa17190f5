"""Intermediate frame: which gene of today a symbol of a source means, over all human genes.

An approved symbol stands for its gene; a previous symbol where one gene alone bore it, and an alias where one gene alone has it.
Approved beats previous beats alias, so that a symbol which several genes had is not guessed.
"""

from __future__ import annotations

import pandas as pd


def build(hgnc: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return a frame indexed by ``alias`` with ``hgnc_id``, ``symbol`` (approved) and ``kind``; ambiguous symbols are absent."""
    genes = hgnc["genes"][["hgnc_id", "symbol", "prev_symbol", "alias_symbol"]]
    kinds = {"approved": "symbol", "previous": "prev_symbol", "alias": "alias_symbol"}
    named = [
        genes[["hgnc_id", "symbol"]].assign(alias=genes[column], kind=kind).explode("alias").dropna(subset=["alias"])
        for kind, column in kinds.items()
    ]
    frame = pd.concat(named).drop_duplicates(["alias", "kind", "hgnc_id"])
    strongest = frame["kind"] == frame.groupby("alias")["kind"].transform("first")
    return frame[strongest].drop_duplicates("alias", keep=False).set_index("alias")[["hgnc_id", "symbol", "kind"]]
