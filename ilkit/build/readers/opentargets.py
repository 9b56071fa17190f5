"""Open Targets: scores of target–disease associations for immune diseases, in two pulls.

Layout: one CSV with a header per pull, the date of the pull in the file name. ``association_score`` is the overall
score over all kinds of evidence, ``genetic_evidence_score`` that of the genetic evidence alone; both lie between 0
and 1. Ids are written with ``_`` in place of ``:``.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pandas as pd

from ilkit.build.readers.delimited import fault, read_delimited
from ilkit.build.readers.fields import between, listed, matching, text
from ilkit.build.readers.identifiers import ENSEMBL_GENE
from ilkit.build.readers.source import Source

SOURCES = ("opentargets_autoimmune_2025",)

SCORE = between(0, 1)

COLUMNS = {
    "disease_efo": matching(r"[A-Za-z]+_\w+", "a disease id such as EFO_0000384"),
    "disease_name": text,
    "gene_symbol": text,
    "gene_id": ENSEMBL_GENE,
    "association_score": SCORE,
    "genetic_evidence_score": SCORE,
    "genetic_evidence_types": listed(","),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``associations``: the rows of every pull, with its date in ``pull``."""
    paths = source.files("disease_gene_associations_detailed*.csv*")
    frames = [read_delimited(path, COLUMNS, separator=",").assign(pull=_pull(path)) for path in paths]
    return {"associations": pd.concat(frames).astype({"pull": "str"})}


def _pull(path: Path) -> str:
    """Return the date in the name of the file."""
    found = re.search(r"_(\d{4}-\d\d-\d\d)\.csv", path.name)
    try:
        return date.fromisoformat(found[1] if found else "").isoformat()
    except ValueError as wrong:
        raise fault(path, "a file name that ends in the date of the pull", got=path.name) from wrong
