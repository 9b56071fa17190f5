"""Axioms of the Cell Ontology on their way into a table: those of mouse cells left out, one row per reference."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger, Selection

SOURCE = "cell_ontology_immune"
MOUSE, HUMAN = ", mouse", ", human"


def select_axioms(table: str, ontology: dict[str, pd.DataFrame], properties: set[str], ledger: Ledger) -> Selection:
    """Open a selection of the axioms with one of `properties`, about living cell types that are not those of the mouse."""
    terms = ontology["terms"]
    living = terms.loc[~terms["deprecated"] & terms["label"].notna(), "cl_id"]
    selection = ledger.select(table, SOURCE, ontology["axioms"], "axioms")
    selection.drop(~selection.rows["property"].isin(properties), "the property of the axiom states something else")
    selection.drop(~selection.rows["cl_id"].isin(living), "the cell type is deprecated")
    selection.drop(selection.rows["cl_label"].str.endswith(MOUSE), "the cell type is one of the mouse")
    return selection


def by_reference(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the axioms with the columns of all tables, one row per publication; one with null where there is none."""
    rows = rows.assign(
        cell_id=rows["cl_id"],
        cell_name=rows["cl_label"],
        evidence="ontology_axiom",
        source_id=SOURCE,
        reference=rows["definition_pmids"],
    )
    return rows.explode("reference", ignore_index=True)
