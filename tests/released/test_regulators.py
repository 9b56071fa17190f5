"""What the released table of transcription factors says."""

import pytest

import ilkit


def modes(tables, regulator: str, target: str) -> set[str]:
    rows = tables["regulators"]
    found = rows[(rows["regulator_symbol"] == regulator) & (rows["symbol"] == target)]
    return set(found["mode"].astype(str))


@pytest.mark.parametrize("regulator", ["NFKB1", "RELA"])
@pytest.mark.parametrize("target", ["IL6", "CXCL8", "IL1B"])
def test_nf_kappa_b_activates_the_inflammatory_cytokines(tables, regulator, target):
    assert "activation" in modes(tables, regulator, target)


@pytest.mark.parametrize(("regulator", "target"), [("GATA3", "IL5"), ("STAT6", "IL4"), ("STAT3", "IL10")])
def test_well_known_regulators_are_there(tables, regulator, target):
    assert modes(tables, regulator, target)


def test_publications_may_disagree_and_both_stay(tables):
    rows = tables["regulators"]
    signed = rows[rows["mode"] != "unknown"]
    kinds = signed.groupby(["regulator_symbol", "symbol"])["mode"].nunique()
    assert set(kinds[kinds > 1].index) >= {("NFKB1", "IL6"), ("RELA", "CXCL8")}


def test_every_row_has_a_publication_and_none_the_broken_number(tables):
    rows = tables["regulators"]
    assert rows["reference"].str.fullmatch(r"PMID:\d{7,8}").all()
    assert not rows["reference"].str.startswith("PMID:1724219").any()


def test_there_are_as_many_rows_as_the_source_gives_publications(tables):
    rows = tables["regulators"]
    assert len(rows) == 661
    assert rows["mode"].value_counts().to_dict() == {"unknown": 349, "activation": 236, "repression": 76}
    assert rows["hgnc_id"].nunique() == 67
    assert rows["regulator_hgnc_id"].nunique() == 145


def test_regulators_in_scope_are_the_stats(tables):
    rows = tables["regulators"]
    scope = set(tables["genes"]["hgnc_id"])
    assert (rows["regulator_in_scope"] == rows["regulator_hgnc_id"].isin(scope)).all()
    assert set(rows.loc[rows["regulator_in_scope"], "regulator_symbol"]) == {"STAT1", "STAT2", "STAT3", "STAT4", "STAT6"}


def test_regulators_bear_the_symbols_of_the_genes_where_they_are_in_scope(tables):
    symbols = tables["genes"].set_index("hgnc_id")["symbol"]
    rows = tables["regulators"]
    own = rows[rows["regulator_in_scope"]]
    assert (own["regulator_symbol"] == own["regulator_hgnc_id"].map(symbols)).all()


def test_misspelt_and_ambiguous_regulators_are_not_guessed(tables):
    assert not set(tables["regulators"]["regulator_symbol"]) & {"NEKB1", "HFKB1", "TP65", "STAT5", "STAT5A"}


def test_the_table_is_share_alike():
    licences = ilkit.tables().set_index("table")["licence"]
    assert licences["regulators"] == "CC-BY-SA-4.0"
    assert licences["protein_variants"] == licences["signatures"] == "CC-BY-4.0"
