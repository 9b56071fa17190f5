"""ClinGen gene–disease validity of 2025, joined to transcripts and to upper Mondo classes.

Layout: a TSV with a header. Every curation is repeated for each transcript of the gene and each ancestor of the
disease; Mondo ids are written with ``_`` in place of ``:`` and positions as decimal numbers. ``case/control`` belongs to
the study that made the file.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.clingen_2023 import CLASSIFICATIONS
from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import integer, matching, one_of, optional, positive, text
from ilkit.build.readers.identifiers import ENSEMBL_GENE, HGNC
from ilkit.build.readers.source import Source

SOURCES = ("clingen_2025_formatted",)

MONDO = matching(r"MONDO_\d{7}", "a Mondo id such as MONDO_0010315")
POSITION = optional(positive)

COLUMNS = {
    "gene_name": text,
    "hgnc_id": HGNC,
    "disease_label": text,
    "mondo_disease_id": MONDO,
    "classification": one_of(*CLASSIFICATIONS),
    "chromosome": optional(matching(r"\d{1,2}|X|Y|MT", "a chromosome such as 22")),
    "start": POSITION,
    "end": POSITION,
    "strand": optional(one_of("+", "-")),
    "gene_id": optional(ENSEMBL_GENE),
    "transcript_id": optional(matching(r"ENST\d{11}", "an Ensembl transcript id such as ENST00000403662")),
    "protein_id": optional(matching(r"ENSP\d{11}", "an Ensembl protein id such as ENSP00000384053")),
    "uniprot_id": optional(text),
    "entrez_id": optional(integer),
    "mondo_ancestor_id": optional(MONDO),
    "ancestor_label": optional(text),
    "case/control": optional(one_of("case", "control")),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``validity``: one row per curation, transcript and ancestor."""
    return {"validity": read_delimited(source.file("clingen.formatted*.t[sx][vt]*"), COLUMNS)}
