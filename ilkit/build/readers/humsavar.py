"""UniProt humsavar: missense variants of reviewed human proteins, with their class and the disease.

Upstream layout: a preamble, two header lines, a line of underscores, then one variant per line in aligned columns, and the terms of
use below a blank line or a line of dashes. The file read here is a part of it, transcribed by hand: one header line, and tabs
between the columns. Both are read: the disease, in which there are blanks, comes last. ``-`` is upstream's null. The class is
LP/P (likely pathogenic or pathogenic), LB/B (likely benign or benign) or US (uncertain significance). The disease is
``name (acronym) [MIM:number]``, or free text where a variant was found in a tumour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from ilkit.build.readers.delimited import fault, parsed, read_text
from ilkit.build.readers.fields import matching, one_of, optional, text
from ilkit.build.readers.identifiers import ACCESSION
from ilkit.build.readers.source import Source

SOURCES = ("uniprot_humsavar_2026_03",)

COLUMNS = {
    "Main gene name": optional(text, ("-",)),
    "Swiss-Prot AC": ACCESSION,
    "FTId": matching(r"VAR_\d{6,}", "a variant id such as VAR_016294"),
    "AA change": matching(r"p\.[A-Z][a-z]{2}[1-9]\d*[A-Z][a-z]{2}", "an amino acid change such as p.Leu61Val"),
    "Variant category": one_of("LP/P", "LB/B", "US"),
    "dbSNP": optional(matching(r"rs\d+", "an rsID such as rs4252250"), ("-",)),
    "Disease name": optional(text, ("-",)),
}
LAST_HEADER = re.compile(r".*gene name\s.*Disease name\s*")
RULE = re.compile(r"[_\s]+")
END = re.compile(r"\s*|-{5,}")


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``variants``: one row per variant and disease."""
    path = source.file("humsavar*")
    lines, cells = zip(*_cells(path), strict=True)
    index = pd.Index(lines, name="line")
    columns = {
        name: pd.Series(parsed(path, name, field, [row[place] for row in cells], lines), index=index, dtype=field.dtype)
        for place, (name, field) in enumerate(COLUMNS.items())
    }
    return {"variants": pd.DataFrame(columns, index=index)}


def _cells(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the cells of every variant: what stands between the header and the terms of use."""
    lines = list(enumerate(read_text(path).splitlines(), start=1))
    start = next((place for place, (_, content) in enumerate(lines, start=1) if LAST_HEADER.fullmatch(content)), None)
    if start is None:
        raise fault(path, "a header line that ends in 'Disease name'", got="none")
    if start < len(lines) and RULE.fullmatch(lines[start][1]):
        start += 1
    if start == len(lines):
        raise fault(path, "at least one variant below the header", got="none")
    for line, content in lines[start:]:
        if END.fullmatch(content):
            return
        cells = content.split(maxsplit=len(COLUMNS) - 1)
        if len(cells) != len(COLUMNS):
            raise fault(path, f"{len(COLUMNS)} columns", line, got=f"{len(cells)} columns")
        yield line, cells
