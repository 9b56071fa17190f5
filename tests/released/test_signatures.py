"""What the released table of response signatures says."""

import csv

import pandas as pd
import pytest

import ilkit
from tests.conftest import PROJECT

IL6_HALLMARK = "msigdb:HALLMARK_IL6_JAK_STAT3_SIGNALING"


def members(tables, name: str) -> set[str]:
    signatures = tables["signatures"]
    return set(signatures.loc[signatures["signature_id"] == f"msigdb:{name}", "symbol"])


@pytest.mark.parametrize(
    ("name", "genes"),
    [
        ("HALLMARK_IL6_JAK_STAT3_SIGNALING", {"SOCS3", "STAT3", "IL6ST", "PIM1"}),
        ("HALLMARK_IL2_STAT5_SIGNALING", {"IL2RA", "CISH", "SOCS2"}),
        ("HALLMARK_INTERFERON_GAMMA_RESPONSE", {"IRF1", "CXCL9", "CXCL10", "STAT1"}),
        ("HALLMARK_TNFA_SIGNALING_VIA_NFKB", {"NFKBIA", "TNFAIP3", "RIGI"}),
        ("LU_IL4_SIGNALING", {"FCER2"}),
    ],
)
def test_well_known_members_are_there_by_their_symbols_of_today(tables, name, genes):
    assert genes <= members(tables, name)


def test_symbols_of_2019_are_gone(tables):
    assert not set(tables["signatures"]["symbol"]) & {"DDX58", "MARCH1", "TMEM173", "H2AFX", "IL8"}


def test_seventy_three_sets_are_there_and_no_pathway(tables):
    signatures = tables["signatures"]
    sets = signatures.drop_duplicates("signature_id")
    assert sets["collection"].value_counts().to_dict() == {"published": 66, "hallmark": 7}
    assert not signatures["signature_id"].str.contains("PID_").any()
    assert "msigdb:BYSTRYKH_HEMATOPOIESIS_STEM_CELL_IL3RA" not in set(sets["signature_id"])


def test_at_most_one_gene_in_thirty_of_a_set_is_lost_to_its_name(tables):
    sizes = tables["signatures"].groupby("signature_id")["hgnc_id"].nunique()
    assert sizes[IL6_HALLMARK] == 86
    assert sizes["msigdb:HALLMARK_IL2_STAT5_SIGNALING"] == 200
    assert sizes.sum() == 8073


def test_the_interleukin_of_a_row_is_the_stimulus_of_it(tables):
    signatures = tables["signatures"]
    names = tables["interleukins"].set_index("il_id")["name"]
    own = signatures[signatures["il_id"].notna()]
    assert (own["stimulus"] == own["il_id"].map(names)).all()
    assert (signatures["il_id"].notna() == (signatures["stimulus_type"] == "interleukin")).all()


def test_each_row_of_a_set_says_the_same_of_it_for_a_stimulus(tables):
    columns = [name for name in tables["signatures"] if name not in {"hgnc_id", "symbol", "in_scope"}]
    described = tables["signatures"][columns].drop_duplicates()
    assert not described.duplicated(["signature_id", "stimulus"]).any()


def test_the_ending_of_the_name_is_the_direction_unless_it_is_left_open(tables):
    sets = tables["signatures"].drop_duplicates("signature_id")
    ending = sets["signature_id"].str.extract(r"_(UP|DN)$", expand=False).map({"UP": "up", "DN": "down"})
    told = sets["direction"].notna() & ending.notna()
    assert (sets.loc[told, "direction"].astype(str) == ending[told]).all()
    open_ones = sets.loc[ending.notna() & sets["direction"].isna(), "signature_id"]
    assert set(open_ones) == {
        "msigdb:GAVIN_IL2_RESPONSIVE_FOXP3_TARGETS_UP",
        "msigdb:GAVIN_IL2_RESPONSIVE_FOXP3_TARGETS_DN",
    }


def test_withdrawal_of_a_cytokine_is_told_from_its_addition(tables):
    signatures = tables["signatures"]
    deprived = signatures[signatures["signature_id"].str.contains("DEPRIVATION")]
    assert set(deprived["perturbation"].astype(str)) == {"deprived"}


def test_experiments_on_mice_are_marked(tables):
    signatures = tables["signatures"]
    mouse = set(signatures.loc[signatures["species"] == "mouse", "signature_id"])
    assert {"msigdb:ZHENG_IL22_SIGNALING_UP", "msigdb:BYSTROEM_CORRELATED_WITH_IL5_UP"} <= mouse
    assert "msigdb:LU_IL4_SIGNALING" not in mouse


def test_a_combination_is_found_by_each_of_its_interleukins():
    aujla = "msigdb:AUJLA_IL22_AND_IL17A_SIGNALING"
    for interleukin in ("IL-22", "IL-17A"):
        assert aujla in set(ilkit.load("signatures", interleukin=interleukin)["signature_id"])


def test_what_was_not_looked_up_about_a_published_set_is_not_stated(tables):
    """A name tells the stimulus and, of TESAR, the cells; species, system and cells else come from a page that was read."""
    signatures = tables["signatures"]
    unread = signatures[~signatures["context_verified"] & (signatures["collection"] == "published")]
    unread = unread[~unread["signature_id"].str.contains("MOUSE_ES")]
    assert unread[["species", "system", "cell", "cell_id"]].isna().all(axis=None)


def test_each_curated_set_says_why(tables):
    with (PROJECT / "data" / "curated" / "signatures.csv").open(encoding="utf-8", newline="") as file:
        curated = pd.DataFrame(csv.DictReader(file))
    assert (curated["reason"].str.len() > 20).all()
    assert set("msigdb:" + curated["set_name"]) == set(tables["signatures"]["signature_id"])


def test_the_il6_signature_is_richer_in_receptors_than_chance(tables):
    """Of the 19,000 protein-coding genes about 130 are in scope: of 86, less than one by chance."""
    signatures = tables["signatures"]
    assert signatures.loc[signatures["signature_id"] == IL6_HALLMARK, "in_scope"].sum() >= 20
