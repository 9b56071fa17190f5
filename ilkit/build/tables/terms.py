"""GO terms in use, and their ancestors."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import finish
from ilkit.schemas.terms import Terms


def build(
    referrers_of_terms: dict[str, pd.DataFrame],
    go_vocabulary: pd.DataFrame,
    go_basic_2024: dict[str, pd.DataFrame],
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `terms`."""
    basic = go_basic_2024["terms"]
    used = set(pd.concat([frame["term_id"] for frame in referrers_of_terms.values()]))
    above = basic.loc[basic["id"].isin(used), "ancestors"].explode().dropna()
    wanted = basic["id"].isin(used | set(above))
    ledger.look_up("terms", "go_basic_2024", basic, "terms", wanted, "no annotation kept here uses the term or one below it")
    frame = go_vocabulary[go_vocabulary.index.isin(used | set(above))]
    return finish(frame.reset_index(), Terms)
