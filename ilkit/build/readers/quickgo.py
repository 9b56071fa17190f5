"""QuickGO annotation exports, one TSV per protein, with evidence, reference, qualifier and date.

The files were exported on different days; the newest ``DATE`` of a file tells its state.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import integer, matching, one_of, optional, text
from ilkit.build.readers.source import Source

SOURCES = ("quickgo_2025_2026",)

COLUMNS = {
    "GENE PRODUCT DB": text,
    "GENE PRODUCT ID": matching(
        r"[A-Z0-9]{6,10}(-PRO_\d{10}|-\d+)?", "a UniProt accession, of a chain or isoform where one is named"
    ),
    "SYMBOL": text,
    "QUALIFIER": matching(r"[A-Za-z_|]+", "a qualifier such as involved_in"),
    "GO TERM": matching(r"GO:\d{7}", "a GO id such as GO:0006955"),
    "GO NAME": text,
    "GO ASPECT": one_of("biological_process", "molecular_function", "cellular_component"),
    "ECO ID": matching(r"ECO:\d{7}", "an ECO id such as ECO:0000318"),
    "GO EVIDENCE CODE": matching(r"[A-Z]{2,3}", "a GO evidence code"),
    "REFERENCE": matching(r"(PMID:\d+|GO_REF:\d{7}|DOI:\S+|Reactome:R-[A-Z]{3}-\d+)", "a reference such as PMID:12345"),
    "WITH/FROM": optional(text),
    "TAXON ID": integer,
    "ASSIGNED BY": text,
    "DATE": matching(r"\d{8}", "a date such as 20260105"),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``annotations``: one row per annotation, with the name of its ``file``."""
    parts = [read_delimited(path, COLUMNS, quoted=False).assign(file=path.name) for path in source.files("*-goa.tsv")]
    return {"annotations": pd.concat(parts)}
