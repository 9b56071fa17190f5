"""Pfam: regions of the human proteins that match a family, and the names of the clans.

Upstream layout: ``9606.tsv``, three lines that start with ``#``, the third of which names the columns, then one row per region,
without a header; ``No_clan`` is a null. Alignment and envelope are numbered along the UniProt sequence, 1-based, both ends
included. The threshold of a hit is that of its family, a bit score: an E-value may be well above 1. The clan names are a TSV
with a header of another release.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import between, matching, number, one_of, optional, positive, text
from ilkit.build.readers.identifiers import ACCESSION
from ilkit.build.readers.source import Source

SOURCES = ("pfam",)

REGIONS = {
    "seq id": ACCESSION,
    "alignment start": positive,
    "alignment end": positive,
    "envelope start": positive,
    "envelope end": positive,
    "hmm acc": matching(r"PF\d{5}", "a Pfam id such as PF00489"),
    "hmm name": text,
    "type": one_of("Domain", "Family", "Repeat", "Motif", "Coiled-coil", "Disordered"),
    "hmm start": positive,
    "hmm end": positive,
    "hmm length": positive,
    "bit score": number,
    "E-value": between(0),
    "clan": optional(matching(r"CL\d{4}", "a clan such as CL0053"), nulls=("No_clan",)),
}
CLANS = {"identifier": matching(r"CL\d{4}", "a clan such as CL0053"), "name": text}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``regions``, one row per protein and region, and ``clans``, the name of each clan."""
    regions = read_delimited(source.file("9606*.tsv*"), REGIONS, header=list(REGIONS), comment="#", quoted=False)
    clans = read_delimited(source.file("pfam.clan.tsv*"), CLANS, quoted=False, unique="identifier")
    return {"regions": regions, "clans": clans}
