"""Validation: what fits passes, in whatever dtypes; what does not is named with row, column, value and rule, all at once."""

import subprocess
import sys
from decimal import Decimal
from io import StringIO

import narwhals as nw
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ilkit
from ilkit.catalog import find_versions
from ilkit.errors import FilterError, UnknownTableError

from .conftest import PROJECT, RELEASED

VERSIONS = find_versions(RELEASED)
TABLES = [(version, table) for version in VERSIONS for table in ilkit.tables(version=version)["table"]]
COLUMNS = ["row", "column", "value", "rule"]


def said(frame, table="genes", **options):
    """Return the failures as tuples."""
    return list(ilkit.validate(frame, table, **options).itertuples(index=False, name=None))


@pytest.fixture
def genes():
    """Return three rows of the genes, labelled a, b, c."""
    return ilkit.load("genes", gene=["IL6", "IL6R", "IL10"]).set_axis(["a", "b", "c"])


@pytest.mark.parametrize(("version", "table"), TABLES)
def test_every_released_table_holds_to_its_definition(version, table):
    failures = ilkit.validate(ilkit.load(table, version=version), table, version=version)
    assert failures.columns.tolist() == COLUMNS
    assert failures.to_numpy().tolist() == []


@pytest.mark.parametrize("table", ["genes", "variants", "aliases", "interleukins", "functions", "publications"])
@pytest.mark.parametrize(
    "change",
    [
        lambda frame: frame.astype("object"),
        lambda frame: frame.astype("object").where(frame.notna(), None),
        lambda frame: pd.read_csv(StringIO(frame.to_csv(index=False)), dtype={"chromosome": "object"}),
        lambda frame: frame.astype(dict.fromkeys(frame.select_dtypes(["object", "string"]).columns, "category")),
        lambda frame: frame[frame.columns[::-1]].assign(note="mine", score_of_mine=1.5),
        lambda frame: frame.sample(40, random_state=1),
        lambda frame: frame.head(0),
        lambda frame: frame.set_axis([7] * len(frame)),
        pa.Table.from_pandas,
        lambda frame: frame.convert_dtypes(),
        lambda frame: frame.convert_dtypes(dtype_backend="pyarrow"),
    ],
    ids=[
        "object",
        "None",
        "csv",
        "category",
        "more columns in another order",
        "some rows",
        "no rows",
        "one label",
        "pyarrow",
        "nullable",
        "arrow",
    ],
)
def test_the_same_values_in_another_form_pass(table, change):
    assert said(change(ilkit.load(table)), table) == []


@pytest.mark.parametrize("table", ["genes", "variants", "aliases"])
def test_a_polars_frame_passes(table):
    polars = pytest.importorskip("polars")
    assert said(polars.from_pandas(ilkit.load(table)), table) == []


@pytest.mark.parametrize(
    ("column", "value", "shown", "rule"),
    [
        ("hgnc_id", "IL10", "IL10", r"matches ^HGNC:\d+$"),
        ("symbol", None, None, "is not null"),
        ("symbol", "", "", "is a text that is not empty, without blanks at its ends"),
        ("symbol", 7, "7", "is a text"),
        ("role", "hormone", "hormone", "is one of ligand, receptor, both, regulator"),
        ("start", 0, "0", "is at least 1 bp"),
        ("start", 1.5, "1.5", "is a whole number"),
        ("start", "chr7", "chr7", "is a whole number"),
        ("start", True, "True", "is a whole number"),
        ("start", float("inf"), "inf", "is a whole number"),
        ("start", 10**30, str(10**30), "is a whole number"),
        ("mass_da", "heavy", "heavy", "is a number"),
        ("mass_da", float("inf"), "inf", "is a finite number"),
        ("mass_da", 12, "12", "is at least 1000 Da"),
        ("source_id", "my_lab", "my_lab", "refers to a row of sources.source_id"),
    ],
)
def test_a_wrong_value_is_named_with_its_row_and_rule(genes, column, value, shown, rule):
    genes = genes.astype({column: "object"})
    genes.loc["c", column] = value
    found = said(genes)
    assert [(row, name, text if isinstance(text, str) else None, broken) for row, name, text, broken in found] == [
        ("c", column, shown, rule)
    ]


def test_a_list_in_a_cell_is_a_failure_and_no_error(genes):
    genes = genes.astype({"symbol": "object"})
    genes.at["b", "symbol"] = ["IL6R", "CD126"]
    assert said(genes) == [("b", "symbol", "['IL6R', 'CD126']", "is a text")]


def test_a_signalling_number_is_a_failure_and_no_error(genes):
    genes = genes.astype({"mass_da": "object", "symbol": "object"})
    genes.loc["a", "mass_da"] = genes.loc["b", "symbol"] = Decimal("sNaN")
    assert said(genes) == [("a", "mass_da", "sNaN", "is a number"), ("b", "symbol", "sNaN", "is a text")]


def test_all_failures_come_at_once_columns_first_and_then_by_row(genes):
    genes = genes.drop(columns="end").assign(start=pd.Categorical(["7", "7", "7"]), length_aa=pd.array([212, -1, None], "Int64"))
    genes.loc["a", "uniprot_id"] = "IL-10"
    found = ilkit.validate(genes, "genes")
    assert list(zip(found["row"], found["column"], found["rule"], strict=True))[:2] == [
        (None, "end", "column is missing"),
        (None, "start", "dtype is Int64, found category"),
    ]
    assert found["row"].tolist()[-2:] == ["a", "b"]
    assert found["column"].tolist()[-2:] == ["uniprot_id", "length_aa"]


def test_a_key_that_comes_twice_names_both_rows(genes):
    twice = pd.concat([genes, genes.loc[["b"]].set_axis(["d"])])
    hgnc_id = genes.loc["b", "hgnc_id"]
    assert said(twice) == [(row, "hgnc_id", hgnc_id, "primary key hgnc_id occurs once") for row in "bd"]


def test_a_column_that_comes_twice_is_named(genes):
    assert said(pd.concat([genes, genes["symbol"]], axis=1)) == [(None, "symbol", None, "column occurs once")]


def test_labels_agree_with_their_keys():
    mine = ilkit.load("chains", gene="IL6").assign(symbol="IL-6")
    assert said(mine, "chains") == [(0, "symbol", "IL-6", "is genes.symbol of hgnc_id")]


def test_own_rows_below_the_table_pass_when_their_source_is_the_versions():
    chains = ilkit.load("chains")
    own = chains.head(1).assign(il_id="IL-6", hgnc_id="HGNC:5992", symbol="IL10")
    own = own.assign(symbol=ilkit.load("genes", gene="HGNC:5992")["symbol"].item())
    assert said(pd.concat([chains, own], ignore_index=True), "chains") == []


def test_rows_with_own_sources_need_keys_false():
    own = ilkit.load("functions").head(2).assign(source_id="my_lab", symbol="mine")
    assert {column for _, column, _, _ in said(own, "functions")} == {"source_id", "symbol"}
    assert said(own, "functions", keys=False) == []


def test_a_new_entity_may_refer_to_itself():
    sources = ilkit.load("sources").head(1).assign(source_id="my_lab")
    assert said(sources, "sources") == []


def test_the_frame_is_not_changed(genes):
    before = genes.copy()
    ilkit.validate(genes.assign(start="x"), "genes")
    ilkit.validate(genes, "genes")
    pd.testing.assert_frame_equal(genes, before)


def test_an_older_version_validates_by_its_own_definition():
    new = ilkit.load("genes")
    old = ilkit.validate(new, "genes", version="2026.11.0", keys=False)
    assert old.empty
    missing = ilkit.validate(ilkit.load("genes", version="2026.11.0"), "genes")
    added = set(new.columns) - set(ilkit.columns("genes", version="2026.11.0")["column"])
    assert set(missing.loc[missing["rule"] == "column is missing", "column"]) == added


def test_an_unknown_table_is_an_error_with_the_closest():
    with pytest.raises(UnknownTableError, match="Did you mean 'functions'"):
        ilkit.validate(pd.DataFrame(), "function")


@pytest.mark.parametrize("given", [None, "genes", 3, [1, 2], {"hgnc_id": ["HGNC:6018"]}, pd.Series(["HGNC:6018"])])
def test_what_is_no_frame_is_refused(given):
    with pytest.raises(FilterError, match="expected a frame of pandas, Polars or PyArrow"):
        ilkit.validate(given, "genes")


def test_a_lazy_frame_is_to_be_collected():
    polars = pytest.importorskip("polars")
    with pytest.raises(FilterError, match="Collect a lazy one first"):
        ilkit.validate(polars.LazyFrame({"hgnc_id": ["HGNC:6018"]}), "genes")


CELL = st.none() | st.text(max_size=20) | st.integers() | st.floats() | st.booleans() | st.lists(st.integers(), max_size=2)


@pytest.mark.filterwarnings("ignore:The behavior of DataFrame concatenation with empty or all-NA:FutureWarning")  # pandera 0.24
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(["hgnc_id", "role", "start", "mass_da", "source_id"]), st.tuples(CELL, CELL), max_size=3))
def test_nothing_in_a_frame_is_an_error(cells):
    frame = pd.DataFrame({name: pd.Series(values, dtype="object") for name, values in cells.items()})
    failures = ilkit.validate(frame, "genes")
    assert failures.columns.tolist() == COLUMNS
    assert set(failures.loc[failures["rule"] == "column is missing", "column"]) == set(ilkit.columns("genes")["column"]) - set(
        cells
    )


def test_it_works_where_warnings_are_errors():
    code = "import ilkit; print(len(ilkit.validate(ilkit.load('genes'), 'genes')))"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, cwd=PROJECT)
    assert done.stdout.strip() == "0", done.stderr


def test_importing_ilkit_leaves_pandera_alone():
    code = "import sys, ilkit; ilkit.load('genes'); print('pandera' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=PROJECT, check=True)
    assert done.stdout.strip() == "False"


def test_every_failure_of_a_frame_of_another_engine_is_the_same(genes):
    wrong = genes.assign(length_aa=-1).reset_index(drop=True)
    arrow = nw.from_native(wrong).to_arrow()
    assert said(arrow) == said(wrong)
