"""The diseases that rows are about and their ancestors: names, class, identifiers elsewhere."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import finish
from ilkit.evidence import truth
from ilkit.schemas.diseases import Diseases

EXACT = {
    "mondo_exactmatch_doid": "doid",
    "mondo_exactmatch_efo": "efo_id",
    "mondo_exactmatch_mesh": "mesh_id",
    "mondo_exactmatch_icd10cm": "icd10cm",
    "mondo_exactmatch_omim": "omim_id",
    "mondo_exactmatch_omimps": "omim_id",
    "mondo_exactmatch_orphanet": "orphanet_id",
}


def build(
    disease_closure: pd.DataFrame,
    disease_mapping: pd.DataFrame,
    mondo_2026_05_05_cellxgene: dict[str, pd.DataFrame],
    mondo_2026_08_04: dict[str, pd.DataFrame],
    curated_disease_categories: pd.DataFrame,
    curated_disease_mappings: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `diseases`."""
    names = disease_mapping["disease_name"]
    nodes = mondo_2026_05_05_cellxgene["nodes"]
    for source_id, part, rows, key in (
        ("mondo_2026-05-05_cellxgene", "nodes", nodes, "id"),
        ("mondo_2026-08-04", "mappings", mondo_2026_08_04["mappings"], "subject_id"),
    ):
        asked = rows[key].isin(disease_closure["disease_id"])
        ledger.look_up("diseases", source_id, rows, part, asked, "no row here is about the disease or one below it")
    own = disease_closure.drop_duplicates("disease_id")[["disease_id", "source_id"]]
    frame = own.assign(
        name=own["disease_id"].map(names[~names.index.duplicated()]),
        category=own["disease_id"].map(categories(disease_closure, curated_disease_categories)),
        obsolete=own["disease_id"].isin(nodes.loc[truth(nodes["deprecated"]), "id"]),
    )
    elsewhere = identifiers(
        mondo_2026_08_04["mappings"], set(curated_disease_mappings.dropna(subset=["disease_id"])["upstream_id"])
    )
    frame = frame.join(elsewhere, on="disease_id")
    itself = frame["disease_id"]
    frame["doid"] = frame["doid"].where(~itself.str.startswith("DOID:"), itself)
    frame["efo_id"] = frame["efo_id"].where(~itself.str.startswith("EFO:"), itself)
    return finish(frame, Diseases)


def categories(closure: pd.DataFrame, ranked: pd.DataFrame) -> dict[str, str]:
    """Return disease → category: that of the best ranked class that the disease is or belongs to."""
    rank = ranked.set_index("class_id")
    itself = pd.DataFrame({"disease_id": closure["disease_id"].unique()}).assign(ancestor_id=lambda frame: frame["disease_id"])
    member = pd.concat([closure[["disease_id", "ancestor_id"]], itself])
    member = member[member["ancestor_id"].isin(rank.index)]
    member = member.assign(rank=member["ancestor_id"].map(rank["rank"])).sort_values("rank").drop_duplicates("disease_id")
    return dict(zip(member["disease_id"], member["ancestor_id"].map(rank["category"]), strict=True))


def exact_matches(mappings: pd.DataFrame, overruled: set[str]) -> pd.DataFrame:
    """Return all exact matches of Mondo ids (``subject_id``, ``column``, ``object_id``) but those that were found to be wrong."""
    exact = mappings[mappings["mapping_set"].isin(EXACT) & ~mappings["object_id"].isin(overruled)]
    ids = exact["object_id"].str.replace("mesh:", "MESH:", regex=False)
    exact = exact.assign(column=exact["mapping_set"].map(EXACT), object_id=ids)
    return exact.drop_duplicates(["subject_id", "column", "object_id"])


def identifiers(mappings: pd.DataFrame, overruled: set[str]) -> pd.DataFrame:
    """Return Mondo id → its exact matches elsewhere, where there is exactly one.

    Ids that a curated row maps otherwise are left out, since the exact match was found to be wrong.
    """
    exact = exact_matches(mappings, overruled)
    single = exact[~exact.duplicated(["subject_id", "column"], keep=False)]
    wide = single.pivot(index="subject_id", columns="column", values="object_id")
    return wide.reindex(columns=sorted(set(EXACT.values())))
