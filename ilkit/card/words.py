"""The words of a card, the same in HTML and in text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ilkit.card.grouping import Record
from ilkit.definition import is_share_alike

SHARED = "◇"
BLANK = "not in this dataset version"
LABELS = {
    "gwas": "GWAS",
    "genetic_association": "genetic score",
    "protein_mr": "Mendelian randomisation",
    "curated_knowledge": "curated",
    "text_mining": "text mining",
    "ontology_axiom": "ontology",
    "primary": "study",
    "expression": "RNA",
}
TABLE_OF = {
    "receptors": "binding",
    "effects": "effects",
    "production": "production",
    "regulated_by": "regulation",
    "regulates": "regulation",
    "cells": "cell_receptors",
    "drugs": "drugs",
}


def label(evidence: str) -> str:
    """Return a kind of evidence in words."""
    return LABELS.get(evidence, evidence)


def marked(words: str, fact: Record) -> str:
    """Return the words with the sign of facts that rest on shared chains only."""
    return f"{words}\N{NO-BREAK SPACE}{SHARED}" if fact.get("attribution") == "shared" else words


def blank(facts: Record, part: str) -> str:
    """Say why a part is empty: its table is missing, or holds nothing."""
    if facts[part] is None:
        return f"{BLANK}, which has no table {TABLE_OF[part]!r}"
    return BLANK


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> counted(1, "study", "studies"), counted(2, "drug")
    ('1 study', '2 drugs')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def support(fact: Record) -> str:
    """Return the evidence of an annotation, such as ``3 experimental of 5`` or ``electronic``."""
    if fact["experimental"]:
        more = f" of {fact['references']}" if fact["references"] > fact["experimental"] else ""
        return f"{fact['experimental']} experimental{more}"
    return f"{annotated(fact)}, {counted(fact['references'], 'paper')}" if fact["references"] else annotated(fact)


def annotated(fact: Record) -> str:
    """Return the class of evidence of an annotation without an experiment."""
    return {"unknown": "evidence unknown", "statement": "author statement"}.get(fact["evidence"], str(fact["evidence"]))


def strength(disease: Record) -> str:
    """Return the evidence of a disease, such as ``GWAS high, 6 papers``."""
    sure = f" {disease['confidence']}" if disease["confidence"] and disease["evidence"] != "mendelian" else ""
    papers = f", {counted(disease['references'], 'paper')}" if disease["references"] else ""
    return f"{label(disease['evidence'])}{sure}{papers}"


def approval(drug: Record) -> str:
    """Return how far a drug has come."""
    year = drug["first_approval_year"]
    if drug["status"] == "never":
        return f"phase {drug['max_phase']:g}" if drug["max_phase"] is not None else "phase unknown"
    if drug["status"] == "withdrawn":
        return f"withdrawn (first {year})" if year else "withdrawn"
    return f"authorised {year}" if year else "authorised"


def target(drug: Record) -> str:
    """Return what a drug acts on, with the sign of shared chains."""
    return marked(" + ".join(drug["symbols"]), drug)


def effect_size(variant: Record) -> str:
    """Return the odds ratio or beta of a variant."""
    allele = f" ({variant['effect_allele']})" if variant["effect_allele"] else ""
    if variant["odds_ratio"] is not None:
        return f"OR {variant['odds_ratio']:.2f}{allele}"
    if variant["beta"] is not None:
        size = f"{variant['beta']:+.2g}".replace("-", "−")
        return f"β {size}{' ' + variant['beta_unit'] if variant['beta_unit'] else ''}{allele}"
    return ""


def p_value(variant: Record) -> str:
    """Return the p value as a power of ten.

    >>> p_value({"neg_log10_p": 12.39})
    'p 4×10⁻¹³'
    """
    exponent = variant["neg_log10_p"]
    if exponent is None:
        return ""
    power = int(exponent) + (exponent % 1 > 0)
    digit = round(10 ** (power - exponent))
    digit, power = (1, power - 1) if digit == 10 else (digit, power)
    return f"p {digit}×10{f'-{power}'.translate(RAISED)}"


RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def optional(transducer: Record) -> bool:
    """Tell whether a kinase is named only as one of several that may take the place."""
    return bool(transducer["alternative"]) and transducer["role"] == "JAK"


def definition(facts: Record) -> list[str]:
    """Return what the subject is, in a few words each; what is not known is named."""
    if facts["kind"] == "interleukin":
        family = f"{facts['family']} family" if facts["family"] else None
        year = f"first described {facts['first_described_year']}" if facts["first_described_year"] else None
        named = {"family": family, "structure": facts["structural_class"], "form": facts["form"], "first described": year}
        return [said or f"{what}: {BLANK}" for what, said in named.items()]
    if facts["kind"] == "receptor":
        return [facts["receptor_class"], SIGNALS[facts["signals"]]]
    length = f"{facts['length_aa']} aa" if facts["length_aa"] else None
    mass = f"{facts['mass_da'] / 1000:.1f} kDa" if facts["mass_da"] else None
    return [words for words in (facts["role"], facts["location"], length, mass) if words]


SIGNALS: dict[Any, str] = {True: "signals", False: "does not signal", None: "signal unknown"}


def notes(facts: Record) -> list[str]:
    """Return what stands at the foot of a card: the signs explained, the citation and the licences."""
    directed = [fact for part in ("effects", "regulated_by", "regulates") for fact in facts.get(part) or []]
    disputed = any(fact["contradicted"] for fact in directed)
    family = any(fact.get("family_only") for fact in directed)
    lines = [
        _shared_note(facts),
        "disputed: another annotation states the opposite" if disputed else None,
        "family: the source names the family (IL-1, IL-17) and not the molecule" if family else None,
        facts["citation"],
        licence(facts),
    ]
    return [line for line in lines if line]


def _shared_note(facts: Record) -> str | None:
    if not facts["shared_chains"]:
        return f"{SHARED} a subunit or chain that others have too" if _draws_shared(facts) else None
    chains = "; ".join(f"{symbol} shared with {listed(others)}" for symbol, others in facts["shared_chains"].items())
    return f"{SHARED} rests on a chain that others have too: {chains}"


def _draws_shared(facts: Record) -> bool:
    drawn = any(subunit["shared"] for receptor in facts["receptors"] or [] for subunit in receptor["subunits"])
    return drawn or any(drug["attribution"] == "shared" for drug in facts["drugs"] or [])


def listed(names: Iterable[str], most: int = 6) -> str:
    """Return names in one line, cut after some."""
    names = list(names)
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def licence(facts: Record) -> str:
    """Return the licences of the card, and which of its tables are share-alike."""
    named = [name for name in facts["licences"] if not is_share_alike(name)]
    alike = {name: tables for name, tables in facts["licences"].items() if is_share_alike(name)}
    said = [f"{', '.join(tables)} under {name} (share-alike)" for name, tables in alike.items()]
    return "; ".join([f"Licence: {' and '.join(named)}", *said])
