"""DISEASES: gene–disease associations from curated knowledge and from experiments, with a confidence.

Upstream layout: one TSV per channel without a header. In the knowledge channel the evidence is ``CURATED``, in the
experiments channel the score of the source. Genes are Ensembl proteins; the confidence has at most five stars.
A copy of the source may hold either channel or both.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import between, matching, text
from ilkit.build.readers.identifiers import DOID
from ilkit.build.readers.source import Source
from ilkit.errors import SourceFormatError

SOURCES = ("jensen_diseases_2024-10", "jensen_diseases_2024")

COLUMNS = {
    "gene_id": matching(r"ENSP\d{11}", "an Ensembl protein id such as ENSP00000216223"),
    "gene_name": text,
    "disease_id": DOID,
    "disease_name": text,
    "source_db": text,
    "evidence": text,
    "confidence": between(0, 5),
}

CHANNELS = ("knowledge", "experiments")


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``knowledge`` and ``experiments``, as far as the folder has them."""
    patterns = {channel: f"human_disease_{channel}_filtered*.tsv*" for channel in CHANNELS}
    there = {channel: pattern for channel, pattern in patterns.items() if any(source.folder.glob(pattern))}
    if not there:
        raise SourceFormatError(
            f"Source {source.source_id}: expected a file {' or '.join(map(repr, patterns.values()))} in {source.folder.name}/, "
            f"found none. Get it from {source.facts['upstream_url']}."
        )
    return {
        channel: read_delimited(source.file(pattern), COLUMNS, header=list(COLUMNS), quoted=False)
        for channel, pattern in there.items()
    }
