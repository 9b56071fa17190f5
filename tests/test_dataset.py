"""Loading: tidy frames of one's own, filters by any name, errors that help."""

import copy
import pickle

import numpy as np
import pandas as pd
import pytest

import ilkit
from ilkit.errors import (
    AmbiguousNameError,
    FilterError,
    IlkitError,
    UnknownColumnError,
    UnknownNameError,
    UnknownTableError,
    UnknownVersionError,
)


def test_every_table_loads_as_its_dictionary_says():
    for name in ilkit.tables()["table"]:
        frame, described = ilkit.load(name), ilkit.columns(name)
        assert frame.columns.tolist() == described["column"].tolist()
        assert isinstance(frame.index, pd.RangeIndex)
        nullable = described.set_index("column")["nullable"]
        with_nulls = frame.columns[frame.isna().any()]
        assert nullable[with_nulls].all(), name


def test_dtypes_are_the_nullable_ones_and_categories_keep_their_vocabulary():
    genes = ilkit.load("genes")
    assert str(genes["start"].dtype) == "Int64"
    assert genes["role"].cat.categories.tolist() == ["ligand", "receptor", "both", "regulator"]
    assert str(ilkit.load("aliases")["ambiguous"].dtype) == "boolean"


def test_a_frame_is_the_callers_own():
    changed = ilkit.load("genes")
    changed["symbol"] = "changed"
    changed.loc[0, "start"] = 1
    changed["role"] = changed["role"].cat.rename_categories(str.upper)
    again = ilkit.load("genes")
    assert "changed" not in set(again["symbol"])
    assert again.loc[0, "start"] != 1
    assert "ligand" in again["role"].cat.categories


def test_columns_come_in_the_order_asked_for():
    frame = ilkit.load("genes", ["symbol", "hgnc_id"])
    assert frame.columns.tolist() == ["symbol", "hgnc_id"]


def test_an_interleukin_brings_the_rows_of_its_chains_and_says_which_are_shared():
    rows = ilkit.load("functions", interleukin="IL-23")
    attribution = rows.groupby("symbol")["attribution"].agg(lambda values: "/".join(sorted(set(values)))).to_dict()
    assert attribution == {"IL12B": "shared", "IL23A": "unique"}
    assert set(rows["il_id"]) == {"IL-23"}


def test_rows_of_a_shared_chain_come_once_per_molecule():
    rows = ilkit.load("functions", ["il_id", "symbol", "term_id"], interleukin=["IL-12", "IL-23"])
    p40 = rows[rows["symbol"] == "IL12B"]
    assert p40["il_id"].value_counts().nunique() == 1
    assert rows["il_id"].unique().tolist() == ["IL-12", "IL-23"]


def test_provisional_molecules_do_not_make_a_chain_shared_but_share_it_themselves():
    chains = ilkit.load("chains").set_index(["il_id", "symbol"])["attribution"]
    assert chains["IL-23", "IL23A"] == "unique"
    assert chains["IL-39", "IL23A"] == "shared"
    assert chains["IL-30", "IL27"] == "shared"


def test_a_gene_leads_to_the_molecules_that_hold_it():
    assert ilkit.load("interleukins", gene="IL12B")["il_id"].tolist() == ["IL-12", "IL-23"]
    assert ilkit.load("interleukins", gene="EBI3")["il_id"].tolist() == ["IL-27", "IL-35", "IL-39"]


def test_a_disease_includes_what_is_below_it():
    skin = ilkit.load("disease_associations", disease="skin disease")
    assert "psoriasis" in set(skin["disease_name"])
    assert len(skin) > len(ilkit.load("disease_associations", disease="psoriasis"))


def test_a_term_includes_what_is_below_it():
    rows = ilkit.load("functions", gene="IL6", term="immune response")
    assert "humoral immune response" in set(rows["term_name"])
    assert len(rows) > (ilkit.load("functions", gene="IL6")["term_id"] == "GO:0006955").sum()
    below = ilkit.load("term_ancestors", term="immune response")
    assert set(rows["term_id"]) <= set(below["term_id"]) | {"GO:0006955"}


def test_filters_hold_together():
    rows = ilkit.load("disease_associations", gene=["IL23R", "IL6"], disease="Crohn's disease")
    assert set(rows["symbol"]) == {"IL23R"}


@pytest.mark.parametrize(
    ("table", "key", "gene", "interleukin"),
    [
        ("drugs", "drug_id", "IL5", "IL-5"),
        ("receptors", "receptor_id", "IL13", "IL-13"),
        ("pathways", "pathway_id", "IL12A", "IL-12"),
        ("genes", "hgnc_id", "IL12B", "IL-23"),
    ],
)
def test_two_filters_keep_what_each_keeps_alone(table, key, gene, interleukin):
    both = ilkit.load(table, gene=gene, interleukin=interleukin)
    alone = [set(ilkit.load(table, gene=gene)[key]), set(ilkit.load(table, interleukin=interleukin)[key])]
    assert set(both[key]) == alone[0] & alone[1]


def test_a_gene_that_the_table_names_is_known_whatever_the_other_filters_leave():
    assert len(ilkit.load("regulators", gene="BCL6")) > 0
    assert ilkit.load("regulators", gene="BCL6", interleukin="IL-10").empty


@pytest.mark.parametrize("given", [pd.DataFrame({"IL-6": ["IL-2"]}), np.array([["IL-6"]])])
def test_a_filter_of_several_columns_is_no_list_of_names(given):
    with pytest.raises(FilterError, match="expected a name or a list of names"):
        ilkit.load("chains", interleukin=given)


def test_filters_reach_the_names_of_an_entity():
    assert "IL-6" in set(ilkit.load("aliases", gene="IL6")["alias"])
    assert "psoriasis" in set(ilkit.load("aliases", disease="psoriasis")["alias"])
    assert set(ilkit.load("aliases", interleukin="IL-8")["entity_type"]) == {"interleukin"}


def test_no_names_give_no_rows_and_a_column_can_be_chosen_that_only_the_filter_adds():
    assert ilkit.load("functions", gene=[]).empty
    assert ilkit.load("functions", ["attribution"], interleukin="IL-8").columns.tolist() == ["attribution"]


@pytest.mark.parametrize(
    ("call", "error", "builtin", "says"),
    [
        (lambda: ilkit.load("function"), UnknownTableError, KeyError, "Did you mean 'functions'"),
        (lambda: ilkit.load("../functions"), UnknownTableError, KeyError, "no table '../functions'"),
        (lambda: ilkit.load(["functions"]), UnknownTableError, KeyError, "no table"),
        (lambda: ilkit.path("/etc/passwd"), UnknownTableError, KeyError, "no table"),
        (lambda: ilkit.columns("gene"), UnknownTableError, KeyError, "Did you mean 'genes'"),
        (lambda: ilkit.load("genes", ["Symbol"]), UnknownColumnError, KeyError, "Did you mean 'symbol'"),
        (lambda: ilkit.load("genes", "symbol"), FilterError, TypeError, "expected a list"),
        (lambda: ilkit.load("genes", 5), FilterError, TypeError, "expected a list"),
        (lambda: ilkit.load("genes", gene=b"IL6"), FilterError, TypeError, "found bytes"),
        (lambda: ilkit.load("genes", gene=[float("nan")]), FilterError, TypeError, "expected names as text"),
        (lambda: ilkit.load("genes", gene=True), FilterError, TypeError, "expected names as text"),
        (lambda: ilkit.load("genes", gene="A" * 1_000_000), UnknownNameError, KeyError, "no gene named 'AAA"),
        (lambda: ilkit.load("genes", version="2026.11.O"), UnknownVersionError, KeyError, "Did you mean '2026.11"),
        (lambda: ilkit.load("genes", version="../2026.11.0"), UnknownVersionError, KeyError, "no dataset version"),
        (lambda: ilkit.Dataset("2026.11.0", root="/nowhere"), UnknownVersionError, KeyError, "no folder of dataset versions"),
        (lambda: ilkit.load("functions", interleukin="IL-99"), UnknownNameError, KeyError, "no interleukin named 'IL-99'"),
        (lambda: ilkit.load("functions", gene="IL66"), UnknownNameError, KeyError, "Did you mean"),
        (lambda: ilkit.load("functions", interleukin="IL-36"), AmbiguousNameError, ValueError, "IL-36A, IL-36B, IL-36G"),
        (lambda: ilkit.load("functions", interleukin="IL12B"), AmbiguousNameError, ValueError, "a chain of IL-12, IL-23"),
        (lambda: ilkit.load("disease_associations", disease="psoriasi"), UnknownNameError, KeyError, "psoriasis"),
        (
            lambda: ilkit.load("functions", disease="psoriasis"),
            FilterError,
            TypeError,
            "Filters that it has: interleukin, gene, term",
        ),
        (lambda: ilkit.load("functions", cell="T cell"), FilterError, TypeError, "cannot be filtered by 'cell'"),
        (lambda: ilkit.load("functions", drug="anakinra"), FilterError, TypeError, "cannot be filtered by 'drug'"),
        (lambda: ilkit.load("sources", gene="IL6"), FilterError, TypeError, "Filters that it has: none"),
        (lambda: ilkit.load("functions", gene=3.5), FilterError, TypeError, "expected a name or a list of names"),
        (lambda: ilkit.load("functions", gene=[None]), FilterError, TypeError, "expected names as text"),
        (lambda: ilkit.load("functions", gene=""), FilterError, TypeError, "expected names as text"),
    ],
)
def test_a_wrong_argument_says_what_was_given_and_what_is_allowed(call, error, builtin, says):
    with pytest.raises(error) as caught:
        call()
    assert says in str(caught.value)
    assert isinstance(caught.value, IlkitError)
    assert isinstance(caught.value, builtin)


def test_a_dataset_answers_like_the_functions_do():
    data = ilkit.Dataset()
    assert data.tables().equals(ilkit.tables())
    assert data.load("chains", interleukin="IL-12").equals(ilkit.load("chains", interleukin="IL-12"))
    assert data.resolve("IL8").equals(ilkit.resolve("IL8"))
    assert data.path("genes") == ilkit.path("genes")
    assert f"{len(data.tables())} tables" in repr(data)


def test_the_environment_names_another_folder_of_versions(copied_release, monkeypatch):
    monkeypatch.setenv("ILKIT_DATA", str(copied_release))
    assert ilkit.path("genes").is_relative_to(copied_release)
    assert len(ilkit.load("genes")) == 133
    monkeypatch.setenv("ILKIT_DATA", str(copied_release / "missing"))
    with pytest.raises(UnknownVersionError, match="ILKIT_DATA"):
        ilkit.versions()


def test_threads_that_load_at_once_get_equal_frames():
    from concurrent.futures import ThreadPoolExecutor

    data = ilkit.Dataset()
    with ThreadPoolExecutor(8) as pool:
        frames = list(pool.map(lambda _: data.load("functions", interleukin="IL-6"), range(16)))
    assert all(frame.equals(frames[0]) for frame in frames)


@pytest.mark.parametrize(
    "names",
    [pd.Series(["IL6", "IL10"]), pd.Index(["IL6", "IL10"]), {"IL6", "IL10"}, ("IL6", 3586), pd.array([3569, 3586], dtype="Int64")],
    ids=lambda names: type(names).__name__,
)
def test_names_come_in_any_kind_of_list_and_numbers_are_ncbi_gene_ids(names):
    assert set(ilkit.load("genes", gene=names)["symbol"]) == {"IL6", "IL10"}


def test_a_dataset_can_be_pickled_and_copied():
    data = ilkit.Dataset()
    data.load("genes")
    assert pickle.loads(pickle.dumps(data)).load("genes").equals(data.load("genes"))
    assert copy.deepcopy(data).digest == data.digest


def test_writing_through_the_arrays_of_a_frame_does_not_reach_the_next_one():
    frame, narrowed = ilkit.load("genes"), ilkit.load("genes", gene="IL6")
    for changed in (frame, narrowed):
        changed["start"].array[0] = 1
        changed["role"].array[0] = "both"
        changed.attrs["mine"] = True
    assert 1 not in ilkit.load("genes")["start"].dropna().tolist()
    assert 1 not in ilkit.load("genes", gene="IL6")["start"].tolist()
    assert "both" not in set(ilkit.load("genes")["role"])
    assert ilkit.load("genes").attrs == {}


@pytest.mark.parametrize("table", ["interleukins", "genes", "functions", "diseases"])
def test_a_filter_that_keeps_every_row_gives_a_frame_of_ones_own(table):
    data = ilkit.Dataset()
    name = {"interleukins": "interleukin", "genes": "gene", "functions": "gene", "diseases": "disease"}[table]
    key = {"interleukin": "il_id", "gene": "hgnc_id", "disease": "disease_id"}[name]
    whole = data.load(table)
    narrowed = data.load(table, **{name: whole[key].unique().tolist()})
    assert len(narrowed) == len(whole)
    for column in narrowed.select_dtypes(["Int64", "boolean", "category", "float64"]):
        narrowed[column].array[0] = narrowed[column].array[-1]
    assert data.load(table).equals(whole)


def test_labels_of_columns_and_categories_cannot_be_written_over():
    frame = ilkit.load("genes")
    for labels in (frame.columns.values, frame["role"].cat.categories.values):
        with pytest.raises((ValueError, TypeError)):
            labels[0] = "changed"
    assert ilkit.load("genes").columns[0] == "hgnc_id"


def test_a_relative_root_stays_where_it_was(copied_release, monkeypatch):
    monkeypatch.chdir(copied_release.parent)
    data = ilkit.Dataset(root=copied_release.name)
    monkeypatch.chdir("/")
    assert len(data.load("genes")) == 133
    assert data.path("genes").is_absolute()


@pytest.mark.parametrize("version", [["2026.11.0"], 2026, b"2026.11.0", "2026.11.0/", "2026.11"])
def test_a_version_of_the_wrong_kind_is_unknown(version):
    with pytest.raises(UnknownVersionError):
        ilkit.load("genes", version=version)
    with pytest.raises(UnknownVersionError):
        ilkit.Dataset(version)


@pytest.mark.parametrize("root", [5, b"data", "", "a" * 5000, "\0"])
def test_a_root_that_is_no_folder_is_said_to_be_none(root):
    with pytest.raises(UnknownVersionError):
        ilkit.Dataset(root=root)


def test_a_root_in_the_home_folder_is_found(copied_release, monkeypatch):
    monkeypatch.setenv("HOME", str(copied_release.parent))
    assert ilkit.Dataset(root="~/versions").path("genes").is_relative_to(copied_release)


def test_a_name_of_several_genes_is_ambiguous_as_interleukin_too():
    with pytest.raises(AmbiguousNameError, match=r"IL12B \(IL-12/IL-23\)"):
        ilkit.load("functions", interleukin="p40")
