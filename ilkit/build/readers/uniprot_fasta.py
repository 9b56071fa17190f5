"""UniProtKB/Swiss-Prot canonical sequences of secreted human proteins.

Upstream layout: FASTA; the header is ``>sp|accession|entry name description OS=… OX=9606 GN=… PE=… SV=…``, in which ``GN``
is left out where no gene is named. A sequence goes on over several lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from ilkit.build.readers.delimited import fault, read_text
from ilkit.build.readers.identifiers import UNIPROT
from ilkit.build.readers.source import Source

SOURCES = ("uniprot_secreted_fasta",)

COLUMNS = {"accession": "str", "entry_name": "str", "gene": "str", "sequence_version": "Int64", "sequence": "str"}

HEADER = re.compile(
    rf">(?:sp|tr)\|(?P<accession>{UNIPROT})\|(?P<entry_name>\w+) "
    r".+ OS=.+ OX=\d+(?: GN=(?P<gene>.+))? PE=[1-5] SV=(?P<sequence_version>\d{1,9})",
    re.ASCII,
)
RESIDUES = re.compile(r"[ACDEFGHIKLMNPQRSTVWYUXBZO]+")


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``sequences``: one row per protein, indexed by the line of its header."""
    path = source.file("secreted.fasta*")
    records = {line: _header(path, line, header) | {"sequence": sequence} for line, header, sequence in _records(path)}
    if not records:
        raise fault(path, "at least one sequence", 1, "header", "none")
    index = pd.Index(list(records), name="line")
    columns = {
        name: pd.Series([record[name] for record in records.values()], index=index, dtype=dtype) for name, dtype in COLUMNS.items()
    }
    return {"sequences": pd.DataFrame(columns, index=index)}


def _records(path: Path) -> Iterator[tuple[int, str, str]]:
    """Yield the line of each header, the header and the sequence below it."""
    line, header, parts = 0, "", list[str]()
    for number, raw in enumerate(read_text(path).split("\n"), start=1):
        content = raw.strip()
        if content.startswith(">"):
            if header:
                yield line, header, _sequence(path, line, parts)
            line, header, parts = number, content, []
        elif content:
            if not header or not RESIDUES.fullmatch(content):
                raise fault(path, "amino acids in one-letter code below a header", number, "sequence", content)
            parts.append(content)
    if header:
        yield line, header, _sequence(path, line, parts)


def _header(path: Path, line: int, header: str) -> dict[str, Any]:
    match = HEADER.fullmatch(header)
    if match is None:
        expected = "a UniProt header such as '>sp|P05231|IL6_HUMAN Name OS=… OX=9606 GN=IL6 PE=1 SV=1'"
        raise fault(path, expected, line, "header", header)
    return match.groupdict() | {"sequence_version": int(match["sequence_version"])}


def _sequence(path: Path, line: int, parts: list[str]) -> str:
    if not parts:
        raise fault(path, "a sequence below the header", line, "sequence", "none")
    return "".join(parts)
