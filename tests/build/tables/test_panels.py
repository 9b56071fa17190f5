"""Panels: which molecule an assay measures, and what a panel is called."""

import pandas as pd
import pytest

from ilkit.build.tables import panels
from ilkit.errors import CheckError

CHAINS = pd.DataFrame(
    [
        ("IL-12", "HGNC:1", "shared"),
        ("IL-12", "HGNC:2", "shared"),
        ("IL-23", "HGNC:2", "shared"),
        ("IL-23", "HGNC:3", "unique"),
        ("IL-6", "HGNC:4", "unique"),
    ],
    columns=["il_id", "hgnc_id", "attribution"],
)


def measured(hgnc_id, genes, n_chains=None):
    row = {"hgnc_id": hgnc_id, "genes": frozenset(genes), "n_chains": n_chains or len(genes)}
    found = panels.with_molecules(pd.DataFrame([row]), CHAINS)
    found = found[["il_id", "attribution"]].astype("object")
    return [tuple(pair) for pair in found.where(found.notna(), None).to_numpy().tolist()]


def test_an_assay_of_all_chains_measures_the_molecule_whatever_else_holds_them():
    assert measured("HGNC:2", ["HGNC:1", "HGNC:2"]) == [("IL-12", "unique")]


def test_an_assay_of_one_chain_measures_every_molecule_that_holds_it():
    assert measured("HGNC:2", ["HGNC:2"]) == [("IL-12", "shared"), ("IL-23", "shared")]
    assert measured("HGNC:4", ["HGNC:4"]) == [("IL-6", "unique")]


def test_an_interleukin_on_its_receptor_or_with_a_foreign_protein_is_no_molecule_of_ours():
    assert measured("HGNC:4", ["HGNC:4", "HGNC:5"]) == [(None, None)]
    assert measured("HGNC:4", ["HGNC:4", None]) == [(None, None)]


def test_a_receptor_measures_no_interleukin():
    assert measured("HGNC:5", ["HGNC:5"]) == [(None, None)]


def test_an_assay_on_several_panels_has_a_row_for_each_under_its_full_name():
    names = pd.DataFrame([("P", "INF", "Inflammation"), ("P", "IMO", "Immuno-Oncology")], columns=["platform", "found", "panel"])
    rows = panels.with_panels(pd.DataFrame({"assay": ["A"], "panel": ["INF, IMO"]}), "P", names)
    assert rows["panel"].tolist() == ["Inflammation", "Immuno-Oncology"]


def test_a_panel_that_no_one_has_named_stops_the_build():
    names = pd.DataFrame([("Q", "INF", "Inflammation")], columns=["platform", "found", "panel"])
    with pytest.raises(CheckError, match=r"panel_names.csv has no name for the panel 'INF' of P"):
        panels.with_panels(pd.DataFrame({"assay": ["A"], "panel": ["INF"]}), "P", names)
