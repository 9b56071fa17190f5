"""What columns of evidence mean for a row: whether it stands, acts on its target itself, or is established."""

from __future__ import annotations

import numpy as np
import pandas as pd

STRONG = ("experimental", "statement")
"""Classes of evidence of an annotation that rest on an experiment or on a statement of an author."""


def is_withdrawn(rows: pd.DataFrame) -> pd.Series:
    """Tell of each annotation whether its source withdrew it; where that is not known it stands."""
    return truth(rows["withdrawn"])


def standing(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the annotations that no source withdrew."""
    return rows[~is_withdrawn(rows)]


def is_contradicted(rows: pd.DataFrame) -> pd.Series:
    """Tell of each annotation whether another one says the opposite; where that is not known none does."""
    return truth(rows["contradicted"])


def is_direct(targets: pd.DataFrame) -> pd.Series:
    """Tell of each target whether the drug may act on it itself: it is not known to act on another chain of the complex."""
    return truth(targets["direct"], True)


def is_active(binding: pd.DataFrame) -> pd.Series:
    """Tell of each row whether an interleukin is established to activate the receptor."""
    return binding["il_id"].notna() & (binding["effect"] == "agonist") & (binding["status"] == "established")


def truth(values: pd.Series, otherwise: bool = False) -> pd.Series:
    """Return truth values of any dtype as plain ones, `otherwise` where one is null."""
    return pd.Series(np.where(values.isna(), otherwise, values), values.index).astype(bool)
