"""Intermediate frame: links of genes to inherited diseases from Orphanet, Monarch, ClinGen and the IUIS committee."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.disease_scope import NO_DISEASE, Scope
from ilkit.build.tables.provenance import among, curie, pmid
from ilkit.errors import CheckError
from ilkit.evidence import truth

IUIS_PAPER = "DOI:10.1007/s10875-022-01289-3"
LINK = ["hgnc_id", "disease_id"]
COLUMNS = [
    *LINK,
    "evidence",
    "gene_mapping",
    "raw_kind",
    "raw_value",
    "as_of",
    "source_id",
    "reference",
    "n_variants",
]


def build(
    genes: pd.DataFrame,
    disease_mapping: pd.DataFrame,
    orphanet_gard_2024: dict[str, pd.DataFrame],
    monarch_2025: dict[str, pd.DataFrame],
    clingen_2023_10_18: dict[str, pd.DataFrame],
    clingen_2025_formatted: dict[str, pd.DataFrame],
    iuis_iei_2022: dict[str, pd.DataFrame],
    curated_iuis_diseases: pd.DataFrame,
    curated_disease_scores: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Return the rows in the layout of `disease_associations`, not yet scored."""
    scope = Scope(genes, disease_mapping, ledger)
    orphanet = from_orphanet(orphanet_gard_2024["genes"], scope)
    newer = from_clingen_2025(clingen_2025_formatted["validity"], scope)
    frames = [
        orphanet,
        from_monarch(monarch_2025["associations"], orphanet, scope),
        newer,
        from_clingen_2023(clingen_2023_10_18["validity"], newer, scope),
        from_iuis(iuis_iei_2022["defects"], curated_iuis_diseases, scope),
    ]
    rows = pd.concat([frame.assign(as_of=None, gene_mapping="asserted", n_variants=None) for frame in frames], ignore_index=True)
    return rows.assign(evidence=evidence(rows, curated_disease_scores))[COLUMNS]


def evidence(rows: pd.DataFrame, rules: pd.DataFrame) -> list[str]:
    """Return the kind of evidence that the curated rules give to each class: a susceptibility factor is no cause."""
    known = rules.dropna(subset=["evidence"]).set_index(["raw_kind", "raw_value"])["evidence"].to_dict()
    pairs = [
        (kind, value if (kind, value) in known else "*") for kind, value in zip(rows["raw_kind"], rows["raw_value"], strict=True)
    ]
    strange = sorted(set(rows.loc[[pair not in known for pair in pairs], "raw_value"].astype(str)))
    if strange:
        raise CheckError(f"Classes without a score: {strange}. Give each a row in data/curated/disease_scores.csv.")
    return [known[pair] for pair in pairs]


def from_orphanet(rows: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    """Return one row per gene, disease and PubMed id."""
    rows = rows.assign(hgnc_id=rows["GeneIdentifier"], upstream_id="Orphanet:" + rows["SourceID"])
    selection = scope.select("orphanet_gard_2024", "genes", rows)
    selection.drop(selection.rows["disease_id"].isna(), NO_DISEASE)
    kept = selection.rows.explode("Reference")
    classes = kept["AssociationType"] + " | " + kept["AssociationStatus"]
    return kept.assign(raw_kind="association_type", raw_value=classes, reference=pmid(kept["Reference"]))


def from_monarch(rows: pd.DataFrame, orphanet: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    """Return the links that Monarch took from a newer Orphanet than ours; the others are Orphanet's own rows again."""
    rows = rows.assign(hgnc_id=rows["subject"], upstream_id=rows["object"])
    selection = scope.select("monarch_2025", "associations", rows)
    selection.drop(truth(selection.rows["negated"]), "the source denies the link")
    selection.drop(selection.rows["disease_id"].isna(), NO_DISEASE)
    selection.drop(among(selection.rows, orphanet, LINK), "the Orphanet file has the same link, with its type and references")
    selection.drop(selection.rows.duplicated(LINK), "repeats a row")
    links = selection.rows["predicate"].str.removeprefix("biolink:")
    return selection.rows.assign(raw_kind="association_type", raw_value=links, reference=None)


def from_clingen_2025(rows: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    """Return one row per curation; the copy repeats each for every transcript and ancestor."""
    rows = rows.assign(upstream_id=curie(rows["mondo_disease_id"]), raw_value=rows["classification"])
    selection = scope.select("clingen_2025_formatted", "validity", rows)
    key = ["hgnc_id", "mondo_disease_id", "classification"]
    selection.drop(selection.rows.duplicated(key), "repeats a curation for another transcript or ancestor")
    selection.drop(selection.rows["disease_id"].isna(), NO_DISEASE)
    return selection.rows.assign(raw_kind="classification", reference=None)


def from_clingen_2023(rows: pd.DataFrame, newer: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    """Return the curations of genes that the newer copy, which was narrowed to interleukins, does not hold."""
    rows = rows.assign(hgnc_id=rows["GENE ID (HGNC)"], upstream_id=rows["DISEASE ID (MONDO)"], raw_value=rows["CLASSIFICATION"])
    selection = scope.select("clingen_2023-10-18", "validity", rows)
    selection.drop(selection.rows["disease_id"].isna(), NO_DISEASE)
    selection.drop(among(selection.rows, newer, LINK), "the newer ClinGen copy has the same link")
    key = ["hgnc_id", "disease_id", "raw_value"]
    selection.drop(selection.rows.duplicated(key), "repeats a curation for another mode of inheritance")
    return selection.rows.assign(raw_kind="classification", reference=None)


def from_iuis(rows: pd.DataFrame, curated: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    """Return the defects of the IUIS table: the disease by its OMIM number where that is a disease, else by a curated row."""
    symbols = rows["Genetic defect"].str.extract(r"^\s*([A-Z0-9-]+)")[0]
    rows = rows.assign(
        hgnc_id=scope.by_symbol(symbols.fillna("")),
        upstream_id="OMIM:" + rows["OMIM"].astype("string").astype("object"),
        symbol=symbols,
        inheritance=rows["Inheritance"].str.strip(),
    )
    by_hand = curated.set_index(["disease", "symbol", "inheritance"])["disease_id"].dropna().to_dict()
    keys = zip(rows["Disease"].str.strip(), rows["symbol"], rows["inheritance"], strict=True)
    rows = rows.assign(named=pd.Series([by_hand.get(key) for key in keys], index=rows.index, dtype="object"))
    selection = scope.select("iuis_iei_2022", "defects", rows)
    selection.rows = selection.rows.assign(disease_id=selection.rows["disease_id"].fillna(selection.rows["named"]))
    selection.drop(selection.rows["disease_id"].isna(), NO_DISEASE)
    return selection.rows.assign(raw_kind="inheritance", raw_value=selection.rows["inheritance"], reference=IUIS_PAPER)
