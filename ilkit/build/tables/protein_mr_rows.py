"""Intermediate frame: diseases that the level of a protein raises or lowers, by Mendelian randomisation of SCALLOP."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.disease_scope import NO_DISEASE, Scope
from ilkit.build.tables.protein_qtl_rows import PAPER, SOURCE
from ilkit.build.tables.provenance import by_accession

LARGEST_FDR = 0.05


def build(
    genes: pd.DataFrame,
    disease_mapping: pd.DataFrame,
    scallop_inf_2024: dict[str, pd.DataFrame],
    curated_mendelian_randomisation_outcomes: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Return the significant effects in the layout of `disease_associations`, not yet scored.

    The instruments are variants at the gene of the protein. An effect counts where its false discovery rate, which the authors
    adjusted over all proteins and diseases, is 0.05 at most.
    """
    gene_of = by_accession(genes)["hgnc_id"]
    accession = scallop_inf_2024["panel"].set_index("target.short")["uniprot"]
    diseases = curated_mendelian_randomisation_outcomes.set_index("outcome")["disease_id"]
    rows = scallop_inf_2024["outcomes"]
    rows = rows.assign(hgnc_id=rows["protein"].map(accession).map(gene_of), upstream_id=rows["id"].map(diseases))
    selection = Scope(genes, disease_mapping, ledger).select(SOURCE, "outcomes", rows)
    selection.drop(selection.rows["fdr"] > LARGEST_FDR, "no effect was found: the false discovery rate is above 0.05")
    selection.drop(selection.rows["disease_id"].isna(), NO_DISEASE)
    kept = selection.rows
    return kept.assign(
        evidence="protein_mr",
        gene_mapping="by_genetic_instrument",
        raw_kind="neg_log10_fdr",
        raw_value=kept["fdr"].astype(float).map(lambda rate: f"{-np.log10(rate):.4g}"),
        effect_direction=np.where(kept["bxy"] > 0, "raises_risk", "lowers_risk"),
        log_odds_ratio=kept["bxy"].astype(float),
        log_odds_ratio_se=kept["se"].astype(float),
        n_variants=kept["nsnp"],
        as_of=None,
        reference=PAPER,
    )
