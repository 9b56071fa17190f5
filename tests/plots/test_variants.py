"""The forest plot."""

import numpy as np
import pytest

import ilkit
from ilkit.errors import FilterError
from ilkit.plots import variants

from .reading import labels, marks

PSORIASIS = ilkit.load("variants", interleukin="IL-23", disease="psoriasis")


def test_each_odds_ratio_is_one_mark_at_its_value():
    drawn = sorted(line.get_xdata()[0] for line in marks(variants(PSORIASIS)))
    assert drawn == sorted(PSORIASIS["odds_ratio"].dropna())


def test_an_interval_is_that_of_the_source_or_follows_from_the_standard_error():
    one = PSORIASIS[PSORIASIS["rsid"] == "rs2082412"]
    ax = variants(one)
    low, high = next(line.get_xdata() for line in ax.lines if list(line.get_ydata()) == [0, 0])
    value, width = one["odds_ratio"].item(), 1.96 * one["se"].item()
    assert (low, high) == pytest.approx((value * np.exp(-width), value * np.exp(width)), rel=1e-4)
    given = variants(one.assign(ci_lower=1.1, ci_upper=1.9))
    assert [1.1, 1.9] in [list(line.get_xdata()) for line in given.lines]


def test_an_estimate_without_interval_has_no_line():
    bare = PSORIASIS[PSORIASIS["odds_ratio"].notna() & PSORIASIS["se"].isna()]
    lines = [line for line in variants(bare).lines if line.get_linestyle() == "-" and len(set(line.get_ydata())) == 1]
    assert lines == []


def test_a_variant_without_effect_allele_is_hollow_and_the_notes_say_why():
    ax = variants(PSORIASIS)
    hollow = [line for line in marks(ax) if line.get_markerfacecolor() == "none"]
    assert len(hollow) == (PSORIASIS["effect_allele"].isna() & PSORIASIS["odds_ratio"].notna()).sum()
    assert "the direction is unknown" in ax.texts[-1].get_text()


def test_odds_ratios_are_on_a_logarithmic_axis_and_betas_on_a_linear_one():
    mine = ilkit.load("variants", gene="IL6")
    assert variants(mine).get_xscale() == "log"
    ax = variants(mine[mine["beta_unit"] == "unit"], measure="beta")
    assert ax.get_xscale() == "linear"
    assert "beta per effect allele, unit" in ax.get_xlabel()


def test_what_has_no_odds_ratio_is_counted():
    mine = ilkit.load("variants", gene="IL6")
    assert f"{mine['odds_ratio'].isna().sum()} associations without odds ratio not drawn" in variants(mine).texts[-1].get_text()


def test_betas_of_several_units_are_never_drawn_together():
    with pytest.raises(FilterError, match=r"The betas have \d units: .* They cannot be compared"):
        variants("IL-6", measure="beta")


def test_an_unknown_measure_and_one_without_rows_are_refused():
    with pytest.raises(FilterError, match="There is no measure 'hazard_ratio'"):
        variants("IL-6", measure="hazard_ratio")
    with pytest.raises(FilterError, match="none of the 14 rows has a value of beta"):
        variants(PSORIASIS, measure="beta")


def test_more_rows_than_a_picture_holds_are_refused():
    with pytest.raises(FilterError, match="too many for one forest plot"):
        variants(None)


def test_the_rows_are_named_by_gene_variant_and_allele():
    assert "IL12B  rs2546890-A" in labels(variants(PSORIASIS).yaxis)
