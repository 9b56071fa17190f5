"""The parts of a card in their order, each as lines of words and links: what HTML and text both print."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ilkit.card import words
from ilkit.card.grouping import Record, grouped

UP, DOWN = "▲", "▼"


class Piece(NamedTuple):
    """Some words, the identifier that they link to, a note in brackets after them, and whether they are but a remark."""

    text: str
    curie: str | None = None
    note: str = ""
    remark: bool = False


class Line(NamedTuple):
    """A line: what it is about, its pieces, and a figure at its end."""

    key: str | None
    pieces: list[Piece]
    figure: str = ""


class Part(NamedTuple):
    """A part of the card: its heading, a remark on that, lines that are shown, and lines that are folded away."""

    name: str
    title: str
    remark: str
    lines: list[Line]
    more: list[Line]
    wide: bool = False


def outline(facts: Record) -> list[Part]:
    """Return the parts that a card has; a blank one says why."""
    return [part_of(facts) for name, part_of in PARTS.items() if name in facts]


def chains(facts: Record) -> Part:
    """Return the genes of the chains with their ids."""
    lines = []
    for chain in facts["chains"]:
        named = f" ({chain['chain_name']})" if chain["chain_name"] else ""
        ids = [("HGNC", chain["hgnc_id"]), ("NCBI Gene", chain["ncbi_gene_id"])]
        ids += [("Ensembl", chain["ensembl_gene_id"]), ("UniProt", chain["uniprot_id"])]
        pieces = [Piece(f"{site} {curie.partition(':')[2]}", curie) for site, curie in ids if curie]
        size = " · ".join(str(value) for value in (chain["location"], _aa(chain)) if value)
        lines.append(Line(words.marked(chain["symbol"] + named, chain), pieces, size))
    title = {"interleukin": "Chains", "gene": "Gene", "receptor": "Subunits"}[facts["kind"]]
    return _part(facts, "chains", title, lines, most=8, wide=True)


def _aa(chain: Record) -> str | None:
    return f"{chain['length_aa']} aa" if chain["length_aa"] else None


def molecules(facts: Record) -> Part:
    """Return the molecules that a gene is a chain of."""
    lines = []
    for molecule in facts["molecules"]:
        status = [] if molecule["status"] == "established" else [molecule["status"]]
        remark = ", ".join([*([f"as {molecule['chain_name']}"] if molecule["chain_name"] else []), *status])
        lines.append(Line(None, [Piece(molecule["name"]), *([Piece(remark, remark=True)] if remark else [])]))
    return _part(facts, "molecules", "Chain of", lines, most=8, wide=True)


def effects(facts: Record) -> Part:
    """Return what is stimulated and what is inhibited, a line per process."""
    lines = []
    for direction in ("stimulates", "inhibits"):
        rows = [fact for fact in facts["effects"] or [] if fact["direction"] == direction]
        sign = UP if direction == "stimulates" else DOWN
        for key, group in grouped(rows, "process"):
            lines.append(Line(f"{sign} {key['process']}", [_counted(fact, fact["cell_name"], fact["cell_id"]) for fact in group]))
    return _part(facts, "effects", "Effects on cells", lines, most=12, remark=f"{UP} stimulates, {DOWN} inhibits (papers)")


def _counted(fact: Record, name: str, curie: str | None = None) -> Piece:
    """Return a name with the number of references, or the kind of evidence where it is no experiment."""
    said = str(fact["references"]) if fact["experimental"] else words.annotated(fact)
    remarks = [said, *(["disputed"] if fact["contradicted"] else []), *(["family"] if fact.get("family_only") else [])]
    return Piece(words.marked(name, fact), curie, ", ".join(remarks))


def production(facts: Record) -> Part:
    """Return who makes the molecule, a line per kind of evidence, and who does not."""
    made = facts["production"] or []
    lines = [
        Line(words.label(key["evidence"]), _makers(group))
        for key, group in grouped([fact for fact in made if fact["produces"]], "evidence")
    ]
    if missing := [fact for fact in made if not fact["produces"]]:
        lines.append(Line("not made by", _makers(missing)))
    return _part(facts, "production", "Made by", lines, most=6)


def _makers(group: Iterable[Record]) -> list[Piece]:
    return [Piece(words.marked(fact["cell_name"], fact), fact["cell_id"], "mouse" if fact["mouse_only"] else "") for fact in group]


def cells(facts: Record) -> Part:
    """Return the cells that bear a chain and those that lack it."""
    lines = []
    for key, group in grouped(facts["cells"] or [], "symbol", "present"):
        pieces = [Piece(fact["cell_name"], fact["cell_id"]) for fact in group]
        lines.append(Line(f"{key['symbol']} {'on' if key['present'] else 'not on'}", pieces))
    return _part(facts, "cells", "Cells that bear it", lines, most=8)


def functions(facts: Record) -> Part:
    """Return the processes with their evidence."""
    lines = [
        Line(None, [Piece(words.marked(fact["term_name"], fact), fact["term_id"])], words.support(fact))
        for fact in facts["functions"]
    ]
    return _part(facts, "functions", "Functions", lines, most=7, remark=words.counted(len(lines), "process", "processes"))


def regulated_by(facts: Record) -> Part:
    """Return who raises and who lowers the production."""
    lines = _signed(facts["regulated_by"], "regulator_symbol", raises="raised by", lowers="lowered by")
    return _part(facts, "regulated_by", "Production regulated by", lines, most=2, remark="number of papers")


def regulates(facts: Record) -> Part:
    """Return what is raised and what is lowered."""
    lines = _signed(facts["regulates"], "il_name", raises="raises", lowers="lowers")
    return _part(facts, "regulates", "Regulates production of", lines, most=2, remark="number of papers")


def _signed(found: list[Record] | None, name: str, *, raises: str, lowers: str) -> list[Line]:
    lines = []
    for direction, key in (("raises", f"{UP} {raises}"), ("lowers", f"{DOWN} {lowers}")):
        pieces = [_counted(fact, fact[name]) for fact in found or [] if fact["direction"] == direction]
        if pieces:
            lines.append(Line(key, pieces))
    return lines


def diseases(facts: Record) -> Part:
    """Return the diseases, a line per category."""
    lines, number = [], 0
    for entry in facts["diseases"]:
        pieces = []
        for disease in entry["diseases"]:
            name = words.marked(disease["disease_name"], disease)
            pieces.append(Piece(name, disease["disease_id"], words.strength(disease)))
        number += len(pieces)
        lines.append(Line(f"{entry['category'] or 'other'} ({len(pieces)})", pieces))
    return _part(facts, "diseases", "Diseases", lines, most=5, wide=True, remark=words.counted(number, "disease"))


def variants(facts: Record) -> Part:
    """Return the variants with the lowest p."""
    found = facts["variants"]
    lines = []
    for row in found["best"]:
        figure = " · ".join(value for value in (words.effect_size(row), words.p_value(row)) if value)
        pieces = [Piece(row["trait"]), Piece(words.marked(row["symbol"], row), remark=True)]
        lines.append(Line(row["rsid"], pieces, figure))
    remark = f"{words.counted(found['variants'], 'variant')}, {words.counted(found['traits'], 'trait')}"
    return _part(facts, "variants", "Variants", lines, most=6, remark=remark, wide=True)


def drugs(facts: Record) -> Part:
    """Return the drugs, authorised ones first."""
    lines = []
    for drug in facts["drugs"] or []:
        where = [drug["target"]] if facts["kind"] == "interleukin" else []
        remark = " · ".join([*where, drug["modality"] or "kind unknown", *drug["actions"][:2]])
        lines.append(Line(drug["name"], [Piece(words.target(drug)), Piece(remark, remark=True)], words.approval(drug)))
    authorised = sum(drug["status"] == "authorised" for drug in facts["drugs"] or [])
    remark = f"{authorised} authorised of {len(lines)}"
    return _part(facts, "drugs", "Drugs", lines, most=max(6, min(authorised, 10)), remark=remark, wide=True)


def receptors(facts: Record) -> Part:
    """Return the receptors as words; HTML draws them."""
    return _part(facts, "receptors", "Receptor and signal", [], most=0, wide=True)


def _part(facts: Record, name: str, title: str, lines: list[Line], most: int, *, wide: bool = False, remark: str = "") -> Part:
    if not facts[name] or (not lines and name != "receptors"):
        return Part(name, title, "", [Line(None, [Piece(words.blank(facts, name), remark=True)])], [], wide)
    return Part(name, title, remark, lines[:most], lines[most:], wide)


PARTS: dict[str, Callable[[Record], Part]] = {
    "chains": chains,
    "molecules": molecules,
    "receptors": receptors,
    "effects": effects,
    "production": production,
    "cells": cells,
    "functions": functions,
    "regulated_by": regulated_by,
    "regulates": regulates,
    "diseases": diseases,
    "variants": variants,
    "drugs": drugs,
}
