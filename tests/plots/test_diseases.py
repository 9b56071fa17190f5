"""The heat map of interleukins and disease categories."""

import ilkit
from ilkit.plots import diseases

from .reading import labels


def linked():
    rows = ilkit.load("disease_associations").merge(ilkit.load("chains")[["hgnc_id", "il_id", "attribution"]], on="hgnc_id")
    return rows.merge(ilkit.load("diseases")[["disease_id", "category"]], on="disease_id")


def test_each_molecule_and_category_is_one_cell_with_the_number_of_its_diseases():
    ax = diseases()
    numbers = [int(text.get_text().strip("()")) for text in ax.texts if text.get_text().strip("()").isdigit()]
    assert len(ax.patches) == len(numbers)
    assert sorted(numbers) == sorted(linked().groupby(["il_id", "category"])["disease_id"].nunique())


def test_a_square_marks_each_cell_with_a_mendelian_cause():
    squares = [line for line in diseases().lines if line.get_marker() == "s"]
    mendelian = linked().query("evidence == 'mendelian'")
    assert len(squares) == len(mendelian[["il_id", "category"]].drop_duplicates())


def test_numbers_by_a_shared_chain_alone_stand_in_brackets():
    groups = linked().assign(own=linked()["attribution"] == "unique").groupby(["il_id", "category"])["own"].any()
    bracketed = [text.get_text() for text in diseases().texts if text.get_text().startswith("(")]
    assert len(bracketed) == (~groups).sum()


def test_a_retired_designation_bears_a_dagger_that_the_notes_explain():
    ax = diseases()
    assert "IL-30†" in labels(ax.yaxis)
    assert "† retired designation" in ax.texts[-1].get_text()


def test_a_disputed_link_is_not_drawn():
    mine = ilkit.load("disease_associations", interleukin="IL-6")
    skin = mine["disease_name"].isin(ilkit.load("diseases").query("category == 'cardiovascular disorder'")["name"])
    confidence = mine["confidence"].astype(object).mask(skin, "disputed")
    assert "cardiovascular" in labels(diseases(mine).xaxis)
    assert "cardiovascular" not in labels(diseases(mine.assign(confidence=confidence)).xaxis)
