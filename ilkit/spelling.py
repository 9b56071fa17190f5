"""Names without their spelling, and labels that write several names."""

from __future__ import annotations

import re
import unicodedata

GREEK = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "ζ": "zeta",
    "η": "eta",
    "θ": "theta",
    "κ": "kappa",
    "λ": "lambda",
}
PREFIX = re.compile(r"^(?:(?:uniprotkb|uniprot|ensembl|ncbigene|ncbi[ _]gene|entrez|geneid|symbol):\s*|(?:sp|tr)\|)", re.IGNORECASE)
ENSEMBL_VERSION = re.compile(r"^(ENS[A-Z]*\d{11})\.\d+$", re.IGNORECASE)
ISOFORM = re.compile(r"^([OPQ]\d[A-Z0-9]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z0-9]{2}\d){1,2})[-.]\d+$", re.IGNORECASE)
WHOLE = re.compile(r"^(\d+)\.0+$")
LONGEST = 1_000
"""Signs that a name has at most; the longest of the dataset have 144."""
POSSESSIVE = re.compile(r"['’]s\b")
BRACKETS = re.compile(r"(.*\S)\s*\(([^()]+)\)", re.DOTALL)
BETWEEN = (re.compile(r"[/|,;+]+"), re.compile(r"_+"))


def normalise(name: str) -> str:
    """Return the spelling-free form of a name.

    Case, spaces, hyphens, accents, the possessive s and Greek letters do not matter (ß stands for β), interleukin is IL,
    and an id stands without its version or isoform. A number that is not whole is no name,
    nor is a text of more than 1,000 signs.

    >>> normalise("Interleukin-1 β"), normalise("UniProt:P05231-2"), normalise("Behçet's disease"), normalise("3.569")
    ('il1beta', 'p05231', 'behcetdisease', '')
    """
    text = name.strip()
    if len(text) > LONGEST:
        return ""
    if text.isascii() and text.isalnum():
        return text.lower().replace("interleukin", "il")
    text = PREFIX.sub("", text)
    for ending in (ENSEMBL_VERSION, ISOFORM, WHOLE):
        text = ending.sub(r"\1", text)
    text = POSSESSIVE.sub("", unicodedata.normalize("NFKD", text.replace("ß", "β")).casefold())
    text = "".join(GREEK.get(sign, sign) for sign in text)
    signs = "".join(sign for sign in text if sign.isalnum())
    return signs.replace("interleukin", "il") if signs in text or not signs.isdecimal() else ""


def parts_of(label: str) -> list[str]:
    """Return the names in a label that writes several: one in brackets behind the other, or with a sign between them.

    >>> parts_of("Interleukin-8 (IL-8)"), parts_of("sp|P05231|IL6_HUMAN"), parts_of("IL-6")
    (['Interleukin-8', 'IL-8'], ['P05231', 'IL6_HUMAN'], [])
    """
    text = PREFIX.sub("", label.strip())
    if brackets := BRACKETS.fullmatch(text):
        return list(brackets.groups())
    split = ([part for part in sign.split(text) if part.strip()] for sign in BETWEEN)
    return next((parts for parts in split if len(parts) > 1), [])
