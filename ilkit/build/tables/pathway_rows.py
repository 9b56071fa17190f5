"""Intermediate frame: the human member genes of the pathways that hold a gene in scope.

A further source of pathways is one more function that returns these columns, and its name in the list in `build`.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger, Selection

REACTOME, WIKIPATHWAYS, MSIGDB = "reactome_gmt_2022", "wikipathways_2026-08", "msigdb_v7_0_cytokine"
REACTOME_DATE, MSIGDB_DATE = "2022-06-09", "2019-08"
PID_PREFIX = "PID_"
NOT_MAPPED = "neither an approved nor an unambiguous previous symbol of a human gene"
COLUMNS = ["pathway_id", "name", "database", "as_of", "hgnc_id", "symbol", "matched_by", "source_id", "evidence"]
OUT_OF_SCOPE = "the pathway holds no gene in scope"


def build(
    genes: pd.DataFrame,
    human_symbols: pd.DataFrame,
    reactome_gmt_2022: dict[str, pd.DataFrame],
    reactome_v94_pathways: dict[str, pd.DataFrame],
    wikipathways_2026_08: dict[str, pd.DataFrame],
    wikipathways_nodes: pd.DataFrame,
    msigdb_v7_0_cytokine: dict[str, pd.DataFrame],
    ledger: Ledger,
) -> pd.DataFrame:
    """Return one row per pathway and human member gene, with what `pathways` and `pathway_members` say of them."""
    scope = set(genes["hgnc_id"])
    names = reactome_v94_pathways["names"].set_index("identifier")["name"]
    found = [
        from_reactome(reactome_gmt_2022["members"], names, human_symbols, scope, ledger),
        from_wikipathways(wikipathways_nodes, wikipathways_2026_08["pathways"], human_symbols, scope, ledger),
        from_pid(msigdb_v7_0_cytokine["members"], human_symbols, scope, ledger),
    ]
    return pd.concat([rows[COLUMNS] for rows in found], ignore_index=True)


def from_reactome(members: pd.DataFrame, names: pd.Series, symbols: pd.DataFrame, scope: set[str], ledger: Ledger) -> pd.DataFrame:
    """Return the members of the Reactome pathways; a pathway bears its newest name."""
    rows = members.assign(
        member_of=members["member"] + " of " + members["pathway"],
        pathway_id="Reactome:" + members["pathway"],
        name=members["pathway"].map(names).fillna(members["name"]),
        database="Reactome",
        as_of=REACTOME_DATE,
        source_id=REACTOME,
        evidence="expert_curated",
    ).join(symbols, on="member")
    selection = ledger.select("pathway_members", REACTOME, rows, "members")
    selection.drop(selection.rows["hgnc_id"].isna(), NOT_MAPPED)
    selection.drop(selection.rows.duplicated(["pathway_id", "hgnc_id"]), "the pathway holds the gene by another symbol as well")
    _drop_out_of_scope(selection, scope)
    return selection.rows


def from_wikipathways(
    nodes: pd.DataFrame, pathways: pd.DataFrame, symbols: pd.DataFrame, scope: set[str], ledger: Ledger
) -> pd.DataFrame:
    """Return the genes that the nodes of WikiPathways mean."""
    nodes = nodes.merge(pathways, on="wpid", how="left", validate="many_to_one")
    rows = nodes.assign(
        node=nodes["Label"] + " in " + nodes["wpid"],
        pathway_id="wikipathways:" + nodes["wpid"],
        name=nodes["title"],
        database="WikiPathways",
        as_of=nodes["last_edited"],
        source_id=WIKIPATHWAYS,
        evidence="community_curated",
    )
    selection = ledger.select("pathway_members", WIKIPATHWAYS, rows, "nodes")
    selection.drop(selection.rows["genes"].map(len) == 0, "no human gene is known by the identifier")
    selection.drop(selection.rows.duplicated(["wpid", "genes"]), "the pathway draws the gene more than once")
    ids = symbols.drop_duplicates("symbol").set_index("symbol")["hgnc_id"]
    every = selection.rows.explode("genes").rename(columns={"genes": "symbol"})
    every = every.assign(hgnc_id=every["symbol"].map(ids))
    holding = every.loc[every["hgnc_id"].isin(scope), "wpid"]
    selection.drop(~selection.rows["wpid"].isin(holding), OUT_OF_SCOPE)
    return every[every["wpid"].isin(holding)].drop_duplicates(["pathway_id", "hgnc_id"])


def from_pid(members: pd.DataFrame, symbols: pd.DataFrame, scope: set[str], ledger: Ledger) -> pd.DataFrame:
    """Return the members of the pathways of the NCI-Nature Pathway Interaction Database (PID), which MSigDB keeps as gene sets."""
    rows = members.rename(columns={"symbol": "member"}).assign(
        pathway_id="msigdb:" + members["set_name"],
        name=members["set_name"],
        database="PID",
        as_of=MSIGDB_DATE,
        source_id=MSIGDB,
        evidence="expert_curated",
    )
    selection = ledger.select("pathway_members", MSIGDB, rows.join(symbols, on="member"), "members")
    selection.drop(~selection.rows["set_name"].str.startswith(PID_PREFIX), "the set is no pathway but a signature")
    selection.drop(selection.rows["hgnc_id"].isna(), NOT_MAPPED)
    selection.drop(selection.rows.duplicated(["pathway_id", "hgnc_id"]), "the pathway holds the gene by another symbol as well")
    _drop_out_of_scope(selection, scope)
    return selection.rows


def _drop_out_of_scope(selection: Selection, scope: set[str]) -> None:
    holding = selection.rows.loc[selection.rows["hgnc_id"].isin(scope), "pathway_id"]
    selection.drop(~selection.rows["pathway_id"].isin(holding), OUT_OF_SCOPE)
