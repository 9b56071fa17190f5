"""Variants at genes in scope, one row per rsID, gene, trait and study.

A trait is mapped to a disease where the study is of this disease alone, not where it looks at patients only (response
to treatment, severity …) or at several diseases together.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.association_rows import NEWEST_FIRST
from ilkit.build.tables.association_rows import SOURCES as CATALOGS
from ilkit.build.tables.complete_catalog_rows import SOURCE as COMPLETE
from ilkit.build.tables.protein_qtl_rows import SOURCE as PROTEIN_QTLS
from ilkit.build.tables.provenance import finish, pmid
from ilkit.evidence import truth
from ilkit.schemas.variants import Variants

SOURCES = (*CATALOGS, COMPLETE, PROTEIN_QTLS)
NEAR = 500_000

OTHER_SUBJECT = (
    r"respon[sd]|treat|therapy|adverse|toxicity|side effect|remission|survival|mortality|severity|progression|clearance|microbiota"
    r"|sensiti[sz]ation|age (?:of|at) onset|onset \(|interaction|\bvs\b|combined|pleiotropy"
)
KEY = ["rsid", "hgnc_id", "trait", "study_id"]


def build(
    association_rows: pd.DataFrame,
    complete_catalog_rows: pd.DataFrame,
    protein_qtl_rows: pd.DataFrame,
    genes: pd.DataFrame,
    human_symbols: pd.DataFrame,
    disease_mapping: pd.DataFrame,
    efo_3_62_0: dict[str, pd.DataFrame],
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `variants`."""
    symbols = human_symbols.loc[human_symbols["hgnc_id"].isin(genes["hgnc_id"]), "hgnc_id"]
    mappings = gene_mappings(association_rows, dict(zip(symbols.index, symbols, strict=True)))
    placed = association_rows.assign(gene_mapping=pd.Series(mappings, index=association_rows.index))
    known = known_genes(placed, genes)
    rows = pd.concat(
        [placed, at_known_variants(complete_catalog_rows, known), at_known_variants(protein_qtl_rows, known)], ignore_index=True
    )
    selections = [ledger.select("variants", source_id, rows[rows["source_id"] == source_id], "at a gene") for source_id in SOURCES]
    for selection in selections:
        selection.drop(selection.rows["gene_mapping"].map(len) == 0, "the variant leads to no gene in scope")
    rows = pd.concat([selection.rows for selection in selections], ignore_index=True)
    diseases = disease_mapping["disease_id"]
    rows = rows.assign(traits=told_apart(rows))
    rows = name_traits(_explode(rows, genes), efo_3_62_0["labels"].set_index("Subject")["Object"])
    names = disease_mapping["disease_name"]
    rows = rows.assign(disease_id=rows["trait_id"].map(diseases), disease_name=rows["trait_id"].map(names))
    unsure = ~rows["ratio_stated"].astype(bool) & rows["disease_id"].isna()
    rows = rows.assign(
        odds_ratio=rows["odds_ratio"].mask(unsure),
        se=rows["se"].mask(unsure & rows["beta"].isna()),
        effect_allele_frequency=rows["effect_allele_frequency"].where(rows["effect_allele"].notna()),
        evidence=rows["source_id"].eq(PROTEIN_QTLS).map({True: "pqtl", False: "gwas"}),
        reference=pmid(rows["pmid"]).fillna(rows["study_id"]),
        elsewhere=elsewhere(rows, genes),
    )
    return finish(one_per_key(rows, ledger), Variants)


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


def known_genes(placed: pd.DataFrame, genes: pd.DataFrame) -> dict[str, list[str]]:
    """Return variant → the genes that a catalog maps it to, or that authors report and that lie within 500 kb."""
    rows = placed.explode("gene_mapping").dropna(subset=["gene_mapping"])
    rows = rows.assign(hgnc_id=rows["gene_mapping"].str[0], how=rows["gene_mapping"].str[1])
    place = rows[["hgnc_id"]].join(genes.set_index("hgnc_id")[["chromosome", "start", "end"]], on="hgnc_id")
    beside = rows["position"].between(place["start"] - NEAR, place["end"] + NEAR)
    near = rows["chromosome"].eq(place["chromosome"]) & truth(beside)
    sure = rows[near | rows["how"].isin(["mapped", "reported_and_mapped"])]
    return {str(rsid): sorted(set(found)) for rsid, found in sure.groupby("rsid")["hgnc_id"]}


def at_known_variants(rows: pd.DataFrame, known: dict[str, list[str]]) -> pd.DataFrame:
    """Add to the genes of each row, if it has any, those that another study names for its variant."""
    own = rows["gene_mapping"] if "gene_mapping" in rows else pd.Series([[]] * len(rows), index=rows.index)
    pairs = [
        [*named, *((gene, "by_known_variant") for gene in known.get(rsid, ()) if gene not in dict(named))]
        for rsid, named in zip(rows["rsid"], own, strict=True)
    ]
    return rows.assign(gene_mapping=pd.Series(pairs, index=rows.index, dtype="object"))


def told_apart(rows: pd.DataFrame) -> pd.Series:
    """Return the mapped traits of each result where they say what it is about, else none.

    They do not where there are several, since they then list all that the study looked at and one p-value belongs to
    them together, nor where the reported trait is another matter: response to treatment among patients, age of onset,
    several diseases combined. The reported trait stands in their place.
    """
    about_else = rows["reported_trait"].fillna("").str.contains(OTHER_SUBJECT, case=False).astype(bool)
    single = rows["traits"].map(len) == 1
    return rows["traits"].where(single & ~about_else, pd.Series([[]] * len(rows), index=rows.index))


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
    """Give every trait id one label: EFO's, else the newest of the sources; without an id, the label or the reported trait."""
    newest = rows.dropna(subset=["trait_id", "trait_label"])
    order = {source_id: place for place, source_id in enumerate(NEWEST_FIRST)}
    newest = newest.sort_values("source_id", key=lambda ids: ids.map(order), kind="stable")
    by_source = newest.drop_duplicates("trait_id").set_index("trait_id")["trait_label"]
    mapped = rows["trait_id"].map(labels).fillna(rows["trait_id"].map(by_source))
    trait = mapped.fillna(rows["trait_label"].where(rows["trait_id"].isna())).fillna(rows["reported_trait"])
    return rows.assign(trait=trait.str.strip(), reported_trait=rows["reported_trait"].fillna(trait).str.strip())


def elsewhere(rows: pd.DataFrame, genes: pd.DataFrame) -> pd.Series:
    """Tell which genes are on another chromosome than the variant, which only a protein QTL in trans may be."""
    own = rows["hgnc_id"].map(genes.set_index("hgnc_id")["chromosome"])
    differs = own.notna() & rows["chromosome"].notna() & (own != rows["chromosome"])
    return differs & (rows["gene_mapping"] != "measured_protein_trans")


def one_per_key(rows: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Keep for each key the row of the best source, and of that the strongest; a row without accession yields to one with."""
    rank = {source_id: place for place, source_id in enumerate(SOURCES)}
    rows = rows.assign(rank=rows["source_id"].map(rank), study=rows["pmid"].astype("string").fillna(rows["study_id"]))
    rows = rows.sort_values(["rank", "neg_log10_p"], ascending=[True, False], kind="stable")
    loose = ["rsid", "hgnc_id", "trait", "study"]
    best_of_disease = rows.groupby(["rsid", "hgnc_id", "disease_id", "study"])["rank"].transform("min")
    rows = rows.assign(
        gene_mapping=rows.groupby(loose)["gene_mapping"].transform(_together),
        best=rows.groupby(loose)["rank"].transform("min"),
        known=rows["source_id"].eq(COMPLETE) & (best_of_disease < rows["rank"]),
    )
    kept = []
    for source_id in SOURCES:
        selection = ledger.select("variants", source_id, rows[rows["source_id"] == source_id], "gene × trait")
        selection.drop(selection.rows["elsewhere"], "the gene that is reported for the variant lies on another chromosome")
        selection.drop(
            selection.rows["rank"] > selection.rows["best"], "a richer source has the same variant, gene, trait and study"
        )
        selection.drop(selection.rows["known"], "a richer source has the same variant, gene, disease and study")
        selection.drop(selection.rows.duplicated(KEY), "a weaker result for the same variant, gene, trait and study")
        kept.append(selection.rows)
    return pd.concat(kept)


def _together(how: pd.Series) -> str:
    """Return how the gene is named when sources of the same result name it in different ways."""
    places = set(how) & {"reported", "mapped", "reported_and_mapped"}
    return "reported_and_mapped" if len(places) > 1 else str(how.iloc[0])
