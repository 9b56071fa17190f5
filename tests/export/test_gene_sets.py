"""Gene sets: named after what they are, described by what they rest on."""

import pytest

import ilkit
from ilkit.export.gene_sets import KINDS


@pytest.fixture(scope="module")
def sets():
    return ilkit.export.gmt(kinds=list(KINDS))


def genes(sets, name: str) -> set:
    return set(sets.loc[sets["set"] == name, "gene"])


def test_a_receptor_set_holds_subunits_kinases_and_stats(sets):
    assert genes(sets, "IL-6_RECEPTOR_AND_SIGNALING") == {"IL6R", "IL6ST", "JAK1", "JAK2", "STAT1", "STAT3", "TYK2"}
    assert not {"IL13RA2"} & genes(sets, "IL-13_RECEPTOR_AND_SIGNALING")


def test_a_response_keeps_its_name_and_says_direction_and_every_stimulus(sets):
    described = sets.drop_duplicates("set").set_index("set")
    assert described.loc["CROONQUIST_IL6_DEPRIVATION_DN", "description"].startswith("Genes down in cells with IL-6 deprived; ")
    assert described.loc["RUTELLA_RESPONSE_TO_CSF2RB_AND_IL4_UP", "description"].startswith("Genes up in cells with GM-CSF;IL-4 ")
    assert described.loc["AUJLA_IL22_AND_IL17A_SIGNALING", "il_id"] == "IL-17A;IL-22"
    signatures = ilkit.load("signatures")
    expected = set(signatures.loc[signatures["signature_id"] == "msigdb:DASU_IL6_SIGNALING_UP", "symbol"])
    assert genes(sets, "DASU_IL6_SIGNALING_UP") == expected


def test_who_raises_a_production_is_who_the_table_says_without_withdrawn_or_contradicted_rows(sets):
    rows = ilkit.load("regulation", interleukin="IL-10")
    sound = rows[~rows["withdrawn"].fillna(False).astype(bool) & ~rows["contradicted"] & (rows["target"] == "molecule")]
    for direction, name in {"raises": "IL-10_PRODUCTION_RAISED_BY", "lowers": "IL-10_PRODUCTION_LOWERED_BY"}.items():
        assert genes(sets, name) == set(sound.loc[sound["direction"] == direction, "regulator_symbol"])


def test_share_alike_sets_come_only_when_asked_for_and_say_so(sets):
    by_default = ilkit.export.gmt()
    assert not by_default["description"].str.contains("-SA-").any()
    shared = sets[sets["kind"] == "transcription_factors"]
    assert shared["description"].str.contains("CC-BY-SA-4.0").all()
    assert {"RELA", "NFKB1"} <= genes(sets, "IL-6_TRANSCRIPTION_FACTORS")


def test_a_pathway_set_is_the_whole_pathway(sets):
    name = "Interleukin-6_signaling_(Reactome:R-HSA-1059683)"
    members = ilkit.load("pathway_members")
    assert genes(sets, name) == set(members.loc[members["pathway_id"] == "Reactome:R-HSA-1059683", "symbol"])


def test_names_of_sets_stand_for_one_set_each_and_no_gene_stands_twice(sets):
    assert (sets.groupby("set")[["kind", "description"]].nunique() == 1).all(axis=None)
    assert not sets.duplicated(["set", "gene"]).any()
    assert sets[["set", "description", "gene", "source_id"]].notna().all(axis=None)


def test_a_gmt_file_has_a_set_a_line_with_name_description_and_genes(sets, tmp_path):
    ilkit.export.gmt(tmp_path / "sets.gmt", kinds=list(KINDS))
    lines = (tmp_path / "sets.gmt").read_text("utf-8").removesuffix("\n").split("\n")
    assert len(lines) == sets["set"].nunique()
    for line in lines:
        name, description, *members = line.split("\t")
        assert set(members) == genes(sets, name)
        assert f"ilkit_{ilkit.DEFAULT_VERSION},_CC" in description
        assert " " not in line
