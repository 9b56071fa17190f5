"""The map of ligands to receptor complexes."""

import ilkit
from ilkit.plots import receptors

from .reading import labels, marks


def test_each_complex_of_each_effect_is_a_row_and_each_subunit_a_column():
    binding = ilkit.load("binding").dropna(subset="il_id")
    rows = binding.assign(effect=binding["effect"].astype(object).fillna("unknown"))[["receptor_id", "effect", "status"]]
    subunits = ilkit.load("receptor_subunits")
    ax = receptors()
    assert len(labels(ax.yaxis)) == len(rows.drop_duplicates())
    assert set(labels(ax.xaxis)) == set(subunits.loc[subunits["receptor_id"].isin(binding["receptor_id"]), "symbol"])


def test_the_receptor_of_il_2_is_one_complex_of_three_and_one_of_two_subunits():
    ax = receptors("IL-2")
    complexes = [sorted(labels(ax.xaxis)[int(x)] for x in line.get_xdata()) for line in marks(ax)]
    assert sorted(complexes) == [["IL2RA", "IL2RB", "IL2RG"], ["IL2RB", "IL2RG"]]


def test_an_antagonist_a_decoy_and_an_agonist_differ_in_shape():
    ax = receptors(["IL-1A", "IL-1RA"])
    shapes = {labels(ax.yaxis)[int(line.get_ydata()[0])]: set() for line in marks(ax)}
    for line in marks(ax):
        shapes[labels(ax.yaxis)[int(line.get_ydata()[0])]].add(line.get_marker())
    assert shapes == {"IL-1α": {"o", "D"}, "IL-1Ra": {"s"}}


def test_a_provisional_receptor_is_hollow():
    ax = receptors("IL-35")
    hollow = [line for line in marks(ax) if line.get_markerfacecolor() == "none"]
    established = ilkit.load("binding", interleukin="IL-35").drop_duplicates(["receptor_id", "status"])["status"]
    assert len(hollow) == (established == "provisional").sum()


def test_the_ligands_of_a_subunit_are_found_by_its_gene_those_that_are_no_interleukins_included():
    named = set(", ".join(labels(receptors("IL6ST").yaxis)).split(", "))
    assert {"IL-6", "IL-11", "OSM", "LIF"} <= named
