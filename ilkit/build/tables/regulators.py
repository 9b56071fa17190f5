"""Regulators of the expression of the genes in scope, from TRRUST: one row per publication."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import finish, pmid
from ilkit.schemas.regulators import Regulators

SOURCE_ID = "trrust_v2"


def build(trrust_v2: dict[str, pd.DataFrame], genes: pd.DataFrame, symbol_mapping: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Build `regulators`."""
    rows = per_publication(trrust_v2["regulations"], symbol_mapping)
    selection = ledger.select("regulators", SOURCE_ID, rows, "regulations, one per PubMed id")
    selection.drop(~selection.rows["hgnc_id"].isin(genes["hgnc_id"]), "the regulated gene is not in scope")
    selection.drop(selection.rows["regulator_hgnc_id"].isna(), "the name of the regulator means no gene of HGNC, or several")
    key = ["regulator_hgnc_id", "hgnc_id", "mode", "PMID"]
    selection.drop(selection.rows.duplicated(key), "repeats a row of the same genes under another name")
    rows = selection.rows.assign(
        regulator_in_scope=selection.rows["regulator_hgnc_id"].isin(genes["hgnc_id"]),
        evidence="curated_literature",
        source_id=SOURCE_ID,
        reference=pmid(selection.rows["PMID"].astype(int)),
    )
    return finish(rows, Regulators)


def per_publication(regulations: pd.DataFrame, symbol_mapping: pd.DataFrame) -> pd.DataFrame:
    """Return one row per regulator, target, mode and PubMed id, with the genes of today."""
    rows = regulations.explode("PMID")
    return rows.assign(
        regulator_hgnc_id=rows["Gene1"].map(symbol_mapping["hgnc_id"]),
        regulator_symbol=rows["Gene1"].map(symbol_mapping["symbol"]),
        hgnc_id=rows["Gene2"].map(symbol_mapping["hgnc_id"]),
        symbol=rows["Gene2"].map(symbol_mapping["symbol"]),
        mode=rows["Mode_of_Regulation"].str.lower(),
    )
