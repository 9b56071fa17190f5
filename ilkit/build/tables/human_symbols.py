"""Intermediate frame: the symbols, of today or of the past, by which a source may name a human gene; aliases mean nothing here."""

from __future__ import annotations

import pandas as pd


def build(symbol_mapping: pd.DataFrame) -> pd.DataFrame:
    """Return ``hgnc_id``, ``symbol`` (approved) and ``matched_by``, indexed by the name of the gene."""
    known = symbol_mapping[symbol_mapping["kind"] != "alias"].rename_axis("name")
    return known.assign(matched_by=known["kind"] + " symbol")[["hgnc_id", "symbol", "matched_by"]]
