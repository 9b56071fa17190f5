"""MGI homology reports: which mouse genes are the counterparts of which human ones.

Upstream layout: ``HOM_MouseHumanSequence.rpt``, a TSV with a header and one row per gene of a class, mouse and human alike;
genes with the same ``DB Class Key`` are homologous. A gene with several counterparts is in several classes.
``HGNC_AllianceHomology.rpt`` has one row per mouse gene, the human genes in the last cell, separated by ``|``; each row ends
with a tab that the header lacks, and ``null`` is its null. What is read here are the rows of the interleukin genes.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import listed, matching, one_of, optional, positive, text
from ilkit.build.readers.identifiers import HGNC
from ilkit.build.readers.source import Source

SOURCES = ("mgi_homology",)

NULLS = ("", "null")
MGI = matching(r"MGI:\d+", "an MGI id such as MGI:96559")

CLASSES = {
    "DB Class Key": positive,
    "NCBI Taxon ID": one_of("9606", "10090"),
    "Symbol": text,
    "EntrezGene ID": optional(positive),
    "Mouse MGI ID": optional(MGI),
    "HGNC ID": optional(HGNC),
}
ALLIANCE_HEADER = [
    *("MGI Accession ID", "Marker Symbol", "Marker Name", "Feature Type", "EntrezGene ID"),
    *("NCBI Gene chromosome", "NCBI Gene start", "NCBI Gene end", "NCBI Gene strand"),
    *("Ensembl Gene ID", "Ensembl Gene chromosome", "Ensembl Gene start", "Ensembl Gene end", "Ensembl Gene strand"),
    *("CCDS IDs", "HGNC ID"),
]
ALLIANCE = {
    "MGI Accession ID": MGI,
    "Marker Symbol": text,
    "EntrezGene ID": optional(positive, NULLS),
    "Ensembl Gene ID": optional(matching(r"ENSMUSG\d{11}", "an Ensembl id of a mouse gene"), NULLS),
    "HGNC ID": listed("|", HGNC),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``classes``, one row per gene of a class, and ``alliance``, one row per mouse gene, human genes as a tuple."""
    classes = read_delimited(source.file("HOM_MouseHumanSequence*.rpt*"), CLASSES, quoted=False)
    alliance = read_delimited(
        source.file("HGNC_AllianceHomology*.rpt*"),
        ALLIANCE,
        header=[*ALLIANCE_HEADER, ""],
        skip=lambda row: row == ALLIANCE_HEADER,
        quoted=False,
        unique="MGI Accession ID",
    )
    return {"classes": classes, "alliance": alliance}
