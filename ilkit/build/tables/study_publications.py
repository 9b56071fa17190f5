"""Intermediate frame: journal, year and title of the association studies, as the GWAS sources give them."""

from __future__ import annotations

import pandas as pd


def build(
    gwas_catalog_2015: dict[str, pd.DataFrame],
    gwas_catalog_2020_sample: dict[str, pd.DataFrame],
    mrinstruments_gwas_catalog_2017: dict[str, pd.DataFrame],
) -> pd.DataFrame:
    """Return ``pmid``, ``year``, ``journal``, ``title``, ``source_id``: one row per study; the source without titles comes last."""
    catalogs = {"gwas_catalog_2020_sample": gwas_catalog_2020_sample, "gwas_catalog_2015": gwas_catalog_2015}
    frames = [
        pd.DataFrame(
            {
                "pmid": frame["PUBMEDID"],
                "year": frame["DATE"].str.extract(r"(\d{4})")[0].astype("Int64"),
                "journal": frame["JOURNAL"],
                "title": frame["STUDY"],
                "source_id": source_id,
            }
        )
        for source_id, frame in ((source_id, parts["associations"]) for source_id, parts in catalogs.items())
    ]
    harmonised = mrinstruments_gwas_catalog_2017["associations"]
    frames.append(
        pd.DataFrame(
            {
                "pmid": harmonised["PubmedID"],
                "year": harmonised["Year"],
                "journal": None,
                "title": None,
                "source_id": "mrinstruments_gwas_catalog_2017",
            }
        )
    )
    return pd.concat(frames).dropna(subset=["pmid"]).astype({"pmid": int}).drop_duplicates("pmid").reset_index(drop=True)
