"""Intermediate frame: every ancestor of every disease that a row of the dataset is about."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ilkit.build.tables.hierarchy import ancestors, by_child

MONDO, DO, EFO = "mondo_2026-05-05_cellxgene", "disease_ontology_2026-07-31", "efo_3.62.0"


def build(
    referrers_of_diseases: dict[str, pd.DataFrame],
    disease_mapping: pd.DataFrame,
    mondo_2026_05_05_cellxgene: dict[str, pd.DataFrame],
    disease_ontology_2026_07_31: dict[str, pd.DataFrame],
    efo_3_62_0: dict[str, pd.DataFrame],
    curated_hierarchy_corrections: pd.DataFrame,
) -> pd.DataFrame:
    """Return ``disease_id``, ``ancestor_id``, ``distance``, ``source_id``; a disease without ancestors has one row with null.

    Mondo's hierarchy holds for Mondo ids. An id of the Disease Ontology or of EFO goes up in its own ontology until
    it meets a term that Mondo has, and on from there in Mondo.
    """
    means = dict(zip(disease_mapping.index, disease_mapping["disease_id"], strict=True))
    pairs, edges = mondo_2026_05_05_cellxgene["ancestors"], efo_3_62_0["edges"]
    direct = pairs[pairs["distance"] == 1]
    parents = {
        "MONDO": by_child(direct["id"], direct["ancestor"]),
        "DOID": do_parents(disease_ontology_2026_07_31["terms"]),
        "EFO": by_child(edges["Subject"], edges["Object"]),
    }
    for term, wrong, right in curated_hierarchy_corrections[["disease_id", "wrong_parent_id", "right_parent_id"]].itertuples(
        index=False
    ):
        own = parents[term.split(":")[0]]
        own[term] = [parent for parent in own[term] if parent != wrong] + ([right] if isinstance(right, str) else [])
    sources = {"MONDO": MONDO, "DOID": DO, "EFO": EFO}
    used = sorted(set(pd.concat([frame["disease_id"] for frame in referrers_of_diseases.values()]).dropna()))
    rows: list[tuple[str, str | None, int | None, str]] = []
    todo, done = list(used), set()
    while todo:
        disease = todo.pop()
        if disease in done:
            continue
        done.add(disease)
        above = ancestors(disease, lambda term: _step(term, parents, means))
        source = sources[disease.split(":")[0]]
        rows += [(disease, ancestor, distance, source) for ancestor, distance in sorted(above.items())] or [
            (disease, None, None, source)
        ]
        todo += above
    return pd.DataFrame(rows, columns=["disease_id", "ancestor_id", "distance", "source_id"])


def _step(term: str, parents: Mapping[str, Mapping[str, list[str]]], means: Mapping[str, str]) -> list[str]:
    above = parents.get(term.split(":")[0], {}).get(term, [])
    return [means[parent] for parent in above if means.get(parent, term) != term]


def do_parents(terms: pd.DataFrame) -> dict[str, list[str]]:
    """Return DOID → its parents; the Disease Ontology report names them by label."""
    ids = dict(zip(terms["label"], terms["id"], strict=True))
    return {
        term: [ids[label] for label in labels if label in ids]
        for term, labels in zip(terms["id"], terms["subClassOf"], strict=True)
    }
