"""Rules by which drugs, their targets, approvals and names are made."""

import pandas as pd
import pytest

from ilkit.build.ledger import Ledger
from ilkit.build.readers.thera_sabdab import STAGE
from ilkit.build.tables import drug_approvals, drug_ids, drug_indications, drug_names, drug_targets, drugs


@pytest.fixture
def ledger():
    return Ledger(pd.DataFrame(columns=["source_id", "column", "value", "reason"], dtype="object"))


def test_a_drug_is_its_inn_in_lower_case_and_what_can_be_no_inn_is_none():
    assert drug_ids.drug_id("Denileukin  Diftitox ") == "denileukin diftitox"
    assert drug_ids.drug_id("Inventumab 1 MG/ML") is None
    assert drug_ids.drug_id("Inventumab 1 MG/ML", {"inventumab 1 mg/ml": "inventumab"}) == "inventumab"
    assert drug_ids.drug_id(None) is None


def test_the_suffix_of_the_fda_is_taken_off_a_proper_name():
    products = pd.DataFrame({"Proper Name": ["tocilizumab-aazg", "Denileukin diftitox-cxdl", "interferon beta-1a"]})
    assert drug_ids.proper_ids(products, {}).tolist() == ["tocilizumab", "denileukin diftitox", "interferon beta-1a"]


def test_binding_sites_of_an_antibody_are_one_drug_and_veterinary_ones_none():
    rows = pd.DataFrame(
        {"Therapeutic": ["Lunsekimig1", "Lunsekimig2", "Lokivetmab"], "Format": ["Trispecific"] * 2 + ["Canine Whole mAb"]}
    )
    assert drug_ids.antibody_ids(rows).fillna("none").tolist() == ["lunsekimig", "lunsekimig", "none"]


def test_a_molecule_of_two_drugs_is_of_none():
    rows = pd.DataFrame(
        [
            ("CHEMBL1", "aaamab", "identifier"),
            ("CHEMBL1", "aaamab", "identifier"),
            ("CHEMBL2", "aaamab", "identifier"),
            ("CHEMBL2", "bbbmab", "identifier"),
            ("UNII:X", "aaamab", "identifier"),
        ],
        columns=["alias", "drug_id", "kind"],
    )
    assert drug_targets.molecules(rows) == {"CHEMBL1": "aaamab"}


def target_rows(*rows):
    columns = ["drug_id", "hgnc_id", "action", "target_id", "target_name", "n_chains", "source_id"]
    return pd.DataFrame(rows, columns=columns)


def test_a_chain_is_bound_directly_where_a_row_has_it_as_the_one_target():
    frame = target_rows(
        ("aaamab", "HGNC:1", "inhibitor", "CHEMBL1", None, 2, "chembl"),
        ("aaamab", "HGNC:2", "inhibitor", "CHEMBL1", None, 2, "chembl"),
        ("aaamab", "HGNC:1", None, None, None, 1, "thera"),
        ("bbbmab", "HGNC:1", "inhibitor", "CHEMBL1", None, 2, "chembl"),
        ("bbbmab", "HGNC:2", "inhibitor", "CHEMBL1", None, 2, "chembl"),
    )
    assert drug_targets.direct(frame).isna().tolist() == [False, False, False, True, True]
    assert drug_targets.direct(frame)[:3].tolist() == [True, False, True]


def test_nothing_is_said_against_a_chain_of_the_receptor_of_an_agonist():
    frame = target_rows(
        ("oprelvekin", "HGNC:1", "agonist", None, "receptor", 2, "drugcentral"),
        ("oprelvekin", "HGNC:2", "agonist", None, "receptor", 2, "drugcentral"),
        ("oprelvekin", "HGNC:1", "agonist", "CHEMBL1", None, 1, "chembl"),
    )
    assert drug_targets.direct(frame).isna().tolist() == [False, True, False]


def test_mechanisms_of_salts_are_one_row_and_complexes_are_resolved_to_chains_in_scope(ledger):
    mechanisms = pd.DataFrame(
        [("CHEMBL1", "CHEMBL9", "INHIBITOR"), ("CHEMBL2", "CHEMBL9", "INHIBITOR"), ("CHEMBL3", "CHEMBL9", "INHIBITOR")],
        columns=["molecule_chembl_id", "target_chembl_id", "action_type"],
    )
    components = pd.DataFrame([("P1", "HGNC:1"), ("P2", "HGNC:2"), ("P3", None)], columns=["uniprot_accession", "hgnc_id"]).assign(
        target_chembl_id="CHEMBL9", name="Invented receptor", type="protein-complex"
    )
    found = drug_targets.from_chembl(mechanisms, components, {"CHEMBL1": "aaatinib", "CHEMBL2": "aaatinib"}, ledger)
    assert found["hgnc_id"].tolist() == ["HGNC:1", "HGNC:2"]
    assert found["n_chains"].tolist() == [3, 3]
    assert ledger.entries[0]["dropped"] == {
        "no source gives the INN of the molecule": 1,
        "repeats a row, or is of another salt of the drug": 1,
    }


def test_targets_of_thera_sabdab_are_split_and_read_by_the_curated_list(ledger):
    antibodies = pd.DataFrame(
        {
            "Therapeutic": ["Aaamab", "Bbbmab1", "Bbbmab2", "Cccmab", "Dddvetmab"],
            "Format": ["Whole mAb"] * 4 + ["Feline Whole mAb"],
            "Target": ["IL4R/CD124", "IL17A and IL17F;ALB", "IL13", "TNFSF4/CD252", "IL4R"],
        }
    )
    spelt = pd.DataFrame({"target": ["IL17A and IL17F"] * 2, "symbol": ["IL17A", "IL17F"]})
    by_symbol = pd.Series({"IL4R": "HGNC:1", "IL17A": "HGNC:2", "IL17F": "HGNC:3", "IL13": "HGNC:4"})
    found = drug_targets.from_thera(antibodies, by_symbol, spelt, ledger)
    assert list(zip(found["drug_id"], found["hgnc_id"], strict=True)) == [
        *(("aaamab", "HGNC:1"), ("bbbmab", "HGNC:2"), ("bbbmab", "HGNC:3"), ("bbbmab", "HGNC:4"))
    ]


def test_an_authorisation_that_stands_comes_before_those_that_lapsed():
    medicines = pd.DataFrame(
        [
            ("aaamab", "Withdrawn", "01/02/2003", "No"),
            ("aaamab", "Authorised", "03/02/2010", "Yes"),
            ("bbbmab", "Lapsed", "05/06/2007", "No"),
            ("cccmab", "Refused", None, "Yes"),
        ],
        columns=["drug", "Medicine status", "Marketing authorisation date", "Biosimilar"],
    )
    found = drug_approvals.of_ema(medicines, medicines["drug"])
    assert found["ema_status"].fillna("none").to_dict() == {"aaamab": "authorised", "bbbmab": "withdrawn", "cccmab": "none"}
    assert found.loc["aaamab", "ema_date"] == pd.Timestamp(2003, 2, 1)
    assert found["ema_biosimilar"].tolist() == [True, False, False]


def test_a_licence_given_up_is_withdrawn_and_the_first_presentation_dates_the_drug():
    products = pd.DataFrame(
        [
            ("aaamab", "Licensed", "March 5, 2024", "351(k) Biosimilar"),
            ("aaamab", "Voluntarily Revoked", "May 1, 2001", "351(a)"),
            ("bbbmab", "Revoked", None, "351(a)"),
        ],
        columns=["drug", "Licensure", "Approval Date", "BLA Type"],
    )
    found = drug_approvals.of_fda(products, products["drug"])
    assert found["fda_status"].tolist() == ["authorised", "withdrawn"]
    assert found.loc["aaamab", "fda_date"] == pd.Timestamp(2001, 5, 1)
    assert found["fda_biosimilar"].tolist() == [True, False]


def approval(**values):
    row = {
        "drug_id": "aaamab",
        **dict.fromkeys(("ema_status", "fda_status")),
        **dict.fromkeys(("ema_date", "fda_date"), pd.NaT),
        "other_year": pd.NA,
        "elsewhere": False,
        "biosimilar": False,
    }
    frame = pd.DataFrame([row | values]).astype({"ema_date": "datetime64[ns]", "fda_date": "datetime64[ns]"})
    facts = pd.DataFrame({"year": [2005.0], "phase": [3.0]}, index=["aaamab"])
    antibodies = pd.DataFrame({"drug_id": ["aaamab"], STAGE: ["Phase-I/II"]})
    return {name: column.iloc[0] for name, column in drugs.approval(frame, facts, antibodies).items()}


def test_a_drug_that_no_agency_authorised_is_never_and_has_its_highest_phase():
    found = approval()
    assert (found["status"], found["ema_status"], found["max_phase"]) == ("never", "never", 3.0)


def test_another_agency_counts_where_neither_ema_nor_fda_ever_authorised():
    assert approval(elsewhere=True)["status"] == "authorised"
    found = approval(elsewhere=True, ema_status="withdrawn", ema_date=pd.Timestamp(1999, 2, 26))
    assert (found["status"], found["authorised_elsewhere"], found["max_phase"]) == ("withdrawn", False, 4.0)


def test_the_agency_is_told_only_where_its_date_is_the_first():
    early = {"ema_status": "authorised", "ema_date": pd.Timestamp(2004, 3, 1), "fda_status": "authorised"}
    assert pd.isna(approval(**early)["first_approval_agency"])
    dated = approval(**early, fda_date=pd.Timestamp(2004, 2, 1))
    assert (dated["first_approval_year"], dated["first_approval_agency"]) == (2004, "FDA")
    late = approval(ema_status="authorised", ema_date=pd.Timestamp(2009, 1, 1))
    assert late["first_approval_year"] == 2005
    assert pd.isna(late["first_approval_agency"])


def test_the_highest_phase_of_all_salts_and_ids_of_a_disease_is_kept(ledger):
    rows = pd.DataFrame(
        [("CHEMBL1", "EFO:1", 2.0), ("CHEMBL2", "EFO:1", 3.0), ("CHEMBL1", "EFO:2", 1.0), ("CHEMBL1", None, 4.0)],
        columns=["molecule_chembl_id", "efo_id", "max_phase_for_ind"],
    )
    molecules = {"CHEMBL1": "aaatinib", "CHEMBL2": "aaatinib"}
    diseases = pd.Series({"EFO:1": "MONDO:0000001", "EFO:2": "MONDO:0000001"})
    found = drug_indications.from_chembl(rows, molecules, {"aaatinib"}, diseases, ledger)
    assert found[["drug_id", "disease_id", "max_phase"]].to_numpy().tolist() == [["aaatinib", "MONDO:0000001", 3.0]]


def test_a_symbol_of_a_gene_or_the_inn_of_another_drug_is_no_name(ledger):
    ids = pd.DataFrame(
        [
            ("AAAMAB", "aaamab", "approved", "ema_medicines"),
            ("MT-3", "aaamab", "alias", "thera_sabdab"),
            ("Bbbmab", "aaamab", "alias", "thera_sabdab"),
            ("bbbmab", "bbbmab", "approved", "ema_medicines"),
            ("aaamab-abcd", "aaamab", "name", "fda_purple_book"),
            ("L04AC05", "aaamab", "atc", "ema_medicines"),
        ],
        columns=["alias", "drug_id", "kind", "source_id"],
    )
    own = pd.DataFrame({"drug_id": ["aaamab"], "name": ["Aaamab"], "source_id": ["ema_medicines"]})
    found = drug_names.build(own, ids, {"genes": pd.DataFrame({"symbol": ["MT3"]})}, ledger)
    assert list(zip(found["alias"], found["kind"], strict=True)) == [
        *(("Aaamab", "approved"), ("AAAMAB", "approved"), ("aaamab-abcd", "name"))
    ]
