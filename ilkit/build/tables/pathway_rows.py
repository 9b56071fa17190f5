"""Intermediate frame: the human member genes of the pathways that hold a gene in scope.

A further source of pathways is one more function that returns these columns, and its name in the list in `build`.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ilkit.build.ledger import Ledger, Selection

REACTOME, WIKIPATHWAYS = "reactome_gmt_2022", "wikipathways_2026-08"
REACTOME_DATE = "2022-06-09"
COLUMNS = ["pathway_id", "name", "database", "as_of", "hgnc_id", "symbol", "matched_by", "source_id", "evidence"]
OUT_OF_SCOPE = "the pathway holds no gene in scope"


def build(
    genes: pd.DataFrame,
    human_symbols: pd.DataFrame,
    reactome_gmt_2022: dict[str, pd.DataFrame],
    reactome_v94_pathways: dict[str, pd.DataFrame],
    wikipathways_2026_08: dict[str, pd.DataFrame],
    ledger: Ledger,
) -> pd.DataFrame:
    """Return one row per pathway and human member gene, with what `pathways` and `pathway_members` say of them."""
    scope = set(genes["hgnc_id"])
    names = reactome_v94_pathways["names"].set_index("identifier")["name"]
    found = [
        from_reactome(reactome_gmt_2022["members"], names, human_symbols, scope, ledger),
        from_wikipathways(wikipathways_2026_08, human_symbols, scope, ledger),
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
    selection.drop(selection.rows["hgnc_id"].isna(), "neither an approved nor an unambiguous previous symbol of a human gene")
    selection.drop(selection.rows.duplicated(["pathway_id", "hgnc_id"]), "the pathway holds the gene by another symbol as well")
    _drop_out_of_scope(selection, scope)
    return selection.rows


def from_wikipathways(parts: dict[str, pd.DataFrame], symbols: pd.DataFrame, scope: set[str], ledger: Ledger) -> pd.DataFrame:
    """Return the genes drawn in the WikiPathways, as upstream maps the identifiers of the nodes."""
    nodes = parts["nodes"].merge(parts["pathways"], on="wpid", how="left", validate="many_to_one")
    approved = dict(zip(symbols.index, symbols["symbol"], strict=True))
    meant = [meant_genes(label, named, approved) for label, named in zip(nodes["Label"], nodes["HGNC"], strict=True)]
    rows = nodes.assign(
        node=nodes["Label"] + " in " + nodes["wpid"],
        member=pd.Series(meant, index=nodes.index),
        pathway_id="wikipathways:" + nodes["wpid"],
        name=nodes["title"],
        database="WikiPathways",
        as_of=nodes["last_edited"],
        source_id=WIKIPATHWAYS,
        evidence="community_curated",
    )
    selection = ledger.select("pathway_members", WIKIPATHWAYS, rows, "nodes")
    selection.drop(selection.rows["member"].map(len) == 0, "the label is the approved symbol of another gene than the identifier")
    selection.drop(selection.rows.duplicated(["wpid", "member"]), "the pathway draws the gene more than once")
    every = selection.rows.explode("member").join(symbols[["hgnc_id", "symbol"]], on="member")
    holding = set(every.loc[every["hgnc_id"].isin(scope), "wpid"])
    selection.drop(~selection.rows["wpid"].isin(holding), OUT_OF_SCOPE)
    known = every[every["wpid"].isin(holding)].dropna(subset=["hgnc_id"]).assign(matched_by="identifier")
    return known.drop_duplicates(["pathway_id", "hgnc_id"])


def meant_genes(label: str, named: tuple[str, ...], approved: Mapping[str, str]) -> tuple[str, ...]:
    """Return the approved symbols of the genes that a node means; none where its label contradicts its identifier.

    `named` are the genes of the identifier, `approved` every symbol with the approved one of its gene.

    >>> approved = {name: name for name in ("CHML", "OPN3", "IL2", "IL5", "CXCL8", "BMAL1")} | {"ARNTL": "BMAL1"}
    >>> meant_genes("OPN3", ("hgnc.symbol:CHML", "hgnc.symbol:OPN3"), approved)
    ('OPN3',)
    >>> meant_genes("IL5", ("hgnc.symbol:IL2",), approved)
    ()
    >>> meant_genes("IL-8", ("hgnc.symbol:CXCL8",), approved)
    ('CXCL8',)
    >>> meant_genes("BMAL1", ("hgnc.symbol:ARNTL",), approved)
    ('BMAL1',)
    """
    known = [approved.get(name.removeprefix("hgnc.symbol:")) for name in named]
    symbols = tuple(symbol for symbol in known if symbol is not None)
    if approved.get(label) != label:
        return symbols
    return (label,) if label in symbols else ()


def _drop_out_of_scope(selection: Selection, scope: set[str]) -> None:
    holding = selection.rows.loc[selection.rows["hgnc_id"].isin(scope), "pathway_id"]
    selection.drop(~selection.rows["pathway_id"].isin(holding), OUT_OF_SCOPE)
