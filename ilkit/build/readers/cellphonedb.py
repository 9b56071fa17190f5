"""CellPhoneDB: complexes with their subunits, and interactions between proteins or complexes.

Upstream layout: CSV with a header. ``complex_input.csv`` has a complex per row with up to five subunits in columns of their
own; most are accessions of UniProt. ``interaction_input.csv`` has in ``partner_a`` and ``partner_b`` the accession of a
protein or the name of a complex. ``interactors`` spells both out in symbols, ``IL10-IL10RA+IL10RB``. ``source`` mixes PubMed
ids, PDB ids, names of databases, free text and remains of a search pattern (``3dgPDB:$4``), and some PubMed ids are of
papers on something else. ``modulatory_effect`` is empty or ``Inhibitory``.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import matching, one_of, optional, text
from ilkit.build.readers.source import Source

SOURCES = ("cellphonedb_v5",)

PROTEIN = matching(r"[A-Z][A-Z0-9]{3,9}", "an accession of a protein such as P05231")

COMPLEXES = {"complex_name": text, **{f"uniprot_{place}": optional(PROTEIN) for place in range(1, 6)}}

INTERACTIONS = {
    "partner_a": text,
    "partner_b": text,
    "source": text,
    "interactors": matching(r"\S+", "two partners in symbols such as IL10-IL10RA+IL10RB"),
    "directionality": one_of("Ligand-Receptor", "Adhesion-Adhesion", "Ligand-Ligand", "Receptor-Receptor", "Gap-Gap"),
    "modulatory_effect": optional(one_of("Inhibitory")),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``complexes``, one row per complex, and ``interactions``, one row per pair of partners."""
    return {
        "complexes": read_delimited(source.file("complex_input.csv"), COMPLEXES, separator=",", unique="complex_name"),
        "interactions": read_delimited(source.file("interaction_input.csv"), INTERACTIONS, separator=","),
    }
