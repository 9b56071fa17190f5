"""Gene Ontology of 2026: labels of terms, and which term regulates which.

Upstream layout: a cache of labels as a CSV, quoted where a label has a comma; and the design pattern tables ``regulation``,
``positive_regulation`` and ``negative_regulation``, which the file read here unites, with the ids as CURIEs and the table as
``relation``. The relation is asserted by that table, not by the words of the label: ``GO:0010526`` lowers and does not say
so, and many a label holds the name of a CD4-positive cell. The labels cover a part of GO only.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import one_of, text
from ilkit.build.readers.identifiers import GO_TERM
from ilkit.build.readers.source import Source

SOURCES = ("go_relations",)

LABEL_COLUMNS = {"curie": GO_TERM, "label": text}

REGULATES_COLUMNS = {
    "term_id": GO_TERM,
    "term_label": text,
    "relation": one_of("regulates", "positively_regulates", "negatively_regulates"),
    "target_id": GO_TERM,
    "target_label": text,
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``labels``, one row per term, and ``regulates``, one row per term and the term it regulates."""
    return {
        "labels": read_delimited(source.file("go_labels_*terms.csv*"), LABEL_COLUMNS, separator=","),
        "regulates": read_delimited(source.file("go_regulates_*.tsv*"), REGULATES_COLUMNS, quoted=False),
    }
