"""The matrix of interleukins and cells."""

import pytest

import ilkit
from ilkit.errors import FilterError
from ilkit.plots import effects

from .reading import labels, marks


def standing():
    rows = ilkit.load("effects").merge(ilkit.load("chains")[["hgnc_id", "il_id", "attribution"]], on="hgnc_id")
    return rows[~rows["withdrawn"].fillna(False).astype(bool)]


def test_each_molecule_cell_and_direction_is_one_triangle():
    triangles = [line for line in marks(effects()) if line.get_marker() in "^v"]
    assert len(triangles) == len(standing()[["il_id", "cell_id", "direction"]].drop_duplicates())


def test_the_axes_name_every_molecule_and_cell_with_an_effect():
    ax = effects()
    names = ilkit.load("interleukins").set_index("il_id")["name"]
    assert {name.rstrip("*†") for name in labels(ax.xaxis)} == set(names[standing()["il_id"].unique()])
    assert set(labels(ax.yaxis)) == set(standing()["cell_name"])


def test_a_triangle_up_stimulates_and_a_triangle_down_inhibits():
    ax = effects("IL-2")
    up = {labels(ax.yaxis)[int(line.get_ydata()[0])] for line in marks(ax) if line.get_marker() == "^"}
    mine = ilkit.load("effects", interleukin="IL-2")
    mine = mine[~mine["withdrawn"].fillna(False).astype(bool)]
    assert up == set(mine.loc[(mine["direction"] == "stimulates"), "cell_name"])
    down = {labels(ax.yaxis)[int(line.get_ydata()[0])] for line in marks(ax) if line.get_marker() == "v"}
    assert down == set(mine.loc[(mine["direction"] == "inhibits"), "cell_name"])


def test_evidence_by_a_shared_chain_alone_is_small():
    sizes = {line.get_markersize() for line in marks(effects("IL12B"))}
    assert len(sizes) == 1
    assert sizes.pop() < min(line.get_markersize() for line in marks(effects("IL-6")))


def test_a_withdrawn_annotation_is_not_drawn_but_counted():
    mine = ilkit.load("effects", interleukin="IL-6")
    one = mine["cell_name"] == "adipocyte"
    ax = effects(mine.assign(withdrawn=one))
    assert "adipocyte" not in labels(ax.yaxis)
    assert f"{one.sum()} withdrawn annotation" in ax.texts[-1].get_text()
    with pytest.raises(FilterError, match="all rows are withdrawn"):
        effects(mine.assign(withdrawn=True))


def test_a_contradicted_effect_has_a_ring():
    ax = effects("IL-33")
    rings = {(line.get_xdata()[0], line.get_ydata()[0]) for line in marks(ax) if line.get_marker() == "o"}
    assert {labels(ax.yaxis)[int(y)] for _, y in rings} == {"lymphocyte of B lineage"}


def test_genes_that_are_chains_of_no_interleukin_make_no_picture():
    with pytest.raises(FilterError, match="none of the genes in the rows is a chain"):
        effects("STAT1")


def test_strong_evidence_of_a_shared_chain_does_not_fill_the_mark_of_weak_evidence_of_its_own():
    mine = ilkit.load("effects", interleukin="IL-23")
    mine = mine[(mine["cell_name"] == "T cell") & (mine["process"] == "proliferation")]
    weak = mine["evidence_class"].astype(object).mask(mine["attribution"] == "unique", "electronic")
    assert set(mine["attribution"]) == {"unique", "shared"}
    assert [line.get_markerfacecolor() for line in marks(effects(mine.assign(evidence_class=weak)))] == ["none"]
