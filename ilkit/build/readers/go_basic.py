"""Gene Ontology (go-basic) of 2024: names, namespaces, is_a parents and ancestors of the terms in use.

Layout: a TSV of terms with ``|``-separated parents and ancestors, and a list without header of ids that the
annotations use and the ontology lacks (merged, or newer than the file).
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import listed, matching, one_of, optional, text
from ilkit.build.readers.source import Source

SOURCES = ("go_basic_2024",)
TERM = matching(r"GO:\d{7}", "a GO id such as GO:0006955")

COLUMNS = {
    "id": TERM,
    "name": text,
    "namespace": optional(one_of("biological_process", "molecular_function", "cellular_component"), ("", "NA")),
    "obsolete": one_of("True", "False"),
    "parents": listed(item=TERM),
    "ancestors": listed(item=TERM),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``terms`` and ``missing``."""
    terms = read_delimited(source.file("go_terms_closure.tsv"), COLUMNS, quoted=False)
    missing = read_delimited(source.file("missing_terms.txt"), {"id": TERM}, header=["id"])
    return {"terms": terms.assign(obsolete=(terms["obsolete"] == "True").astype("boolean")), "missing": missing}
