"""The heat map of RNA in cells."""

import pytest

import ilkit
from ilkit.errors import FilterError
from ilkit.plots import expression

from .reading import labels


def test_the_picture_of_a_gene_has_the_thirty_cells_of_one_unit():
    ax = expression("IL6R")
    rows = ilkit.load("expression", gene="IL6R").query("unit == 'pTPM'")
    assert sorted(labels(ax.yaxis)) == sorted(rows["sample"])
    assert len(ax.patches) == (rows["value"] >= 1).sum()


def test_what_is_below_the_threshold_is_a_dot():
    ax = expression("IL-2")
    rows = ilkit.load("expression", gene="IL2").query("unit == 'pTPM'")
    assert [text.get_text() for text in ax.texts].count("·") == (rows["value"] < 1).sum()


def test_a_gene_that_the_source_does_not_hold_is_crossed_and_not_zero():
    ax = expression(["IL-6", "IL-33"], unit="CAGE TPM")
    assert [text.get_text() for text in ax.texts].count("×") == len(labels(ax.yaxis))


def test_a_frame_of_several_units_is_refused():
    with pytest.raises(FilterError, match=r"The frame has 3 units: .* They cannot be compared; give one"):
        expression(ilkit.load("expression", gene="IL6"))
    assert ilkit.plots.alt_text(expression(ilkit.load("expression", gene="IL6"), unit="NX")).count("in NX")


def test_an_unknown_unit_lists_those_there_are():
    with pytest.raises(FilterError, match=r"There is no unit 'TPM'.* Allowed: pTPM, NX, CAGE TPM"):
        expression("IL-6", unit="TPM")


def test_a_unit_without_rows_is_told_so():
    with pytest.raises(FilterError, match=r"no rows in CAGE TPM, the units that there are: "):
        expression("IL-33", unit="CAGE TPM")


def test_too_many_genes_for_one_picture_are_refused():
    with pytest.raises(FilterError, match="131 genes are too many for one picture"):
        expression(None)
