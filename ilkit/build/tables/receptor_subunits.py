"""The subunits of the receptors: curated, with the copies that Complex Portal counts."""

from __future__ import annotations

import pandas as pd

from ilkit.build.tables.provenance import finish
from ilkit.schemas.receptor_subunits import ReceptorSubunits


def build(
    curated_receptor_subunits: pd.DataFrame, receptors: pd.DataFrame, receptor_complexes: pd.DataFrame, genes: pd.DataFrame
) -> pd.DataFrame:
    """Build `receptor_subunits`."""
    rows = curated_receptor_subunits[["receptor_id", "hgnc_id", "role"]]
    rows = rows.merge(copies(receptor_complexes), on=["receptor_id", "hgnc_id"], how="left")
    whole = receptors.set_index("receptor_id")[["name", "source_id", "evidence", "reference"]]
    rows = rows.join(whole, on="receptor_id").rename(columns={"name": "receptor_name"})
    frame = rows.assign(
        symbol=rows["hgnc_id"].map(genes.set_index("hgnc_id")["symbol"]),
        shared=rows.duplicated("hgnc_id", keep=False),
    )
    return finish(frame, ReceptorSubunits)


def copies(complexes: pd.DataFrame) -> pd.DataFrame:
    """Return the copies of each subunit on which all complexes of the receptor agree that tell them."""
    told = complexes.dropna(subset=["copies"]).groupby(["receptor_id", "hgnc_id"])["copies"].agg(["nunique", "first"])
    return told.loc[told["nunique"] == 1, "first"].rename("copies").reset_index()
