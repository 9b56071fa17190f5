"""QuickGO annotation exports: GO annotations of one protein each, with evidence, reference, qualifier and date.

Upstream layout: a TSV with a header per protein, quotes are plain characters. A negated qualifier is prefixed with ``NOT|``.
An annotation of a mature chain or of an isoform has its id after the accession, ``Q5VWK5-PRO_0000268662``. ``WITH/FROM``
separates alternatives by ``|`` and joint entries by ``,``; it is kept as text. ``DATE`` is that of the annotation, written
``20260105``. The exports are of different days, which no file tells: the newest ``DATE`` in it is the nearest to it.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import matching, one_of, optional, positive, text
from ilkit.build.readers.identifiers import GO_EVIDENCE, GO_TERM, UNIPROT
from ilkit.build.readers.source import Source

SOURCES = ("quickgo_2025_2026",)

COLUMNS = {
    "GENE PRODUCT DB": one_of("UniProtKB"),
    "GENE PRODUCT ID": matching(
        rf"{UNIPROT}(-PRO_\d{{10}}|-\d+)?",
        "a UniProt accession such as P22301, with a chain or isoform where one is meant",
    ),
    "SYMBOL": text,
    "QUALIFIER": matching(r"(NOT\|)?[a-z_]+", "a qualifier such as involved_in"),
    "GO TERM": GO_TERM,
    "GO NAME": text,
    "GO ASPECT": one_of("biological_process", "molecular_function", "cellular_component"),
    "ECO ID": matching(r"ECO:\d{7}", "an ECO id such as ECO:0000318"),
    "GO EVIDENCE CODE": GO_EVIDENCE,
    "REFERENCE": matching(r"PMID:\d+|GO_REF:\d{7}|DOI:10\.\S+|Reactome:R-[A-Z]{3}-\d+", "a reference such as PMID:16034134"),
    "WITH/FROM": optional(text),
    "TAXON ID": positive,
    "ASSIGNED BY": text,
    "DATE": matching(r"(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])", "a date such as 20260105"),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``annotations``: the rows of every file, with its name in ``file``."""
    frames = [read_delimited(path, COLUMNS, quoted=False).assign(file=path.name) for path in source.files("*-goa.tsv*")]
    return {"annotations": pd.concat(frames).astype({"file": "str"})}
