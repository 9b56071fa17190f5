"""Cell Ontology of 2026: cell types with synonyms and is_a parents, and axioms that tie them to cytokines and receptors.

Upstream layout: ``cl-basic.obo`` and ``cl-edit.owl``. The files read here are derived from them: a TSV of all classes, and one of
the axioms whose filler is a GO term about cytokines or a protein of PR. Several parents, synonyms or PubMed ids of a cell are
separated by ``|``; a synonym has its scope before it, ``EXACT:Th17 cell``. Terms without a label are ids that were merged into
another term. Deprecated terms keep their label, with ``obsolete`` before it, and have no parents. A few classes are no cells
(parts of cells, and relations): they do not descend from CL:0000000.

Axioms: ``capable_of`` a GO process, ``RO_0002353`` (output of) one; ``has_plasma_membrane_part`` and
``lacks_plasma_membrane_part`` a protein, ``RO_0015015`` in a high and ``RO_0015016`` in a low amount. Those that lack something
say that a protein is not on the cell; none says that a cell does not make a cytokine. ``property_label`` is empty for some, so
that the id is read. ``definition_pmids`` is what the ontology cites for the definition of the cell, not for the axiom alone.
Nothing is inferred: what a cell inherits from its parents is not written down again. Some cells are those of the mouse, which
the label says.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import flag, listed, matching, one_of, optional, text
from ilkit.build.readers.source import Source

SOURCES = ("cell_ontology_immune",)

CELL = matching(r"CL:\d{7}", "a Cell Ontology id such as CL:0000084")

TERMS = {
    "cl_id": CELL,
    "label": optional(text),
    "synonyms": listed(item=matching(r"(EXACT|RELATED|BROAD|NARROW):\S.*", "a synonym with its scope such as EXACT:Th17 cell")),
    "parents": listed(item=CELL),
    "deprecated": flag,
    "replaced_by": optional(matching(r"[A-Z]+:\d+", "an id such as CL:0000084")),
}

AXIOMS = {
    "cl_id": CELL,
    "cl_label": text,
    "property": one_of("RO_0002215", "RO_0002353", "RO_0002104", "CL_4030046", "RO_0015015", "RO_0015016"),
    "filler": matching(r"GO:\d{7}|PR:\d{9}", "a GO term or a protein such as PR:000001869"),
    "filler_gene": optional(text),
    "definition_pmids": listed(item=matching(r"PMID:[1-9]\d*", "a PubMed id such as PMID:22343568")),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``terms``, one row per class, and ``axioms``, one row per cell, property and filler."""
    return {
        "terms": read_delimited(source.file("cl_terms.tsv*"), TERMS, quoted=False, unique="cl_id"),
        "axioms": read_delimited(source.file("cl_cytokine_axioms.tsv*"), AXIOMS, quoted=False),
    }
