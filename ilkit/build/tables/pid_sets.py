"""Intermediate frame: the pathways of the NCI-Nature Pathway Interaction Database (PID), which MSigDB keeps as gene sets."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger

SOURCE_ID = "msigdb_v7_0_cytokine"
PREFIX = "PID_"
NOT_MAPPED = "the symbol means no gene of HGNC, or several"


def build(msigdb_v7_0_cytokine: dict[str, pd.DataFrame], symbol_mapping: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Return ``pathway_id``, ``name`` (that of the set), ``hgnc_id``, ``symbol`` and ``source_id``, one row per pathway and gene.

    All human genes are there, not only those in scope. The ledger books the rows under ``pathway_members``.
    """
    selection = ledger.select("pathway_members", SOURCE_ID, msigdb_v7_0_cytokine["members"], "members")
    selection.drop(~selection.rows["set_name"].str.startswith(PREFIX), "the set is no pathway but a signature")
    rows = with_genes(selection.rows, symbol_mapping)
    selection.drop(rows["hgnc_id"].isna(), NOT_MAPPED)
    rows = rows.dropna(subset=["hgnc_id"])
    return pd.DataFrame(
        {
            "pathway_id": "msigdb:" + rows["set_name"],
            "name": rows["set_name"],
            "hgnc_id": rows["hgnc_id"],
            "symbol": rows["symbol"],
            "source_id": SOURCE_ID,
        }
    ).reset_index(drop=True)


def with_genes(members: pd.DataFrame, symbol_mapping: pd.DataFrame) -> pd.DataFrame:
    """Return members of sets with ``hgnc_id`` and the approved ``symbol`` of today, null where a symbol means no single gene.

    Aliases are not followed: MSigDB names a gene by the symbol that was approved at the time.
    """
    known = symbol_mapping[symbol_mapping["kind"] != "alias"]
    return members.drop(columns="symbol").assign(
        hgnc_id=members["symbol"].map(known["hgnc_id"]), symbol=members["symbol"].map(known["symbol"])
    )
