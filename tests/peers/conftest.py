"""Cells made so that monocytes send IL-6, IL-12 and IL-8, and T cells have the receptors of the first two."""

import numpy as np
import pandas as pd
import pytest

INSTALL = "is not installed: in an environment of its own, pip install 'ilkit[peers]'"
SENT = ["IL6", "IL12A", "IL12B", "CXCL8"]
RECEIVED = ["IL6R", "IL6ST", "IL12RB1", "IL12RB2"]
OTHERS = ["IL2", "IL2RA", "IL2RB", "IL2RG", "CXCR1", "CXCR2", "GAPDH"]


@pytest.fixture
def cells():
    """Return counts of 60 cells as AnnData, with their type as ``cell``."""
    anndata = pytest.importorskip("anndata", reason=f"anndata {INSTALL}")
    genes, kinds = [*SENT, *RECEIVED, *OTHERS], np.repeat(["monocyte", "T cell"], 30)
    counts = pd.DataFrame(np.random.default_rng(0).poisson(1.0, (60, len(genes))), columns=genes)
    counts.loc[kinds == "monocyte", SENT] += 8
    counts.loc[kinds == "T cell", RECEIVED] += 8
    observed = pd.DataFrame({"cell": pd.Categorical(kinds)}, index=[f"cell{number}" for number in range(60)])
    return anndata.AnnData(np.log1p(counts.to_numpy("float32")), obs=observed, var=pd.DataFrame(index=genes))
