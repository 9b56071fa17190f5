"""Who makes which interleukin: axioms of the Cell Ontology, expression above a threshold, and curated rows."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.axiom_rows import HUMAN, by_reference, select_axioms
from ilkit.build.tables.provenance import CURATED, finish
from ilkit.schemas.production import Production

CAPABLE_OF = {"RO_0002215"}
BELOW = "the level is below the threshold, or another chain of the molecule is or was not measured"


def build(
    interleukins: pd.DataFrame,
    chains: pd.DataFrame,
    expression: pd.DataFrame,
    cell_ontology_immune: dict[str, pd.DataFrame],
    curated_production: pd.DataFrame,
    curated_production_terms: pd.DataFrame,
    curated_expression_sources: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `production`."""
    own = ledger.select("production", CURATED, curated_production, "production").rows
    molecules = chains[chains["il_id"].isin(interleukins.loc[interleukins["status"] != "retired", "il_id"])]
    frame = pd.concat(
        [
            from_axioms(cell_ontology_immune, curated_production_terms, ledger),
            from_expression(expression, molecules, thresholds(curated_expression_sources), ledger),
            own.assign(source_id=CURATED),
        ],
        ignore_index=True,
    )
    names = interleukins.set_index("il_id")["name"]
    return finish(frame.assign(il_name=frame["il_id"].map(names)), Production)


def from_axioms(ontology: dict[str, pd.DataFrame], terms: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Return the cells that the ontology defines by the interleukin that they are capable of producing."""
    selection = select_axioms("production", ontology, CAPABLE_OF, ledger)
    selection.drop(~selection.rows["filler"].isin(terms["term_id"]), "the process is not the production of one interleukin")
    rows = selection.rows
    rows = rows.assign(
        il_id=rows["filler"].map(terms.set_index("term_id")["il_id"]),
        produces=True,
        condition="unspecified",
        species=rows["cl_label"].str.endswith(HUMAN).map({True: "human", False: None}),
    )
    return by_reference(rows)


def thresholds(sources: pd.DataFrame) -> pd.Series:
    """Return unit → the level from which on expression counts."""
    return sources.drop_duplicates("unit").set_index("unit")["threshold"]


def from_expression(expression: pd.DataFrame, chains: pd.DataFrame, threshold: pd.Series, ledger: Ledger) -> pd.DataFrame:
    """Return the chains that reach the threshold of their unit, where all chains of the molecule do so in the same sample."""
    parts = []
    for source_id, rows in expression.groupby("source_id"):
        selection = ledger.select("production", str(source_id), rows, "expression")
        selection.drop(~selection.rows["hgnc_id"].isin(chains["hgnc_id"]), "the gene is no chain of an interleukin in use")
        selection.drop(
            selection.rows["sample_type"].isin(["tissue", "cell_mixture"]) | selection.rows["cell_id"].isna(),
            "the sample is no cell type of the Cell Ontology",
        )
        levels = complete(selection.rows, chains, threshold)
        selection.drop(~selection.rows.index.to_series().isin(levels["row"]), BELOW)
        parts.append(levels)
    return pd.concat(parts).assign(produces=True, species="human", evidence="expression")


def complete(levels: pd.DataFrame, chains: pd.DataFrame, threshold: pd.Series) -> pd.DataFrame:
    """Return one row per molecule, sample and chain, of the molecules of which no chain is missing or below the threshold.

    The column ``row`` is the index of the row of `levels` that it comes from.
    """
    levels = levels[levels["value"] >= levels["unit"].astype("object").map(threshold).astype(float)]
    found = levels.assign(row=levels.index).merge(chains[["il_id", "hgnc_id", "attribution"]], on="hgnc_id")
    counted = found.groupby(["il_id", "sample"])["hgnc_id"].transform("nunique")
    return found[counted == found["il_id"].map(chains["il_id"].value_counts())]
