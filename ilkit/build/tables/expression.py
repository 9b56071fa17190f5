"""Expression of the genes over cells and tissues, with units; what a sample is, is curated."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import NOT_IN_SCOPE, finish
from ilkit.schemas.expression import Expression

MONACO, BLOOD, FANTOM5 = "hpa_monaco_v22_filtered", "hpa_blood_v20_filtered", "fantom5_lr_expression"


def build(
    genes: pd.DataFrame,
    hpa_monaco_v22_filtered: dict[str, pd.DataFrame],
    hpa_blood_v20_filtered: dict[str, pd.DataFrame],
    fantom5_lr_expression: dict[str, pd.DataFrame],
    curated_sample_mappings: pd.DataFrame,
    curated_expression_sources: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `expression`."""
    kept = []
    for rows in levels(genes, hpa_monaco_v22_filtered, hpa_blood_v20_filtered, fantom5_lr_expression):
        source_id, part = rows["source_id"].iloc[0], rows["part"].iloc[0]
        selection = ledger.select("expression", source_id, rows, part)
        selection.drop(~selection.rows["hgnc_id"].isin(genes["hgnc_id"]), NOT_IN_SCOPE)
        if part == "tissue":
            repeated = selection.rows["sample"].isin(hpa_blood_v20_filtered["blood"]["sample"])
            selection.drop(repeated, "the part with the blood cells has the sample as well")
        kept.append(selection.rows[["hgnc_id", "sample", "value", "source_id", "part"]])
    frame = pd.concat(kept, ignore_index=True)
    frame = frame.merge(curated_sample_mappings.drop(columns="reason"), on=["source_id", "sample"], how="left")
    frame = frame.merge(curated_expression_sources.drop(columns="reason"), on=["source_id", "part"], how="left")
    return finish(frame.assign(symbol=frame["hgnc_id"].map(genes.set_index("hgnc_id")["symbol"])), Expression)


def levels(
    genes: pd.DataFrame,
    monaco: dict[str, pd.DataFrame],
    atlas: dict[str, pd.DataFrame],
    fantom5: dict[str, pd.DataFrame],
) -> Iterator[pd.DataFrame]:
    """Yield the values of each part of each source with ``hgnc_id``, ``sample``, ``value``, ``source_id`` and ``part``.

    The Human Protein Atlas names genes by Ensembl id; FANTOM5 by symbols of 2014, to which it gives the HGNC number.
    """
    by_ensembl = genes.dropna(subset=["ensembl_gene_id"]).set_index("ensembl_gene_id")["hgnc_id"]
    values = monaco["values"].rename(columns={"Immune cell": "sample", "pTPM": "value"})
    yield values.assign(hgnc_id=values["Gene"].map(by_ensembl), source_id=MONACO, part="values")
    for part in ("blood", "tissue"):
        yield atlas[part].assign(hgnc_id=atlas[part]["GeneID"].map(by_ensembl), source_id=BLOOD, part=part)
    numbers = fantom5["genes"].set_index("ApprovedSymbol")["HGNCID"].astype("string")
    values = fantom5["values"]
    yield values.assign(hgnc_id="HGNC:" + values["ApprovedSymbol"].map(numbers), source_id=FANTOM5, part="values")
