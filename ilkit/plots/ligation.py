"""Which ligand binds which subunits of which receptor, and how that is marked in pictures."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.lines import Line2D

from ilkit.dataset import Dataset
from ilkit.plots.canvas import BLUE, GREY, ORANGE, VERMILLION, mark

EFFECTS = {
    "agonist": ("o", BLUE, "agonist: gives a signal"),
    "antagonist": ("s", VERMILLION, "antagonist: blocks it"),
    "decoy": ("D", ORANGE, "decoy: binds without signal"),
    "unknown": ("v", GREY, "effect unknown"),
}


def ligation(binding: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """Return one row per ligand, receptor, effect and subunit of the receptor; agonists and established ones first."""
    pairs = binding.assign(effect=binding["effect"].astype(object).where(binding["effect"].notna(), "unknown"))
    pairs = pairs.drop_duplicates(["ligand_name", "receptor_id", "effect", "status"])
    subunits = dataset.load("receptor_subunits", ["receptor_id", "symbol", "role"])
    joined = pairs.drop(columns=["symbol", "role"], errors="ignore").merge(subunits, on="receptor_id")
    rank = joined["effect"].map({effect: place for place, effect in enumerate(EFFECTS)})
    order = joined.assign(rank=rank, late=joined["status"].astype(str) != "established")
    return order.sort_values(["late", "rank"], kind="stable").drop(columns=["late", "rank"]).reset_index(drop=True)


def marker_of(effect: str, status: str) -> dict[str, Any]:
    """Return the marker of a bond: shape and colour by effect, hollow where provisional."""
    marker, color, _ = EFFECTS[effect]
    return {"marker": marker, "mec": color, "mfc": color if status == "established" else "none"}


def effect_key(rows: pd.DataFrame) -> list[Line2D]:
    """Return the entries of the legend for the effects that are among the rows."""
    entries = [mark(marker, color, text) for effect, (marker, color, text) in EFFECTS.items() if (rows["effect"] == effect).any()]
    provisional = (
        [mark("o", GREY, "hollow: provisional", hollow=True)] if (rows["status"].astype(str) != "established").any() else []
    )
    return entries + provisional
