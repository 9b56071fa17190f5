"""What the released tables say of effects on cells and of the regulation of interleukins."""

import re

import pandas as pd
import pytest

import ilkit
from tests.conftest import PROJECT

LISTED = {
    "effects": ("effect-terms.csv", ["term_id", "term_name", "direction", "process", "cell_id", "cell_name", "rule"]),
    "regulation": ("regulation-terms.csv", ["term_id", "term_name", "direction", "process", "il_id", "target"]),
}
STATEMENT = ["hgnc_id", "term_id", "evidence", "reference", "source_id"]


def says(table: pd.DataFrame, **values: str) -> pd.DataFrame:
    """Return the rows of a table that have these values and were not withdrawn."""
    standing = table[~table["withdrawn"].fillna(False).astype(bool)]
    return standing[(standing[list(values)].astype(str) == pd.Series(values)).all(axis=1)]


@pytest.mark.parametrize(("table", "floor"), [("effects", 250), ("regulation", 600)])
def test_there_are_as_many_rows_as_promised(tables, table, floor):
    assert len(tables[table]) >= floor


@pytest.mark.parametrize("table", LISTED)
def test_every_term_that_a_rule_hits_is_listed_and_was_read(tables, table):
    """A term that is new here is to be read, and then added to the list in docs/."""
    name, columns = LISTED[table]
    hit = tables[table][columns].astype(str).drop_duplicates()
    listed = pd.read_csv(PROJECT / "docs" / name, dtype=str)
    assert set(hit.itertuples(index=False, name=None)) == set(listed[columns].itertuples(index=False, name=None))
    assert not listed.duplicated().any()


@pytest.mark.parametrize(
    ("symbol", "direction", "process", "cell"),
    [
        ("IL2", "stimulates", "proliferation", "CL:0000084"),
        ("IL4", "stimulates", "proliferation", "CL:0000236"),
        ("IL4", "stimulates", "isotype switching", "CL:0000236"),
        ("IL5", "stimulates", "differentiation", "CL:0000771"),
        ("IL6", "stimulates", "activation", "CL:0000236"),
        ("IL7", "stimulates", "differentiation", "CL:0000236"),
        ("IL10", "inhibits", "proliferation", "CL:0000084"),
        ("IL12A", "stimulates", "cytotoxicity", "CL:0000623"),
        ("IL15", "stimulates", "proliferation", "CL:0000084"),
        ("IL23A", "stimulates", "differentiation", "CL:0000899"),
        ("IL34", "stimulates", "differentiation", "CL:0000235"),
        ("CXCL8", "stimulates", "chemotaxis", "CL:0000775"),
        ("TSLP", "stimulates", "activation", "CL:0000097"),
    ],
)
def test_effects_that_every_textbook_knows(tables, symbol, direction, process, cell):
    assert len(says(tables["effects"], symbol=symbol, direction=direction, process=process, cell_id=cell))


@pytest.mark.parametrize(
    ("regulator", "direction", "il_id"),
    [
        ("IL10", "lowers", "IL-6"),
        ("IL10", "lowers", "IL-12"),
        ("IL10", "lowers", "IL-1B"),
        ("IL10", "lowers", "IL-8"),
        ("IL23A", "raises", "IL-17A"),
        ("IL6", "raises", "IL-17A"),
        ("IL1B", "raises", "IL-6"),
        ("IL17A", "raises", "IL-6"),
        ("IL33", "raises", "IL-5"),
        ("IL36RN", "lowers", "IL-17A"),
        ("NLRP3", "raises", "IL-1B"),
        ("FOXP3", "lowers", "IL-2"),
        ("TLR4", "raises", "IL-6"),
        ("GATA3", "raises", "IL-4"),
    ],
)
def test_regulation_that_every_textbook_knows(tables, regulator, direction, il_id):
    assert len(says(tables["regulation"], regulator_symbol=regulator, direction=direction, il_id=il_id))


@pytest.mark.parametrize(
    ("regulator", "direction", "il_id"), [("IL1RN", "raises", "IL-6"), ("IL37", "raises", "IL-6"), ("IL36RN", "raises", "IL-6")]
)
def test_an_antagonist_does_not_raise_what_its_relatives_raise(tables, regulator, direction, il_id):
    """GO inferred it from the family in 2020, and has taken it back."""
    table = tables["regulation"]
    rows = table[(table["regulator_symbol"] == regulator) & (table["direction"] == direction) & (table["il_id"] == il_id)]
    assert rows["withdrawn"].tolist() == [True]


def test_every_effect_stands_among_the_functions_with_the_same_evidence(tables):
    known = tables["functions"][[*STATEMENT, "as_of", "withdrawn"]].drop_duplicates().astype(object).fillna("")
    rows = tables["effects"][[*STATEMENT, "as_of", "withdrawn"]].astype(object).fillna("")
    assert len(rows.merge(known)) == len(rows)


@pytest.mark.parametrize("table", ["effects", "regulation"])
def test_the_direction_is_in_the_name_of_the_term(tables, table):
    sign = tables[table]["direction"].map(
        {"stimulates": "positive", "raises": "positive", "inhibits": "negative", "lowers": "negative"}
    )
    pairs = zip(sign, tables[table]["term_name"], strict=True)
    assert all(name.startswith(f"{word} regulation of ") for word, name in pairs)


def test_a_cell_that_arises_is_the_one_that_go_says(tables, sources):
    """GO states for most terms of differentiation which cell of the Cell Ontology comes out."""
    folder = sources / "go_relations"
    formed = pd.read_csv(folder / "cell_differentiation_by_mature_cell_type.tsv", sep="\t")
    formed = formed.map(lambda cell: re.sub(r"^http://purl.obolibrary.org/obo/(GO|CL)_", r"\1:", cell))
    arises = dict(zip(formed["defined_class"], formed["cell_type"], strict=True))
    regulated = pd.read_csv(folder / "go_regulates_2026-08.tsv", sep="\t").set_index("term_id")["target_id"]
    rows = tables["effects"].query("rule == 'formed_cell'").drop_duplicates("term_id")
    stated = rows["term_id"].map(regulated).map(arises)
    assert stated.notna().sum() >= 30
    assert rows.loc[stated.notna() & (stated != rows["cell_id"]), "term_name"].tolist() == []


def test_terms_with_a_word_for_a_cell_that_are_no_effect_were_read(tables):
    """Proteins that are named after a cell; whatever else turns up here may be an effect that the rules miss."""
    functions = tables["functions"]
    cells = pd.read_csv(PROJECT / "data" / "curated" / "effect_cells.csv")["phrase"]
    words = "|".join(map(re.escape, cells))
    named = functions["term_name"].str.contains(rf"^(?:positive|negative) regulation of .*\b(?:{words})s?\b")
    left = set(functions.loc[named & ~functions["term_id"].isin(tables["effects"]["term_id"]), "term_name"])
    assert (
        left
        == {
            "positive regulation of granulocyte colony-stimulating factor production",
            "positive regulation of granulocyte macrophage colony-stimulating factor production",
            "positive regulation of monocyte chemotactic protein-1 production",
        }
        & left
    )
    assert "positive regulation of granulocyte macrophage colony-stimulating factor production" in left


def test_secretion_and_biosynthesis_are_what_go_has_given_up(tables, sources):
    regulated = pd.read_csv(sources / "go_relations" / "go_regulates_2026-08.tsv", sep="\t")["term_id"]
    table = tables["regulation"]
    assert (table["term_id"].isin(regulated) == (table["process"] == "production")).all()


def test_edges_between_interleukins_are_marked(tables):
    table, chains = tables["regulation"], tables["chains"]
    assert (table["regulator_is_interleukin"] == table["regulator_hgnc_id"].isin(chains["hgnc_id"])).all()
    assert table["regulator_is_interleukin"].sum() >= 60
    shared = table[table["regulator_symbol"].isin(["IL12A", "IL12B", "IL17A", "IL17F"])]
    assert shared["regulator_is_interleukin"].all() and shared["regulator_il_id"].isna().all()
    assert set(table.loc[table["regulator_symbol"] == "IL23A", "regulator_il_id"]) == {"IL-23"}


def test_regulators_in_scope_bear_the_symbol_of_genes(tables):
    symbols = tables["genes"].set_index("hgnc_id")["symbol"]
    known = tables["regulation"][tables["regulation"]["regulator_hgnc_id"].isin(symbols.index)]
    assert (known["regulator_symbol"] == known["regulator_hgnc_id"].map(symbols)).all()
    assert len(known) < len(tables["regulation"]) / 2


def test_opposite_directions_are_marked_on_both_sides(tables):
    table = tables["regulation"]
    tumor = table[(table["regulator_symbol"] == "TNF") & (table["il_id"] == "IL-6")]
    assert set(tumor["direction"]) == {"raises", "lowers"} and tumor["contradicted"].all()
    antagonist = table[(table["regulator_symbol"] == "IL36RN") & (table["il_id"] == "IL-6")]
    assert antagonist.set_index("direction")["contradicted"].to_dict() == {"lowers": False, "raises": True}


def test_the_filters_reach_both_tables():
    assert set(ilkit.load("effects", interleukin="IL-4")["symbol"]) == {"IL4"}
    assert set(ilkit.load("effects", interleukin="IL-12")["attribution"]) == {"shared"}
    assert set(ilkit.load("regulation", interleukin="IL-6")["il_id"]) == {"IL-6"}
    assert set(ilkit.load("regulation", gene="IL10")["regulator_symbol"]) == {"IL10"}
