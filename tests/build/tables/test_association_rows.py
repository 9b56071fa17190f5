"""GWAS rows: odds ratios and betas told apart, traits split, p-values that underflow."""

import math

import pandas as pd
import pytest

from ilkit.build.tables.association_rows import effects, neg_log10, plain_unit, split_traits


def effect(value, text):
    return effects(pd.Series([value], dtype=float), pd.Series([text])).iloc[0]


@pytest.mark.parametrize("text", ["[1.07-1.17]", "[1.07–1.17]", "1.07-1.17", "[1.07-1.17] (EA)"])
def test_a_bare_interval_around_the_value_makes_an_odds_ratio(text):
    row = effect(1.12, text)
    assert row["odds_ratio"] == 1.12
    assert (row["ci_lower"], row["ci_upper"]) == (1.07, 1.17)
    assert math.isnan(row["beta"])


@pytest.mark.parametrize(
    ("text", "beta", "unit", "interval"),
    [
        ("[0.073-0.143] (unit decrease)", -0.108, "unit", (-0.143, -0.073)),
        ("[0.073-0.143] unit increase", 0.108, "unit", (0.073, 0.143)),
        ("[NR] pg/mL increase", 0.108, "pg/mL", None),
        ("NR unit increase (replication)", 0.108, "unit", None),
        ("[0.1-0.2] SD units decrease", -0.108, "SD", (-0.2, -0.1)),
        ("z score increase", 0.108, "z-score", None),
        ("[NR] (increase)", 0.108, "unit", None),
    ],
)
def test_a_direction_makes_a_beta_with_its_sign_and_unit(text, beta, unit, interval):
    row = effect(0.108, text)
    assert math.isnan(row["odds_ratio"])
    assert row["beta"] == beta
    assert row["beta_unit"] == unit
    if interval is None:
        assert math.isnan(row["ci_lower"])
    else:
        assert (row["ci_lower"], row["ci_upper"]) == interval


@pytest.mark.parametrize("text", ["", "[NR]", "NR", "(EA)"])
def test_a_value_without_interval_and_unit_may_be_an_odds_ratio_and_is_not_stated_to_be_one(text):
    row = effect(1.5, text)
    assert row["odds_ratio"] == 1.5
    assert not row["ratio_stated"]
    assert math.isnan(row["ci_lower"])
    assert effect(1.5, "[1.2-1.9]")["ratio_stated"]


@pytest.mark.parametrize(("value", "text"), [(0.5, ""), (0.5, "[1.1-1.3]"), (0.1, "[-0.2-0.3]"), (1.5, "% better outcome")])
def test_what_cannot_be_told_is_neither(value, text):
    row = effect(value, text)
    assert math.isnan(row["odds_ratio"])
    assert math.isnan(row["beta"])
    assert row["beta_unit"] is None or pd.isna(row["beta_unit"])


def test_no_value_gives_no_unit_and_no_interval():
    row = effect(float("nan"), "[0.1-0.2] unit increase")
    assert row.drop(["beta_unit", "ratio_stated"]).isna().all()
    assert not row["ratio_stated"]
    assert pd.isna(row["beta_unit"])


def test_the_logarithm_is_kept_where_p_underflows():
    logs = neg_log10(pd.Series([688.4, None]), pd.Series([0.0, 1e-9]))
    assert logs.tolist() == [688.4, 9.0]
    assert neg_log10(pd.Series([None]), pd.Series([0.0])).isna().all()


def test_units_have_one_spelling():
    assert plain_unit(pd.Series(["z score", "Z-score", "s.d.", "SD units", "0.31-0.74 unit", ""])).tolist() == [
        *("z-score", "z-score", "SD", "SD", "unit", "unit")
    ]


def test_labels_with_commas_are_not_cut_at_the_wrong_place():
    assert split_traits("http://x/EFO_1, http://x/EFO_2", "eczema, infantile, asthma") == [("EFO:1", None), ("EFO:2", None)]
    assert split_traits("http://x/EFO_1", "eczema, infantile") == [("EFO:1", "eczema, infantile")]
    assert split_traits(None, None) == []
