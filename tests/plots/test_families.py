"""The tree of families and shared receptor subunits."""

import ilkit
from ilkit.plots import families

from .reading import labels


def test_every_interleukin_is_a_leaf_and_every_family_a_branch():
    molecules = ilkit.load("interleukins")
    written = {text.get_text().rstrip("*†") for text in families().texts}
    assert set(molecules["name"]) | set(molecules["family"]) <= written


def test_the_columns_are_the_subunits_that_two_interleukins_or_more_bind():
    binding = ilkit.load("binding", ["il_id", "receptor_id"]).dropna().drop_duplicates()
    subunits = ilkit.load("receptor_subunits", ["receptor_id", "symbol"])
    ligands = binding.merge(subunits, on="receptor_id").groupby("symbol")["il_id"].nunique()
    assert set(labels(families().xaxis)) == set(ligands[ligands > 1].index)


def test_six_interleukins_have_a_mark_at_the_common_gamma_chain():
    ax = families(["IL-2", "IL-4", "IL-7", "IL-9", "IL-15", "IL-21"])
    column = ax.get_xticks()[labels(ax.xaxis).index("IL2RG")]
    marks = [line for line in ax.lines if line.get_marker() == "o" and line.get_xdata()[0] == column]
    assert sorted(line.get_ydata()[0] for line in marks) == [0, 1, 2, 3, 4, 5]


def test_an_interleukin_without_a_shared_subunit_is_drawn_without_marks():
    ax = families("IL-16")
    assert labels(ax.xaxis) == []
    assert ilkit.plots.alt_text(ax).endswith("None of them shares a receptor subunit with another.")
