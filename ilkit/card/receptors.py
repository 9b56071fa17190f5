"""Facts of receptors on a card: who binds them, what they are made of, and what they signal through."""

from __future__ import annotations

from ilkit.card.grouping import Record, grouped, references
from ilkit.card.rows import Tables, records
from ilkit.card.subject import Subject

EFFECTS = ("agonist", "antagonist", "decoy", None)


def receptors(tables: Tables, subject: Subject) -> list[Record]:
    """Return one fact per receptor and effect: ligands, subunits, and what they signal through.

    The ligands are the subject itself where it is a molecule, and all of the receptor otherwise.
    """
    complexes = {
        row["receptor_id"]: row for row in records(tables["receptors"], ("receptor_id", "name", "receptor_class", "signals"))
    }
    subunits, transducers = _subunits(tables), _transducers(tables)
    mine = {subject.id} if subject.kind == "interleukin" else set(tables["chains"]["il_id"])
    found = []
    for key, rows in grouped(_bindings(tables), "receptor_id", "effect"):
        own = [row for row in rows if row["il_id"] in mine]
        if subject.kind == "interleukin" and not own:
            continue
        shown = own if subject.kind == "interleukin" else rows
        receptor = complexes[key["receptor_id"]]
        found.append(
            receptor
            | key
            | {"status": "established" if any(row["status"] == "established" for row in shown) else "provisional"}
            | {"ligands": _names(shown), "other_ligands": [name for name in _names(rows) if name not in _names(shown)]}
            | {"references": references(shown), "subunits": subunits.get(key["receptor_id"], [])}
            | {"transducers": transducers.get(key["receptor_id"], []) if key["effect"] == "agonist" else []}
        )
    return sorted(found, key=_order)


def _order(fact: Record) -> tuple[int, bool, int, str]:
    return EFFECTS.index(fact["effect"]), fact["status"] != "established", -fact["references"], fact["receptor_id"]


def _names(rows: list[Record]) -> list[str]:
    return list(dict.fromkeys(row["ligand_name"] for row in rows))


def _bindings(tables: Tables) -> list[Record]:
    return records(tables["binding"], ("receptor_id", "effect", "il_id", "ligand_name", "status", "reference"))


def _subunits(tables: Tables) -> dict[str, list[Record]]:
    rows = records(tables["receptor_subunits"], ("receptor_id", "hgnc_id", "symbol", "role", "shared", "copies"))
    rows.sort(key=lambda row: (row["role"] == "signal_transducing", bool(row["shared"]), row["symbol"]))
    return {key["receptor_id"]: group for key, group in grouped(rows, "receptor_id")}


def _transducers(tables: Tables) -> dict[str, list[Record]]:
    """Return what each receptor signals through; an alternative is a kinase that no source names without a choice."""
    rows = records(tables["signaling"], ("receptor_id", "symbol", "role", "alternative", "reference"))
    found: dict[str, list[Record]] = {}
    for key, group in grouped(rows, "receptor_id", "role", "symbol"):
        choice = all(row["alternative"] for row in group)
        fact = {"symbol": key["symbol"], "role": key["role"], "alternative": choice, "references": references(group)}
        found.setdefault(key["receptor_id"], []).append(fact)
    return {receptor: sorted(facts, key=lambda fact: fact["symbol"]) for receptor, facts in found.items()}
