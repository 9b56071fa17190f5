"""Whatever is given to a public function, the answer is right or an error of ilkit, and never another exception."""

import datetime
import pathlib
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import ilkit
from ilkit import export
from ilkit.errors import FilterError, IlkitError, UnknownNameError, UnknownTableError, UnknownVersionError

DEFAULT = ["il_id", "hgnc_id", "symbol", "status"]
PATHS = [
    "../chains",
    "../../2026.11.0/chains",
    "chains.parquet",
    "./chains",
    "/etc/passwd",
    "chains/",
    "chains\n",
    "chains\0",
    "\0",
    "",
    " ",
    ".",
    "..",
    "~",
    "*",
    "CHAINS",
    "сhains",
    "ｃhains",
    "chains\u200b",
    "c" * 1_000_000,
    "../" * 1_000,
]
VERSIONS = ["2026.11.1\n", "2026.11.1/", "2026.11.1/../2026.11.1", "２026.11.1", "2026.11.01", "2026.11", "../parquet/2026.11.1"]
LONG = {
    "letters": "g" * 1_000_000,
    "digits": "1" * 1_000_000,
    "spaces within": "x" + " " * 1_000_000 + "x",
    "slashes": "/" * 1_000_000,
    "underscores": "_" * 1_000_000,
    "brackets": "(" * 1_000_000,
    "names in brackets": "a (" * 100_000 + ")" * 100_000,
    "combining": "IL" + "\u0300" * 1_000_000,
    "prefixes": "uniprot:" * 100_000,
    "a version of an id": "ENSG" + "1" * 1_000_000 + ".1",
    "a whole number": "1" * 500_000 + "." + "0" * 500_000 + "x",
    "ligatures": "ﷺ" * 1_000_000,
}
TEXTS = [
    "IL-6\0",
    "\u202eIL-6",
    "١٢٣",
    "²",
    "①",
    "🧬" * 100,
    "<script>alert(1)</script>",
    "%s{0}",
    "\x1b[31m",
    "\ud800",
    "a\udfffb",
    "nan",
]
THINGS = {
    "none": None,
    "nan": np.nan,
    "pd.NA": pd.NA,
    "NaT": pd.NaT,
    "zero": 0,
    "minus one": -1,
    "half": 1.5,
    "infinity": float("inf"),
    "a googol": 10**100,
    "a number of 5,001 digits": 10**5000,
    "true": True,
    "bytes": b"IL-6",
    "complex": 1j,
    "decimal": Decimal("NaN"),
    "date": datetime.date(2020, 1, 1),
    "object": object(),
    "type": int,
    "dict": {"IL-6": 1},
    "empty list": [],
    "nested list": [["IL-6"]],
    "list of null": [None],
    "list of pd.NA": [pd.NA],
    "mixed list": ["IL-6", 3.5, b"x", None],
    "list of huge": [10**5000],
    "list of half a sign": ["\ud800"],
    "numpy text": np.str_("IL-6"),
    "numpy scalar array": np.array("IL-6"),
    "numpy matrix": np.array([["IL-6"]]),
    "numpy nothing": np.array([]),
    "series": pd.Series(["IL-6", None]),
    "series of lists": pd.Series([["IL-6"]]),
    "series of Arrow lists": pd.Series([["IL-6"]], dtype=pd.ArrowDtype(pa.list_(pa.string()))),
    "series of dates": pd.Series([pd.Timestamp("2020-01-01")]),
    "category": pd.Series(["IL-6"], dtype="category"),
    "multiindex": pd.MultiIndex.from_tuples([("IL-6", "x")]),
    "frame": pd.DataFrame({"a": ["IL-6"]}),
    "empty frame": pd.DataFrame(),
    "arrow": pa.array(["IL-6"]),
    "arrow table": pa.table({"a": ["IL-6"]}),
    "path": pathlib.Path("chains"),
    "slice": slice(None),
    "ellipsis": ...,
}
ONE = pd.DataFrame({"gene": ["IL6"]})
CALLS = {
    "resolve": ilkit.resolve,
    "resolve(species)": lambda value: ilkit.resolve("IL6", species=value),
    "load": ilkit.load,
    "load(columns)": lambda value: ilkit.load("chains", value),
    "load(version)": lambda value: ilkit.load("chains", version=value),
    "load(interleukin)": lambda value: ilkit.load("chains", interleukin=value),
    "load(gene)": lambda value: ilkit.load("chains", gene=value),
    "load(gene outside)": lambda value: ilkit.load("regulation", gene=value),
    "load(disease)": lambda value: ilkit.load("disease_associations", disease=value),
    "load(term)": lambda value: ilkit.load("functions", term=value),
    "load(cell)": lambda value: ilkit.load("effects", cell=value),
    "load(drug)": lambda value: ilkit.load("drugs", drug=value),
    "columns": ilkit.columns,
    "path": ilkit.path,
    "tables(version)": lambda value: ilkit.tables(version=value),
    "Dataset": ilkit.Dataset,
    "Dataset(root)": lambda value: ilkit.Dataset(root=value),
    "Dataset(digest)": lambda value: ilkit.Dataset("2026.11.0", digest=value),
    "from_pyproject": ilkit.Dataset.from_pyproject,
    "versions(root)": lambda value: ilkit.versions(root=value),
    "annotate": ilkit.annotate,
    "annotate(on)": lambda value: ilkit.annotate(ONE, on=value),
    "annotate(columns)": lambda value: ilkit.annotate(ONE, columns=value),
    "annotate(prefix)": lambda value: ilkit.annotate(ONE, prefix=value),
    "annotate(on_ambiguous)": lambda value: ilkit.annotate(ONE, on_ambiguous=value),
    "validate": lambda value: ilkit.validate(value, "chains"),
    "validate(table)": lambda value: ilkit.validate(ONE, value),
    "cite": ilkit.cite,
    "cite(format)": lambda value: ilkit.cite(format=value),
    "diff(old)": lambda value: ilkit.diff(value, "2026.11.1", "chains"),
    "diff(table)": lambda value: ilkit.diff("2026.11.0", "2026.11.0", value),
    "profile": ilkit.profile,
    "cascade": lambda value: ilkit.cascade(value, 1),
    "cascade(steps)": lambda value: ilkit.cascade("IL-37", 1 if value is True else value),
    "cascade(regulation)": lambda value: ilkit.cascade("IL-37", 1, regulation=value),
    "export.csv(tables)": lambda value: export.csv("no folder/here", tables=value),
}


def answered(call, value) -> bool:
    """Make a call, and tell whether it was answered and not refused by an error of ilkit; any other error is passed on."""
    try:
        call(value)
    except IlkitError as refused:
        return not 0 < len(str(refused)) < 20_000
    return True


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_any_thing_is_answered_or_refused_by_an_error_of_ilkit(call):
    outcomes = [answered(call, value) for value in [*THINGS.values(), *TEXTS, *PATHS, *VERSIONS]]
    assert False in outcomes or call is ilkit.resolve


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_name_of_a_million_signs_is_no_name_and_is_refused_in_a_short_message(text):
    assert ilkit.resolve(text)["status"].tolist() == ["unmatched"]
    with pytest.raises(UnknownNameError) as refused:
        ilkit.load("chains", gene=text)
    assert len(str(refused.value)) < 1_000
    with pytest.raises(UnknownNameError):
        ilkit.profile(text)


@pytest.mark.parametrize("name", PATHS, ids=lambda name: repr(name[:20]))
def test_a_path_is_no_name_of_a_table(name):
    for call in (ilkit.load, ilkit.path, ilkit.columns, lambda table: ilkit.validate(ONE, table)):
        with pytest.raises(UnknownTableError) as refused:
            call(name)
        assert len(str(refused.value)) < 2_000


@pytest.mark.parametrize("version", [*PATHS, *VERSIONS], ids=lambda version: repr(version[:24]))
def test_a_path_is_no_version(version):
    for call in (ilkit.Dataset, lambda given: ilkit.load("chains", version=given), lambda given: ilkit.diff(given, "2026.11.1")):
        with pytest.raises(UnknownVersionError):
            call(version)


@pytest.mark.parametrize("target", ["", "\0", "no folder/here", "x" * 1_000, None, 5, b"here", [], pd.NA])
@pytest.mark.parametrize(
    "export_to", [export.csv, export.sqlite, export.graphml, export.cellphonedb], ids=lambda call: call.__name__
)
def test_a_target_that_cannot_be_written_is_refused_and_leaves_nothing_behind(export_to, target, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(IlkitError):
        export_to(target)
    assert list(tmp_path.iterdir()) == []


def series(values: list, kind: object) -> pd.Series:
    return pd.Series(values, dtype=kind)


COLUMNS = {
    "no rows": series([], "object"),
    "no rows of float": series([], "float64"),
    "no rows of category": series([], "category"),
    "one row": series(["IL-6"], "object"),
    "duplicates": series(["IL8", "IL8", "TP53", "IL8"] * 50, "object"),
    "mixed": series(["IL-6", 3569, 3569.0, None, np.nan, pd.NA, "IL-8"], "object"),
    "nulls": series([None, np.nan, pd.NA], "object"),
    "empty texts": series(["", " ", "\t", "\0", "IL6\0"], "object"),
    "category with nulls": series(["IL-6", None, "IL-8"], pd.CategoricalDtype(["IL-8", "unused", "IL-6"])),
    "category of nulls": series([None, None], "category"),
    "category of numbers": series([3569, 3576], "category"),
    "category of both": series([3569, "IL8"], "category"),
    "ordered category": series(["IL6"], pd.CategoricalDtype(["IL6"], ordered=True)),
    "string": series(["IL6", None], "string"),
    "python string": series(["IL6", None], "string[python]"),
    "Arrow string": series(["IL6", None], pd.ArrowDtype(pa.string())),
    "Arrow large string": series(["IL6", None], pd.ArrowDtype(pa.large_string())),
    "Arrow whole": series([3569, None], pd.ArrowDtype(pa.int64())),
    "Arrow float": series([3569.0, None], pd.ArrowDtype(pa.float64())),
    "Arrow null": series([None, None], pd.ArrowDtype(pa.null())),
    "Arrow dictionary": pd.Series(
        pd.array(pa.array(["IL6", None]).dictionary_encode(), pd.ArrowDtype(pa.dictionary(pa.int32(), pa.string())))
    ),
    "Int64": series([3569, None], "Int64"),
    "Float64": series([3569.0, None], "Float64"),
    "uint64": series([2**64 - 1], "uint64"),
    "float32": series([3569, np.nan], "float32"),
    "huge": series([10**30, 3569], "object"),
    "infinite": series([np.inf, -np.inf, 1e308], "float64"),
    "sparse": series([3569, 0, 0], pd.SparseDtype("int64")),
    "a million signs": series(["x" * 1_000_000, "IL6"], "object"),
}
INDEXES = {
    "numbers": lambda rows: pd.RangeIndex(rows),
    "duplicates": lambda rows: pd.Index([7, None] * rows, dtype="object")[:rows],
    "levels": lambda rows: pd.MultiIndex.from_product([range(rows), ["a"]], names=["k", "il_id"]),
    "dates": lambda rows: pd.date_range("2020", periods=rows, name="gene"),
    "categories": lambda rows: pd.CategoricalIndex(["a"] * rows),
}


def expected(column: pd.Series) -> list[list]:
    """Return what annotate must give, by `resolve` of each row alone."""
    rows = []
    for value in column.astype("object"):
        found = ilkit.resolve([value])[DEFAULT].astype("object").iloc[0]
        rows.append([None] * len(DEFAULT) if pd.isna(value) else found.where(found.notna(), None).tolist())
    return rows


@pytest.mark.parametrize("index", INDEXES.values(), ids=INDEXES)
@pytest.mark.parametrize("column", COLUMNS.values(), ids=COLUMNS)
def test_annotate_keeps_rows_order_and_index_and_answers_as_resolve_does_row_by_row(column, index):
    mine = pd.DataFrame({"gene": column.array, "twin": 1}, index=index(len(column)))
    mine.insert(0, "twin", 2, allow_duplicates=True)
    before = mine.copy(deep=True)
    found = ilkit.annotate(mine)
    pd.testing.assert_frame_equal(mine, before)
    pd.testing.assert_frame_equal(found.iloc[:, :3], before)
    assert found.columns.tolist() == ["twin", "gene", "twin", *DEFAULT]
    new = found[DEFAULT].astype("object")
    assert new.where(new.notna(), None).to_numpy().tolist() == expected(column)


ODD = {
    "lists": pd.DataFrame({"gene": [["IL6"]]}),
    "dicts": pd.DataFrame({"gene": [{"a": 1}]}),
    "bytes": pd.DataFrame({"gene": [b"IL6"]}),
    "booleans": pd.DataFrame({"gene": [True]}),
    "nullable booleans": pd.DataFrame({"gene": series([True, None], "boolean")}),
    "dates": pd.DataFrame({"gene": pd.to_datetime(["2020"])}),
    "objects": pd.DataFrame({"gene": [object()]}),
    "half a sign": pd.DataFrame({"gene": series(["\ud800"], "object")}),
    "5,001 digits": pd.DataFrame({"gene": series([10**5000], "object")}),
    "levels of columns": pd.DataFrame([["IL6"]], columns=pd.MultiIndex.from_tuples([("gene", "a")])),
    "one level of columns": pd.DataFrame([["IL6"]], columns=pd.MultiIndex.from_tuples([("gene",)])),
    "name twice": pd.DataFrame([["IL6", "IL6"]], columns=["gene", "gene"]),
    "index without a name": pd.DataFrame({"x": [1]}, index=pd.Index([1], name=pd.NA)),
    "index as name": pd.DataFrame({"x": [1]}, index=pd.Index(["IL6"], name="gene")),
    "no columns": pd.DataFrame(index=range(3)),
    "taken": pd.DataFrame({"gene": ["IL6"], "il_id": ["mine"]}),
}


@pytest.mark.parametrize("frame", ODD.values(), ids=ODD)
def test_a_frame_that_has_no_names_to_look_up_is_refused(frame):
    before = frame.copy(deep=True)
    with pytest.raises(IlkitError):
        ilkit.annotate(frame)
    pd.testing.assert_frame_equal(frame, before)


FRAMES = {**ODD, **{name: column.to_frame("gene") for name, column in COLUMNS.items()}}
TAKING_FRAMES = {
    "validate as text": lambda frame: ilkit.validate(frame.rename(columns={"gene": "il_id"}), "chains"),
    "validate as number": lambda frame: ilkit.validate(frame.rename(columns={"gene": "mass_da"}), "genes"),
    "validate as whole number": lambda frame: ilkit.validate(frame.rename(columns={"gene": "length_aa"}), "genes"),
    "validate as category": lambda frame: ilkit.validate(frame.rename(columns={"gene": "role"}), "genes"),
    "validate as boolean": lambda frame: ilkit.validate(frame.rename(columns={"gene": "direct"}), "drug_targets"),
    "cite": lambda frame: ilkit.cite(frame.rename(columns={"gene": "source_id"})),
    "resolve": lambda frame: ilkit.resolve(frame["gene"]),
    "filter": lambda frame: ilkit.load("chains", gene=frame["gene"]),
    "cascade": lambda frame: ilkit.cascade("IL-37", 1, binding=frame),
}


@pytest.mark.parametrize("call", TAKING_FRAMES.values(), ids=TAKING_FRAMES)
def test_a_frame_of_any_kind_is_answered_or_refused_by_an_error_of_ilkit(call):
    single = [frame for frame in FRAMES.values() if list(frame.columns).count("gene") == 1]
    outcomes = [answered(call, frame) for frame in single]
    assert len(outcomes) == len(single) > 35


def test_pictures_of_any_name_or_frame_are_drawn_or_refused_by_an_error_of_ilkit():
    plots = pytest.importorskip("ilkit.plots", exc_type=ImportError, reason="matplotlib is not installed")
    hostile = [*THINGS.values(), *TEXTS, "x" * 1_000_000, *FRAMES.values()]
    hostile = [value for value in hostile if value is not None]
    for picture in (plots.timeline, plots.receptors, plots.network):
        refused = [value for value in hostile if not answered(lambda value, draw=picture: closed(draw(value)), value)]
        assert len(refused) > len(hostile) / 2


def closed(ax) -> None:
    """Forget a picture."""
    from matplotlib import pyplot

    pyplot.close(ax.figure)


def test_a_hostile_root_is_harmless_in_the_html_of_a_dataset(tmp_path):
    root = tmp_path / "<img src=x onerror=alert(1)>"
    root.symlink_to(ilkit.path("genes").parents[1])
    html = ilkit.Dataset(root=root)._repr_html_()
    assert "<img" not in html and "&lt;img" in html


signs = st.characters(exclude_categories=()) | st.sampled_from("\0\u202e\u200f\u0301\u200d١²βßİ/_|(),;+-. 0123456789")
words = st.text(signs, max_size=12) | st.sampled_from(["IL-6", "IL8", "IL12B", "P05231", "IL-23", "3569", "IL-1"])
labels = st.lists(words, max_size=4).map("/".join) | st.builds("{} ({})".format, words, words) | words
cells = labels | st.none() | st.integers() | st.floats() | st.booleans() | st.just(pd.NA) | st.decimals() | st.binary()
anything = cells | st.lists(cells, max_size=5) | st.dictionaries(labels, cells, max_size=2) | st.tuples(cells)
often = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@often
@given(st.lists(labels.filter(lambda label: label.isprintable()), max_size=8))
def test_names_resolve_alike_alone_and_together(names):
    together = ilkit.resolve(names)
    alone = [ilkit.resolve(name) for name in names]
    assert together["query"].tolist() == [query for rows in alone for query in rows["query"]]
    assert together["status"].tolist() == [status for rows in alone for status in rows["status"]]


@often
@given(anything, st.sampled_from(list(CALLS)))
@example(["\ud800"], "resolve")
def test_any_value_that_hypothesis_makes_is_answered_or_refused(value, call):
    assert answered(CALLS[call], value) in (True, False)


@often
@given(st.lists(cells, max_size=8), st.sampled_from(list(TAKING_FRAMES)))
def test_any_column_that_hypothesis_makes_is_answered_or_refused(values, call):
    assert answered(TAKING_FRAMES[call], series(values, "object").to_frame("gene")) in (True, False)


@often
@given(st.lists(labels.filter(lambda label: label.isprintable()) | st.none(), max_size=8), st.booleans())
def test_any_column_of_names_is_annotated_as_resolve_answers(values, category):
    column = series(values, "category" if category else "object")
    found = ilkit.annotate(column.to_frame("gene"), on_ambiguous="first")
    new = found[DEFAULT].astype("object")
    assert new.where(new.notna(), None).to_numpy().tolist() == expected(column)


def test_half_of_a_sign_is_refused_and_named():
    with pytest.raises(FilterError, match="ud800"):
        ilkit.annotate(pd.DataFrame({"gene": series(["\ud800", "IL6"], "object")}))
