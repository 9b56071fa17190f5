"""Names: spelling does not matter, better kinds of names win, nothing is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ilkit
from ilkit.errors import AmbiguousNameError, FilterError, UnknownNameError
from ilkit.names import index_names, normalise


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("IL-17A", "il 17a"),
        ("IL‑17A", "IL17A"),
        ("ＩＬ６", "IL6"),
        ("IL-1β", "IL-1 beta"),
        ("ENSG00000136244.12", "ENSG00000136244"),
        ("UniProt:P05231", "p05231"),
        ("ensembl:ENSG00000136244.12", "ENSG00000136244"),
    ],
)
def test_spelling_does_not_matter(written, same):
    assert normalise(written) == normalise(same)


@given(st.text())
def test_normalising_twice_changes_nothing_more(name):
    assert normalise(normalise(name)) == normalise(name)


@given(st.text(alphabet="ilIL-_ 0123456789abα", min_size=1), st.sampled_from([" ", "-", "_", "–"]))
def test_separators_at_the_end_do_not_matter(name, separator):
    assert normalise(name + separator) == normalise(name)


def test_an_approved_symbol_beats_a_previous_one_and_that_an_alias():
    index = index_names("gene", [("X", "G1", "alias"), ("x", "G2", "previous"), ("Y", "G1", "alias"), ("y", "G3", "approved")])
    assert index.one("X") == "G2"
    assert index.one("Y") == "G3"


def test_two_entities_of_the_same_kind_are_ambiguous():
    index = index_names("gene", [("X", "G1", "alias"), ("X", "G2", "alias")])
    with pytest.raises(AmbiguousNameError, match="'X' stands for 2: G1, G2"):
        index.one("X")


def test_an_unknown_name_comes_with_the_closest_ones():
    index = index_names("gene", [("CXCL8", "G1", "approved")])
    with pytest.raises(UnknownNameError, match=r"no gene named 'CXCL9'\. Did you mean 'CXCL8'"):
        index.one("CXCL9")


@pytest.mark.parametrize(
    ("query", "il_id", "symbol"),
    [
        ("IL8", "IL-8", "CXCL8"),
        ("interleukin 8", "IL-8", "CXCL8"),
        ("interleukin 17", "IL-17A", "IL17A"),
        ("Interleukin-1 receptor antagonist", "IL-1RA", "IL1RN"),
        ("P05231", "IL-6", "IL6"),
        ("ENSG00000136244.5", "IL-6", "IL6"),
        ("NCBIGene:3569", "IL-6", "IL6"),
        ("HGNC:6018", "IL-6", "IL6"),
        ("IL-17", "IL-17A", "IL17A"),
        ("IL-17A/F", "IL-17AF", None),
        ("IL28B", "IL-28B", "IFNL3"),
        ("IL-23", "IL-23", None),
        ("IL-1ra", "IL-1RA", "IL1RN"),
        ("IL-1 alpha", "IL-1A", "IL1A"),
        ("IL-12p70", "IL-12", None),
        ("IL-38", "IL-38", "IL1F10"),
        ("IL-41", "IL-41", "METRNL"),
    ],
)
def test_designations_and_identifiers_lead_to_the_molecule(query, il_id, symbol):
    row = ilkit.resolve(query)
    assert row["status"].tolist() == ["matched"]
    assert row["il_id"].item() == il_id
    assert (row["symbol"].item() if row["symbol"].notna().item() else None) == symbol


def test_a_chain_of_several_molecules_is_a_gene_and_no_molecule():
    row = ilkit.resolve("IL12B").iloc[0]
    assert row["entity_type"] == "gene"
    assert row["symbol"] == "IL12B"
    assert row[["il_id"]].isna().all()


def test_a_collective_name_is_ambiguous_with_all_candidates():
    rows = ilkit.resolve("IL-36")
    assert rows["il_id"].tolist() == ["IL-36A", "IL-36B", "IL-36G"]
    assert set(rows["status"]) == {"ambiguous"}


@pytest.mark.parametrize("symbol", ["HGF", "CLC", "TIFA", "TP53", "nonsense", "-"])
def test_a_name_of_another_human_gene_or_of_none_is_not_matched(symbol):
    assert ilkit.resolve(symbol)["status"].tolist() == ["unmatched"]


def test_rows_come_in_the_order_of_the_queries():
    rows = ilkit.resolve(["P05231", "no such name", "IL-28", "IL8"])
    assert rows["position"].tolist() == [0, 1, 2, 2, 3]
    assert rows["status"].tolist() == ["matched", "unmatched", "ambiguous", "ambiguous", "matched"]


def test_a_null_keeps_its_place_and_is_not_matched():
    rows = ilkit.resolve(["IL6", None, float("nan"), "IL6"])
    assert rows["position"].tolist() == [0, 1, 2, 3]
    assert rows["status"].tolist() == ["matched", "unmatched", "unmatched", "matched"]
    assert rows["query"].isna().tolist() == [False, True, True, False]


@pytest.mark.parametrize("queries", [b"IL6", {"IL6": 1}, 3.5, [["IL6"]], [{"a": 1}]])
def test_something_else_than_names_is_refused(queries):
    with pytest.raises(FilterError, match=r"resolve\(\) was given"):
        ilkit.resolve(queries)


def test_no_approved_symbol_of_the_whole_hgnc_file_resolves_to_another_gene(sources):
    from ilkit.build.readers import hgnc
    from ilkit.build.readers.source import open_source

    genes = hgnc.read(open_source(sources / "hgnc"))["genes"]
    rows = ilkit.resolve(genes["symbol"].tolist())
    own = dict(zip(genes["symbol"], genes["hgnc_id"], strict=True))
    matched = rows.dropna(subset=["hgnc_id"])
    wrong = matched[matched["hgnc_id"] != matched["query"].map(own)]
    assert wrong[["query", "symbol"]].to_numpy().tolist() == []
    assert set(matched["query"]) == set(ilkit.load("genes")["symbol"])
