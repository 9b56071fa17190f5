"""WikiPathways edges: what is drawn to act on what.

Upstream layout: GPML, one XML file per pathway; the file read here lists the interactions of some pathways, one row per edge. Ends
are the labels of nodes, ``GROUP:A+B`` for a group, ``ANCHOR`` where the edge ends on another edge, or empty where it ends on
nothing. The label of a node may begin or end with blanks. ``arrow`` is the kind of the edge's head, empty for a plain line.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import matching, optional, text
from ilkit.build.readers.source import Source
from ilkit.build.readers.wikipathways import PATHWAY

SOURCES = ("wikipathways_il",)

ARROW = r"(mim-[a-z-]+|[Aa]rrow|TBar)(\|(mim-[a-z-]+|[Aa]rrow|TBar))*"
COLUMNS = {
    "wpid": PATHWAY,
    "source": optional(text),
    "target": optional(text),
    "arrow": optional(matching(ARROW, "an arrow such as mim-binding")),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``edges``: one row per edge."""
    return {"edges": read_delimited(source.file("interactions*.tsv*"), COLUMNS, quoted=False)}
