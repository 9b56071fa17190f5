"""Intermediate frame: results of the complete GWAS Catalog of 2020 about variants that the other GWAS sources know.

The file names no gene, so a variant that stands in no other source leads to none. It maps no trait either: a trait gets the
mapping that the newest of the other sources gives to the same words, where that is one and the same in all its studies.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.association_rows import NEWEST_FIRST, neg_log10

SOURCE = "gwas_catalog_2020-03-08_genoppi"


def build(gwas_catalog_2020_03_08_genoppi: dict[str, pd.DataFrame], association_rows: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Return the results that no other source has, in the layout of `association_rows`."""
    selection = ledger.select("variants", SOURCE, gwas_catalog_2020_03_08_genoppi["associations"], "associations")
    selection.drop(~selection.rows["SNP"].str.fullmatch(r"rs\d+"), "the variant has no single rs number")
    selection.drop(~selection.rows["SNP"].isin(association_rows["rsid"]), "no source that names genes has the variant")
    rows = selection.rows.assign(neg_log10_p=neg_log10(pd.Series(None, index=selection.rows.index), selection.rows["P.VALUE"]))
    mapped = trait_mappings(association_rows)
    rows = rows.assign(traits=rows["DISEASE.TRAIT"].str.casefold().map(lambda words: mapped.get(words, [])))
    selection.drop(is_repeated(rows, association_rows), "a source that names genes has the result: same variant, study and trait")
    selection.drop(
        is_renamed(rows.loc[selection.rows.index], association_rows),
        "a source that names genes has the result under another name: same variant, study and p-value",
    )
    rows = rows.loc[selection.rows.index]
    return pd.DataFrame(
        {
            "source_id": SOURCE,
            "pmid": rows["PUBMEDID"],
            "study_id": rows["STUDY.ACCESSION"],
            "rsid": rows["SNP"],
            "reported_trait": rows["DISEASE.TRAIT"],
            "traits": rows["traits"],
            "ratio_stated": False,
            "neg_log10_p": rows["neg_log10_p"],
        }
    ).reset_index(drop=True)


def is_repeated(rows: pd.DataFrame, others: pd.DataFrame) -> pd.Series:
    """Tell which results another source has: the same variant, study and reported trait."""
    traits = set(zip(others["pmid"], others["rsid"], others["reported_trait"].str.casefold(), strict=True))
    own = zip(rows["PUBMEDID"], rows["SNP"], rows["DISEASE.TRAIT"].str.casefold(), strict=True)
    return pd.Series([key in traits for key in own], index=rows.index)


def is_renamed(rows: pd.DataFrame, others: pd.DataFrame) -> pd.Series:
    """Tell which results another source has in other words: the same variant, study and p-value.

    Only for traits that are not mapped. Where they are, the new name may say more than the old one: what was
    "Type 1 diabetes autoantibodies" in 2015 is found to be type 1 diabetes in 2020.
    """
    values = set(zip(others["pmid"], others["rsid"], others["neg_log10_p"].round(1), strict=True))
    own = zip(rows["PUBMEDID"], rows["SNP"], rows["neg_log10_p"].round(1), strict=True)
    return pd.Series([key in values for key in own], index=rows.index) & (rows["traits"].map(len) == 0)


def trait_mappings(others: pd.DataFrame) -> dict[str, list[tuple[str, str | None]]]:
    """Return reported trait in lower case → mapped traits, where the newest source that has the words maps them one way."""
    rows = others.dropna(subset=["reported_trait"])
    rows = rows.assign(
        words=rows["reported_trait"].str.casefold(),
        age=rows["source_id"].map(NEWEST_FIRST.index),
        ids=rows["traits"].map(lambda traits: frozenset(trait for trait, _ in traits)),
    )
    newest = rows[rows["age"] == rows.groupby("words")["age"].transform("min")]
    agreed = newest[newest.groupby("words")["ids"].transform("nunique") == 1].drop_duplicates("words")
    return dict(zip(agreed["words"], agreed["traits"], strict=True))
