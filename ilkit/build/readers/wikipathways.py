"""WikiPathways: pathways, the genes drawn in them, and the publications that they cite.

Upstream layout: per pathway ``WP*-info.json``, ``-datanodes.tsv`` and ``-refs.tsv``; the files read here are the same records,
joined for the pathways of interest, with the pathway in ``wpid``. ``last_edited`` is written 2026-02-06 or 20220226. A node has the
label that its author typed, the identifier that its author chose, and the genes that upstream maps this identifier to,
``hgnc.symbol:A;hgnc.symbol:B``; label and identifier may disagree. Publications belong to the pathway, not to a gene. Their ids are
typed by hand: a PubMed id may end in a full stop, be missing (``NA``), or be one of PubMed Central. Descriptions are prose
and are not read.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import Field, listed, matching, one_of, text
from ilkit.build.readers.source import Source

SOURCES = ("wikipathways_2026-08",)

PATHWAY = matching(r"WP[1-9]\d*", "a pathway id such as WP127")
_compact = matching(r"(19|20)\d\d-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])", "a date such as 2026-02-06")


def _date(cell: str) -> str:
    digits = _compact.parse(cell).replace("-", "")
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


PATHWAYS = {"wpid": PATHWAY, "title": text, "last_edited": Field(_date, _compact.expected)}
NODES = {
    "wpid": PATHWAY,
    "Label": text,
    "Type": one_of("GeneProduct", "Protein"),
    "Identifier": matching(r"[a-z.]+:\S+", "an identifier such as ensembl:ENSG00000136244"),
    "HGNC": listed(";", matching(r"hgnc\.symbol:\S+", "a symbol such as hgnc.symbol:IL6")),
}
REFERENCES = {
    "wpid": PATHWAY,
    "ID": text,
    "Database": one_of("Pubmed", "DOI", "KEGG Pathway", "URL", "ISBN", "WikiPathways"),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``pathways``, ``nodes`` (one row per gene or protein drawn) and ``references`` (one per pathway and publication)."""
    return {
        "pathways": read_delimited(source.file("wikipathways_info.tsv*"), PATHWAYS, unique="wpid"),
        "nodes": read_delimited(source.file("wikipathways_datanodes.tsv*"), NODES, quoted=False, garbled={"Label": 3}),
        "references": read_delimited(source.file("wikipathways_refs.tsv*"), REFERENCES, quoted=False),
    }
