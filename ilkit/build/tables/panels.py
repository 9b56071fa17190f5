"""Assays of Olink and SomaScan for the proteins of the genes in scope."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import finish
from ilkit.errors import CheckError
from ilkit.schemas.panels import Panels


def build(
    genes: pd.DataFrame,
    chains: pd.DataFrame,
    interleukins: pd.DataFrame,
    proteomics_panels: dict[str, pd.DataFrame],
    curated_panel_names: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `panels`."""
    by_accession = genes.dropna(subset=["uniprot_id"]).set_index("uniprot_id")
    selections = {name: ledger.select("panels", "proteomics_panels", rows, name) for name, rows in proteomics_panels.items()}
    for selection in selections.values():
        known = selection.rows["accessions"].map(lambda ids: not by_accession.index.intersection(ids).empty)
        selection.drop(~known.astype(bool), "the assay is for no gene in scope")
        selection.drop(selection.rows["assay"].isna(), "coordinates of one gene of a complex, no assay")
    listed = [with_panels(selection.rows, platform, curated_panel_names) for platform, selection in selections.items()]
    rows = pd.concat(listed, ignore_index=True)
    current = chains[chains["il_id"].isin(interleukins.loc[interleukins["status"] != "retired", "il_id"])]
    rows = rows.assign(
        assay=rows["assay"].str.split().str.join(" "),
        n_chains=rows["accessions"].map(len),
        measured_il_id=measured(rows["accessions"], by_accession["hgnc_id"], current),
        uniprot_id=rows["accessions"],
        evidence="assay_list",
        reference=None,
        source_id="proteomics_panels",
    ).explode("uniprot_id", ignore_index=True)
    rows = rows[rows["uniprot_id"].isin(by_accession.index)]
    rows = rows.assign(**{label: rows["uniprot_id"].map(by_accession[label]) for label in ("hgnc_id", "symbol")})
    return finish(rows, Panels)


def measured(accessions: pd.Series, gene_of: pd.Series, chains: pd.DataFrame) -> pd.Series:
    """Return for each assay the interleukin that has exactly the chains that the assay is for, or null."""
    sets = chains.groupby("il_id")["hgnc_id"].agg(frozenset)
    molecules = {genes: str(il_id) for il_id, genes in sets[~sets.duplicated(keep=False)].items()}
    return accessions.map(lambda ids: molecules.get(frozenset(gene_of.get(accession) for accession in ids)))


def with_panels(assays: pd.DataFrame, platform: str, names: pd.DataFrame) -> pd.DataFrame:
    """Return one row per assay and panel, the panel under the name that it has on all lists."""
    if "panel" not in assays:
        return assays.assign(platform=platform, panel=None)
    own = names[names["platform"] == platform].set_index("found")["panel"]
    rows = assays.assign(platform=platform, panel=assays["panel"].str.split(", ")).explode("panel", ignore_index=True)
    unknown = sorted(set(rows["panel"].dropna()) - set(own.index))
    if unknown:
        raise CheckError(f"data/curated/panel_names.csv has no name for the panel {unknown[0]!r} of {platform}; add a row.")
    return rows.assign(panel=rows["panel"].map(own))
