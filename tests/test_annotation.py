"""A user's own pandas frame with the interleukin columns beside it."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ilkit
from ilkit.errors import AmbiguousNameError, FilterError, UnknownColumnError

DEFAULT = ["il_id", "hgnc_id", "symbol", "status"]
SYMBOLS = ilkit.load("genes")["symbol"].tolist()
ALIASES = ilkit.load("aliases").query("entity_type in ('gene', 'interleukin')")["alias"].tolist()
known = st.sampled_from(SYMBOLS) | st.sampled_from(ALIASES)
names = st.lists(known | st.text() | st.none(), max_size=12)


@pytest.fixture
def mine() -> pd.DataFrame:
    return pd.DataFrame({"gene": ["IL8", "TP53", None, "IL-23", "IL12B", "IL8"], "fold": range(6)}, index=list("abcdea"))


def texts(frame: pd.DataFrame) -> list[list]:
    """Return the cells as texts, a null of any kind as None."""
    return frame.astype("object").where(frame.notna(), None).to_numpy().tolist()


def looked_up(queries: list, on_ambiguous: str, columns: list[str] = DEFAULT) -> list[list]:
    """Return what annotate must give, by `resolve` and a plain loop over the rows."""
    found = []
    for query in queries:
        rows = ilkit.resolve([query])
        if query is None:
            row = pd.Series(None, columns)
        elif len(rows) > 1 and on_ambiguous == "null":
            row = pd.Series({"status": "ambiguous"}, columns)
        else:
            row = rows[columns].iloc[0]
        found.append([None if pd.isna(value) else value for value in row])
    return found


def test_each_row_gets_the_interleukin_and_the_gene_of_its_name(mine):
    assert texts(ilkit.annotate(mine)[DEFAULT]) == [
        ["IL-8", "HGNC:6025", "CXCL8", "matched"],
        [None, None, None, "unmatched"],
        [None, None, None, None],
        ["IL-23", None, None, "matched"],
        [None, "HGNC:5970", "IL12B", "matched"],
        ["IL-8", "HGNC:6025", "CXCL8", "matched"],
    ]


def test_the_frame_itself_is_left_alone_and_its_rows_stay_as_they_are(mine):
    before = mine.copy()
    found = ilkit.annotate(mine)
    pd.testing.assert_frame_equal(mine, before)
    pd.testing.assert_frame_equal(found[["gene", "fold"]], before)
    assert found.columns.tolist() == ["gene", "fold", *DEFAULT]
    found.loc["b", "fold"] = 7
    pd.testing.assert_frame_equal(mine, before)


def test_the_new_columns_are_categories_of_text(mine):
    found = ilkit.annotate(mine)
    assert {str(found[name].dtype) for name in DEFAULT} == {"category"}
    assert {found[name].cat.categories.dtype for name in DEFAULT} == {pd.Series(["text"]).dtype}


@settings(deadline=None)
@given(names, st.sampled_from(["first", "null"]))
def test_annotate_is_resolve_and_a_join(queries, on_ambiguous):
    frame = pd.DataFrame({"gene": pd.Series(queries, dtype="object")})
    found = ilkit.annotate(frame, on_ambiguous=on_ambiguous)
    assert texts(found[DEFAULT]) == looked_up(queries, on_ambiguous)


@settings(deadline=None)
@given(st.lists(known, min_size=1, max_size=8))
def test_what_was_found_finds_itself(queries):
    once = ilkit.annotate(pd.DataFrame({"gene": queries}), on_ambiguous="null")
    for column in ("symbol", "hgnc_id"):
        again = ilkit.annotate(once, on=column, prefix="again_")
        assert texts(again[["again_hgnc_id", "again_symbol"]]) == texts(once[["hgnc_id", "symbol"]].where(once[column].notna()))
    molecules = ilkit.annotate(once, on="il_id", prefix="again_", columns=["il_id"])
    assert texts(molecules[["again_il_id"]]) == texts(once[["il_id"]])


@settings(deadline=None)
@given(known, st.sampled_from([str.lower, str.upper, str.swapcase]), st.sampled_from(["-", "", " ", "–", "‑", "_", "."]))
def test_case_dashes_and_spaces_do_not_matter(name, case, dash):
    written = [name, f"  {case(name).replace('-', dash)} "]
    found = ilkit.annotate(pd.DataFrame({"gene": written}), on_ambiguous="first")
    assert texts(found.iloc[[0]][DEFAULT]) == texts(found.iloc[[1]][DEFAULT])


@settings(deadline=None)
@given(st.lists(st.text() | st.integers() | st.floats() | st.none()))
def test_no_text_or_number_is_too_odd_and_no_row_is_lost(values):
    frame = pd.DataFrame({"gene": pd.Series(values, dtype="object"), "row": range(len(values))})
    found = ilkit.annotate(frame, on_ambiguous="first")
    pd.testing.assert_frame_equal(found[["gene", "row"]], frame)
    assert set(found["status"].dropna()) <= {"matched", "ambiguous", "unmatched"}
    assert found["status"].isna().tolist() == frame["gene"].isna().tolist()


@pytest.mark.parametrize(
    "column",
    [
        pd.Series(["IL6", None, "x"], dtype="object"),
        pd.Series(["IL6", np.nan, "x"], dtype="object"),
        pd.Series(["IL6", pd.NA, "x"], dtype="string"),
        pd.Series(["IL6", None, "x"], dtype="string[python]"),
        pd.Series(["IL6", None, "x"], dtype="string[pyarrow]"),
        pd.Series(["IL6", None, "x"], dtype="category"),
        pd.Series([3569, None, 1], dtype="Int64"),
        pd.Series([3569, None, 1], dtype="float64"),
        pd.Series([3569, None, 1], dtype="object"),
        pd.Series([3569, None, 1], dtype="category"),
        pd.Series([3569, None, "x"], dtype="object"),
        pd.Series([3569, None, "x"], dtype="category"),
        pd.Series([3569.0, pd.NA, "x"], dtype="object"),
        pd.Series(["3569", None, 10**30], dtype="object"),
    ],
    ids=lambda column: f"{column.dtype} of {type(column[0]).__name__} and {type(column[2]).__name__}",
)
def test_names_may_be_of_any_type_of_column(column):
    found = ilkit.annotate(pd.DataFrame({"gene": column}))
    assert texts(found[["symbol", "status"]]) == [["IL6", "matched"], [None, None], [None, "unmatched"]]


def test_whole_numbers_without_gaps_are_ncbi_gene_ids():
    assert ilkit.annotate(pd.DataFrame({0: [3569, 3576]}), on=0)["il_id"].tolist() == ["IL-6", "IL-8"]


@pytest.mark.parametrize(
    "column", [[b"IL6"], [["IL6"]], [{"a": 1}], [True], ["IL6", ["IL6"]], ["IL6", True], [pd.Timestamp("2020")], [1j]]
)
def test_a_column_of_something_else_is_refused(column):
    with pytest.raises(FilterError, match=r"'gene'.*expected names as text, or NCBI Gene ids as whole numbers"):
        ilkit.annotate(pd.DataFrame({"gene": pd.Series(column, dtype="object")}))


@pytest.mark.parametrize("dtype", ["bool", "datetime64[ns]", "timedelta64[s]"])
def test_a_column_of_another_type_is_refused_even_without_rows(dtype):
    with pytest.raises(FilterError, match=r"is of the type .*: expected names as text"):
        ilkit.annotate(pd.DataFrame({"gene": pd.Series([], dtype=dtype)}))


@pytest.mark.parametrize("rows", [0, 1])
def test_frames_of_no_row_and_of_one(mine, rows):
    found = ilkit.annotate(mine.head(rows))
    assert len(found) == rows
    assert found.columns.tolist() == ["gene", "fold", *DEFAULT]
    assert {str(found[name].dtype) for name in DEFAULT} == {"category"}


def test_a_column_of_nulls_alone_gives_nulls():
    assert ilkit.annotate(pd.DataFrame({"gene": [None, None]}))[DEFAULT].isna().all(axis=None)


def test_an_index_of_several_levels_and_names_that_are_no_texts_stay(mine):
    frame = mine.set_index([mine["fold"] % 2, mine.index]).set_axis(["gene", 7], axis=1)
    found = ilkit.annotate(frame)
    pd.testing.assert_index_equal(found.index, frame.index)
    assert found.columns.tolist() == ["gene", 7, *DEFAULT]


def test_other_columns_may_share_a_name(mine):
    frame = mine.assign(again=1).set_axis(["gene", "x", "x"], axis=1)
    assert ilkit.annotate(frame).columns.tolist() == ["gene", "x", "x", *DEFAULT]


def test_an_ambiguous_name_is_an_error_that_lists_what_it_stands_for():
    frame = pd.DataFrame({"gene": ["IL6", "IL-36", "IL-28"]})
    with pytest.raises(
        AmbiguousNameError, match=r"2 of the names .*'IL-36' \(IL-36A, IL-36B, IL-36G\); 'IL-28' .*on_ambiguous='null'"
    ):
        ilkit.annotate(frame)
    null, first = (ilkit.annotate(frame, on_ambiguous=choice) for choice in ("null", "first"))
    assert texts(null[DEFAULT])[1] == [None, None, None, "ambiguous"]
    assert texts(first[DEFAULT])[1] == [
        "IL-36A",
        *texts(ilkit.annotate(pd.DataFrame({"gene": ["IL-36A"]}))[DEFAULT])[0][1:3],
        "ambiguous",
    ]
    assert texts(null[DEFAULT])[0] == texts(first[DEFAULT])[0] == ["IL-6", "HGNC:6018", "IL6", "matched"]


def test_a_category_that_no_row_has_is_not_asked_for():
    frame = pd.DataFrame({"gene": pd.Categorical(["IL6", "IL-36"])})
    assert ilkit.annotate(frame.head(1), columns=["il_id"])["il_id"].tolist() == ["IL-6"]
    assert ilkit.annotate(frame.head(1), columns=["il_id"])["il_id"].cat.categories.tolist() == ["IL-6"]


def test_columns_of_the_interleukin_and_the_gene_found():
    columns = ["il_name", "family", "structural_class", "role", "gene_name", "ensembl_gene_id", "uniprot_id"]
    found = ilkit.annotate(pd.DataFrame({"gene": ["IL1B", "IL-23", "x"]}), columns=columns)
    molecules, genes = ilkit.load("interleukins").set_index("il_id"), ilkit.load("genes").set_index("symbol")
    of_molecule = molecules.loc[["IL-1B", "IL-23"], ["name", "family", "structural_class"]]
    of_gene = genes.loc["IL1B", ["role", "name", "ensembl_gene_id", "uniprot_id"]]
    assert texts(found[columns[:3]]) == [*texts(of_molecule), [None] * 3]
    assert texts(found[columns[3:]]) == [of_gene.tolist(), [None] * 4, [None] * 4]


def test_the_prefix_stands_before_each_new_column(mine):
    found = ilkit.annotate(mine.assign(symbol="own"), prefix="ilkit_")
    assert found.columns.tolist() == ["gene", "fold", "symbol", *(f"ilkit_{name}" for name in DEFAULT)]


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"on": "gen"}, UnknownColumnError, "no column 'gen' in the frame that was given. Did you mean 'gene'"),
        ({"on": ["gene"]}, UnknownColumnError, "no column"),
        ({"columns": ["ilid"]}, UnknownColumnError, "no column 'ilid' for annotate. Did you mean 'il_id'"),
        ({"columns": ["query"]}, UnknownColumnError, "no column 'query'"),
        ({"columns": [["il_id"]]}, UnknownColumnError, "no column"),
        ({"columns": "il_id"}, FilterError, "expected a list of column names"),
        ({"columns": []}, FilterError, "expected a list of column names"),
        ({"columns": 3}, FilterError, "expected a list of column names"),
        ({"columns": ["il_id", "symbol", "il_id"]}, FilterError, "has 'il_id' twice"),
        ({"prefix": None}, FilterError, "prefix=None: expected a text"),
        ({"on_ambiguous": "frist"}, FilterError, "no choice for on_ambiguous 'frist'. Did you mean 'first'"),
        ({"columns": ["status"], "prefix": "my_"}, FilterError, r"has the columns \['my_status'\] already"),
    ],
)
def test_a_wrong_argument_is_a_clear_error(mine, options, error, message):
    with pytest.raises(error, match=message):
        ilkit.annotate(mine.assign(my_status=1), **options)


def test_a_frame_that_cannot_be_annotated_is_a_clear_error(mine):
    with pytest.raises(FilterError, match="has 2 columns named 'gene': expected one"):
        ilkit.annotate(mine.set_axis(["gene", "gene"], axis=1))
    with pytest.raises(FilterError, match="several levels"):
        ilkit.annotate(pd.concat({"a": mine}, axis=1), on=("a", "gene"))
    with pytest.raises(UnknownColumnError, match=r"'gene' is the index of the frame and no column. Give frame.reset_index()"):
        ilkit.annotate(mine.set_index("gene"))
    for no_frame in (["IL6"], "IL6", mine["gene"], None, {"gene": ["IL6"]}):
        with pytest.raises(FilterError, match=f"was given {type(no_frame).__name__}: expected a frame of pandas"):
            ilkit.annotate(no_frame)


def test_the_pinned_version_answers(mine):
    pinned = ilkit.Dataset("2026.11.0")
    asked = ilkit.annotate(mine, version="2026.11.0", columns=["il_id", "symbol", "family"])
    pd.testing.assert_frame_equal(pinned.annotate(mine, columns=["il_id", "symbol", "family"]), asked)
    rows = pinned.resolve(mine["gene"])
    assert texts(asked[["il_id", "symbol"]]) == texts(rows[["il_id", "symbol"]])
    with pytest.raises(ilkit.errors.UnknownVersionError):
        ilkit.annotate(mine, version="1999.1.0")


def test_a_merge_brings_the_many_rows_of_a_table_to_each_row_of_ones_own(mine):
    functions = ilkit.load("functions")
    joined = ilkit.annotate(mine, on="gene", columns=["hgnc_id"]).merge(functions, on="hgnc_id")
    counts = functions["symbol"].value_counts()
    assert len(joined) == 2 * counts["CXCL8"] + counts["IL12B"]
    assert joined.groupby("gene")["symbol"].agg(set).to_dict() == {"IL8": {"CXCL8"}, "IL12B": {"IL12B"}}
    kept = ilkit.annotate(mine, on="gene", columns=["hgnc_id"]).merge(functions, on="hgnc_id", how="left")
    assert len(kept) == len(joined) + mine["gene"].isin(["TP53", "IL-23"]).sum() + mine["gene"].isna().sum()


def test_symbols_of_the_mouse_lead_to_the_human_gene_and_molecule():
    mine = pd.DataFrame({"gene": ["Il6", "Cxcl8", None]})
    annotated = ilkit.annotate(mine, columns=["il_id", "symbol", "status"], species="mouse")
    assert annotated.loc[0].tolist() == ["Il6", "IL-6", "IL6", "matched"]
    assert annotated["status"].astype("object").where(annotated["status"].notna(), None).tolist() == ["matched", "unmatched", None]
    with pytest.raises(FilterError, match="species"):
        ilkit.annotate(mine, species="zebrafish")
