"""DrugCentral, edition of 2016: protein targets of drugs with action and reference, and identifiers.

Upstream layout: ``drug_target.tsv`` has one row per drug, target and source, with the accessions of a target of several chains
joined by ``|``. ``REFERENCE`` is mostly an address: a PubMed record, a label, a record of ChEMBL (the row then repeats ChEMBL) or
of another database; some are printed citations. ``identifiers.tsv`` has one row per drug and identifier, with quotes around most
cells. Names are INN in lower case. Targets are those by which a drug works, of human and of other species.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import listed, matching, optional, positive, text
from ilkit.build.readers.identifiers import CHEMBL
from ilkit.build.readers.source import Source

SOURCES = ("drugcentral_drugtarget_2016",)

TARGETS = {
    "DRUG_ID": positive,
    "CHEMBL_ID": optional(CHEMBL),
    "DRUG_NAME": text,
    "TARGET_NAME": text,
    "UNIPROT": listed(),
    "ACTION_TYPE": optional(matching(r"[A-Z][A-Z ]+", "an action such as INHIBITOR")),
    "SOURCE": text,
    "REFERENCE": optional(text),
}
IDENTIFIERS = {"DRUG_ID": positive, "DRUG_NAME": text, "ID_TYPE": text, "IDENTIFIER": text}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``targets`` and ``identifiers``, one row per row of each file."""
    return {
        "targets": read_delimited(source.file("drug_target.tsv*"), TARGETS, quoted=False),
        "identifiers": read_delimited(source.file("identifiers.tsv*"), IDENTIFIERS),
    }
