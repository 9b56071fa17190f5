"""Assays of Olink and SomaScan for the proteins of the genes in scope, and the interleukins that they measure."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import by_accession, finish
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
    proteins = by_accession(genes)
    selections = {name: ledger.select("panels", "proteomics_panels", rows, name) for name, rows in proteomics_panels.items()}
    for selection in selections.values():
        known = selection.rows["accessions"].map(lambda ids: not proteins.index.intersection(ids).empty)
        selection.drop(~known.astype(bool), "the assay is for no gene in scope")
        selection.drop(selection.rows["assay"].isna(), "coordinates of one gene of a complex, no assay")
    listed = [with_panels(selection.rows, platform, curated_panel_names) for platform, selection in selections.items()]
    rows = pd.concat(listed, ignore_index=True)
    rows = rows.assign(
        assay=rows["assay"].str.split().str.join(" "),
        n_chains=rows["accessions"].map(len),
        genes=rows["accessions"].map(lambda ids: frozenset(proteins["hgnc_id"].get(one) for one in ids)),
        uniprot_id=rows["accessions"],
        evidence="assay_list",
        reference=None,
        source_id="proteomics_panels",
    ).explode("uniprot_id", ignore_index=True)
    rows = rows[rows["uniprot_id"].isin(proteins.index)]
    rows = rows.assign(**{label: rows["uniprot_id"].map(proteins[label]) for label in ("hgnc_id", "symbol")})
    current = chains[chains["il_id"].isin(interleukins.loc[interleukins["status"] != "retired", "il_id"])]
    return finish(with_molecules(rows, current), Panels)


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


def with_molecules(rows: pd.DataFrame, chains: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with the interleukins that the assay measures, one row for each.

    `rows` have the set of ``genes`` of the assay. An assay of several proteins measures the molecule that has exactly
    these chains, as a whole; an assay of one protein every molecule that holds the chain, with the ``attribution`` that the
    chain has to it.
    """
    sets = chains.groupby("il_id")["hgnc_id"].agg(frozenset)
    whole = pd.Series({genes: il_id for il_id, genes in sets[sets.map(len) > 1].items()}, dtype="object")
    complexes = rows[rows["n_chains"] > 1]
    complexes = complexes.assign(il_id=complexes["genes"].map(whole.get))
    complexes = complexes.assign(attribution=complexes["il_id"].notna().map({True: "unique", False: None}))
    single = rows[rows["n_chains"] == 1].merge(chains[["hgnc_id", "il_id", "attribution"]], on="hgnc_id", how="left")
    return pd.concat([complexes, single.astype({"attribution": "object"})], ignore_index=True)
