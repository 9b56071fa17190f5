"""ChEMBL targets in OBO: which proteins a target is made of, and of which species.

Upstream layout: one ``[Term]`` stanza per target. A single protein has ``skos:exactMatch uniprot:…``; a complex lists its
chains as ``RO:0002180``, a family or group its members as ``RO:0002351``, an interaction its participants as ``RO:0000057``.
The species is ``RO:0002162``: the same name stands for the human, the mouse and the rat protein. ``is_a`` gives the type.
A target with no protein (an organism, a tissue) has no row here. Terms that define the types themselves have no target id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from ilkit.build.readers.delimited import fault, read_text
from ilkit.build.readers.identifiers import UNIPROT
from ilkit.build.readers.source import Source

SOURCES = ("chembl_target_36",)

TARGET = re.compile(r"id: chembl\.target:(CHEMBL\d+)")
PROTEIN = re.compile(r"property_value: (skos:exactMatch|RO:0002180|RO:0002351|RO:0000057) uniprot:(\S+)")
SPECIES = re.compile(r"relationship: RO:0002162 NCBITaxon:(\d+)\b.*")
COLUMNS = ["target_chembl_id", "name", "type", "taxon", "uniprot_accession"]


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``components``: one row per target and protein, indexed by the line of the protein."""
    path = source.file("chembl.target.obo*")
    lines, rows = [], []
    for stanza in _stanzas(path):
        for line, row in _components(path, stanza):
            lines.append(line)
            rows.append(row)
    if not rows:
        raise fault(path, "at least one target with a protein", got="none")
    return {"components": pd.DataFrame(rows, columns=COLUMNS, index=pd.Index(lines, name="line")).astype("str")}


def _stanzas(path: Path) -> Iterator[list[tuple[int, str]]]:
    """Yield the numbered lines of each ``[Term]``."""
    stanza: list[tuple[int, str]] = []
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if line.startswith("["):
            yield stanza
            stanza = [(number, line)]
        else:
            stanza.append((number, line))
    yield stanza


def _components(path: Path, stanza: list[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    if not stanza or stanza[0][1] != "[Term]":
        return
    values = dict(reversed([line.split(": ", 1) for _, line in stanza if ": " in line]))
    target = next((found[1] for _, line in stanza if (found := TARGET.fullmatch(line))), None)
    proteins = [(number, line) for number, line in stanza if "uniprot:" in line and line.startswith("property_value")]
    if target is None or not proteins:
        return
    taxon = next((found[1] for _, line in stanza if (found := SPECIES.fullmatch(line))), None)
    for key, value in (("name", values.get("name")), ("is_a", values.get("is_a")), ("RO:0002162", taxon)):
        if not value:
            raise fault(path, "a target with proteins to have a name, a type and a species", stanza[0][0], key, target)
    for number, line in proteins:
        found = PROTEIN.fullmatch(line)
        if not found or not re.fullmatch(UNIPROT, found[2]):
            raise fault(path, "a component such as 'RO:0002180 uniprot:P29460'", number, "property_value", line)
        yield number, [target, values["name"], values["is_a"], str(taxon), found[2]]
