"""Drugs by target and stage."""

import pytest

import ilkit
from ilkit.errors import FilterError
from ilkit.plots import drugs

from .reading import labels


def bound():
    rows = ilkit.load("drug_targets")
    return rows[rows["direct"].fillna(True).astype(bool)].drop_duplicates(["drug_id", "symbol"])


def test_the_bars_of_a_target_are_as_long_as_its_number_of_drugs():
    ax = drugs()
    lengths = dict.fromkeys(labels(ax.yaxis), 0)
    for patch in (patch for container in ax.containers for patch in container):
        lengths[labels(ax.yaxis)[round(patch.get_y() + patch.get_height() / 2)]] += patch.get_width()
    assert lengths == bound()["symbol"].value_counts().to_dict()


def test_an_antibody_to_p19_is_no_drug_on_p40():
    mine = ilkit.load("drug_targets", gene="IL12B")
    named = labels(drugs("IL12B").yaxis)
    assert "Ustekinumab" in named
    assert "Guselkumab" not in named
    assert "Guselkumab" in set(mine["drug_name"])


def test_an_interleukin_stands_for_its_chains_and_its_receptor():
    assert {"Siltuximab", "Tocilizumab"} <= set(labels(drugs("IL-6").yaxis))


def test_the_bar_of_a_drug_ends_at_its_stage():
    ax = drugs("IL-2")
    ends = {labels(ax.yaxis)[row]: container[0].get_width() for row, container in enumerate(ax.containers)}
    stages = dict(zip(labels(ax.xaxis), ax.get_xticks(), strict=True))
    assert ends["Aldesleukin"] == stages["authorised"]
    assert ends["Vopikitug"] == stages["phase 1"]


def test_a_withdrawn_drug_says_so():
    assert "monoclonal antibody, withdrawn" in [text.get_text() for text in drugs("IL-2").texts]


def test_stages_differ_in_hatch_as_well_as_in_colour():
    looks = {(patch.get_facecolor(), patch.get_hatch()) for container in drugs().containers for patch in container}
    assert len(looks) == len({hatch for _, hatch in looks}) == len({color for color, _ in looks}) == 7


def test_rows_of_targets_that_the_drug_does_not_bind_make_no_picture():
    mine = ilkit.load("drug_targets", gene="IL12B")
    with pytest.raises(FilterError, match="no drug in the rows binds one of the targets itself"):
        drugs(mine[mine["direct"].eq(False).fillna(False)])


def test_phase_4_without_an_authorisation_is_not_called_authorised():
    every = ilkit.load("drugs").query("max_phase == 4 and status == 'never'")
    mine = ilkit.load("drug_targets", drug=list(every["drug_id"]))
    assert any(text.get_text().endswith(", phase 4") for text in drugs(mine).texts)
