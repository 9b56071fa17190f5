"""Gene Ontology (go-basic) of 2024: names, namespaces, is_a parents and is_a ancestors of the terms that annotations use.

Upstream layout: ``go-basic.obo``. The files read here are derived from it: a TSV of terms, in which ``parents`` and
``ancestors`` are separated by ``|`` and follow is_a alone (no part_of), a term not being its own ancestor; and a list
without header of ids that annotations use and the ontology of that date lacks. Obsolete terms have neither namespace nor
parents, and a name that starts with ``obsolete``; the three roots have no parents either.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import flag, listed, one_of, optional, text
from ilkit.build.readers.identifiers import GO_TERM
from ilkit.build.readers.source import Source

SOURCES = ("go_basic_2024",)


COLUMNS = {
    "id": GO_TERM,
    "name": text,
    "namespace": optional(one_of("biological_process", "molecular_function", "cellular_component")),
    "obsolete": flag,
    "parents": listed(item=GO_TERM),
    "ancestors": listed(item=GO_TERM),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``terms``, one row per term, and ``missing``, the ids that it lacks."""
    return {
        "terms": read_delimited(source.file("go_terms_closure.tsv*"), COLUMNS, quoted=False),
        "missing": read_delimited(source.file("missing_terms.txt*"), {"id": GO_TERM}, header=["id"], ended=False),
    }
