"""Expression of the genes over cells and tissues, with units; what a sample is, is curated."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import finish
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
    by_ensembl = genes.dropna(subset=["ensembl_gene_id"]).set_index("ensembl_gene_id")["hgnc_id"]
    monaco, sorted_cells, tissues = (
        hpa_monaco_v22_filtered["values"],
        hpa_blood_v20_filtered["blood"],
        hpa_blood_v20_filtered["tissue"],
    )
    numbers = fantom5_lr_expression["genes"].set_index("ApprovedSymbol")["HGNCID"]
    cage = fantom5_lr_expression["values"]
    parts = [
        (
            MONACO,
            "values",
            monaco.assign(hgnc_id=monaco["Gene"].map(by_ensembl), sample=monaco["Immune cell"], value=monaco["pTPM"]),
        ),
        (BLOOD, "blood", sorted_cells.assign(hgnc_id=sorted_cells["GeneID"].map(by_ensembl))),
        (BLOOD, "tissue", tissues.assign(hgnc_id=tissues["GeneID"].map(by_ensembl))),
        (FANTOM5, "values", cage.assign(hgnc_id="HGNC:" + cage["ApprovedSymbol"].map(numbers).astype("string"))),
    ]
    kept: list[pd.DataFrame] = []
    for source_id, part, rows in parts:
        selection = ledger.select("expression", source_id, rows.assign(source_id=source_id, part=part), part)
        selection.drop(~selection.rows["hgnc_id"].isin(genes["hgnc_id"]), "the gene is not in scope")
        if part == "tissue":
            selection.drop(
                selection.rows["sample"].isin(sorted_cells["sample"]), "the part with the blood cells has the sample as well"
            )
        kept.append(selection.rows[["hgnc_id", "sample", "value", "source_id", "part"]])
    frame = pd.concat(kept, ignore_index=True)
    frame = frame.merge(curated_sample_mappings.drop(columns="reason"), on=["source_id", "sample"], how="left")
    frame = frame.merge(curated_expression_sources.drop(columns="reason"), on=["source_id", "part"], how="left")
    return finish(frame.assign(symbol=frame["hgnc_id"].map(genes.set_index("hgnc_id")["symbol"])), Expression)
