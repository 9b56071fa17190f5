"""Complex Portal participants: which chains a complex is made of, and how many of each.

Upstream layout: ``9606.tsv`` of ComplexTAB, one row per complex with its participants in one cell, ``P29460(1)|O43734(0)``.
The file read here is transcribed from it for some complexes: one row per complex and participant, unquoted. A participant that
is itself a complex is replaced by its subunits, so that rows and ``identifiers_as_found`` differ there. A stoichiometry of 0
upstream means unknown and is empty here. ``-`` is upstream's null, an empty cell what was not transcribed: both read as null.
The chain or isoform, upstream a suffix of the accession, tells soluble from membrane forms. ``seen`` tells the complexes that
are known only from a list of participants, without evidence. ``assembly`` need not agree with the number of chains.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import listed, matching, one_of, optional, positive, text
from ilkit.build.readers.identifiers import ACCESSION
from ilkit.build.readers.source import Source

SOURCES = ("complexportal_complextab_2026",)

NULLS = ("", "-")

COLUMNS = {
    "complex_ac": matching(r"CPX-\d+", "a complex id such as CPX-381"),
    "recommended_name": text,
    "uniprot_accession": ACCESSION,
    "chain_or_isoform": optional(matching(r"PRO_\d{10}|[1-9]\d*", "a chain or isoform such as PRO_0000010917 or 2")),
    "symbol": text,
    "stoichiometry": optional(positive),
    "eco": optional(matching(r"ECO:\d{7}", "an ECO id such as ECO:0000353"), NULLS),
    "experimental_evidence": optional(
        matching(r"emdb:EMD-\d+|intact:EBI-\d+|wwpdb:\d[A-Z0-9]{3}", "an experiment such as wwpdb:1HUL"), NULLS
    ),
    "assembly": optional(matching(r"(Homo|Hetero)[a-z]+er", "an assembly such as Heterodimer"), NULLS),
    "identifiers_as_found": listed(item=matching(r"[A-Z0-9]+(-PRO_\d{10}|-\d+)?\(\d+\)", "a participant such as P29460(1)")),
    "seen": one_of("full_row", "expanded_list_only"),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``participants``: one row per complex and participant."""
    return {"participants": read_delimited(source.file("complex_participants*.tsv*"), COLUMNS, quoted=False)}
