"""Facts of biology on a card: effects on cells, who makes the molecule, functions, regulation, cells that bear a chain."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ilkit.card.grouping import Record, attribution, grouped, heaviest, references, standing, weight
from ilkit.card.rows import records

ANNOTATION = ("symbol", "evidence_class", "withdrawn", "contradicted", "reference", "attribution")
PRODUCED_BY = ("primary", "review", "textbook", "ontology_axiom", "expression")


def effects(frame: pd.DataFrame) -> list[Record]:
    """Return what is stimulated or inhibited in which cell, the best shown first."""
    rows = standing(records(frame, ("direction", "process", "cell_id", "cell_name", *ANNOTATION)))
    found = [
        key | weight(group) | attribution(group) | {"contradicted": any(row["contradicted"] for row in group)}
        for key, group in grouped(rows, "direction", "process", "cell_id", "cell_name")
    ]
    return sorted(found, key=lambda fact: (*heaviest(fact), fact["cell_name"]))


def production(frame: pd.DataFrame) -> list[Record]:
    """Return which cells make the molecule or are said not to, the best evidence first."""
    columns = ("cell_id", "cell_name", "produces", "condition", "species", "symbol", "evidence", "reference", "attribution")
    found = []
    for key, group in grouped(records(frame, columns), "produces", "cell_id", "cell_name"):
        evidence = min((row["evidence"] for row in group), key=PRODUCED_BY.index)
        best = [row for row in group if row["evidence"] == evidence]
        shared = {row["attribution"] for row in group} == {"shared"}
        found.append(
            key
            | {"evidence": evidence, "references": references(best), "conditions": sorted({row["condition"] for row in best})}
            | {"mouse_only": {row["species"] for row in group} == {"mouse"}}
            | attribution(group)
            | {"attribution": "shared" if shared else "unique"}
        )
    return sorted(found, key=lambda fact: (PRODUCED_BY.index(fact["evidence"]), -fact["references"], fact["cell_name"]))


def functions(frame: pd.DataFrame, terms: pd.DataFrame) -> list[Record]:
    """Return the biological processes of GO that are not obsolete, the best shown first."""
    obsolete = set(terms.loc[terms["obsolete"], "term_id"])
    columns = ("aspect", "term_id", "term_name", *ANNOTATION)
    rows = [row for row in standing(records(frame, columns)) if row["aspect"] == "biological_process"]
    rows = [row for row in rows if row["term_id"] not in obsolete]
    found = [key | weight(group) | attribution(group) for key, group in grouped(rows, "term_id", "term_name")]
    return sorted(found, key=lambda fact: (*heaviest(fact), fact["term_name"]))


def regulated_by(frame: pd.DataFrame) -> list[Record]:
    """Return who raises or lowers the production of the molecule."""
    return sorted(_regulation(frame, "regulator_symbol"), key=lambda fact: (*heaviest(fact), fact["regulator_symbol"]))


def regulates(frame: pd.DataFrame) -> list[Record]:
    """Return the interleukins whose production is raised or lowered."""
    return sorted(_regulation(frame, "il_id", "il_name"), key=lambda fact: (*heaviest(fact), fact["il_name"]))


def _regulation(frame: pd.DataFrame, *other: str) -> Iterator[Record]:
    """Give one fact per direction and partner, whom the columns `other` name."""
    columns = dict.fromkeys(["direction", *other, "regulator_symbol", "target", *ANNOTATION])
    for key, group in grouped(standing(records(frame, tuple(columns))), "direction", *other):
        doubts = {
            "contradicted": any(row["contradicted"] for row in group),
            "family_only": {row["target"] for row in group} == {"family"},
        }
        yield key | weight(group) | attribution(group, "regulator_symbol") | doubts


def bearers(frame: pd.DataFrame) -> list[Record]:
    """Return which cells bear a chain or lack it."""
    rows = records(frame, ("symbol", "present", "cell_id", "cell_name", "reference", "attribution"))
    found = [
        key | {"references": references(group)} | attribution(group)
        for key, group in grouped(rows, "present", "cell_id", "cell_name", "symbol")
    ]
    return sorted(found, key=lambda fact: (fact["symbol"], -fact["references"], fact["cell_name"]))
