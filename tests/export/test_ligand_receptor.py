"""LIANA+: pairs of complexes."""

import ilkit


def pairs(**given) -> set:
    frame = ilkit.export.liana(**given)
    return set(zip(frame["ligand"], frame["receptor"], strict=True))


def test_chains_and_subunits_are_joined_and_copies_stand_once():
    found = pairs()
    assert {("IL6", "IL6R_IL6ST"), ("IL12A_IL12B", "IL12RB1_IL12RB2"), ("IL23A_IL12B", "IL12RB1_IL23R")} <= found
    assert {("IL17F_IL17A", "IL17RA_IL17RC"), ("IL10", "IL10RA_IL10RB"), ("CLCF1_CRLF1", "CNTFR_LIFR_IL6ST")} <= found


def test_each_pair_stands_once_and_is_made_of_the_chains_and_subunits_of_the_tables():
    frame = ilkit.export.liana(effects=["agonist", "antagonist", "decoy"], provisional=True)
    assert not frame.duplicated(["ligand", "receptor"]).any()
    chains = ilkit.load("chains").groupby("il_id")["symbol"].agg(set)
    subunits = ilkit.load("receptor_subunits").groupby("receptor_id")["symbol"].agg(set)
    for row in frame.itertuples():
        assert set(row.receptor.split("_")) == subunits[row.receptor]
        if isinstance(row.il_id, str):
            assert set(row.ligand.split("_")) == chains[row.il_id]


def test_antagonists_decoys_and_disputed_pairs_are_left_out_unless_asked_for():
    assert not {("IL1RN", "IL1R1"), ("IL13", "IL13RA2"), ("METRNL", "KIT")} & pairs()
    assert {("IL1RN", "IL1R1"), ("IL13", "IL13RA2")} <= pairs(effects=["antagonist", "decoy"])
    assert ("METRNL", "KIT") in pairs(provisional=True)


def test_every_interleukin_with_an_established_receptor_is_there():
    binding = ilkit.load("binding")
    signalling = binding[(binding["effect"] == "agonist") & (binding["status"] == "established")]
    assert set(ilkit.export.liana()["il_id"].dropna()) == set(signalling["il_id"].dropna())


def test_a_pair_says_what_it_rests_on():
    frame = ilkit.export.liana().set_index("receptor")
    assert frame["sources"].notna().all()
    known = set(ilkit.load("sources")["source_id"])
    assert {source for joined in frame["sources"] for source in joined.split(";")} <= known
    assert "complexportal:CPX-646" in frame.loc["IL2RA_IL2RB_IL2RG", "references"].split(";")


def test_a_pinned_dataset_serves_as_the_version():
    assert ilkit.export.liana(version=ilkit.Dataset(ilkit.DEFAULT_VERSION)).equals(ilkit.export.liana())
