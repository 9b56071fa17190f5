"""Reactome pathway gene sets: which genes take part in which pathway.

Upstream layout: ``ReactomePathways.gmt``, no header, tab-separated lines of different length: name, stable id, then the
members. Members are gene symbols of the release's date, and also names of microbial genes, of RNA and of gene regions
(``NP``, ``18S rRNA``, ``CSF2 gene``); some of these equal the symbol of a human gene. A pathway holds the members of the
pathways below it.
"""

from __future__ import annotations

import re

import pandas as pd

from ilkit.build.readers.delimited import fault, read_text
from ilkit.build.readers.fields import is_garbled
from ilkit.build.readers.source import Source

SOURCES = ("reactome_gmt_2022",)

PATHWAY = re.compile(r"R-HSA-\d+")


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``members``: one row per pathway and member, with the line of the file that it stands on."""
    path = source.file("ReactomePathways.gmt*")
    rows: list[tuple[int, str, str, str]] = []
    for line, content in enumerate(read_text(path).splitlines(), start=1):
        cells = content.split("\t")
        if len(cells) < 3:
            raise fault(path, "a name, an id and at least one member", line, got=f"{len(cells)} columns")
        name, pathway, *members = cells
        if not name.strip():
            raise fault(path, "a name", line, "name", name)
        if not PATHWAY.fullmatch(pathway):
            raise fault(path, "a pathway id such as R-HSA-449147", line, "id", pathway)
        empty = [member for member in members if not member.strip()]
        if empty:
            raise fault(path, "members that are not empty", line, "members", empty[0])
        if is_garbled(content):
            raise fault(path, "a text that was read in its own encoding, UTF-8", line, got=name)
        rows += [(line, pathway, name.strip(), member.strip()) for member in members]
    if not rows:
        raise fault(path, "at least one pathway", got="none")
    frame = pd.DataFrame(rows, columns=["line", "pathway", "name", "member"]).set_index("line")
    return {"members": frame.astype("str")}
