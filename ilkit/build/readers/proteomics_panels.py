"""Assay lists of affinity proteomics: which proteins the platforms of Olink and SomaLogic measure.

Layout: one TSV with a header per list, as the pQTLdata package has them from the documents of the manufacturers, whole lists
of all proteins; the documents themselves are spreadsheets. A list has its own names of the columns, which are brought to those of
`COLUMNS` here. An assay of a complex names several accessions, separated by ``_``, ``,``, ``|`` or a line break within a quoted
cell; blanks, also no-break ones, stand at odd places. Where the manufacturer gives no accession (``NTproBNP``, controls) there is
none. An accession may name an isoform, ``O43521-2``. Target 96 names all panels of an assay in one cell, ``INF, IMO``. The
list that pQTLdata calls qPCR is another list of the Target 96 panels, older in its names, with coordinates of the gene; where an
assay is of a complex, a further row without panel and assay has those of one of its chains. Only Explore HT and SomaScan have
ids of the assays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import Field, matching, optional, text
from ilkit.build.readers.identifiers import UNIPROT
from ilkit.build.readers.source import Source

SOURCES = ("proteomics_panels",)

COLUMNS = ("assay_id", "assay", "accessions", "panel")


def _accessions(cell: str) -> tuple[str, ...]:
    """Return the accessions of a cell, without isoforms; a name in place of an accession counts as none."""
    parts = [part for part in re.split(r"[\s_,|]+", cell.strip()) if part]
    found = [re.fullmatch(rf"({UNIPROT})(?:-\d+)?", part) for part in parts]
    if any(match is None for match in found) and cell.strip() not in WITHOUT_ACCESSION:
        raise ValueError
    return tuple(dict.fromkeys(match[1] for match in found if match is not None))


WITHOUT_ACCESSION = ("NTproBNP", "NT-proBNP")
ACCESSIONS = Field(_accessions, "accessions, or the name of an assay without any", "object")


@dataclass(frozen=True)
class Layout:
    """The file of a list, and its column for each of ours, with what it may hold."""

    pattern: str
    columns: dict[str, tuple[str, Field]]


OLINK_ID = matching(r"OID\d{5}", "an Olink id such as OID43856")
SEQ_ID = matching(r"\d+-\d+", "a SeqId such as 2573-20")

LAYOUTS = {
    "Olink Explore HT": Layout(
        "olink_explore_ht.tsv*",
        {"assay_id": ("Olink.ID", OLINK_ID), "assay": ("Gene.name", text), "accessions": ("UniProt.ID", ACCESSIONS)},
    ),
    "Olink Explore 3072": Layout(
        "olink_explore_3072.tsv*",
        {"assay": ("Gene.name", text), "accessions": ("UniProt.ID", ACCESSIONS), "panel": ("Explore.384.panel", text)},
    ),
    "Olink Explore 1536": Layout(
        "olink_explore_1536.tsv*",
        {"assay": ("Assay", text), "accessions": ("UniProt", ACCESSIONS), "panel": ("Panel", text)},
    ),
    "Olink Target 96": Layout(
        "olink_target_96.tsv*",
        {"assay": ("Protein", text), "accessions": ("UniProt", ACCESSIONS), "panel": ("Panel", text)},
    ),
    "Olink Target 96 qPCR": Layout(
        "olink_target_96_qpcr.tsv*",
        {"assay": ("Target", optional(text)), "accessions": ("UniProt", ACCESSIONS), "panel": ("Panel", optional(text))},
    ),
    "SomaScan 11k": Layout(
        "somascan_11k.tsv*",
        {"assay_id": ("Sequence.ID", SEQ_ID), "assay": ("Target.Name", text), "accessions": ("UniProt.ID", ACCESSIONS)},
    ),
    "SomaScan 7k": Layout(
        "somascan_v4.1_7k.tsv*",
        {"assay_id": ("SeqID", SEQ_ID), "assay": ("Human.Target.or.Analyte", text), "accessions": ("UniProt.ID", ACCESSIONS)},
    ),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return the list of each platform by its name: one row per assay, accessions as a tuple."""
    return {platform: _list(source, layout) for platform, layout in LAYOUTS.items()}


def _list(source: Source, layout: Layout) -> pd.DataFrame:
    rows = read_delimited(source.file(layout.pattern), dict(layout.columns.values()))
    rows = rows.rename(columns={theirs: ours for ours, (theirs, _) in layout.columns.items()})
    return rows.reindex(columns=[name for name in COLUMNS if name in rows])
