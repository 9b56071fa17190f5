"""Orthologs of human genes in mouse and rat, as the babelgene package tabulates them: HCOP and the Alliance.

Upstream layout: two data frames of the R package, here their rows of mouse and rat and of the interleukin genes as TSV with
a header, unquoted, an empty cell for null. In the one made from HCOP a row says in ``support`` which of up to twelve databases
hold the pair, separated by ``|``, and in ``support_n`` how many; babelgene leaves out pairs of a single database. The one made
from the Alliance of Genome Resources has symbols only. The symbols of either species are of 2022.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import between, integer, listed, matching, one_of, optional, positive, text
from ilkit.build.readers.source import Source

SOURCES = ("babelgene_hcop",)

NULLS = ("", "NA")

HCOP = {
    "human_symbol": text,
    "human_entrez": positive,
    "taxon_id": one_of("10090", "10116"),
    "symbol": text,
    "entrez": optional(positive, NULLS),
    "ensembl": optional(matching(r"ENS(MUS|RNO)G\d{11}", "an Ensembl id of a mouse or rat gene"), NULLS),
    "support": listed("|"),
    "support_n": between(2, field=integer),
}
ALLIANCE = {
    "human_symbol": text,
    "species_symbol": text,
    "species_name": one_of("Mus musculus", "Rattus norvegicus"),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``hcop`` and ``alliance``: one row per pair of a human gene and a gene of mouse or rat."""
    return {
        "hcop": read_delimited(source.file("orthologs_mouse_rat*.tsv*"), HCOP, quoted=False),
        "alliance": read_delimited(source.file("agr_orthologs_mouse_rat*.tsv*"), ALLIANCE, quoted=False),
    }
