"""Which genes make up which molecule: curated, labelled from HGNC."""

from __future__ import annotations

import pandas as pd

from ilkit.build.tables.provenance import CURATED, finish
from ilkit.schemas.chains import Chains


def build(curated_chains: pd.DataFrame, curated_interleukins: pd.DataFrame, hgnc: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Build `chains`."""
    symbols = dict(zip(hgnc["genes"]["hgnc_id"], hgnc["genes"]["symbol"], strict=True))
    status = curated_interleukins.set_index("il_id")["status"]
    frame = curated_chains.assign(symbol=curated_chains["hgnc_id"].map(symbols))
    frame = frame.assign(
        copies=frame["copies"],
        attribution=attribution(frame, status),
        source_id=CURATED,
    )
    return finish(frame, Chains)


def attribution(chains: pd.DataFrame, status: pd.Series) -> list[str]:
    """Tell for each row whether another established molecule holds the same chain."""
    established = chains[chains["il_id"].map(status) == "established"]
    holders = established.groupby("hgnc_id")["il_id"].agg(set)
    pairs = zip(chains["il_id"], chains["hgnc_id"], strict=True)
    return ["shared" if holders.get(gene, set()) - {molecule} else "unique" for molecule, gene in pairs]
