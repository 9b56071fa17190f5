"""UniProtKB entries as CellChatDB tabulates them: protein names, synonyms, keywords.

Layout: the data frame ``geneInfo`` of an R package as a TSV with a header, unquoted. Synonyms are separated by blanks,
keywords by ``;``. A protein name reads ``Recommended (Alternative) (Alternative) [Cleaved into: …]``; names may hold
parentheses themselves.
"""

from __future__ import annotations

import re

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import listed, matching, one_of, optional, text
from ilkit.build.readers.identifiers import ACCESSION
from ilkit.build.readers.source import Source

SOURCES = ("uniprot_cellchat_geneinfo",)

COLUMNS = {
    "EntryID.uniprot": ACCESSION,
    "Symbol": text,
    "Synonym": listed(" "),
    "Reviewed": one_of("reviewed", "unreviewed"),
    "EntryName": matching(r"[A-Z0-9]+_HUMAN", "an entry name such as IL6_HUMAN"),
    "ProteinName": optional(text),
    "Keywords": listed(";"),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``entries``: one row per human protein."""
    return {"entries": read_delimited(source.file("CellChatDB.human.geneInfo*.tsv*"), COLUMNS, quoted=False)}


def protein_names(raw: str) -> list[str]:
    """Return the recommended and the alternative names of a protein.

    Parameters
    ----------
    raw
        A cell of ``ProteinName``.

    Returns
    -------
    list of str
        The recommended name first. EC numbers, the remark that an entry is a fragment, and the parts that the protein
        is cleaved into or includes are left out.

    Examples
    --------
    >>> protein_names("Interleukin-8 (IL-8) (Chemokine (C-X-C motif) ligand 8) [Cleaved into: MDNCF-a]")
    ['Interleukin-8', 'IL-8', 'Chemokine (C-X-C motif) ligand 8']
    """
    rest = re.split(r"\s*\[(?:Cleaved into|Includes):", raw)[0].strip()
    names: list[str] = []
    while (opened := _last_group(rest)) is not None:
        names.insert(0, rest[opened + 1 : -1].strip())
        rest = rest[:opened].strip()
    return [rest, *(name for name in names if name and not re.fullmatch(r"EC \d.*|Fragments?", name))]


def _last_group(names: str) -> int | None:
    """Return where the parenthesis opens that closes at the end, if a blank is before it; its content may be nested."""
    depth = 0
    for place in range(len(names) - 1, 0, -1):
        depth += {")": 1, "(": -1}.get(names[place], 0)
        if depth == 0:
            return place if names[place] == "(" and names[place - 1] == " " else None
    return None
