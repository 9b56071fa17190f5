"""Variants at genes in scope, one row per rsID, gene, trait and study.

A trait is mapped to a disease where the study is of the disease, not where it looks at patients only (response to
treatment, severity …).
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.association_rows import SOURCES
from ilkit.build.tables.provenance import finish, pmid
from ilkit.schemas.variants import Variants

AMONG_PATIENTS = r"response to|treatment|therapy|adverse|toxicity|side effect|remission|survival|mortality|severity|progression"
KEY = ["rsid", "hgnc_id", "trait", "study_id"]


def build(
    association_rows: pd.DataFrame,
    genes: pd.DataFrame,
    hgnc: dict[str, pd.DataFrame],
    disease_mapping: pd.DataFrame,
    efo_3_62_0: dict[str, pd.DataFrame],
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `variants`."""
    mappings = gene_mappings(association_rows, symbols_in_scope(genes, hgnc["genes"]))
    rows = association_rows.assign(gene_mapping=pd.Series(mappings, index=association_rows.index))
    selections = [ledger.select("variants", source_id, rows[rows["source_id"] == source_id], "at a gene") for source_id in SOURCES]
    for selection in selections:
        selection.drop(selection.rows["gene_mapping"].map(len) == 0, "no gene in scope is reported for the variant or next to it")
    rows = pd.concat([selection.rows for selection in selections], ignore_index=True)
    diseases = disease_mapping["disease_id"]
    rows = rows.assign(traits=rows["traits"].map(lambda traits: told_apart(traits, diseases)))
    rows = name_traits(_explode(rows, genes), efo_3_62_0["labels"].set_index("Subject")["Object"])
    of_patients = rows["reported_trait"].fillna("").str.contains(AMONG_PATIENTS, case=False).astype(bool)
    rows = rows.assign(
        disease_id=rows["trait_id"].map(diseases).mask(of_patients),
        disease_name=rows["trait_id"].map(disease_mapping["disease_name"]).mask(of_patients),
    )
    without_unit = rows["source_id"].eq(SOURCES[0]) & rows["disease_id"].isna()
    rows = rows.assign(
        odds_ratio=rows["odds_ratio"].mask(without_unit),
        se=rows["se"].mask(without_unit & rows["beta"].isna()),
        reference=pmid(rows["pmid"]),
    )
    return finish(one_per_key(rows, ledger), Variants)


def symbols_in_scope(genes: pd.DataFrame, hgnc: pd.DataFrame) -> dict[str, str]:
    """Return symbol → gene for approved symbols, and previous ones that no other human gene has or had."""
    former = hgnc[["hgnc_id", "prev_symbol"]].explode("prev_symbol").dropna()
    approved = set(hgnc["symbol"])
    single = former[~former["prev_symbol"].duplicated(keep=False) & ~former["prev_symbol"].isin(approved)]
    known = dict(zip(single["prev_symbol"], single["hgnc_id"], strict=True)) | dict(
        zip(hgnc["symbol"], hgnc["hgnc_id"], strict=True)
    )
    scope = set(genes["hgnc_id"])
    return {symbol: gene for symbol, gene in known.items() if gene in scope}


def gene_mappings(rows: pd.DataFrame, symbols: dict[str, str]) -> list[list[tuple[str, str]]]:
    """Return for each row the genes in scope with how they were named: reported, mapped or both."""
    found = []
    for reported, mapped in zip(rows["reported_genes"], rows["mapped_genes"], strict=True):
        by_author = {symbols[name] for name in reported if name in symbols}
        by_place = {symbols[name.strip()] for name in mapped if name.strip() in symbols}
        both = by_author & by_place
        how = dict.fromkeys(by_author, "reported") | dict.fromkeys(by_place, "mapped") | dict.fromkeys(both, "reported_and_mapped")
        found.append(sorted(how.items()))
    return found


def told_apart(traits: list[tuple[str, str | None]], diseases: pd.Series) -> list[tuple[str, str | None]]:
    """Return the mapped traits of a result where they say what it is about, else none.

    Several traits say so when all are diseases (a study of asthma and eczema together). Several measurements are all
    that the study looked at, not what this variant was found for; a disease beside something else is who took part.
    """
    if len(traits) > 1 and not all(trait in diseases.index for trait, _ in traits):
        return []
    return traits


def _explode(rows: pd.DataFrame, genes: pd.DataFrame) -> pd.DataFrame:
    """Return one row per gene and mapped trait."""
    none: list[tuple[None, None]] = [(None, None)]
    rows = rows.explode("gene_mapping").assign(traits=rows["traits"].map(lambda traits: traits or none)).explode("traits")
    rows = rows.reset_index(drop=True)
    pairs = pd.DataFrame(rows["gene_mapping"].tolist(), columns=["hgnc_id", "how"])
    traits = pd.DataFrame(rows["traits"].tolist(), columns=["trait_id", "trait_label"])
    symbols = genes.set_index("hgnc_id")["symbol"]
    return rows.assign(
        hgnc_id=pairs["hgnc_id"],
        symbol=pairs["hgnc_id"].map(symbols),
        gene_mapping=pairs["how"],
        trait_id=traits["trait_id"],
        trait_label=traits["trait_label"],
    )


def name_traits(rows: pd.DataFrame, labels: pd.Series) -> pd.DataFrame:
    """Give every trait id one label: EFO's, else the newest of the sources; the reported trait where nothing is mapped."""
    newest = rows.dropna(subset=["trait_id", "trait_label"])
    newest = newest.sort_values(
        "source_id", key=lambda ids: ids.map({"gwas_catalog_2020_sample": 0, SOURCES[0]: 1, "gwas_catalog_2015": 2}), kind="stable"
    )
    by_source = newest.drop_duplicates("trait_id").set_index("trait_id")["trait_label"]
    trait = rows["trait_id"].map(labels).fillna(rows["trait_id"].map(by_source)).fillna(rows["reported_trait"])
    return rows.assign(trait=trait.str.strip())


def one_per_key(rows: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Keep for each key the row of the best source, and of that the strongest; a row without accession yields to one with."""
    rank = {source_id: place for place, source_id in enumerate(SOURCES)}
    rows = rows.assign(rank=rows["source_id"].map(rank)).sort_values(
        ["rank", "neg_log10_p"], ascending=[True, False], kind="stable"
    )
    loose = ["rsid", "hgnc_id", "trait", "pmid"]
    together = rows.groupby(loose)["gene_mapping"].transform(
        lambda how: "reported_and_mapped" if how.nunique() > 1 else how.iloc[0]
    )
    rows = rows.assign(gene_mapping=together, best=rows.groupby(loose)["rank"].transform("min"))
    kept = []
    for source_id in SOURCES:
        selection = ledger.select("variants", source_id, rows[rows["source_id"] == source_id], "gene × trait")
        selection.drop(
            selection.rows["rank"] > selection.rows["best"], "a richer source has the same variant, gene, trait and study"
        )
        selection.drop(selection.rows.duplicated(KEY), "a weaker result for the same variant, gene, trait and study")
        kept.append(selection.rows)
    return pd.concat(kept)
