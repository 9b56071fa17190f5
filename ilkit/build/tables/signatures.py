"""Genes that respond to cytokines, from the Hallmark and published sets of MSigDB, with what is curated about each set."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.pathway_rows import MSIGDB, NOT_MAPPED, PID_PREFIX
from ilkit.build.tables.provenance import finish
from ilkit.errors import CheckError
from ilkit.schemas.signatures import Signatures

HALLMARK = "HALLMARK_"


def build(
    msigdb_v7_0_cytokine: dict[str, pd.DataFrame],
    curated_signatures: pd.DataFrame,
    human_symbols: pd.DataFrame,
    genes: pd.DataFrame,
    cell_ontology_immune: dict[str, pd.DataFrame],
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `signatures`."""
    members = msigdb_v7_0_cytokine["members"].rename(columns={"symbol": "member"}).join(human_symbols, on="member")
    unknown = sorted(set(curated_signatures["set_name"]) - set(members["set_name"]))
    if unknown:
        raise CheckError(f"data/curated/signatures.csv: MSigDB has no set {', '.join(unknown[:5])}; correct the names.")
    selection = ledger.select("signatures", MSIGDB, members, "members")
    selection.drop(selection.rows["set_name"].str.startswith(PID_PREFIX), "the set is a pathway")
    described = selection.rows["set_name"].isin(curated_signatures["set_name"])
    selection.drop(~described, "data/curated/signatures.csv does not describe the set")
    selection.drop(selection.rows["hgnc_id"].isna(), NOT_MAPPED)
    selection.drop(selection.rows.duplicated(["set_name", "hgnc_id"]), "another symbol in the set means the same gene")
    rows = selection.rows.merge(curated_signatures.drop(columns="reason"), on="set_name", how="left", validate="m:m")
    hallmark = rows["set_name"].str.startswith(HALLMARK)
    labels = cell_ontology_immune["terms"].set_index("cl_id")["label"]
    rows = rows.assign(
        signature_id="msigdb:" + rows["set_name"],
        collection=hallmark.map({True: "hallmark", False: "published"}),
        evidence=hallmark.map({True: "consensus", False: "experiment"}),
        in_scope=rows["hgnc_id"].isin(genes["hgnc_id"]),
        cell_name=rows["cell_id"].map(labels),
        context_verified=rows["context_verified"],
        source_id=MSIGDB,
    )
    return finish(rows, Signatures)
