"""The hierarchy of the pathways, with names."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.hierarchy import ancestors, by_child
from ilkit.build.tables.provenance import finish
from ilkit.schemas.pathway_ancestors import PathwayAncestors

SOURCE = "reactome_v94_pathways"


def build(pathways: pd.DataFrame, reactome_v94_pathways: dict[str, pd.DataFrame], ledger: Ledger) -> pd.DataFrame:
    """Build `pathway_ancestors`."""
    names = pathways.set_index("pathway_id")["name"]
    relations = "Reactome:" + reactome_v94_pathways["relations"]
    selection = ledger.select("pathway_ancestors", SOURCE, relations, "relations")
    selection.drop(~selection.rows["part"].isin(names.index), "the part holds no gene in scope")
    selection.drop(~selection.rows["whole"].isin(names.index), "the whole has no members in the file of members")
    parents = by_child(selection.rows["part"], selection.rows["whole"])
    rows = [
        (pathway, ancestor, distance)
        for pathway in names.index
        for ancestor, distance in ancestors(pathway, lambda part: parents.get(part, [])).items()
    ]
    frame = pd.DataFrame(rows, columns=["pathway_id", "ancestor_id", "distance"])
    frame = frame.assign(
        pathway_name=frame["pathway_id"].map(names), ancestor_name=frame["ancestor_id"].map(names), source_id=SOURCE
    )
    return finish(frame, PathwayAncestors)
