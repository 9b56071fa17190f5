"""The hierarchy of the diseases, with names."""

from __future__ import annotations

import pandas as pd

from ilkit.build.tables.provenance import finish
from ilkit.schemas.disease_ancestors import DiseaseAncestors


def build(disease_closure: pd.DataFrame, diseases: pd.DataFrame) -> pd.DataFrame:
    """Build `disease_ancestors`."""
    names = diseases.set_index("disease_id")["name"]
    frame = disease_closure.dropna(subset=["ancestor_id"])
    frame = frame.assign(disease_name=frame["disease_id"].map(names), ancestor_name=frame["ancestor_id"].map(names))
    return finish(frame, DiseaseAncestors)
