"""What the released table says of signalling, and what it must not say."""

import pandas as pd
import pytest

import ilkit


def used(tables, receptor_id: str, role: str) -> set[str]:
    rows = tables["signaling"]
    return set(rows.loc[(rows["receptor_id"] == receptor_id) & (rows["role"] == role), "symbol"])


TAUGHT = {
    "IL2RA_IL2RB_IL2RG": ({"JAK1", "JAK3"}, {"STAT5A", "STAT5B"}),
    "IL15RA_IL2RB_IL2RG": ({"JAK1", "JAK3"}, {"STAT5A", "STAT5B"}),
    "IL4R_IL2RG": ({"JAK1", "JAK3"}, {"STAT6"}),
    "IL4R_IL13RA1": ({"JAK1", "TYK2"}, {"STAT6"}),
    "IL7R_IL2RG": ({"JAK1", "JAK3"}, {"STAT5A", "STAT5B"}),
    "IL9R_IL2RG": ({"JAK1", "JAK3"}, {"STAT1", "STAT3", "STAT5A", "STAT5B"}),
    "IL21R_IL2RG": ({"JAK1", "JAK3"}, {"STAT1", "STAT3"}),
    "CRLF2_IL7R": ({"JAK1", "JAK2"}, {"STAT5A", "STAT5B"}),
    "IL3RA_CSF2RB": ({"JAK2"}, {"STAT5A", "STAT5B"}),
    "IL5RA_CSF2RB": ({"JAK1", "JAK2"}, {"STAT1", "STAT3", "STAT5A", "STAT5B"}),
    "CSF2RA_CSF2RB": ({"JAK2"}, {"STAT5A", "STAT5B"}),
    "IL6R_IL6ST": ({"JAK1", "JAK2", "TYK2"}, {"STAT1", "STAT3"}),
    "IL11RA_IL6ST": ({"JAK1"}, {"STAT3"}),
    "LIFR_IL6ST": ({"JAK1"}, {"STAT3"}),
    "OSMR_IL6ST": ({"JAK1"}, {"STAT3"}),
    "IL31RA_OSMR": ({"JAK1", "JAK2"}, {"STAT1", "STAT3", "STAT5A", "STAT5B"}),
    "IL12RB1_IL12RB2": ({"JAK2", "TYK2"}, {"STAT4"}),
    "IL12RB1_IL23R": ({"JAK2", "TYK2"}, {"STAT3", "STAT4"}),
    "IL27RA_IL6ST": ({"JAK1", "JAK2"}, {"STAT1", "STAT3"}),
    "IL12RB2_IL6ST": ({"JAK1", "JAK2"}, {"STAT1", "STAT4"}),
    "IL12RB2_IL27RA": ({"JAK1", "JAK2"}, {"STAT1", "STAT3"}),
    "IL10RA_IL10RB": ({"JAK1", "TYK2"}, {"STAT3"}),
    "IL10RB_IL22RA1": ({"JAK1", "TYK2"}, {"STAT3"}),
    "IL20RA_IL20RB": ({"JAK1"}, {"STAT3"}),
    "IL20RA_IL10RB": ({"JAK1", "TYK2"}, {"STAT1", "STAT3"}),
    "IFNLR1_IL10RB": ({"JAK1", "TYK2"}, {"STAT1", "STAT2"}),
}


@pytest.mark.parametrize("receptor_id", TAUGHT)
def test_a_receptor_has_the_jaks_and_stats_that_are_taught(tables, receptor_id):
    jaks, stats = TAUGHT[receptor_id]
    assert jaks <= used(tables, receptor_id, "JAK")
    assert stats <= used(tables, receptor_id, "STAT")


@pytest.mark.parametrize(
    ("receptor_id", "symbol"),
    [
        ("IL4R_IL2RG", "JAK2"),
        ("IL2RA_IL2RB_IL2RG", "JAK2"),
        ("IL7R_IL2RG", "TYK2"),
        ("IL10RA_IL10RB", "JAK3"),
        ("IL12RB1_IL12RB2", "JAK3"),
        ("IL6R_IL6ST", "JAK3"),
        ("IL3RA_CSF2RB", "JAK3"),
        ("IL5RA_CSF2RB", "STAT6"),
        ("IL2RA_IL2RB_IL2RG", "STAT6"),
    ],
)
def test_a_receptor_has_none_that_only_a_mixed_or_wrong_record_gives_it(tables, receptor_id, symbol):
    rows = tables["signaling"]
    assert not ((rows["receptor_id"] == receptor_id) & (rows["symbol"] == symbol)).any()


def test_jak3_sits_on_the_common_gamma_chain_alone(tables):
    rows = tables["signaling"]
    jak3 = rows[(rows["symbol"] == "JAK3") & ~rows["alternative"].fillna(False)]
    assert jak3["receptor_id"].str.contains("IL2RG").all()
    assert set(jak3["subunit_symbol"].dropna()) == {"IL2RG"}


def test_only_receptors_that_signal_have_rows(tables):
    signals = tables["receptors"].set_index("receptor_id")["signals"]
    assert tables["signaling"]["receptor_id"].map(signals).eq(True).all()


def established(tables) -> pd.DataFrame:
    """Return the signalling receptors of which an established interleukin is known to be an agonist."""
    molecules, binding, receptors = tables["interleukins"], tables["binding"], tables["receptors"]
    known = molecules.loc[molecules["status"] == "established", "il_id"]
    bound = binding[binding["il_id"].isin(known) & (binding["effect"] == "agonist") & (binding["status"] == "established")]
    return receptors[receptors["signals"].eq(True).fillna(False) & receptors["receptor_id"].isin(bound["receptor_id"])]


@pytest.mark.parametrize(("receptor_class", "floor"), [("type I cytokine receptor", 17), ("type II cytokine receptor", 6)])
def test_each_cytokine_receptor_of_an_established_interleukin_has_a_jak_and_a_stat(tables, receptor_class, floor):
    receptors = established(tables)
    ids = receptors.loc[receptors["receptor_class"] == receptor_class, "receptor_id"]
    assert len(ids) >= floor
    assert [receptor for receptor in ids if not used(tables, receptor, "JAK") or not used(tables, receptor, "STAT")] == []


def test_each_signalling_tir_receptor_has_myd88_but_that_of_il_37(tables):
    receptors = established(tables)
    ids = set(receptors.loc[receptors["receptor_class"] == "IL-1 receptor family (TIR)", "receptor_id"])
    assert {"IL1R1_IL1RAP", "IL18R1_IL18RAP", "IL1RL1_IL1RAP", "IL1RL2_IL1RAP"} <= ids
    assert {receptor for receptor in ids if "MYD88" not in used(tables, receptor, "adaptor")} == {"IL18R1_SIGIRR"}


def test_each_signalling_il_17_receptor_has_act1(tables):
    receptors = tables["receptors"]
    sefir = receptors[receptors["receptor_class"] == "IL-17 receptor family (SEFIR)"]
    ids = sefir.loc[sefir["signals"].eq(True).fillna(False), "receptor_id"]
    assert len(ids) >= 4
    assert [receptor for receptor in ids if "TRAF3IP2" not in used(tables, receptor, "adaptor")] == []


def test_jaks_and_stats_belong_to_cytokine_receptors_and_adaptors_to_the_others(tables):
    rows = tables["signaling"].merge(tables["receptors"][["receptor_id", "receptor_class"]], on="receptor_id")
    cytokine = rows["receptor_class"].isin(["type I cytokine receptor", "type II cytokine receptor"])
    assert (cytokine == rows["role"].isin(["JAK", "STAT"])).all()


def test_the_subunit_is_one_of_the_receptor(tables):
    rows = tables["signaling"].dropna(subset=["subunit_symbol"])
    assert len(rows) > 300
    assert all(symbol in receptor.split("_") for receptor, symbol in zip(rows["receptor_id"], rows["subunit_symbol"], strict=True))


def test_only_what_was_not_looked_up_lacks_a_reference(tables):
    rows = tables["signaling"]
    assert (rows["reference"].isna() == (rows["evidence"] == "textbook")).all()
    assert (rows["complex_id"].notna() == (rows["evidence"] == "reactome_complex")).all()


def test_a_textbook_row_stands_alone(tables):
    rows = tables["signaling"]
    pair = rows[["receptor_id", "symbol"]].apply(tuple, axis=1)
    taught = pair[rows["evidence"] == "textbook"]
    assert len(taught) < 15
    assert not taught.isin(pair[rows["evidence"] != "textbook"]).any()


def test_what_is_drawn_as_a_target_of_transcription_is_no_signalling(tables):
    rows = tables["signaling"]
    edges = rows[rows["evidence"] == "wikipathways_edge"]
    assert len(edges) > 25
    assert not ((edges["receptor_id"] == "IL6R_IL6ST") & (edges["symbol"] == "STAT1")).any()


def test_more_than_two_jaks_at_a_receptor_are_alternatives(tables):
    rows = tables["signaling"]
    reactome = rows[(rows["evidence"] == "reactome_complex") & (rows["role"] == "JAK")]
    assert reactome["alternative"].notna().all()
    assert reactome.loc[reactome["receptor_id"] == "IL6R_IL6ST", "alternative"].all()
    assert not reactome.loc[reactome["receptor_id"] == "IL2RA_IL2RB_IL2RG", "alternative"].any()


def test_the_signalling_of_an_interleukin_is_that_of_the_receptors_it_binds():
    il13 = ilkit.load("signaling", interleukin="IL-13")
    assert "IL4R_IL13RA1" in set(il13["receptor_id"])
    assert not il13["receptor_id"].isin(["IL4R_IL2RG", "IL13RA2"]).any()
    assert {"JAK1", "TYK2", "STAT6"} <= set(il13["symbol"])


def test_the_floors_hold(tables):
    rows = tables["signaling"]
    assert len(rows) >= 950
    assert rows["receptor_id"].nunique() >= 36
    assert rows["evidence"].value_counts()["complex_portal"] >= 105


def test_a_complex_portal_record_is_one_of_a_ligand_and_this_receptor(tables):
    rows = tables["signaling"]
    cited = rows.loc[rows["evidence"] == "complex_portal", ["receptor_id", "reference"]].drop_duplicates()
    bound = set(tables["binding"][["receptor_id", "reference"]].itertuples(index=False, name=None))
    others = {pair for pair in cited.itertuples(index=False, name=None) if pair not in bound}
    with_kinase, myddosome = "complexportal:CPX-512", "complexportal:CPX-10281"
    assert others == {("CSF2RA_CSF2RB", with_kinase), ("IL1R1_IL1RAP", myddosome)}


def test_reactome_and_complex_portal_agree_on_the_seat_of_a_jak(tables):
    rows = tables["signaling"].dropna(subset=["subunit_symbol"])
    rows = rows[(rows["role"] == "JAK") & rows["evidence"].isin(["reactome_complex", "complex_portal"])]
    seats = rows.groupby(["receptor_id", "symbol"])["subunit_symbol"].agg(set)
    assert len(seats) > 30
    assert seats[seats.map(len) > 1].empty
