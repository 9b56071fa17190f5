"""Gene–disease links of all kinds of evidence, on one scale per kind."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.disease_scope import NO_DISEASE, Scope
from ilkit.build.tables.provenance import curie, finish
from ilkit.schemas.disease_associations import DiseaseAssociations

GENOME_WIDE = 7.301
FDR_OF_5_PERCENT = 1.301
KEY = ["hgnc_id", "disease_id", "evidence", "source_id", "reference"]


def build(
    genes: pd.DataFrame,
    variants: pd.DataFrame,
    disease_mapping: pd.DataFrame,
    mendelian_rows: pd.DataFrame,
    protein_mr_rows: pd.DataFrame,
    opentargets_autoimmune_2025: dict[str, pd.DataFrame],
    jensen_diseases_2024_10: dict[str, pd.DataFrame],
    jensen_diseases_2024: dict[str, pd.DataFrame],
    curated_disease_scores: pd.DataFrame,
    all_sources: dict[str, dict[str, Any]],
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `disease_associations`."""
    scope = Scope(genes, disease_mapping, ledger)
    frame = pd.concat(
        [
            mendelian_rows,
            from_open_targets(opentargets_autoimmune_2025["associations"], scope),
            from_knowledge(jensen_diseases_2024_10["knowledge"], jensen_diseases_2024["knowledge"], scope),
            from_experiments(jensen_diseases_2024["experiments"], scope),
            from_variants(variants),
            protein_mr_rows,
        ],
        ignore_index=True,
    )
    frame = with_scores(frame, curated_disease_scores)
    dates = {source_id: release_date(facts["version"]) for source_id, facts in all_sources.items()}
    symbols = genes.set_index("hgnc_id")["symbol"]
    names = disease_mapping.drop_duplicates("disease_id").set_index("disease_id")["disease_name"]
    frame = frame.assign(
        as_of=frame["as_of"].fillna(frame["source_id"].map(dates)),
        symbol=frame["hgnc_id"].map(symbols),
        disease_name=frame["disease_id"].map(names),
    )
    strongest = frame.sort_values("score", ascending=False, kind="stable").drop_duplicates(KEY)
    return finish(strongest, DiseaseAssociations)


def from_open_targets(rows: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    """Return the newest pull; the older one had a higher threshold and fewer diseases."""
    by_ensembl = scope.genes.dropna(subset=["ensembl_gene_id"]).set_index("ensembl_gene_id")["hgnc_id"]
    rows = rows.assign(hgnc_id=rows["gene_id"].map(by_ensembl), upstream_id=curie(rows["disease_efo"]))
    selection = scope.select("opentargets_autoimmune_2025", "associations", rows)
    selection.drop(
        selection.rows["pull"] != rows["pull"].max(), "the newer pull stands for it, with a lower threshold and more diseases"
    )
    selection.drop(selection.rows["disease_id"].isna(), NO_DISEASE)
    kept = selection.rows
    return kept.assign(
        evidence="genetic_association",
        gene_mapping="by_locus_to_gene",
        raw_kind="genetic_score",
        raw_value=kept["genetic_evidence_score"].map("{:.6g}".format),
        as_of=kept["pull"],
        reference=None,
        n_variants=None,
    )


def from_knowledge(newer: pd.DataFrame, older: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    """Return the knowledge channel of DISEASES without links that only repeat a keyword of the protein."""
    frames = []
    for source_id, rows in (("jensen_diseases_2024-10", newer), ("jensen_diseases_2024", older)):
        rows = rows.assign(hgnc_id=scope.by_symbol(rows["gene_name"]), upstream_id=rows["disease_id"])
        selection = scope.select(source_id, "knowledge", rows)
        if source_id == "jensen_diseases_2024":
            pairs = pd.MultiIndex.from_frame(newer[["gene_name", "disease_id", "source_db"]])
            own = pd.MultiIndex.from_frame(selection.rows[["gene_name", "upstream_id", "source_db"]])
            selection.drop(pd.Series(own.isin(pairs), index=selection.rows.index), "the newer file of 2024-10 has the same row")
        selection.drop(selection.rows["disease_id"].isna(), NO_DISEASE)
        frames.append(selection.rows.assign(evidence="curated_knowledge", gene_mapping="asserted"))
    return _stars(pd.concat(frames))


def from_experiments(rows: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    """Return the experiments channel of DISEASES: GWAS results that TIGA sums up per gene."""
    rows = rows.assign(hgnc_id=scope.by_symbol(rows["gene_name"]), upstream_id=rows["disease_id"])
    selection = scope.select("jensen_diseases_2024", "experiments", rows)
    selection.drop(selection.rows["disease_id"].isna(), NO_DISEASE)
    return _stars(selection.rows.assign(evidence="gwas", gene_mapping="by_position"))


def _stars(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(
        raw_kind="stars", raw_value=rows["confidence"].map("{:g}".format), as_of=None, reference=None, n_variants=None
    )


def from_variants(variants: pd.DataFrame) -> pd.DataFrame:
    """Return one row per gene, disease and study: its strongest variant with the source of that, and how many variants there are.

    A variant whose source names the gene comes before one that needs another study to name it, however strong that is.
    """
    study = ["hgnc_id", "disease_id", "reference"]
    known = variants.dropna(subset=["disease_id", "neg_log10_p"])
    known = known.assign(borrowed=known["gene_mapping"] == "by_known_variant")
    known = known.sort_values(["borrowed", "neg_log10_p"], ascending=[True, False], kind="stable")
    counts = known.groupby(study)["rsid"].nunique().rename("n_variants")
    first = known.drop_duplicates(study).join(counts, on=study)
    return first[[*study, "source_id", "n_variants"]].assign(
        evidence="gwas",
        gene_mapping=first["borrowed"].map({True: "by_known_variant", False: "by_position"}),
        raw_kind="neg_log10_p",
        raw_value=first["neg_log10_p"].map("{:.4g}".format),
        as_of=None,
    )


def with_scores(frame: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """Add score and confidence by the curated rules: a class by its row, a number by the highest threshold that it reaches."""
    classes = {(kind, value): (score, confidence) for kind, value, score, confidence in _class_rules(rules)}
    steps = rules.dropna(subset=["minimum"]).sort_values("minimum", ascending=False)
    scores: list[float] = []
    confidences: list[str] = []
    for kind, raw in zip(frame["raw_kind"], frame["raw_value"], strict=True):
        rule = classes.get((kind, raw)) or classes.get((kind, "*"))
        if rule is not None:
            scores.append(rule[0])
            confidences.append(rule[1])
            continue
        value = float(raw)
        reached = steps[(steps["raw_kind"] == kind) & (steps["minimum"] <= value)]
        scores.append(SCALES[kind](value))
        confidences.append(reached["confidence"].iloc[0])
    return frame.assign(score=scores, confidence=confidences)


def _class_rules(rules: pd.DataFrame) -> list[tuple[str, str, float, str]]:
    own = rules.dropna(subset=["raw_value"])
    return list(zip(own["raw_kind"], own["raw_value"], own["score"], own["confidence"], strict=True))


SCALES = {
    "stars": lambda value: round(value / 5, 6),
    "genetic_score": lambda value: round(value, 6),
    "neg_log10_p": lambda value: round(value / (value + GENOME_WIDE), 6),
    "neg_log10_fdr": lambda value: round(value / (value + FDR_OF_5_PERCENT), 6),
}


def release_date(version: str) -> str | None:
    """Return the first ISO date, month or year in the version of a source.

    >>> release_date("downloaded about 2025-12"), release_date("r2020-03-08, of 2020-03-17"), release_date("v3")
    ('2025-12', '2020-03-08', None)
    """
    found = re.search(r"\br?((?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?)\b", version)
    return found[1] if found else None
