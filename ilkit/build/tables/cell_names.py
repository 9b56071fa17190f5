"""Intermediate frame: the names of the cell types in use, for the aliases."""

from __future__ import annotations

import pandas as pd

from ilkit.build.tables.axiom_rows import SOURCE
from ilkit.build.tables.provenance import CURATED

EXACT = "EXACT:"
COLUMNS = ["alias", "entity_id", "kind", "source_id"]


def build(
    cells: pd.DataFrame, cell_ontology_immune: dict[str, pd.DataFrame], curated_cell_designations: pd.DataFrame
) -> pd.DataFrame:
    """Return ``alias``, ``entity_id``, ``kind``, ``source_id``: labels, ids, exact synonyms and curated short forms."""
    terms = cell_ontology_immune["terms"].rename(columns={"cl_id": "entity_id"})
    synonyms = terms[["entity_id", "synonyms"]].explode("synonyms").dropna()
    exact = synonyms[synonyms["synonyms"].str.startswith(EXACT)]
    names = pd.concat(
        [
            terms.assign(alias=terms["label"], kind="approved", source_id=SOURCE),
            terms.assign(alias=terms["entity_id"], kind="identifier", source_id=SOURCE),
            exact.assign(alias=exact["synonyms"].str.removeprefix(EXACT), kind="alias", source_id=SOURCE),
            curated_cell_designations.assign(source_id=CURATED),
        ]
    )
    used = names[names["entity_id"].isin(cells["cell_id"])].drop_duplicates(["alias", "entity_id", "source_id"])
    return used[COLUMNS].reset_index(drop=True)
