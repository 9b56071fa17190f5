"""Intermediate frame: which drug a name or an identifier of a source means, for every drug of the sources.

A drug is its INN in lower case. ChEMBL is not among the sources here: its molecules have no names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.readers.ema_medicines import INN
from ilkit.build.tables.provenance import CURATED
from ilkit.schemas.table import DRUG

COLUMNS = ["alias", "drug_id", "kind", "source_id"]
ATC = re.compile(r"[A-Z]\d\d[A-Z]{2}\d\d")
FDA_SUFFIX = re.compile(r"-[a-z]{4}$")
BINDING_SITE = re.compile(r"(?<=[a-z])[123]$")
VETERINARY = r"Canine|Feline|Equine"
PREFIXES = {"UNII": "UNII:", "CHEMBL.COMPOUND": "", "DrugCentral": "DrugCentral:"}


def build(
    thera_sabdab: dict[str, pd.DataFrame],
    ema_medicines: dict[str, pd.DataFrame],
    fda_purple_book: dict[str, pd.DataFrame],
    everycure_medi_druglist: dict[str, pd.DataFrame],
    drugcentral_drugtarget_2016: dict[str, pd.DataFrame],
    curated_drug_spellings: pd.DataFrame,
    curated_drug_molecules: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Return ``alias``, ``drug_id``, ``kind`` (approved, name, alias, identifier, atc) and ``source_id``, one row each."""
    spellings = spellings_of(curated_drug_spellings)
    parts = [
        _thera(thera_sabdab["antibodies"]),
        _ema(ema_medicines["medicines"], spellings),
        _fda(fda_purple_book["products"], spellings),
        _everycure(everycure_medi_druglist["drugs"], spellings, ledger),
        _drugcentral(drugcentral_drugtarget_2016, spellings),
        _rows(curated_drug_spellings, "name", "drug_id", "name", CURATED),
        _rows(curated_drug_molecules, "chembl_id", "drug_id", "identifier", CURATED),
    ]
    found = pd.concat(parts, ignore_index=True).dropna(subset=["alias", "drug_id"])
    found = found.assign(alias=found["alias"].str.strip())
    found = found[found["alias"].str.contains(r"\w", regex=True)]
    return found.drop_duplicates(ignore_index=True)


def spellings_of(curated: pd.DataFrame) -> dict[str, str]:
    """Return name in lower case → drug, for names that are not the INN."""
    return dict(zip(curated["name"], curated["drug_id"], strict=True))


def drug_id(name: object, spellings: Mapping[str, str] | None = None) -> str | None:
    """Return the id that a name of a drug gives: the name in lower case, blanks joined; None where it can be no INN."""
    if not isinstance(name, str):
        return None
    plain = " ".join(name.lower().split())
    plain = (spellings or {}).get(plain, plain)
    return plain if re.fullmatch(DRUG, plain) else None


def drug_name(ids: pd.Series) -> pd.Series:
    """Return the names that are printed for drug ids: the INN with a capital."""
    return ids.str.slice(0, 1).str.upper() + ids.str.slice(1)


def antibody_ids(antibodies: pd.DataFrame) -> pd.Series:
    """Return the drug of each row of Thera-SAbDab: a row may be one binding site of it; null for veterinary ones."""
    ids = antibodies["Therapeutic"].str.replace(BINDING_SITE, "", regex=True).map(drug_id)
    return ids.where(~antibodies["Format"].str.contains(VETERINARY))


def medicine_ids(medicines: pd.DataFrame, spellings: Mapping[str, str]) -> pd.Series:
    """Return the drug of each medicine of the EMA: by its INN, or its active substance where it has none."""
    return medicines[INN].fillna(medicines["Active substance"]).map(lambda name: drug_id(name, spellings))


def proper_ids(products: pd.DataFrame, spellings: Mapping[str, str]) -> pd.Series:
    """Return the drug of each product of the Purple Book: its proper name without the suffix of four letters."""
    plain = products["Proper Name"].str.lower().str.strip().str.replace(FDA_SUFFIX, "", regex=True)
    return plain.map(lambda name: drug_id(name, spellings))


def identifiers(drugs: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Return one row per drug of Every Cure and identifier (``curie_label``, ``prefix``, ``alias``), faulty ones left out."""
    rows = drugs[["curie_label", "alternate_ids"]].explode("alternate_ids").dropna()
    rows[["prefix", "local"]] = rows["alternate_ids"].str.split(":", n=1, expand=True).to_numpy()
    rows = rows[rows["prefix"].isin(PREFIXES)]
    rows = rows.assign(alias=rows["prefix"].map(PREFIXES) + rows["local"])
    return ledger.select("drug_ids", "everycure_medi_druglist", rows, "drugs").rows


def _rows(frame: pd.DataFrame, alias: str, key: str, kind: str, source_id: str) -> pd.DataFrame:
    rows = frame[[alias, key]].set_axis(["alias", "drug_id"], axis=1).explode("alias")
    return rows.assign(kind=kind, source_id=source_id)[COLUMNS]


def _thera(antibodies: pd.DataFrame) -> pd.DataFrame:
    rows = antibodies.assign(drug_id=antibody_ids(antibodies))
    rows = rows.assign(inn=rows["Therapeutic"].str.replace(BINDING_SITE, "", regex=True))
    return pd.concat(
        [
            _rows(rows, "inn", "drug_id", "approved", "thera_sabdab"),
            _rows(rows, "Alternative Therapeutic Names", "drug_id", "alias", "thera_sabdab"),
        ]
    )


def _ema(medicines: pd.DataFrame, spellings: Mapping[str, str]) -> pd.DataFrame:
    rows = medicines[medicines["Category"] == "Human"]
    rows = rows.assign(drug_id=medicine_ids(rows, spellings))
    rows["Name of medicine"] = rows["Name of medicine"].str.removesuffix(")").str.split(" (previously ", regex=False)
    rows["ATC code (human)"] = rows["ATC code (human)"].map(lambda codes: [code for code in codes if ATC.fullmatch(code)])
    columns = {INN: "approved", "Name of medicine": "alias", "EMA product number": "identifier", "ATC code (human)": "atc"}
    return pd.concat([_rows(rows, column, "drug_id", kind, "ema_medicines") for column, kind in columns.items()])


def _fda(products: pd.DataFrame, spellings: Mapping[str, str]) -> pd.DataFrame:
    rows = products.assign(drug_id=proper_ids(products, spellings), bla="BLA" + products["BLA Number"])
    columns = {"Proper Name": "name", "Proprietary Name": "alias", "bla": "identifier"}
    return pd.concat([_rows(rows, column, "drug_id", kind, "fda_purple_book") for column, kind in columns.items()])


def _everycure(drugs: pd.DataFrame, spellings: Mapping[str, str], ledger: Ledger) -> pd.DataFrame:
    named = drugs.assign(drug_id=drugs["curie_label"].map(lambda name: drug_id(name, spellings)))
    listed = identifiers(drugs, ledger)
    listed = listed.assign(drug_id=listed["curie_label"].map(lambda name: drug_id(name, spellings)))
    source = "everycure_medi_druglist"
    return pd.concat(
        [
            _rows(named, "curie_label", "drug_id", "approved", source),
            _rows(listed, "alias", "drug_id", "identifier", source),
            _rows(named, "atc_codes", "drug_id", "atc", source),
        ]
    )


def _drugcentral(drugcentral: dict[str, pd.DataFrame], spellings: Mapping[str, str]) -> pd.DataFrame:
    kept = {"UNII": "UNII:", "ChEMBL_ID": "", "RXNORM": "RXCUI:"}
    listed = drugcentral["identifiers"]
    listed = listed[listed["ID_TYPE"].isin(kept)]
    listed = listed.assign(alias=listed["ID_TYPE"].map(kept) + listed["IDENTIFIER"])
    targets = drugcentral["targets"].assign(alias=drugcentral["targets"]["CHEMBL_ID"])
    named = pd.concat([listed, targets])[["DRUG_NAME", "alias"]]
    named = named.assign(drug_id=named["DRUG_NAME"].map(lambda name: drug_id(name, spellings)))
    source = "drugcentral_drugtarget_2016"
    return pd.concat(
        [_rows(named, "DRUG_NAME", "drug_id", "approved", source), _rows(named, "alias", "drug_id", "identifier", source)]
    )
