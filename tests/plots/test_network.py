"""The network around one interleukin."""

import pytest

import ilkit
from ilkit.errors import AmbiguousNameError, FilterError
from ilkit.plots import network

from .reading import marks


def written(ax):
    return [text.get_text() for text in ax.texts]


def test_every_cell_that_il_23_acts_on_has_a_mark_per_direction():
    effects = ilkit.load("effects", interleukin="IL-23")
    effects = effects[~effects["withdrawn"].fillna(False).astype(bool)]
    ax = network("IL-23")
    assert set(effects["cell_name"]) <= set(written(ax))
    regulation = ilkit.load("regulation").query("regulator_symbol in ['IL23A', 'IL12B']")
    regulation = regulation[~regulation["withdrawn"].fillna(False).astype(bool)]
    signed = len(effects[["cell_id", "direction"]].drop_duplicates()) + len(regulation[["il_id", "direction"]].drop_duplicates())
    right = [line for line in marks(ax) if line.get_xdata()[0] > 0]
    assert len(right) == signed


def test_the_middle_names_receptor_and_kinases():
    text = written(network("IL-6"))
    assert "IL6R + IL6ST" in text
    assert "JAK1, JAK2, TYK2" in text


def test_a_provisional_receptor_says_so():
    assert "IL27RA + IL12RB2 (provisional)" in written(network("IL-35"))


def test_what_there_is_no_room_for_is_counted():
    made = ilkit.load("production", interleukin="IL-6").query("produces")["cell_id"].nunique()
    assert f"and {made - 14} more" in written(network("IL-6"))


def test_a_chain_of_one_interleukin_stands_for_it_and_a_shared_one_for_none():
    assert "IL-23" in written(network("IL23A"))
    with pytest.raises(AmbiguousNameError, match="IL-12, IL-23"):
        network("IL12B")


def test_several_names_are_refused():
    with pytest.raises(FilterError, match="draws one interleukin"):
        network(["IL-2", "IL-6"])


def test_an_interleukin_of_which_nothing_is_known_makes_no_picture():
    with pytest.raises(FilterError, match="holds no cells, interleukins or receptors around IL-14"):
        network("IL-14")
