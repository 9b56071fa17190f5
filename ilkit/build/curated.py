"""The project's own editorial decisions: `data/curated/*.csv`; an empty cell is null, and all are texts but those of `FIELDS`."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path
from typing import Any

import pandas as pd

from ilkit.build.readers.delimited import fault, read_delimited, read_text
from ilkit.build.readers.fields import either, integer, number, optional, text
from ilkit.errors import SourceFormatError

SOURCE_ID = "ilkit_curated"
UNIQUE = {"releases": "version"}
FIELDS = {
    **dict.fromkeys(["produces", "context_verified", "signals"], either("true", "false")),
    **dict.fromkeys(["copies", "first_described_year", "rank"], integer),
    **dict.fromkeys(["minimum", "score", "threshold"], number),
}
"""What a cell holds in columns of these names, in whatever file."""


def read_curated(folder: Path) -> dict[str, pd.DataFrame]:
    """Return every curated CSV by its file name without ending."""
    paths = sorted(folder.glob("*.csv"))
    if not paths:
        raise SourceFormatError(f"No curated tables in {folder.name}/: expected *.csv. Build from a checkout of the project.")
    return {path.stem: _read(path) for path in paths}


def _read(path: Path) -> pd.DataFrame:
    header = next(csv.reader(io.StringIO(read_text(path))), [])
    if "reason" not in header:
        raise fault(path, "a column named 'reason': each curated row says why it is there", line=1, got=header)
    columns = {name: optional(FIELDS.get(name, text)) for name in header}
    return read_delimited(path, columns, separator=",", unique=UNIQUE.get(path.stem))


def describe_curated(folder: Path) -> dict[str, Any]:
    """Return the facts that stand for the curated tables among the sources."""
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.csv"))}
    return {
        "title": "Curated decisions of the ilkit project",
        "homepage": None,
        "upstream_url": None,
        "licence": "CC-BY-4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "version": "as of this dataset version",
        "citation": "The ilkit authors. ilkit: reference tables of human interleukins.",
        "share_alike": False,
        "filtered": False,
        "sha256": hashes,
    }
