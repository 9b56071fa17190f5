"""The human genes of the pathways."""

from __future__ import annotations

import pandas as pd

from ilkit.build.tables.provenance import finish
from ilkit.schemas.pathway_members import PathwayMembers


def build(pathway_rows: pd.DataFrame, genes: pd.DataFrame) -> pd.DataFrame:
    """Build `pathway_members`."""
    in_scope = pathway_rows["hgnc_id"].isin(genes["hgnc_id"])
    return finish(pathway_rows.assign(pathway_name=pathway_rows["name"], in_scope=in_scope), PathwayMembers)
