"""The timeline of first descriptions."""

import pandas as pd
import pytest

import ilkit
from ilkit.errors import FilterError
from ilkit.plots import alt_text, timeline

MOLECULES = ilkit.load("interleukins")


def test_every_designation_with_a_year_is_a_mark_at_its_year_and_its_count():
    ax = timeline()
    marks = [tuple(point) for collection in ax.collections for point in collection.get_offsets()]
    assert sorted(rank for _, rank in marks) == list(range(1, len(MOLECULES) + 1))
    assert sorted(year for year, _ in marks) == sorted(MOLECULES["first_described_year"])


def test_each_name_stands_at_its_year():
    named = {text.get_text(): text.xy[0] for text in timeline().texts if hasattr(text, "xy")}
    years = MOLECULES.set_index("name")["first_described_year"]
    assert {name: named[name] for name in years.index} == years.to_dict()


def test_retired_and_provisional_designations_have_marks_of_their_own():
    entries = [text.get_text() for text in timeline().get_legend().get_texts()]
    assert entries == ["established (47)", "provisional (3)", "retired (2)"]


def test_a_designation_without_a_year_is_named_and_not_drawn():
    unsure = MOLECULES.assign(first_described_year=MOLECULES["first_described_year"].mask(MOLECULES["il_id"] == "IL-6"))
    ax = timeline(unsure)
    assert sum(len(collection.get_offsets()) for collection in ax.collections) == len(MOLECULES) - 1
    assert alt_text(ax).endswith("Year unknown: IL-6.")
    assert "Year unknown: IL-6." in ax.texts[-1].get_text()


def test_designations_of_which_no_year_is_known_make_no_picture():
    with pytest.raises(FilterError, match="of none of the designations is the year known"):
        timeline(MOLECULES.assign(first_described_year=pd.array([pd.NA] * len(MOLECULES), dtype="Int64")))
