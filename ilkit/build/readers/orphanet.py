"""Orphanet as carried by GARD: genes of rare diseases with references, the diseases, and their cross-references.

Upstream layout: three CSV files with a header; a subset of a file is a TSV with the same columns. References are
written as a bracketed list, ``[PMID:1, PMID:2]``, and synonyms of a disease are separated by ``|``. ``SourceID`` is
``ORPHA:…`` for diseases, the bare number for genes, and an id of ``XrefSource`` for cross-references. The relation of
a SNOMED CT code is the text ``NA``: none was given. Rows of genes that OMIM alone connects with a disease name OMIM ids
and have the status ``Unknown``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import Field, listed, matching, one_of, optional, positive, text
from ilkit.build.readers.identifiers import ENSEMBL_GENE, HGNC
from ilkit.build.readers.source import Source

SOURCES = ("orphanet_gard_2024",)

GARD = matching(r"GARD:\d{7}", "a GARD id such as GARD:0000848")
DISORDER = matching(r"(ORPHA|OMIM):\d+", "an Orphanet or OMIM id such as ORPHA:117")


def _pmids(cell: str) -> tuple[int, ...]:
    """Parse ``[PMID:1, PMID:2]``; an empty cell and ``[]`` hold no reference."""
    inner = re.fullmatch(r"\[(.*)\]", cell.strip() or "[]")
    if not inner:
        raise ValueError
    found = [re.fullmatch(r"PMID:(\d{1,8})", part.strip()) for part in inner[1].split(",") if part.strip()]
    if not all(found):
        raise ValueError
    return tuple(int(pmid[1]) for pmid in found if pmid)


GENE_COLUMNS = {
    "GardID": GARD,
    "DataSource": text,
    "SourceID": optional(text),
    "SourceLabelID": optional(DISORDER),
    "GeneCount": positive,
    "GeneSymbol": text,
    "GeneType": text,
    "Locus": optional(text),
    "AssociationType": optional(text),
    "AssociationStatus": optional(one_of("Assessed", "Not yet assessed", "Unknown")),
    "Reference": Field(_pmids, "a list of references such as [PMID:20622878, PMID:26015771]", "object"),
    "OMIM": optional(text),
    "Ensembl": optional(ENSEMBL_GENE),
    "SwissProt": optional(text),
    "GeneIdentifier": optional(HGNC),
}

DISEASE_COLUMNS = {
    "GardID": GARD,
    "DataSource": text,
    "SourceID": text,
    "ClassificationLevel": optional(one_of("Disorder", "Group of disorders", "Subtype of disorder")),
    "DisorderType": optional(text),
    "Name": text,
    "Synonym": listed(),
}

XREF_COLUMNS = {
    "GardID": GARD,
    "XrefSource": text,
    "SourceID": text,
    "MapRelationship": optional(one_of("Exact", "NTBT", "BTNT", "ND (not yet decided/unable to decide)"), nulls=("", "NA")),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``genes``, one row per gene and disease, ``diseases``, and ``xrefs``."""
    return {
        "genes": _read(source.file("GARD_genes*.[ct]sv*"), GENE_COLUMNS),
        "diseases": _read(source.file("GARD.csv*"), DISEASE_COLUMNS),
        "xrefs": _read(source.file("GARD_xrefs.csv*"), XREF_COLUMNS),
    }


def _read(path: Path, columns: dict[str, Field]) -> pd.DataFrame:
    return read_delimited(path, columns, separator="," if ".csv" in path.suffixes else "\t")
