"""What drugs were tried or authorised for: ChEMBL's indications, therapeutic areas of EMA medicines, Thera-SAbDab."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger, Selection
from ilkit.build.tables.drug_approvals import ema_status
from ilkit.build.tables.drug_ids import antibody_ids, drug_name, medicine_ids, spellings_of
from ilkit.build.tables.drug_targets import NO_NAME, molecules
from ilkit.build.tables.provenance import finish
from ilkit.schemas.drug_indications import DrugIndications

APPROVED = 4.0
CONDITIONS = (
    ("Conditions Approved", "approved condition", APPROVED),
    ("Conditions Active", "active condition", None),
    ("Conditions Discontinued", "discontinued condition", None),
)
NO_DRUG = "the drug has no target among the genes"
NO_DISEASE = "the condition means no disease that the dataset knows"


def build(
    drug_targets: pd.DataFrame,
    drug_ids: pd.DataFrame,
    disease_mapping: pd.DataFrame,
    chembl_api_2026: dict[str, pd.DataFrame],
    ema_medicines: dict[str, pd.DataFrame],
    thera_sabdab: dict[str, pd.DataFrame],
    curated_condition_names: pd.DataFrame,
    curated_drug_spellings: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `drug_indications`."""
    drugs = set(drug_targets["drug_id"])
    conditions = curated_condition_names.set_index("condition")["disease_id"]
    parts = [
        from_chembl(chembl_api_2026["indications"], molecules(drug_ids), drugs, disease_mapping["disease_id"], ledger),
        from_ema(ema_medicines["medicines"], spellings_of(curated_drug_spellings), drugs, conditions, ledger),
        from_thera(thera_sabdab["antibodies"], drugs, conditions, ledger),
    ]
    frame = pd.concat(parts, ignore_index=True)
    frame = frame.assign(
        drug_name=drug_name(frame["drug_id"]), disease_name=frame["disease_id"].map(disease_mapping["disease_name"]), reference=None
    )
    return finish(frame, DrugIndications)


def from_chembl(
    rows: pd.DataFrame, by_molecule: dict[str, str], drugs: set[str], diseases: pd.Series, ledger: Ledger
) -> pd.DataFrame:
    """Return the highest phase by drug and disease, over all salts of the drug and all ids of the disease."""
    rows = rows.rename(columns={"max_phase_for_ind": "max_phase"})
    rows = rows.assign(drug_id=rows["molecule_chembl_id"].map(by_molecule), disease_id=rows["efo_id"].map(diseases))
    selection = ledger.select("drug_indications", "chembl_api_2026", rows, "indications")
    selection.drop(selection.rows["drug_id"].isna(), NO_NAME)
    selection.drop(~selection.rows["drug_id"].isin(drugs), NO_DRUG)
    selection.drop(selection.rows["disease_id"].isna(), NO_DISEASE)
    return _highest(selection, "a row of the same drug and disease has the same phase or a higher one").assign(
        evidence="trials", source_id="chembl_api_2026"
    )


def from_ema(
    medicines: pd.DataFrame, spellings: dict[str, str], drugs: set[str], conditions: pd.Series, ledger: Ledger
) -> pd.DataFrame:
    """Return the therapeutic areas by drug, authorised where a medicine with the area still is."""
    area = "Therapeutic area (MeSH)"
    rows = medicines.assign(status=ema_status(medicines), drug_id=medicine_ids(medicines, spellings), max_phase=APPROVED)
    rows = rows.explode(area)
    rows = rows.assign(disease_id=rows[area].map(conditions))
    selection = ledger.select("drug_indications", "ema_medicines", rows, "medicines")
    selection.drop(selection.rows["Category"] != "Human", "the medicine is veterinary")
    selection.drop(~selection.rows["drug_id"].isin(drugs), NO_DRUG)
    selection.drop(selection.rows["status"].isna(), "the medicine was never authorised")
    selection.drop(selection.rows["disease_id"].isna(), NO_DISEASE)
    selection.rows = selection.rows.sort_values("status", kind="stable")
    return _highest(selection, "another medicine with the INN has the area").assign(
        evidence="therapeutic area", source_id="ema_medicines"
    )


def from_thera(antibodies: pd.DataFrame, drugs: set[str], conditions: pd.Series, ledger: Ledger) -> pd.DataFrame:
    """Return the conditions that an antibody is approved for, in development for, or was; the first of these counts."""
    drug = antibody_ids(antibodies)
    kinds = [
        antibodies.assign(drug_id=drug, condition=antibodies[column], evidence=evidence, max_phase=phase).explode("condition")
        for column, evidence, phase in CONDITIONS
    ]
    rows = pd.concat(kinds).assign(status=None)
    rows = rows.assign(disease_id=rows["condition"].str.strip().map(conditions))
    selection = ledger.select("drug_indications", "thera_sabdab", rows, "antibodies")
    selection.drop(~selection.rows["drug_id"].isin(drugs), NO_DRUG)
    selection.drop(selection.rows["condition"].isna(), "the antibody has no condition of the kind")
    selection.drop(selection.rows["disease_id"].isna(), NO_DISEASE)
    return _highest(selection, "another condition of the antibody means the same disease").assign(source_id="thera_sabdab")


def _highest(selection: Selection, reason: str) -> pd.DataFrame:
    """Keep the row of the highest phase by drug and disease, the first of those without a phase."""
    selection.rows = selection.rows.sort_values("max_phase", ascending=False, kind="stable")
    selection.drop(selection.rows.duplicated(["drug_id", "disease_id"]), reason)
    return selection.rows.reindex(columns=["drug_id", "disease_id", "max_phase", "status", "evidence"])
