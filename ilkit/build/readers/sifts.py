"""SIFTS: which residues of which chain of a PDB entry are which residues of a UniProt sequence.

Upstream layout: ``pdb_chain_uniprot.tsv``, a line of dates that starts with ``#``, a header, and one row per segment. A chain
has several rows where it holds several stretches of a protein, or of several proteins. The ids of chains are case sensitive.
``RES_…`` counts along the chain as it was put in (SEQRES), ``SP_…`` along the UniProt sequence of the release that the first
line names; ``PDB_…`` is the authors' numbering, which may be negative or end in a letter, and is ``None`` where the end of the
segment was not observed. The two lengths may differ, where the chain has residues more or less than the sequence.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import matching, optional, positive
from ilkit.build.readers.identifiers import ACCESSION
from ilkit.build.readers.source import Source

SOURCES = ("sifts_pdb_2020",)

AUTHOR = optional(matching(r"-?\d+[A-Za-z]?", "a residue number such as 28 or 52A"), nulls=("None",))

COLUMNS = {
    "PDB": matching(r"[1-9][a-z0-9]{3}", "a PDB id such as 1alu"),
    "CHAIN": matching(r"[A-Za-z0-9]{1,4}", "the id of a chain such as A"),
    "SP_PRIMARY": ACCESSION,
    "RES_BEG": positive,
    "RES_END": positive,
    "PDB_BEG": AUTHOR,
    "PDB_END": AUTHOR,
    "SP_BEG": positive,
    "SP_END": positive,
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``segments``: one row per entry, chain and stretch of a protein."""
    return {"segments": read_delimited(source.file("pdb_chain_uniprot*.tsv*"), COLUMNS, comment="#", quoted=False)}
