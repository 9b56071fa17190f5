"""GO terms in use, and their ancestors."""

from __future__ import annotations

import pandas as pd

from ilkit.build.tables.provenance import finish
from ilkit.schemas.terms import Terms


def build(functions: pd.DataFrame, go_vocabulary: pd.DataFrame, go_basic_2024: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Build `terms`."""
    basic = go_basic_2024["terms"]
    used = set(functions["term_id"])
    above = basic.loc[basic["id"].isin(used), "ancestors"].explode().dropna()
    frame = go_vocabulary[go_vocabulary.index.isin(used | set(above))]
    return finish(frame.reset_index(), Terms)
