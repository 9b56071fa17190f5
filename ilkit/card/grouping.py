"""Rows that say the same taken together, with the weight of the evidence behind them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Record = dict[str, Any]
CLASSES = ("experimental", "statement", "phylogenetic", "computational", "electronic", "unknown")


def grouped(rows: Iterable[Record], *keys: str) -> list[tuple[Record, list[Record]]]:
    """Return each distinct combination of the keys with its rows, in the order in which they come."""
    groups: dict[tuple[Any, ...], list[Record]] = {}
    for row in rows:
        groups.setdefault(tuple(row[key] for key in keys), []).append(row)
    return [(dict(zip(keys, key, strict=True)), members) for key, members in groups.items()]


def references(rows: Iterable[Record]) -> int:
    """Count the distinct publications and records behind the rows; GO's own general references are none."""
    return len({row["reference"] for row in rows if row["reference"] and not row["reference"].startswith("GO_REF:")})


def attribution(rows: list[Record], symbol: str = "symbol") -> Record:
    """Tell by which genes the rows hold, and whether only by shared ones."""
    kinds = {row.get("attribution") for row in rows}
    return {
        "symbols": sorted({row[symbol] for row in rows if row[symbol]}),
        "attribution": None if None in kinds else "unique" if "unique" in kinds else "shared",
    }


def weight(rows: list[Record]) -> Record:
    """Return the weight of annotations: references, those of experiments among them, and the best class of evidence."""
    experiments = [row for row in rows if row["evidence_class"] == "experimental"]
    return {
        "references": references(rows),
        "experimental": references(experiments),
        "evidence": min((row["evidence_class"] for row in rows), key=CLASSES.index),
    }


def heaviest(fact: Record) -> tuple[Any, ...]:
    """Order facts by experiments, then the class of evidence, then all references; own ones before shared ones."""
    return -fact["experimental"], CLASSES.index(fact["evidence"]), -fact["references"], fact["attribution"] == "shared"


def standing(rows: Iterable[Record]) -> list[Record]:
    """Return the rows that their source has not withdrawn."""
    return [row for row in rows if not row["withdrawn"]]
