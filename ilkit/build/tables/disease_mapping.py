"""Intermediate frame: which disease of the dataset an id of a source means.

Mondo stands for a disease wherever it has it; ids of the Disease Ontology and EFO remain for what Mondo lacks.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ilkit.build.tables.hierarchy import ancestors, by_child
from ilkit.evidence import truth

DISEASE_ROOT_EFO = "EFO:0000408"
ID_SETS = (
    "mondo_exactmatch_doid",
    "mondo_exactmatch_efo",
    "mondo_exactmatch_orphanet",
    "mondo_exactmatch_omim",
    "mondo_exactmatch_omimps",
)


def build(
    mondo_2026_05_05_cellxgene: dict[str, pd.DataFrame],
    mondo_2026_08_04: dict[str, pd.DataFrame],
    disease_ontology_2026_07_31: dict[str, pd.DataFrame],
    efo_3_62_0: dict[str, pd.DataFrame],
    curated_disease_mappings: pd.DataFrame,
) -> pd.DataFrame:
    """Return a frame indexed by ``upstream_id`` with ``disease_id`` and ``disease_name``; ids that mean no disease are absent.

    Later rules win: EFO's own terms and cross-references, the Disease Ontology's own terms, Mondo's exact matches,
    Mondo's own ids with retired ones replaced, curated rows.
    """
    mondo = current_mondo(mondo_2026_05_05_cellxgene["nodes"])
    nodes, terms, labels = mondo_2026_05_05_cellxgene["nodes"], disease_ontology_2026_07_31["terms"], efo_3_62_0["labels"]
    names = dict(zip(labels["Subject"], labels["Object"], strict=True))
    names |= dict(zip(terms["id"], terms["label"], strict=True))
    names |= dict(zip(nodes["id"], nodes["label"], strict=True))
    means = efo_meanings(efo_3_62_0, mondo)
    means |= {term: term for term in terms["id"]}
    exact = mondo_2026_08_04["mappings"]
    exact = exact[exact["mapping_set"].isin(ID_SETS)]
    means |= {
        upstream: mondo[node] for upstream, node in zip(exact["object_id"], exact["subject_id"], strict=True) if node in mondo
    }
    means |= mondo
    curated = curated_disease_mappings
    means |= dict(zip(curated["upstream_id"], curated["disease_id"], strict=True))
    found = {upstream: disease for upstream, disease in means.items() if isinstance(disease, str)}
    frame = pd.DataFrame({"upstream_id": found.keys(), "disease_id": found.values()})
    return frame.assign(disease_name=frame["disease_id"].map(names)).set_index("upstream_id")


def current_mondo(nodes: pd.DataFrame) -> dict[str, str]:
    """Return Mondo id → the id that stands for it today; retired ids without a successor are absent."""
    retired = truth(nodes["deprecated"])
    current = set(nodes.loc[~retired, "id"])
    successor = nodes.loc[retired].dropna(subset=["replaced_by"]).set_index("id")["replaced_by"]
    found = {node: node for node in current}
    for old in successor.index:
        new, steps = old, 0
        while new in successor.index and steps < 10:
            new, steps = successor[new], steps + 1
        if new in current:
            found[old] = new
    return found


def efo_meanings(efo: dict[str, pd.DataFrame], mondo: Mapping[str, str]) -> dict[str, str]:
    """Return EFO id → Mondo id by EFO's cross-reference where it is the only one, else the EFO id itself for diseases."""
    parents = by_child(efo["edges"]["Subject"], efo["edges"]["Object"])
    terms = efo["labels"]["Subject"]
    means = {
        term: term
        for term in terms[terms.str.startswith("EFO:")]
        if DISEASE_ROOT_EFO in ancestors(term, lambda child: parents.get(child, []))
    }
    xrefs = efo["xrefs"][efo["xrefs"]["Object"].str.startswith("MONDO:")]
    for term, targets in xrefs.groupby("Subject")["Object"]:
        found = {mondo[target] for target in targets if target in mondo}
        if len(found) == 1:
            means[str(term)] = found.pop()
    return means
