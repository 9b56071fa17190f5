"""Reactome complexes: which proteins each holds, and the publications behind it.

Upstream layout: ``ComplexParticipantsPubMedIdentifiers_human.txt``, a TSV with a header; lists are separated by ``|``, ``-`` is
null. A complex of mixed species has an id such as ``R-NUL-1067642``. A participant is ``uniprot:P08887`` or
``uniprot:P08887-2`` (an isoform), ``chebi:…``, ``ensembl:…`` or ``iuphar:…``, each named once whatever its number. Members of a
set within the complex are listed like the others, so that alternatives look as if they were in it at once. Publications
belong to the complex as a whole.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import integer, listed, matching, text
from ilkit.build.readers.source import Source

SOURCES = ("reactome_complexes",)

NULLS = ("", "-")
PARTICIPANT = matching(r"(uniprot|chebi|ensembl|iuphar):\S+", "a participant such as uniprot:P08887")

COLUMNS = {
    "identifier": matching(r"R-[A-Z]{3}-\d+", "a complex id such as R-HSA-1067638"),
    "name": text,
    "participants": listed(item=PARTICIPANT, nulls=NULLS),
    "pubMedIdentifiers": listed(item=integer, nulls=NULLS),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``complexes``: one row per complex, lists as tuples."""
    path = source.file("ComplexParticipantsPubMedIdentifiers_human*.t*")
    return {"complexes": read_delimited(path, COLUMNS, unique="identifier", quoted=False)}
