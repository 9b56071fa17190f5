"""GOA human of 2025: which protein has which GO term, without evidence or reference.

Layout: per namespace a JSON object {accession: [GO ids]}, and a TSV of the accessions.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pandas as pd

from ilkit.build.readers.delimited import fault, read_delimited, read_text
from ilkit.build.readers.fields import integer, text
from ilkit.build.readers.source import Source
from ilkit.build.readers.uniprot_reviewed import ACCESSION

SOURCES = ("goa_human_2025",)
NAMESPACES = ("BP", "MF", "CC")
COLUMNS = {"uniprot": ACCESSION, "gene_id": integer, "symbol": text}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``pairs`` (accession, go_id, namespace) and ``accessions``."""
    rows = [row for namespace in NAMESPACES for row in _pairs(source.file(f"associations_{namespace}.json"), namespace)]
    pairs = pd.DataFrame(rows, columns=["accession", "go_id", "namespace"])
    return {"pairs": pairs, "accessions": read_delimited(source.file("uniprot_to_gene.tsv"), COLUMNS)}


def _pairs(path: Path, namespace: str) -> list[tuple[str, str, str]]:
    text = read_text(path)
    try:
        content = json.loads(text)
    except json.JSONDecodeError as broken:
        raise fault(path, "JSON", broken.lineno, got=broken.msg) from broken
    if not isinstance(content, dict) or not all(isinstance(terms, list) for terms in content.values()):
        raise fault(path, "an object of lists of GO ids", 1, got=type(content).__name__)
    lines = text.splitlines()
    rows = []
    for accession, terms in content.items():
        for term in terms:
            if not isinstance(term, str) or not re.fullmatch(r"GO:\d{7}", term):
                line = next((number for number, line in enumerate(lines, 1) if str(term) in line), None)
                raise fault(path, "a GO id such as GO:0006955", line, accession, term)
            rows.append((accession, term, namespace))
    return rows
