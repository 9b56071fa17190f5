"""Signal peptides of human Swiss-Prot proteins.

Layout: a TSV without header: accession, first and last residue, and whether the peptide is cleaved off or retained. The
proteins are those of UniProt in May 2021 or before, retired entries and endogenous retroviruses among them.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import one_of, positive
from ilkit.build.readers.identifiers import ACCESSION
from ilkit.build.readers.source import Source

SOURCES = ("uniprot_signal_peptides_2021",)

COLUMNS = {
    "accession": ACCESSION,
    "begin": positive,
    "end": positive,
    "status": one_of("cleaved", "retained"),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``peptides``: one row per protein."""
    path = source.file("signal_peptides*.tsv*")
    return {"peptides": read_delimited(path, COLUMNS, header=list(COLUMNS), quoted=False, unique="accession")}
