"""Intermediate frame: every name and identifier of the drugs in the dataset, for `aliases`. No name is ChEMBL's own."""

from __future__ import annotations

import pandas as pd

from ilkit.names import normalise

RANK = ["approved", "name", "alias", "identifier"]


def build(drugs: pd.DataFrame, drug_ids: pd.DataFrame, hgnc: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return ``alias``, ``entity_id``, ``kind`` (approved, name, alias, identifier) and ``source_id``, one row each.

    The INN is *approved* however a source spells it; a name that stands for a drug with a suffix, a salt or a strength is a
    *name*; brands and codes are *aliases*. A spelling that is the INN of another drug, or the approved symbol of a
    human gene (MT3), is no name of a drug.
    """
    rows = drug_ids[drug_ids["drug_id"].isin(drugs["drug_id"]) & drug_ids["kind"].isin(RANK)]
    rows = rows.assign(alias=rows["alias"].str.strip(), spelling=rows["alias"].map(normalise))
    inn = rows["spelling"] == rows["drug_id"].map(normalise)
    rows = rows.assign(kind=rows["kind"].replace({"approved": "name"}).mask(inn, "approved"))
    taken = set(drug_ids.loc[drug_ids["kind"] == "approved", "drug_id"].map(normalise)) | set(
        hgnc["genes"]["symbol"].map(normalise)
    )
    rows = rows[inn | ~rows["spelling"].isin(taken)]
    own = drugs[["name", "drug_id", "source_id"]].assign(kind="approved").rename(columns={"name": "alias"})
    rows = pd.concat([own, rows]).rename(columns={"drug_id": "entity_id"})
    rows = rows.sort_values("kind", key=lambda kinds: kinds.map(RANK.index), kind="stable")
    columns = ["alias", "entity_id", "kind", "source_id"]
    return rows.drop_duplicates(["alias", "entity_id", "source_id"])[columns].reset_index(drop=True)
