"""UniProtKB flat files: sequence and the features of the chain, one entry per file.

Upstream layout: text, lines with a two-letter code and content from the sixth column; ``//`` ends the entry. ``AC`` has the
accession first, ``DT`` in its last line the date of the entry. A feature is ``FT   KEY   from..to``, with qualifiers on lines of
their own below it; an end may be uncertain (``<1``, ``?24``, ``?``) or lie on an isoform (``P12345-2:1..5``). ``SQ`` says how long
and heavy the sequence below it is. The comments of the entry (``CC``) and its references are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from ilkit.build.readers.delimited import fault, parsed, read_text
from ilkit.build.readers.identifiers import ACCESSION
from ilkit.build.readers.source import Source
from ilkit.build.readers.uniprot_fasta import RESIDUES

SOURCES = ("uniprot_flatfiles_2025_2026",)

ENTRIES = {"accession": "str", "entry_date": "str", "length": "Int64", "mass": "Int64", "sequence": "str"}
FEATURES = {"accession": "str", "type": "str", "begin": "Int64", "end": "Int64"}

ENTRY_DATE = re.compile(r"DT   (\d{2}-[A-Z]{3}-\d{4}), entry version \d+\.")
FEATURE = re.compile(r"FT   ([A-Z_]+) +(\S+)")
LOCATION = re.compile(r"([1-9]\d*)(?:\.\.([1-9]\d*))?")
SUMMARY = re.compile(r"SQ   SEQUENCE +(\d+) AA; +(\d+) MW; .+")


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``entries``, one row per protein, and ``features``, one row per feature.

    A feature of which an end is not known, or that lies on an isoform, has no ``begin`` and ``end``.
    """
    entries, features = [], []
    for path in source.files("*-uniprot.txt*"):
        lines = [line.rstrip() for line in read_text(path).split("\n")]
        entry = _entry(path, lines)
        entries.append(entry)
        features += _features(path, entry, lines)
    return {"entries": _frame(entries, ENTRIES), "features": _frame(features, FEATURES)}


def _frame(rows: list[dict[str, Any]], dtypes: dict[str, str]) -> pd.DataFrame:
    index = pd.Index([row["line"] for row in rows], name="line")
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], index=index, dtype=dtypes[name]) for name in dtypes})


def _entry(path: Path, lines: list[str]) -> dict[str, Any]:
    """Return the facts of the one entry in a file; the sequence has to be as long as the entry says."""
    if [line for line in lines if line][-1:] != ["//"] or lines.count("//") != 1:
        raise fault(path, "one whole entry that ends with //", len(lines), got=lines.count("//"))
    place, accession = _first(path, lines, re.compile(r"AC   (\w+);.*"), "an accession line such as 'AC   P05231;'")
    parsed(path, "AC", ACCESSION, [accession[1]], [place])
    _, dated = _first(path, lines, ENTRY_DATE, "a date such as 'DT   28-JAN-2026, entry version 230.'")
    place, summary = _first(path, lines, SUMMARY, "a line such as 'SQ   SEQUENCE   178 AA;  20517 MW;  … CRC64;'")
    sequence = "".join("".join(line.split()) for line in lines[place : lines.index("//")])
    length = int(summary[1])
    if len(sequence) != length or not RESIDUES.fullmatch(sequence):
        raise fault(path, f"a sequence of {length} amino acids", place, "SQ", f"{len(sequence)} letters")
    date = pd.to_datetime(dated[1], format="%d-%b-%Y").date().isoformat()
    return {
        "line": place,
        "accession": accession[1],
        "entry_date": date,
        "length": length,
        "mass": int(summary[2]),
        "sequence": sequence,
    }


def _first(path: Path, lines: Iterable[str], pattern: re.Pattern[str], expected: str) -> tuple[int, re.Match[str]]:
    """Return the number of the first line that matches, and the match."""
    for number, line in enumerate(lines, start=1):
        if found := pattern.fullmatch(line):
            return number, found
    raise fault(path, expected, got="none")


def _features(path: Path, entry: dict[str, Any], lines: list[str]) -> list[dict[str, Any]]:
    rows = []
    for number, line in enumerate(lines, start=1):
        if not line.startswith("FT   ") or line[5:6].isspace():
            continue
        feature = FEATURE.fullmatch(line)
        if feature is None:
            raise fault(path, "a feature such as 'FT   CHAIN           22..179'", number, "FT", line)
        known = LOCATION.fullmatch(feature[2])
        begin = int(known[1]) if known else None
        end = int(known[2] or known[1]) if known else None
        if end is not None and begin is not None and not begin <= end <= entry["length"]:
            raise fault(path, f"a feature within 1..{entry['length']}", number, "FT", feature[2])
        rows.append({"line": number, "accession": entry["accession"], "type": feature[1], "begin": begin, "end": end})
    return rows
