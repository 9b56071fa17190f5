"""ChEMBL: mechanisms and indications of drugs, and the year of their first approval, as its web service returns them.

Layout: ``chembl_mechanisms.csv`` (molecule, target, action), ``chembl_indications.csv`` (molecule, disease, highest phase of the
trials) and ``drug_approval_years.csv``, extracts of the resources ``mechanism``, ``drug_indication`` and ``molecule``.
Molecules have an id and no name: a salt has an id of its own. Rows repeat. A disease is an id of EFO or of an ontology that
EFO takes in; some rows have none. The year of first approval does not say by which agency. Targets are in `chembl_target`.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import between, integer, matching, number, optional, text
from ilkit.build.readers.identifiers import CHEMBL
from ilkit.build.readers.source import Source

SOURCES = ("chembl_api_2026",)


MECHANISMS = {
    "molecule_chembl_id": CHEMBL,
    "target_chembl_id": CHEMBL,
    "action_type": matching(r"[A-Z][A-Z -]+", "an action such as INHIBITOR"),
}
INDICATIONS = {
    "molecule_chembl_id": CHEMBL,
    "efo_id": optional(matching(r"[A-Za-z]+:\w+", "an ontology id such as EFO:0000685")),
    "efo_term": optional(text),
    "max_phase_for_ind": between(0, 4, number),
}
YEARS = {"drug_id": CHEMBL, "first_approval": between(1900, 2100, integer)}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``mechanisms``, ``indications`` and ``years``, one row per row of each file."""
    return {
        "mechanisms": read_delimited(source.file("chembl_mechanisms.csv*"), MECHANISMS, separator=","),
        "indications": read_delimited(source.file("chembl_indications.csv*"), INDICATIONS, separator=","),
        "years": read_delimited(source.file("drug_approval_years.csv*"), YEARS, separator=",", unique="drug_id"),
    }
