"""The is_a hierarchy of the GO terms, with distances."""

from __future__ import annotations

import pandas as pd

from ilkit.build.tables.hierarchy import ancestors
from ilkit.build.tables.provenance import finish
from ilkit.schemas.term_ancestors import TermAncestors


def build(terms: pd.DataFrame, go_basic_2024: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Build `term_ancestors`."""
    basic = go_basic_2024["terms"]
    parents = dict(zip(basic["id"], map(list, basic["parents"]), strict=True))
    names = terms.set_index("term_id")["term_name"]
    rows = [
        (term, ancestor, distance)
        for term in terms["term_id"]
        for ancestor, distance in ancestors(term, lambda node: parents.get(node, [])).items()
    ]
    frame = pd.DataFrame(rows, columns=["term_id", "ancestor_id", "distance"])
    frame = frame.assign(
        term_name=frame["term_id"].map(names), ancestor_name=frame["ancestor_id"].map(names), source_id="go_basic_2024"
    )
    return finish(frame, TermAncestors)
