"""UniProtKB entries as CellChatDB tabulates them: protein names, synonyms, keywords.

Layout: a TSV with a header. A protein name reads ``Recommended (Alternative) (Alternative) [Cleaved into: …]``;
alternative names may hold parentheses themselves.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import listed, optional, text
from ilkit.build.readers.source import Source
from ilkit.build.readers.uniprot_reviewed import ACCESSION

SOURCES = ("uniprot_cellchat_geneinfo",)

COLUMNS = {
    "EntryID.uniprot": ACCESSION,
    "Symbol": text,
    "Synonym": listed(" "),
    "Reviewed": text,
    "EntryName": text,
    "ProteinName": optional(text),
    "Keywords": listed(";"),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``entries``: one row per human protein."""
    return {"entries": read_delimited(source.file("CellChatDB.human.geneInfo*.tsv"), COLUMNS, quoted=False)}


def protein_names(raw: str) -> list[str]:
    """Return the recommended and the alternative names of a protein; EC numbers and parts that it is cleaved into are left out.

    >>> protein_names("Interleukin-8 (IL-8) (Chemokine (C-X-C motif) ligand 8) [Cleaved into: MDNCF-a]")
    ['Interleukin-8', 'IL-8', 'Chemokine (C-X-C motif) ligand 8']
    """
    kept = raw.split(" [Cleaved into:")[0].split(" [Includes:")[0]
    start, depth, names = kept.find(" ("), 0, []
    if start < 0:
        return [kept.strip()]
    opened = start
    for place, sign in enumerate(kept[start:], start):
        if sign == "(":
            opened = place if depth == 0 else opened
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
            if depth == 0:
                names.append(kept[opened + 1 : place].strip())
    return [kept[:start].strip(), *(name for name in names if name and not name.startswith("EC "))]
