"""Drugs that target a gene in scope: one per INN, with modality, approval and identifiers."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.readers.thera_sabdab import STAGE
from ilkit.build.tables.drug_ids import antibody_ids, drug_name
from ilkit.build.tables.drug_targets import molecules
from ilkit.build.tables.provenance import CURATED, finish
from ilkit.errors import CheckError
from ilkit.evidence import truth
from ilkit.schemas.drugs import Drugs

NAMING = {
    "ema_medicines": "regulator",
    "fda_purple_book": "regulator",
    "thera_sabdab": "database",
    "everycure_medi_druglist": "database",
    "drugcentral_drugtarget_2016": "database",
    CURATED: "curated",
}
PHASES = {"Preclinical": None, "Phase-I": 1.0, "Phase-I/II": 2.0, "Phase-I/Phase-II": 2.0, "Phase-II": 2.0, "Unknown": None}
PHASES |= {"Phase-II/III": 3.0, "Phase-III": 3.0, "Preregistration": 3.0, "Preregistration (w)": 3.0}
PHASES |= dict.fromkeys(("Approved", "Approved (w)", "Approved (withdrawn)"), 4.0)
APPROVED = 4.0


def build(
    drug_targets: pd.DataFrame,
    drug_ids: pd.DataFrame,
    drug_approvals: pd.DataFrame,
    chembl_api_2026: dict[str, pd.DataFrame],
    thera_sabdab: dict[str, pd.DataFrame],
    curated_drugs: pd.DataFrame,
    curated_antibody_formats: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `drugs`."""
    frame = pd.DataFrame({"drug_id": sorted(drug_targets["drug_id"].unique())})
    antibodies = thera_sabdab["antibodies"]
    antibodies = antibodies.assign(drug_id=antibody_ids(antibodies))
    own = drug_ids[drug_ids["drug_id"].isin(frame["drug_id"])]
    facts = chembl_facts(chembl_api_2026, molecules(own), ledger)
    ranked = own[own["source_id"].isin(NAMING)].assign(rank=lambda rows: rows["source_id"].map(list(NAMING).index))
    ranked = ranked.sort_values("rank", kind="stable").drop_duplicates("drug_id")
    naming = dict(zip(ranked["drug_id"], ranked["source_id"], strict=True))
    source_id = frame["drug_id"].map(naming).fillna(CURATED)
    frame = frame.assign(
        name=drug_name(frame["drug_id"]),
        modality=frame["drug_id"].map(modalities(antibodies, curated_antibody_formats, curated_drugs)),
        source_id=source_id,
        evidence=source_id.map(NAMING),
        reference=None,
        chembl_id=frame["drug_id"].map(facts["chembl_id"]),
    )
    unknown = frame.loc[frame["modality"].isna(), "drug_id"].tolist()
    if unknown:
        raise CheckError(f"drugs: no source and no row of data/curated/drugs.csv gives the modality of {', '.join(unknown)}.")
    frame = frame.assign(**{column: frame["drug_id"].map(values) for column, values in identifiers(own).items()})
    frame = frame.join(drug_approvals, on="drug_id")
    return finish(frame.assign(**approval(frame, facts, antibodies)), Drugs)


def chembl_facts(chembl: dict[str, pd.DataFrame], by_molecule: dict[str, str], ledger: Ledger) -> pd.DataFrame:
    """Return the lowest molecule id that has facts, the year of first approval and the highest phase, by drug."""
    years = chembl["years"].assign(drug=chembl["years"]["drug_id"].map(by_molecule))
    ledger.look_up("drugs", "chembl_api_2026", years, "years", years["drug"].notna(), "the molecule is none of the drugs")
    stated = [chembl["mechanisms"]["molecule_chembl_id"], chembl["indications"]["molecule_chembl_id"]]
    known = pd.DataFrame({"chembl_id": pd.unique(pd.concat(stated))})
    known = known.assign(drug=known["chembl_id"].map(by_molecule), number=known["chembl_id"].str[6:].astype(int))
    lowest = known.sort_values("number").dropna(subset=["drug"]).drop_duplicates("drug").set_index("drug")["chembl_id"]
    indications = chembl["indications"]
    phase = indications.groupby(indications["molecule_chembl_id"].map(by_molecule))["max_phase_for_ind"].max()
    return pd.DataFrame({"chembl_id": lowest, "year": years.groupby("drug")["first_approval"].min(), "phase": phase})


def modalities(antibodies: pd.DataFrame, formats: pd.DataFrame, curated: pd.DataFrame) -> dict[str, str]:
    """Return drug → modality: the curated one, else that of the antibody's format."""
    antibodies = antibodies.dropna(subset=["drug_id"])
    meant = dict(zip(formats["format"], formats["modality"], strict=True))
    plain = antibodies["Format"].map(meant)
    plain = plain.where(~antibodies["Format"].str.startswith("Bispecific"), "bispecific antibody")
    plain = plain.where(~antibodies["Format"].str.startswith("Trispecific"), "multispecific antibody")
    found = dict(zip(antibodies["drug_id"], plain, strict=True))
    return found | dict(zip(curated["drug_id"], curated["modality"], strict=True))


def identifiers(own: pd.DataFrame) -> dict[str, pd.Series]:
    """Return one UNII and RxNorm id per drug: DrugCentral's, which are the ingredient's, before the first of Every Cure."""
    first = own["source_id"].eq("drugcentral_drugtarget_2016")
    ordered = pd.concat([own[first], own[~first]])
    found = {}
    for column, prefix in (("unii", "UNII:"), ("rxcui", "RXCUI:")):
        rows = ordered[ordered["alias"].str.startswith(prefix)].drop_duplicates("drug_id").set_index("drug_id")
        found[column] = rows["alias"].str.removeprefix(prefix)
    atc = ordered[ordered["kind"] == "atc"].drop_duplicates("drug_id").set_index("drug_id")["alias"]
    return found | {"atc_code": atc}


def approval(frame: pd.DataFrame, facts: pd.DataFrame, antibodies: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns on approval: status, year and agency of the first one, highest phase."""
    ema, fda = frame["ema_status"], frame["fda_status"]
    central = ema.notna() | fda.notna()
    elsewhere = truth(frame["elsewhere"]) & ~central
    stands = ema.eq("authorised") | fda.eq("authorised") | elsewhere
    status = pd.Series("never", index=frame.index).mask(central, "withdrawn").mask(stands, "authorised")
    dates = pd.DataFrame({"EMA": frame["ema_date"], "FDA": frame["fda_date"]})
    dated = dates.min(axis=1).dt.year.astype("Float64")
    years = [frame["drug_id"].map(facts["year"]), frame["other_year"], dated]
    first = pd.concat([year.astype("Float64") for year in years], axis=1).min(axis=1)
    agency = pd.Series("EMA", index=frame.index, dtype="object").mask(dates["EMA"].isna() | (dates["FDA"] < dates["EMA"]), "FDA")
    told = truth(first == dated) & (fda.isna() | dates["FDA"].notna())
    staged = antibodies[STAGE].map(PHASES).astype("float64").groupby(antibodies["drug_id"]).max()
    phase = pd.concat([frame["drug_id"].map(facts["phase"]).astype("float64"), frame["drug_id"].map(staged)], axis=1).max(axis=1)
    return {
        "status": status,
        "ema_status": ema.fillna("never"),
        "fda_status": fda.fillna("never"),
        "authorised_elsewhere": elsewhere,
        "has_biosimilar": truth(frame["biosimilar"]),
        "first_approval_year": first,
        "first_approval_agency": agency.where(told),
        "max_phase": phase.mask(central | elsewhere, APPROVED),
    }
