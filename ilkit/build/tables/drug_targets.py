"""Which genes drugs bind: mechanisms of ChEMBL with complexes resolved to chains, Thera-SAbDab, DrugCentral, curated rows."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.drug_ids import antibody_ids, drug_id, drug_name
from ilkit.build.tables.provenance import CURATED, by_accession, finish
from ilkit.schemas.drug_targets import DrugTargets

HUMAN = "9606"
TYPES = {
    "single-protein": "single protein",
    "protein-complex": "complex",
    "protein-complex-group": "complex",
    "protein-family": "family",
    "selectivity-group": "family",
    "protein-protein-interaction": "interaction",
    "chimeric-protein": "interaction",
}
OUT_OF_SCOPE = "no chain of the target is among the genes"
NO_NAME = "no source gives the INN of the molecule"
FACT = ["drug_id", "hgnc_id", "action", "target_id", "source_id", "reference"]


def build(
    genes: pd.DataFrame,
    drug_ids: pd.DataFrame,
    chembl_api_2026: dict[str, pd.DataFrame],
    chembl_target_36: dict[str, pd.DataFrame],
    thera_sabdab: dict[str, pd.DataFrame],
    drugcentral_drugtarget_2016: dict[str, pd.DataFrame],
    curated_drug_targets: pd.DataFrame,
    curated_antibody_targets: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `drug_targets`."""
    gene_of = by_accession(genes)["hgnc_id"]
    by_symbol = genes.set_index("symbol")["hgnc_id"]
    components = chembl_target_36["components"]
    components = components[components["taxon"] == HUMAN]
    components = components.assign(hgnc_id=components["uniprot_accession"].map(gene_of))
    parts = [
        from_chembl(chembl_api_2026["mechanisms"], components, molecules(drug_ids), ledger),
        from_thera(thera_sabdab["antibodies"], by_symbol, curated_antibody_targets, ledger),
        from_drugcentral(drugcentral_drugtarget_2016["targets"], gene_of, ledger),
        curated_drug_targets.assign(hgnc_id=curated_drug_targets["symbol"].map(by_symbol), source_id=CURATED, n_chains=1),
    ]
    frame = pd.concat([part.reindex(columns=[*FACT, "evidence", "target_name", "target_type", "n_chains"]) for part in parts])
    frame = frame.reset_index(drop=True)
    frame = frame.assign(direct=direct(frame)).drop_duplicates(FACT, ignore_index=True)
    frame = frame.assign(drug_name=drug_name(frame["drug_id"]), symbol=frame["hgnc_id"].map(genes.set_index("hgnc_id")["symbol"]))
    return finish(frame, DrugTargets)


def molecules(drug_ids: pd.DataFrame) -> dict[str, str]:
    """Return ChEMBL molecule → drug, for the molecules that the sources give to one drug only."""
    rows = drug_ids[(drug_ids["kind"] == "identifier") & drug_ids["alias"].str.fullmatch(r"CHEMBL\d+")]
    held = rows.groupby("alias")["drug_id"].agg(["nunique", "first"])
    alone = held.loc[held["nunique"] == 1, "first"]
    return dict(zip(alone.index.astype(str), alone, strict=True))


def from_chembl(mechanisms: pd.DataFrame, components: pd.DataFrame, by_molecule: dict[str, str], ledger: Ledger) -> pd.DataFrame:
    """Return one row per drug, mechanism and chain in scope; salts of a drug count as the drug."""
    known = set(components.dropna(subset=["hgnc_id"])["target_chembl_id"])
    rows = mechanisms.assign(drug_id=mechanisms["molecule_chembl_id"].map(by_molecule))
    selection = ledger.select("drug_targets", "chembl_api_2026", rows, "mechanisms")
    selection.drop(~selection.rows["target_chembl_id"].isin(known), OUT_OF_SCOPE)
    selection.drop(selection.rows["drug_id"].isna(), NO_NAME)
    again = selection.rows.duplicated(["drug_id", "target_chembl_id", "action_type"])
    selection.drop(again, "repeats a row, or is of another salt of the drug")
    ledger.look_up(
        "drug_targets",
        "chembl_target_36",
        components,
        "components",
        components["target_chembl_id"].isin(selection.rows["target_chembl_id"]) & components["hgnc_id"].notna(),
        "no drug here has the target, or the chain is not among the genes",
    )
    chains = components.groupby("target_chembl_id")["uniprot_accession"].nunique()
    found = selection.rows.merge(components.dropna(subset=["hgnc_id"]), on="target_chembl_id")
    return found.assign(
        action=found["action_type"].str.lower(),
        target_id=found["target_chembl_id"],
        target_name=found["name"],
        target_type=found["type"].map(TYPES),
        n_chains=found["target_chembl_id"].map(chains),
        evidence="mechanism",
        source_id="chembl_api_2026",
    )


def from_thera(antibodies: pd.DataFrame, by_symbol: pd.Series, spelt: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Return one row per antibody and target in scope; `spelt` says which genes a target means that is no symbol."""
    rows = antibodies.assign(drug_id=antibody_ids(antibodies), part=antibodies["Target"].str.split(";")).explode("part")
    meant: dict[str, list[str]] = {str(target): list(symbols) for target, symbols in spelt.groupby("target")["symbol"]}
    rows = rows.assign(symbol=pd.Series([_symbols(part, meant) for part in rows["part"]], index=rows.index, dtype="object"))
    rows = rows.explode("symbol")
    rows = rows.assign(hgnc_id=rows["symbol"].map(by_symbol), claim=rows["Therapeutic"] + " binds " + rows["symbol"].astype(str))
    selection = ledger.select("drug_targets", "thera_sabdab", rows, "antibodies")
    selection.drop(selection.rows["drug_id"].isna(), "the antibody is veterinary")
    selection.drop(selection.rows["hgnc_id"].isna(), "the target is not among the genes")
    selection.drop(selection.rows.duplicated(["drug_id", "hgnc_id"]), "another binding site of the antibody has the target")
    return selection.rows.assign(target_type="single protein", n_chains=1, evidence="antibody target", source_id="thera_sabdab")


def _symbols(target: object, meant: dict[str, list[str]]) -> list[str]:
    """Return the genes that a target of Thera-SAbDab names: by the curated list, else the first of its synonyms."""
    if not isinstance(target, str):
        return []
    return meant.get(target.strip(), [target.split("/")[0].strip()])


def from_drugcentral(targets: pd.DataFrame, gene_of: pd.Series, ledger: Ledger) -> pd.DataFrame:
    """Return one row per drug, target and chain in scope; rows that repeat ChEMBL are left out."""
    scope = set(gene_of.index)
    claim = targets["DRUG_NAME"] + " binds " + targets["TARGET_NAME"]
    rows = targets.assign(drug_id=targets["DRUG_NAME"].map(drug_id), claim=claim)
    selection = ledger.select("drug_targets", "drugcentral_drugtarget_2016", rows, "targets")
    selection.drop(~selection.rows["UNIPROT"].map(lambda chains: bool(scope & set(chains))), OUT_OF_SCOPE)
    selection.drop(selection.rows["SOURCE"] == "CHEMBL", "repeats ChEMBL, whose newer release is read")
    selection.drop(selection.rows["drug_id"].isna(), "the name is no INN")
    found = selection.rows.assign(n_chains=selection.rows["UNIPROT"].map(len)).explode("UNIPROT")
    found = found.assign(hgnc_id=found["UNIPROT"].map(gene_of)).dropna(subset=["hgnc_id"])
    number = found["REFERENCE"].str.extract(r"ncbi\.nlm\.nih\.gov/pubmed/(\d+)$", expand=False)
    return found.assign(
        action=found["ACTION_TYPE"].str.lower(),
        target_name=found["TARGET_NAME"],
        target_type=["single protein" if chains == 1 else "several proteins" for chains in found["n_chains"]],
        evidence="mechanism",
        reference=("PMID:" + number).where(number.notna()),
        source_id="drugcentral_drugtarget_2016",
    )


def direct(frame: pd.DataFrame) -> pd.Series:
    """Tell whether the drug binds the chain itself.

    True where the target is the one protein. For a chain of a larger target: true where another row of the drug has the
    chain as its one target, false where such rows name other chains of the same target only, else null. An agonist may
    touch all chains of its receptor: for it nothing is false.
    """
    alone = frame["n_chains"] == 1
    single = set(zip(frame.loc[alone, "drug_id"], frame.loc[alone, "hgnc_id"], strict=True))
    itself = pd.Series([pair in single for pair in zip(frame["drug_id"], frame["hgnc_id"], strict=True)], index=frame.index)
    target = frame["target_id"].fillna(frame["target_name"]).fillna("")
    decided = itself.groupby([frame["drug_id"], frame["source_id"], target]).transform("any")
    return itself.astype("boolean").where(itself | (decided & ~frame["action"].eq("agonist")))
