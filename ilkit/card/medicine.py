"""Facts of medicine on a card: diseases by category, variants, drugs."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from ilkit.card.grouping import Record, attribution, grouped, references
from ilkit.card.rows import records

CONFIDENCE = ("high", "moderate", "low", "disputed")
STATUS = ("authorised", "withdrawn", "never")


def diseases(associations: pd.DataFrame, known: pd.DataFrame) -> list[Record]:
    """Return the diseases under their categories, the strongest evidence first in the order of the table's vocabulary."""
    order = list(associations["evidence"].cat.categories)
    category = dict(zip(known["disease_id"], records(known, ["category"]), strict=True))
    columns = ("symbol", "disease_id", "disease_name", "evidence", "confidence", "reference", "attribution")
    found = [
        category[key["disease_id"]] | key | _strength(group, order) | attribution(group)
        for key, group in grouped(records(associations, columns), "disease_id", "disease_name")
    ]
    found.sort(key=lambda fact: _strongest(fact, order))
    named = grouped(found, "category")
    return [key | {"diseases": [_without(fact, "category") for fact in group]} for key, group in named]


def _strength(rows: list[Record], order: list[str]) -> Record:
    """Return the kinds of evidence, and of the strongest the best confidence and the number of references."""
    kinds = sorted({row["evidence"] for row in rows}, key=order.index)
    best = [row for row in rows if row["evidence"] == kinds[0]]
    confidence = min((row["confidence"] for row in best if row["confidence"]), key=CONFIDENCE.index, default=None)
    return {"evidence": kinds[0], "confidence": confidence, "kinds": kinds, "references": references(best)}


def _strongest(fact: Record, order: list[str]) -> tuple[int, int, int, str]:
    confidence = CONFIDENCE.index(fact["confidence"]) if fact["confidence"] else len(CONFIDENCE)
    return order.index(fact["evidence"]), confidence, -fact["references"], fact["disease_name"]


def _without(fact: Record, key: str) -> Record:
    return {name: value for name, value in fact.items() if name != key}


def variants(frame: pd.DataFrame) -> Record:
    """Return the number of variants and the best study of each variant and trait, lowest p first."""
    effect = ("effect_allele", "odds_ratio", "beta", "beta_unit", "neg_log10_p")
    rows = records(frame, ("rsid", "symbol", "gene_mapping", "trait", *effect, "evidence", "reference", "attribution"))
    rows.sort(key=lambda row: (-(row["neg_log10_p"] or 0.0), row["rsid"], row["trait"]))
    best = [group[0] for _, group in grouped(rows, "rsid", "trait")]
    return {"variants": len({row["rsid"] for row in rows}), "traits": len({row["trait"] for row in rows}), "best": best}


def drugs(frame: pd.DataFrame, targets: pd.DataFrame, own_genes: Collection[str], kind: str) -> list[Record]:
    """Return the drugs with their status and what they act on, authorised ones first."""
    acts = records(targets, ("drug_id", "hgnc_id", "symbol", "action", "attribution"))
    on = {key["drug_id"]: group for key, group in grouped(acts, "drug_id")}
    columns = ("drug_id", "name", "modality", "status", "max_phase", "first_approval_year", "attribution")
    found = [row | _targets(on.get(row["drug_id"], []), own_genes, kind) for row in records(frame, columns)]
    for drug in found:
        drug["attribution"] = drug.get("attribution") or attribution(on.get(drug["drug_id"], []))["attribution"]
    return sorted(found, key=lambda drug: (STATUS.index(drug["status"]), -(drug["max_phase"] or 0.0), drug["name"]))


def _targets(rows: list[Record], own_genes: Collection[str], kind: str) -> Record:
    own = [row for row in rows if row["hgnc_id"] in own_genes]
    where = kind if own else "receptor"
    return {
        "target": "molecule" if where == "interleukin" else where,
        "symbols": sorted({row["symbol"] for row in own or rows}),
        "actions": sorted({row["action"] for row in rows if row["action"]}),
    }
