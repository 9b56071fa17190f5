"""What differs between two versions: of the real ones, and of made tables."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ilkit
from ilkit import errors
from ilkit.comparison import SUMMARY, Side, align, columns_of, compared, counted, differ, rows, summary
from ilkit.comparison import side as side_of

OLD, NEW = "2026.11.0", "2026.11.1"
KEY = ["a", "b"]
TEXT = pd.Series(["text"]).dtype
TYPES = {"a": "str", "b": "Int64", "number": "float64", "text": "str", "flag": "boolean", "kind": "category"}


def table(rows: list[tuple]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(TYPES))
    return frame.astype({"a": TEXT, "b": "Int64", "number": "float64", "flag": "boolean", "kind": "category"})


def side(frame: pd.DataFrame, key: list[str] = KEY, **types: str) -> Side:
    return Side(frame, {name: {**TYPES, **types}.get(name, "str") for name in frame.columns}, key)


cells = st.tuples(
    st.sampled_from(["x", "y", None]),
    st.sampled_from([1, 2, None]),
    st.sampled_from([0.5, -0.0, 1e300, None]),
    st.sampled_from(["", "α", "a\nb", None]),
    st.sampled_from([True, False, None]),
    st.sampled_from(["k", "l", None]),
)
keyed = st.lists(cells, max_size=9, unique_by=lambda row: row[:2]).map(table)


def as_dict(frame: pd.DataFrame) -> dict:
    plain = frame.astype("object").where(frame.notna(), None)
    return {tuple(row[:2]): dict(zip(TYPES, row, strict=True)) for row in plain.itertuples(index=False, name=None)}


@settings(deadline=None)
@given(old=keyed, new=keyed)
def test_the_differences_are_exactly_what_leads_from_the_old_table_to_the_new(old, new):
    found = compared(side(old), side(new))
    before, after = as_dict(old), as_dict(new)
    for row in found.astype("object").where(found.notna(), None).itertuples(index=False):
        key = (row.a, row.b)
        if row.change == "removed":
            del before[key]
        elif row.change == "added":
            before[key] = after[key]
        else:
            assert row.change == "changed" and before[key][row.column] == row.old and row.old != row.new
            before[key][row.column] = row.new
    assert before == after


@settings(deadline=None)
@given(old=keyed, new=keyed, seed=st.integers(0, 99))
def test_the_order_of_the_rows_does_not_matter(old, new, seed):
    shuffled = [frame.sample(frac=1, random_state=seed).reset_index(drop=True) for frame in (old, new)]
    pd.testing.assert_frame_equal(compared(*map(side, shuffled)), compared(side(old), side(new)))


@settings(deadline=None)
@given(old=keyed, new=keyed)
def test_the_way_back_is_the_way_there_with_old_and_new_exchanged(old, new):
    there, back = compared(side(old), side(new)), compared(side(new), side(old))
    turned = back.rename(columns={"old": "new", "new": "old"}).replace({"change": {"added": "removed", "removed": "added"}})
    order = ["change", *KEY, "column"]
    pd.testing.assert_frame_equal(
        there.sort_values(order, ignore_index=True),
        turned[there.columns].sort_values(order, ignore_index=True),
        check_dtype=False,
    )


@settings(deadline=None)
@given(frame=keyed)
def test_a_table_does_not_differ_from_itself(frame):
    assert compared(side(frame), side(frame)).empty
    assert counted(side(frame), side(frame))["status"] == "equal"


@settings(deadline=None)
@given(old=keyed, new=keyed)
def test_the_summary_counts_the_rows_that_are_listed(old, new):
    found, counts = compared(side(old), side(new)), counted(side(old), side(new))
    listed = found["change"].value_counts()
    assert [counts["rows_added"], counts["rows_removed"]] == [listed.get("added", 0), listed.get("removed", 0)]
    assert counts["rows_changed"] == len(found[found["change"] == "changed"].drop_duplicates(KEY))


def test_columns_that_come_go_or_change_their_dtype_are_listed_before_the_rows():
    old = pd.DataFrame({"a": ["x"], "b": [1], "gone": ["1"], "number": [1]})
    new = pd.DataFrame({"a": ["x"], "b": [1], "number": [1.0], "come": ["2"]})
    found = compared(side(old, number="Int64"), side(new, number="float64"))
    assert found[["change", "column", "old", "new"]].to_numpy().tolist() == [
        ["column added", "come", None, "str"],
        ["column removed", "gone", "str", None],
        ["column retyped", "number", "Int64", "float64"],
    ]


def test_rows_are_compared_by_the_old_key_where_the_new_one_has_a_column_more():
    old = pd.DataFrame({"a": ["x", "y"], "text": ["1", "2"]})
    new = pd.DataFrame({"a": ["y", "x"], "b": [1, 2], "text": ["2", "3"]})
    found = compared(side(old, ["a"]), side(new, ["a", "b"]))
    assert found.columns.tolist() == ["change", "a", "column", "old", "new"]
    assert found.iloc[-1].tolist() == ["changed", "x", "text", "1", "3"]


def test_another_key_is_a_change_even_where_all_cells_are_the_same():
    frame = pd.DataFrame({"a": ["x", "y"], "b": ["1", "2"]})
    old, new = side(frame, ["a"], b="str"), side(frame, ["b"], b="str")
    assert counted(old, new)["status"] == "changed"
    assert compared(old, new)[["change", "old", "new"]].to_numpy().tolist() == [["key changed", "a", "b"]]
    assert counted(side(frame, ["a", "b"]), side(frame, ["b", "a"]))["status"] == "equal"


def test_a_new_key_that_is_not_unique_in_the_old_version_is_not_compared_by():
    old = pd.DataFrame({"a": ["x", "y"], "b": [1, 1], "text": ["p", "q"]})
    new = pd.DataFrame({"a": ["x", "y"], "b": [1, 2], "text": ["p", "q"]})
    found = compared(side(old, ["a"]), side(new, ["b"]))
    assert found.iloc[-1].tolist() == ["changed", "y", "b", 1, 2]


def test_without_a_key_that_is_unique_rows_are_compared_whole_and_counted():
    old = pd.DataFrame({"a": ["x", "x", "x", "y"], "text": ["1", "2", "2", "5"]})
    new = pd.DataFrame({"a": ["x", "x", "x", "y"], "text": ["2", "3", "2", "5"]})
    found = compared(side(old, ["a"]), side(new, ["a"]))
    assert found[["change", "a", "text"]].to_numpy().tolist() == [["removed", "x", "1"], ["added", "x", "3"]]
    assert found["column"].isna().all()


def test_tables_that_share_no_column_are_compared_by_their_number_of_rows():
    old, new = pd.DataFrame({"a": ["x", "y"]}), pd.DataFrame({"b": [1, 2, 3]})
    assert compared(side(old, ["a"]), side(new, ["b"]))["change"].tolist() == [
        "column added",
        "column removed",
        "key changed",
        "added",
    ]


@settings(max_examples=50, deadline=None)
@given(old=keyed, new=keyed)
def test_the_columns_of_the_key_have_the_dtypes_of_the_table_whether_or_not_anything_differs(old, new):
    found = compared(side(old), side(new))
    assert str(found["b"].dtype) == "Int64"
    assert found["a"].dtype == TEXT


def test_equal_keys_compare_as_a_multiset():
    old = pd.DataFrame({"a": ["x", "x", "x"], "text": ["1", "2", "2"]})
    new = pd.DataFrame({"a": ["x", "x"], "text": ["2", "1"]})
    found = compared(side(old, ["a"]), side(new, ["a"]))
    assert found["change"].tolist() == ["removed"]


def test_a_key_named_like_a_column_of_the_answer_gets_another_name():
    old, new = (pd.DataFrame({"change": ["x", "y"], "text": ["1", text]}) for text in "12")
    found = compared(side(old, ["change"]), side(new, ["change"]))
    assert found.columns.tolist() == ["change", "key_change", "column", "old", "new"]
    assert found["key_change"].tolist() == ["y"]


def test_a_key_of_numbers_in_one_version_and_of_texts_in_the_other_is_compared_as_text():
    old, new = pd.DataFrame({"a": [1, 2], "text": ["p", "q"]}), pd.DataFrame({"a": ["2", "3"], "text": ["q", "r"]})
    found = compared(side(old, ["a"], a="Int64"), side(new, ["a"]))
    assert found["change"].tolist() == ["column retyped", "removed", "added"]


def test_categories_are_compared_by_their_names():
    old = pd.DataFrame({"a": ["x"], "kind": pd.Categorical(["k"], categories=["k", "l"])})
    new = pd.DataFrame({"a": ["x"], "kind": pd.Categorical(["k"], categories=["m", "k"])})
    assert compared(side(old, ["a"]), side(new, ["a"])).empty


def test_the_whole_of_2026_11_1_beside_2026_11_0():
    found = ilkit.diff(OLD, NEW).set_index("table")
    assert found.loc["interleukins", "status"] == "equal"
    assert found.loc["drugs", ["status", "rows_added", "rows_new"]].tolist() == ["added", 188, 188]
    assert pd.isna(found.loc["drugs", "rows_old"])
    old, new = (ilkit.tables(version=version).set_index("table")["rows"] for version in (OLD, NEW))
    assert found["rows_new"].dropna().astype(int).to_dict() == new.to_dict()
    both = found[found["rows_old"].notna()]
    assert (both["rows_old"] - both["rows_removed"] + both["rows_added"] == both["rows_new"]).all()
    assert both["rows_old"].astype(int).to_dict() == old.to_dict()


def test_a_changed_cell_is_what_the_two_versions_hold():
    found = ilkit.diff(OLD, NEW, "genes")
    mass = found[(found["change"] == "changed") & (found["column"] == "mass_da")]
    assert len(mass) > 0
    for row in mass.itertuples():
        cells = [ilkit.load("genes", version=version).set_index("hgnc_id").loc[row.hgnc_id, "mass_da"] for version in (OLD, NEW)]
        assert (None if np.isnan(cells[0]) else cells[0], cells[1]) == (row.old, row.new)


def test_a_table_that_one_version_lacks_has_all_its_rows_added_or_removed():
    there, back = ilkit.diff(OLD, NEW, "drugs"), ilkit.diff(NEW, OLD, "drugs")
    assert set(there["change"]) == {"added"} and set(back["change"]) == {"removed"}
    assert there["drug_id"].tolist() == back["drug_id"].tolist() == sorted(ilkit.load("drugs")["drug_id"])


def test_versions_are_given_as_names_or_as_datasets():
    by_name, by_object = ilkit.diff(OLD, NEW), ilkit.diff(ilkit.Dataset(OLD), ilkit.Dataset(NEW))
    pd.testing.assert_frame_equal(by_name, by_object)
    none = ilkit.diff(NEW, NEW, "genes")
    assert none.empty
    assert none.columns.tolist() == ["change", "hgnc_id", "column", "old", "new"]


@pytest.mark.parametrize("version", ["2026.11.7", "", 3, None, ["2026.11.0"]])
def test_a_version_that_is_none_is_refused(version):
    if version is None:
        assert (ilkit.diff(None, NEW)["status"] == "equal").all()  # the default version, as everywhere
    else:
        with pytest.raises(errors.UnknownVersionError):
            ilkit.diff(OLD, version)


@pytest.mark.parametrize("name", ["gene", "", 3, ["genes"]])
def test_a_table_that_neither_version_has_is_refused(name):
    with pytest.raises(errors.UnknownTableError, match="table"):
        ilkit.diff(OLD, NEW, name)


COUNTS = {"rows_added": 0, "rows_removed": 0, "rows_changed": 0}
COLUMNS = {"columns_added": None, "columns_removed": None, "columns_retyped": None}


def test_a_table_that_one_side_lacks_counts_all_its_rows_and_names_no_column():
    there = side(pd.DataFrame({"a": ["x", "y", "z"]}), ["a"])
    assert counted(None, there) == COLUMNS | COUNTS | {"status": "added", "rows_old": None, "rows_new": 3, "rows_added": 3}
    assert counted(there, None) == COLUMNS | COUNTS | {"status": "removed", "rows_old": 3, "rows_new": None, "rows_removed": 3}


def test_rows_and_columns_that_differ_are_counted_and_named():
    old = pd.DataFrame({"a": ["x", "y", "z"], "p": ["1", "1", "1"], "q": ["1", "1", "1"], "gone": "1", "left": "1", "t": [1, 1, 1]})
    new = pd.DataFrame(
        {"a": ["y", "z", "v", "w"], "p": ["2", "1", "1", "1"], "q": ["2", "2", "1", "1"], "come": "1", "t": [1, 1, 1, 1]}
    )
    before, after = side(old, ["a"], t="Int64"), side(new, ["a"], t="float64")
    assert counted(before, after) == {
        "status": "changed",
        "rows_old": 3,
        "rows_new": 4,
        "rows_added": 2,
        "rows_removed": 1,
        "rows_changed": 2,
        "columns_added": "come",
        "columns_removed": "gone, left",
        "columns_retyped": "t",
    }
    assert columns_of(before, after) == {"added": ["come"], "removed": ["gone", "left"], "retyped": ["t"]}
    assert counted(before, before) == COLUMNS | COUNTS | {"status": "equal", "rows_old": 3, "rows_new": 3}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"a": ["x"]}, {"a": ["x"], "come": ["1"]}),
        ({"a": ["x"]}, {"a": ["x", "y"]}),
        ({"a": ["x", "y"]}, {"a": ["x"]}),
        ({"a": ["x"], "p": ["1"]}, {"a": ["x"], "p": ["2"]}),
    ],
)
def test_one_difference_is_enough_for_a_table_to_be_changed(old, new):
    assert counted(side(pd.DataFrame(old), ["a"]), side(pd.DataFrame(new), ["a"]))["status"] == "changed"


def test_the_differences_stand_in_the_order_columns_removed_added_changed_each_by_key():
    old = pd.DataFrame({"a": ["c", "a", "b", "e", "d"], "p": ["1", "1", "1", "1", None], "q": ["1"] * 5})
    new = pd.DataFrame({"a": ["g", "b", "f", "a", "d"], "p": ["1", "2", "1", "3", "4"], "q": ["1", "5", "1", "1", None]})
    found = compared(side(old, ["a"]), side(new, ["a"]))
    assert found.astype("object").where(found.notna(), None).to_numpy().tolist() == [
        ["removed", "c", None, None, None],
        ["removed", "e", None, None, None],
        ["added", "f", None, None, None],
        ["added", "g", None, None, None],
        ["changed", "a", "p", "1", "3"],
        ["changed", "b", "p", "1", "2"],
        ["changed", "b", "q", "1", "5"],
        ["changed", "d", "p", None, "4"],
        ["changed", "d", "q", "1", None],
    ]
    assert found.index.tolist() == list(range(9))
    assert [type(cell) for cell in found["old"].iloc[[0, 7]]] == [type(None), type(None)]
    assert [type(cell) for cell in found["new"].iloc[[0, 8]]] == [type(None), type(None)]


def test_no_difference_is_an_empty_frame_of_the_same_columns():
    same = side(pd.DataFrame({"a": ["x"], "b": [1], "p": ["1"]}))
    found = compared(same, same)
    assert found.columns.tolist() == ["change", "a", "b", "column", "old", "new"]
    assert found.index.tolist() == []
    assert pd.api.types.is_integer_dtype(found["b"])
    assert found[["old", "new"]].dtypes.map(pd.api.types.is_object_dtype).all()


def test_the_columns_of_a_key_keep_their_kind_where_there_are_differences():
    old, new = (pd.DataFrame({"b": [1, 2], "p": ["1", text]}) for text in "12")
    found = compared(side(old, ["b"]), side(new, ["b"]))
    assert pd.api.types.is_integer_dtype(found["b"])
    assert found["b"].tolist() == [2]


def test_without_a_key_that_both_have_whole_rows_are_compared_by_the_columns_that_both_have():
    old = pd.DataFrame({"a": ["x", "x", "y"], "p": ["1", "2", "1"], "gone": ["1", "1", "1"]})
    new = pd.DataFrame({"a": ["x", "y", "y"], "p": ["2", "1", "1"], "come": ["1", "1", "1"]})
    found = align(side(old, ["gone"]), side(new, ["come"]))
    assert found.key == ["a", "p"]
    assert [places.tolist() for places in found[1:]] == [[0], [2], [1, 2], [0, 1]]


def test_a_key_of_either_side_counts_where_the_other_side_has_its_columns():
    old, new = (pd.DataFrame({"a": ["x", "y"], "p": [text, "2"]}) for text in "13")
    assert align(side(old, []), side(new, ["a"])).key == ["a"]
    assert align(side(old, ["a"]), side(new, [])).key == ["a"]
    assert align(side(old, ["a"]), side(new, ["p"])).key == ["p"]


def test_categories_of_the_key_are_ordered_by_their_names_and_nulls_are_a_value():
    old = pd.DataFrame({"kind": pd.Categorical(["l", "k", None], categories=["l", "k"]), "p": ["1", "1", "1"]})
    new = pd.DataFrame({"kind": pd.Categorical([None, "m"], categories=["m"]), "p": ["2", "1"]})
    found = compared(side(old, ["kind"]), side(new, ["kind"]))
    assert found["change"].tolist() == ["removed", "removed", "added", "changed"]
    assert found["kind"].astype("object").where(found["kind"].notna(), None).tolist() == ["k", "l", "m", None]


@pytest.mark.parametrize(
    ("old", "new", "differs"),
    [
        ([1.0, 2.0, None, None], [1.0, 3.0, 1.0, None], [False, True, True, False]),
        (pd.array([1, 2, None], "Int64"), [1.0, 2.5, None], [False, True, False]),
        (pd.array([1, None, None], "Int64"), pd.array([2, 1, None], "Int64"), [True, True, False]),
        (pd.Categorical(["k", "l", None]), pd.Categorical(["k", "k", "k"], categories=["l", "k"]), [False, True, True]),
        (pd.array([True, None], "boolean"), pd.array([True, False], "boolean"), [False, True]),
        (["1", "x"], [1, "x"], [True, False]),
    ],
    ids=["floats", "numbers", "whole numbers", "categories", "flags", "text and number"],
)
def test_cells_differ_by_value_and_a_null_from_everything_but_a_null(old, new, differs):
    found = differ(pd.Series(old), pd.Series(new))
    assert found.tolist() == differs
    assert found.dtype == bool


def test_the_summary_has_its_dtypes_and_none_where_no_column_differs():
    found = summary(ilkit.Dataset(OLD), ilkit.Dataset(NEW))
    assert found.columns.tolist() == list(SUMMARY)
    assert found["table"].is_monotonic_increasing
    assert found[["rows_old", "rows_new"]].dtypes.astype(str).tolist() == ["Int64", "Int64"]
    assert found[list(COUNTS)].dtypes.astype(str).tolist() == ["int64"] * 3
    columns = found.set_index("table")[list(COLUMNS)]
    assert columns.loc["interleukins"].tolist() == [None, None, None]
    assert {type(cell) for cell in columns.to_numpy().ravel()} == {type(None), str}


def test_a_table_that_neither_version_has_is_refused_with_those_of_both():
    with pytest.raises(errors.UnknownTableError) as failed:
        rows(ilkit.Dataset(OLD), ilkit.Dataset(NEW), "xyz")
    known = sorted({*ilkit.tables(version=OLD)["table"], *ilkit.tables()["table"]})
    assert str(failed.value) == errors.unknown("table", "xyz", known, f" in versions {OLD} and {NEW}")
    assert str(failed.value).startswith(f"There is no table 'xyz' in versions {OLD} and {NEW}.")


def test_a_side_is_the_rows_dtypes_and_key_of_a_table_or_nothing():
    data = ilkit.Dataset(OLD)
    genes = side_of(data, "genes")
    pd.testing.assert_frame_equal(genes.rows, data.load("genes"))
    assert list(genes.types) == data.columns("genes")["column"].tolist()
    assert genes.types["start"] == "Int64"
    assert genes.key == ["hgnc_id"]
    assert side_of(data, "drugs") is None


def made(rows: list[tuple], columns: str, key: str) -> Side:
    """Return a table of texts whose columns and key are letters."""
    frame = pd.DataFrame(rows, columns=list(columns), dtype="object").astype(TEXT)
    return Side(frame, dict.fromkeys(columns, "str"), list(key))


def test_a_new_key_that_is_not_unique_in_the_new_version_is_not_compared_by():
    old = made([("x", "1", "same"), ("y", "1", "same")], "abc", "ab")
    new = made([("x", "1", "same"), ("x", "2", "more")], "abc", "a")
    found = compared(old, new)
    assert found[["change", "a", "b"]].to_numpy().tolist()[1:] == [["removed", "y", "1"], ["added", "x", "2"]]


def test_where_each_key_has_a_column_of_its_own_what_both_keys_have_is_compared_by():
    old = made([("x", "1", "old"), ("y", "1", "same")], "adc", "ad")
    new = made([("x", "2", "new"), ("y", "2", "same")], "aec", "ae")
    found = compared(old, new)
    assert found.loc[found["change"] == "changed", ["a", "column", "old", "new"]].to_numpy().tolist() == [["x", "c", "old", "new"]]
    assert not found["change"].isin(["added", "removed"]).any()


def test_a_changed_key_names_its_columns_before_and_after():
    found = compared(made([("x", "1")], "ab", "a"), made([("x", "1")], "ab", "ab"))
    assert found[["change", "old", "new"]].to_numpy().tolist() == [["key changed", "a", "a, b"]]


def test_rows_whose_keys_are_null_are_numbered_like_others():
    old, new = made([(None, "1"), (None, "1"), (None, "1")], "ab", ""), made([(None, "1"), (None, "1")], "ab", "")
    assert counted(old, new)["rows_removed"] == 1
    assert compared(old, new)["change"].tolist() == ["removed"]
    one, other = made([(None, "old")], "ab", "a"), made([(None, "new")], "ab", "a")
    assert compared(one, other)[["change", "column", "old", "new"]].to_numpy().tolist() == [["changed", "b", "old", "new"]]
