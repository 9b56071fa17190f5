"""Mondo mapping sets: cross-references of Mondo terms to other vocabularies, in SSSOM.

Upstream layout: one TSV per mapping set, with a YAML header in lines that start with ``#``. Sets whose object
vocabulary has no labels lack the column ``object_label``, and in the others it may be empty. Every set names the
release that it belongs to in ``mapping_set_version``; all must belong to the same one. Prefixes are written as
upstream does (``mesh``, ``Orphanet``, ``icd11.foundation``). The ``hasdbxref`` sets repeat the ``exactmatch`` ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pandas as pd

from ilkit.build.readers.delimited import fault, read_delimited, read_text
from ilkit.build.readers.fields import one_of, optional, text
from ilkit.build.readers.identifiers import CURIE, MONDO
from ilkit.build.readers.source import Source

SOURCES = ("mondo_2026-08-04",)

COLUMNS = {
    "subject_id": MONDO,
    "subject_label": optional(text),
    "predicate_id": one_of(
        "skos:exactMatch", "skos:broadMatch", "skos:narrowMatch", "skos:closeMatch", "skos:relatedMatch", "oboInOwl:hasDbXref"
    ),
    "object_id": CURIE,
    "object_label": optional(text),
}

RELEASE = re.compile(r"#\s*mapping_set_version:\s*\S*/releases/(\d{4}-\d\d-\d\d)/\S*")


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``mappings``: the rows of every mapping set, with its name in ``mapping_set``."""
    paths = source.files("*.sssom.tsv*")
    _check_releases(paths)
    frames = [
        read_delimited(path, COLUMNS, comment="#", may_lack={"object_label": 5}).assign(mapping_set=path.name.split(".sssom.")[0])
        for path in paths
    ]
    mappings = pd.concat(frames)
    return {"mappings": mappings.astype({"mapping_set": "str"})}


def _check_releases(paths: list[Path]) -> None:
    first = ""
    for path in paths:
        line, release = _release(path)
        first = first or release
        if release != first:
            raise fault(path, f"the release {first}, as in {paths[0].name}", line, "mapping_set_version", release)


def _release(path: Path) -> tuple[int, str]:
    """Return the line of the header that names the release, and the release."""
    for line, comment in _comments(path):
        if comment.lstrip("# ").startswith("mapping_set_version:"):
            found = RELEASE.match(comment)
            if not found:
                raise fault(path, "an address with the date of a release", line, "mapping_set_version", comment)
            return line, found[1]
    raise fault(path, "a header line '# mapping_set_version: …'", 1, "mapping_set_version", "none")


def _comments(path: Path) -> Iterator[tuple[int, str]]:
    return takewhile(lambda numbered: numbered[1].startswith("#"), enumerate(read_text(path).splitlines(), start=1))
