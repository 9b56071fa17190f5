"""The pathways that hold a gene in scope."""

from __future__ import annotations

import pandas as pd

from ilkit.build.tables.provenance import finish
from ilkit.schemas.pathways import Pathways


def build(pathway_rows: pd.DataFrame, genes: pd.DataFrame) -> pd.DataFrame:
    """Build `pathways`."""
    rows = pathway_rows.assign(in_scope=pathway_rows["hgnc_id"].isin(genes["hgnc_id"]))
    counted = rows.groupby("pathway_id").agg(n_members=("hgnc_id", "size"), n_in_scope=("in_scope", "sum"))
    frame = rows.drop_duplicates("pathway_id").join(counted, on="pathway_id")
    return finish(frame, Pathways)
