"""UniProtKB/Swiss-Prot canonical sequences of secreted human proteins.

Upstream layout: FASTA; the header is ``>sp|accession|entry name description OS=… OX=9606 GN=… PE=… SV=…``.
"""

from __future__ import annotations

import re

import pandas as pd

from ilkit.build.readers.delimited import fault, read_text
from ilkit.build.readers.source import Source

SOURCES = ("uniprot_secreted_fasta",)
HEADER = re.compile(r">(?:sp|tr)\|(?P<accession>[A-Z0-9]{6,10})\|(?P<entry_name>\w+) (?P<rest>.+)")
RESIDUES = re.compile(r"[ACDEFGHIKLMNPQRSTVWYUXBZO]+")


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``sequences``: accession, entry_name, gene, sequence_version, sequence; ``line`` is that of the header."""
    path = source.file("secreted.fasta*")
    records: list[dict[str, object]] = []
    for line, content in enumerate(read_text(path).splitlines(), start=1):
        content = content.strip()
        if content.startswith(">"):
            match = HEADER.fullmatch(content)
            if match is None:
                raise fault(path, "a UniProt FASTA header", line, "header", content)
            gene, version = re.search(r"\bGN=(\S+)", content), re.search(r"\bSV=(\d+)", content)
            records.append(
                {
                    "line": line,
                    "accession": match["accession"],
                    "entry_name": match["entry_name"],
                    "gene": gene[1] if gene else None,
                    "sequence_version": int(version[1]) if version else None,
                    "sequence": [],
                }
            )
        elif content:
            if not records or not RESIDUES.fullmatch(content):
                raise fault(path, "amino acids in one-letter code below a header", line, "sequence", content)
            parts = records[-1]["sequence"]
            assert isinstance(parts, list)
            parts.append(content)
    if not records:
        raise fault(path, "at least one sequence", got="none")
    for record in records:
        if not record["sequence"]:
            raise fault(path, "a sequence below the header", record["line"], "sequence", "none")
        record["sequence"] = "".join(record["sequence"])  # type: ignore[arg-type]
    frame = pd.DataFrame(records).set_index("line")
    return {"sequences": frame.astype({"sequence_version": "Int64"})}
