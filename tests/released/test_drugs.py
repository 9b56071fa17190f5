"""The released drugs: every approved agent with its target, its status and its indications."""

from pathlib import Path

import pandas as pd
import pytest

import ilkit

CHAIN = {
    "aldesleukin": "IL2RB",
    "denileukin diftitox": "IL2RA",
    "oprelvekin": "IL11RA",
    "nogapendekin alfa inbakicept": "IL2RB",
    "anakinra": "IL1R1",
    "rilonacept": "IL1B",
    "canakinumab": "IL1B",
    "tocilizumab": "IL6R",
    "sarilumab": "IL6R",
    "satralizumab": "IL6R",
    "siltuximab": "IL6",
    "dupilumab": "IL4R",
    "tralokinumab": "IL13",
    "lebrikizumab": "IL13",
    "nemolizumab": "IL31RA",
    "ustekinumab": "IL12B",
    "secukinumab": "IL17A",
    "ixekizumab": "IL17A",
    "brodalumab": "IL17RA",
    "bimekizumab": "IL17F",
    "spesolimab": "IL1RL2",
    "guselkumab": "IL23A",
    "tildrakizumab": "IL23A",
    "risankizumab": "IL23A",
    "mirikizumab": "IL23A",
    "mepolizumab": "IL5",
    "reslizumab": "IL5",
    "depemokimab": "IL5",
    "benralizumab": "IL5RA",
    "basiliximab": "IL2RA",
    "daclizumab": "IL2RA",
    "tezepelumab": "TSLP",
    "axatilimab": "CSF1R",
    "sargramostim": "CSF2RA",
    "tagraxofusp": "IL3RA",
    "tofacitinib": "JAK1",
    "baricitinib": "JAK2",
    "upadacitinib": "JAK1",
    "abrocitinib": "JAK1",
    "ritlecitinib": "JAK3",
    "deucravacitinib": "TYK2",
    "ruxolitinib": "JAK1",
}
CURATED = Path(__file__).resolve().parents[2] / "data" / "curated"
SALTS = {"pacritinib", "peficitinib"}
WITHDRAWN = {"daclizumab", "oprelvekin"}
PARTIAL = {("bimekizumab", "thera_sabdab"), ("rilonacept", "chembl_api_2026"), ("rilonacept", "drugcentral_drugtarget_2016")}


@pytest.mark.parametrize("drug", CHAIN)
def test_an_approved_agent_is_there_with_its_chain_and_its_status(tables, drug):
    row = tables["drugs"].set_index("drug_id").loc[drug]
    assert row["status"] == ("withdrawn" if drug in WITHDRAWN else "authorised")
    assert row["max_phase"] == 4
    targets = tables["drug_targets"].query("drug_id == @drug and symbol == @CHAIN[@drug]")
    assert not targets.empty
    assert targets["direct"].fillna(True).all()


@pytest.mark.parametrize("drug", ["guselkumab", "tildrakizumab", "risankizumab", "mirikizumab"])
def test_antibodies_to_p19_do_not_bind_p40(tables, drug):
    rows = tables["drug_targets"].query("drug_id == @drug").set_index("symbol")
    assert not rows.loc[["IL12B"], "direct"].any()
    assert rows.loc[["IL23A"], "direct"].all()


def test_ustekinumab_binds_p40_and_neither_p35_nor_p19(tables):
    rows = tables["drug_targets"].query("drug_id == 'ustekinumab'")
    assert rows.groupby("symbol")["direct"].agg(["min", "max"]).to_numpy().tolist() == [[False] * 2, [True] * 2, [False] * 2]
    assert rows["symbol"].drop_duplicates().sort_values().tolist() == ["IL12A", "IL12B", "IL23A"]


def test_the_antibody_targets_that_a_source_has_wrong_are_corrected(tables):
    targets = tables["drug_targets"]
    assert set(targets.query("drug_id == 'etokimab'")["symbol"]) == {"IL33"}
    assert "IL36RN" not in set(targets.query("drug_id == 'spesolimab'")["symbol"])
    assert targets.query("drug_id == 'romiplostim'").empty


def test_no_veterinary_antibody_is_a_drug(tables):
    assert not tables["drugs"]["drug_id"].str.contains("vetmab|vetbart").any()
    assert set(tables["drug_targets"].query("symbol == 'IL31'")["drug_id"]) == set()


def test_cd252_is_not_taken_for_cd25(tables):
    assert not {"amlitelimab", "oxelumab"} & set(tables["drugs"]["drug_id"])


def test_binding_sites_of_an_antibody_are_one_drug(tables):
    assert set(tables["drug_targets"].query("drug_id == 'lunsekimig'")["symbol"]) == {"IL13", "TSLP"}
    assert not tables["drugs"]["drug_id"].str.contains(r"mig\d$").any()


def test_sources_agree_on_the_chains_that_a_drug_binds_or_one_lists_fewer_and_is_known_to(tables):
    rows = tables["drug_targets"]
    rows = rows[rows["direct"].fillna(False) & (rows["source_id"] != "ilkit_curated") & (rows["action"] != "agonist")]
    chains = rows.groupby(["drug_id", "source_id"])["symbol"].agg(frozenset)
    whole = rows.groupby("drug_id")["symbol"].agg(frozenset)
    fewer = {(drug, source) for (drug, source), found in chains.items() if found != whole[drug]}
    assert fewer <= PARTIAL
    assert ("bimekizumab", "thera_sabdab") in fewer


def test_a_molecule_that_was_deduced_shares_target_and_disease_with_what_names_the_drug(tables):
    molecules = pd.read_csv(CURATED / "drug_molecules.csv")
    for drug in molecules.loc[molecules["evidence"] == "deduced", "drug_id"]:
        for table, column in (("drug_targets", "symbol"), ("drug_indications", "disease_id")):
            rows = tables[table].query("drug_id == @drug")
            own = rows["source_id"] == "chembl_api_2026"
            shared = set(rows.loc[own, column]) & set(rows.loc[~own, column])
            assert shared or drug in SALTS, (drug, table)


def test_every_drug_has_a_target_and_every_status_follows_from_the_agencies(tables):
    drugs = tables["drugs"]
    assert set(drugs["drug_id"]) == set(tables["drug_targets"]["drug_id"])
    agencies = drugs[["ema_status", "fda_status"]].astype("object")
    stands = (agencies == "authorised").any(axis=1) | drugs["authorised_elsewhere"]
    gone = (agencies == "withdrawn").any(axis=1) & ~stands
    assert ((drugs["status"] == "authorised") == stands).all()
    assert ((drugs["status"] == "withdrawn") == gone).all()
    assert drugs.loc[drugs["status"] != "never", "max_phase"].eq(4).all()


def test_years_and_agencies_of_first_approval(tables):
    known = tables["drugs"].set_index("drug_id")[["first_approval_year", "first_approval_agency"]]
    for drug, year, agency in [
        ("aldesleukin", 1992, "FDA"),
        ("anakinra", 2001, "FDA"),
        ("ustekinumab", 2009, "EMA"),
        ("dupilumab", 2017, "FDA"),
        ("bimekizumab", 2021, "EMA"),
        ("depemokimab", 2025, "FDA"),
    ]:
        assert known.loc[drug].tolist() == [year, agency]
    for drug, year in [("tocilizumab", 2005), ("tofacitinib", 2012), ("delgocitinib", 2020)]:
        assert known.loc[drug, "first_approval_year"] == year
        assert pd.isna(known.loc[drug, "first_approval_agency"])


def test_a_biosimilar_is_its_inn(tables):
    similar = tables["drugs"].set_index("drug_id")["has_biosimilar"]
    assert similar[["tocilizumab", "ustekinumab"]].all()
    assert not similar["dupilumab"]
    assert not tables["drugs"]["drug_id"].str.contains(r"-[a-z]{4}$").any()


def test_modalities_fit_the_stems_of_the_names(tables):
    drugs = tables["drugs"].set_index("drug_id")["modality"].astype(str)
    assert set(drugs[drugs.index.str.endswith("tinib")]) == {"small molecule"}
    antibodies = drugs[drugs.index.str.contains("(?:mab|bart|tug|mig)$")]
    assert antibodies.str.contains("antibody").all()
    assert drugs["camidanlumab"] == "antibody-drug conjugate"
    assert drugs["lutikizumab"] == "bispecific antibody"


def test_indications_of_well_known_drugs(tables):
    rows = tables["drug_indications"].query("max_phase == 4")
    assert set(zip(rows["drug_id"], rows["disease_name"], strict=True)) >= {
        ("dupilumab", "atopic eczema"),
        ("dupilumab", "asthma"),
        ("guselkumab", "Crohn disease"),
        ("secukinumab", "ankylosing spondylitis"),
        ("depemokimab", "asthma"),
        ("spesolimab", "pustular psoriasis"),
    }
    withdrawn = rows.query("drug_id == 'daclizumab' and disease_name == 'multiple sclerosis' and source_id == 'ema_medicines'")
    assert withdrawn["status"].tolist() == ["withdrawn"]


def test_no_phase_of_an_indication_is_above_that_of_the_drug(tables):
    highest = tables["drugs"].set_index("drug_id")["max_phase"]
    rows = tables["drug_indications"]
    rows = rows[rows["max_phase"].notna()]
    assert (rows["max_phase"] <= rows["drug_id"].map(highest)).all()


def test_a_phase_is_missing_only_for_conditions_that_thera_sabdab_gives_without_one(tables):
    rows = tables["drug_indications"]
    unphased = rows[rows["max_phase"].isna()]
    assert set(unphased["evidence"]) == {"active condition", "discontinued condition"}
    assert "chronic obstructive pulmonary disease" in set(unphased.query("drug_id == 'tozorakimab'")["disease_name"])


def test_the_tables_of_chembl_are_share_alike():
    licences = ilkit.tables().set_index("table")["licence"]
    assert set(licences[["drugs", "drug_targets", "drug_indications"]]) == {"CC-BY-SA-4.0"}


def test_there_are_as_many_drugs_as_the_sources_hold(tables):
    assert len(tables["drugs"]) >= 180
    assert len(tables["drug_targets"]) >= 290
    assert len(tables["drug_indications"]) >= 1900
    assert tables["drugs"]["status"].eq("authorised").sum() >= 70


@pytest.mark.parametrize(
    ("il_id", "drugs", "others"),
    [
        ("IL-2", {"aldesleukin", "basiliximab", "daclizumab"}, {"dupilumab"}),
        ("IL-4", {"dupilumab"}, {"aldesleukin"}),
        ("IL-6", {"siltuximab", "tocilizumab", "sarilumab"}, set()),
        ("IL-31", {"nemolizumab"}, set()),
        ("IL-23", {"guselkumab", "ustekinumab"}, {"dupilumab"}),
        ("IL-12", {"ustekinumab"}, {"guselkumab"}),
    ],
)
def test_the_drugs_of_an_interleukin_act_on_it_or_on_its_receptor(il_id, drugs, others):
    for table in ("drugs", "drug_targets", "drug_indications"):
        found = set(ilkit.load(table, interleukin=il_id)["drug_id"])
        assert drugs <= found, table
        assert not others & found, table


def test_a_drug_on_a_chain_of_several_interleukins_is_marked_as_shared():
    attribution = {
        il_id: ilkit.load("drugs", interleukin=il_id).set_index("drug_id")["attribution"] for il_id in ("IL-4", "IL-23", "IL-6")
    }
    assert attribution["IL-4"]["dupilumab"] == "shared"
    assert attribution["IL-23"][["ustekinumab", "guselkumab"]].tolist() == ["shared", "unique"]
    assert attribution["IL-6"]["tocilizumab"] == "unique"
