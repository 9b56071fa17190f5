"""Intermediate frame: every name and identifier of the drugs in the dataset, for `aliases`. No name is ChEMBL's own."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.spelling import normalise

RANK = ["approved", "name", "alias", "identifier"]


def build(drugs: pd.DataFrame, drug_ids: pd.DataFrame, hgnc: dict[str, pd.DataFrame], ledger: Ledger) -> pd.DataFrame:
    """Return ``alias``, ``entity_id``, ``kind`` (approved, name, alias, identifier) and ``source_id``, one row each.

    The INN is *approved* however a source spells it; a name that stands for a drug with a suffix, a salt or a strength is a
    *name*; brands and codes are *aliases*. A spelling that is the INN of another drug, or the approved symbol of a
    human gene (MT3), is no name of a drug.
    """
    taken = set(drug_ids.loc[drug_ids["kind"] == "approved", "drug_id"].map(normalise))
    taken |= set(hgnc["genes"]["symbol"].map(normalise))
    parts = []
    for source_id, found in drug_ids[drug_ids["kind"].isin(RANK)].groupby("source_id"):
        spelling = found["alias"].map(normalise)
        inn = spelling == found["drug_id"].map(normalise)
        found = found.assign(
            kind=found["kind"].replace({"approved": "name"}).mask(inn, "approved"), other=~inn & spelling.isin(taken)
        )
        selection = ledger.select("drug_names", str(source_id), found, "names")
        selection.drop(~selection.rows["drug_id"].isin(drugs["drug_id"]), "the drug has no target among the genes")
        selection.drop(selection.rows["other"], "the name is the INN of another drug or the symbol of a gene")
        parts.append(selection.rows)
    own = drugs[["name", "drug_id", "source_id"]].assign(kind="approved").rename(columns={"name": "alias"})
    rows = pd.concat([own, *parts]).rename(columns={"drug_id": "entity_id"})
    rows = rows.sort_values("kind", key=lambda kinds: kinds.map(RANK.index), kind="stable")
    columns = ["alias", "entity_id", "kind", "source_id"]
    return rows.drop_duplicates(["alias", "entity_id", "source_id"])[columns].reset_index(drop=True)
