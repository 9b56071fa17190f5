"""What interleukins are expected to raise or lower in turn."""

import itertools

import numpy as np
import pandas as pd
import pytest

import ilkit
from ilkit import errors

RAISES, LOWERS = 1, -1


def signs(path: str) -> int:
    return LOWERS if path.count("⊣") % 2 else RAISES


@pytest.fixture(scope="module")
def il_1b() -> pd.DataFrame:
    return ilkit.cascade("IL-1β", steps=2)


def test_il_1_beta_raises_il_6_by_experiment_and_il_6_makes_b_cells_active(il_1b: pd.DataFrame) -> None:
    by_path = il_1b.set_index("path")
    assert by_path.loc["IL-1β → IL-6", "experimental"]
    assert "PMID:" in by_path.loc["IL-1β → IL-6", "references"]
    assert by_path.loc["IL-1β → IL-6 → B cell (activation)", "direction"] == "raises"


def test_a_path_has_as_many_edges_evidences_and_references_as_steps(il_1b: pd.DataFrame) -> None:
    assert set(il_1b["steps"]) == {1, 2}
    for column in ("evidence", "references"):
        assert (il_1b[column].str.split("; ").map(len) == il_1b["steps"]).all()
    assert (il_1b["path"].str.count("[→⊣]") == il_1b["steps"]).all()


def test_the_direction_is_the_product_of_the_signs_unless_cells_die_on_the_way(il_1b: pd.DataFrame) -> None:
    alive = il_1b[~il_1b["path"].str.contains(r"\(apoptosis\) ")]
    assert (alive["path"].map(signs).map({RAISES: "raises", LOWERS: "lowers"}) == alive["direction"]).all()


def test_fewer_dying_cells_make_more() -> None:
    found = ilkit.cascade("IL-2", steps=2)
    through = found[found["path"].str.contains(r"⊣ B cell \(apoptosis\) → ")]
    assert len(through) > 0
    assert set(through["direction"]) == {"raises"}


def test_no_path_comes_to_a_molecule_or_cell_twice() -> None:
    found = ilkit.cascade("IL-6", steps=3)
    stations = found["path"].str.replace(r" \([^()]*\)", "", regex=True).str.split(" [→⊣] ", regex=True)
    assert (stations.map(len) == stations.map(lambda names: len(set(names)))).all()


def test_an_antagonist_competes_with_the_agonists_of_its_receptor() -> None:
    found = ilkit.cascade("IL-36RA", steps=1)
    rivals = found[found["evidence"].str.startswith("competes with")]
    assert set(rivals["target_id"]) == {"IL-36A", "IL-36B", "IL-36G"}
    assert set(rivals["direction"]) == {"lowers"} and set(rivals["process"]) == {"signal"}


def test_what_a_receptor_regulates_its_ligand_does_and_a_shared_one_is_marked() -> None:
    il_33 = ilkit.cascade("IL-33", steps=1).set_index("target_id")
    assert not il_33.loc["IL-5", "shared"]
    il_1b = ilkit.cascade("IL-1B", steps=1).set_index("target_id")
    assert il_1b.loc["IL-13", "shared"]  # by IL1RAP, which IL-33 and IL-36 signal through as well


def test_two_statements_that_contradict_each_other_are_marked_on_both_paths() -> None:
    found = ilkit.cascade("IL-6", steps=1)
    both = found[found["target_id"] == "IL-8"]
    assert set(both["direction"]) == {"raises", "lowers"} and both["contradicted"].all()


def test_rows_given_in_place_of_a_table_are_all_that_is_used() -> None:
    rows = ilkit.load("regulation", interleukin="IL-6").query("regulator_symbol == 'IL1B' and evidence_class == 'experimental'")
    found = ilkit.cascade("IL-1B", steps=1, regulation=rows, effects=ilkit.load("effects").iloc[:0])
    assert found["path"].tolist() == ["IL-1β → IL-6"]
    assert set(found["references"].item().split(", ")) == set(rows["reference"].dropna())


def test_withdrawn_annotations_are_not_followed() -> None:
    rows = ilkit.load("regulation").query("regulator_symbol == 'IL1B'").assign(withdrawn=True)
    effects = ilkit.load("effects").iloc[:0]
    assert ilkit.cascade("IL-1B", steps=1, regulation=rows, effects=effects).empty


def test_a_molecule_of_which_nothing_is_stated_has_no_path_but_all_columns() -> None:
    none, some = ilkit.cascade("IL-14"), ilkit.cascade("IL-6")
    assert none.empty
    assert none.dtypes.to_dict() == some.dtypes.to_dict()


def test_several_starts_give_what_each_gives_alone() -> None:
    together = ilkit.cascade(["IL-4", "IL-13"], steps=1)
    alone = pd.concat([ilkit.cascade(name, steps=1) for name in ("IL-13", "IL-4")], ignore_index=True)
    pd.testing.assert_frame_equal(together, alone)


def test_a_chain_is_shared_where_another_established_molecule_has_it() -> None:
    rows = ilkit.load("regulation", gene=["IL23A", "IL12B"])
    assert set(rows["regulator_symbol"]) == {"IL23A", "IL12B"}
    found = ilkit.cascade("IL-23", steps=1, regulation=rows, effects=ilkit.load("effects", gene=["IL23A"]))
    by_p19 = ilkit.cascade("IL-23", steps=1, regulation=rows.iloc[:0], effects=ilkit.load("effects", gene=["IL23A"]))
    assert len(by_p19) and not by_p19["shared"].any()  # IL-39, which has it as well, is provisional
    assert found["shared"].any()  # IL-12 has p40


def test_rows_of_molecules_and_cells_that_the_version_lacks_are_followed_by_their_ids() -> None:
    rows = ilkit.load("regulation", interleukin="IL-6").query("regulator_symbol == 'IL1B'").assign(il_id="mine")
    made = ilkit.load("production").head(3).assign(produces=None)
    found = ilkit.cascade("IL-1B", 1, regulation=rows, effects=ilkit.load("effects").iloc[:0], production=made)
    assert set(found["target_name"]) == {"mine"}


def test_a_number_of_numpy_is_a_number_of_steps() -> None:
    pd.testing.assert_frame_equal(ilkit.cascade("IL-4", np.int64(1)), ilkit.cascade("IL-4", 1))


@pytest.mark.parametrize("steps", [0, 5, -1, 1.5, "2", True, None])
def test_other_numbers_of_steps_are_refused(steps: object) -> None:
    with pytest.raises(errors.FilterError, match="from 1 to 4"):
        ilkit.cascade("IL-6", steps)  # type: ignore[arg-type]


def test_wrong_names_frames_and_versions_are_refused() -> None:
    with pytest.raises(errors.UnknownNameError):
        ilkit.cascade("IL-99")
    with pytest.raises(errors.AmbiguousNameError):
        ilkit.cascade("IL-36")
    for frame, table in itertools.product((pd.DataFrame(), "no frame"), ("regulation", "effects", "production", "binding")):
        with pytest.raises(errors.UnknownColumnError, match=table):
            ilkit.cascade("IL-6", **{table: frame})
    with pytest.raises(errors.UnknownTableError):
        ilkit.cascade("IL-6", version="2026.11.0")
