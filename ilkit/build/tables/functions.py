"""GO annotations: QuickGO where a gene has a file of it, else gene2go of 2020 and the pairs of GOA 2025."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.go_vocabulary import ASPECT
from ilkit.build.tables.provenance import NOT_IN_SCOPE, among, by_accession, finish, pmid
from ilkit.schemas.functions import EVIDENCE_CLASS, Functions

PAIR = ["hgnc_id", "term_id"]
REACTION_REASON = "repeats a statement for another Reactome reaction"
OUTDONE_REASON = "electronic, and a reviewed annotation has the same gene and term"
NOT_REASON = "the qualifier is NOT: the gene does not have the function"


def build(
    genes: pd.DataFrame,
    go_vocabulary: pd.DataFrame,
    quickgo_2025_2026: dict[str, pd.DataFrame],
    ncbi_gene2go_2020: dict[str, pd.DataFrame],
    goa_human_2025: dict[str, pd.DataFrame],
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `functions`."""
    gene_of = by_accession(genes)["hgnc_id"]
    by_number = genes.dropna(subset=["ncbi_gene_id"]).astype({"ncbi_gene_id": int}).set_index("ncbi_gene_id")["hgnc_id"]
    quick = from_quickgo(quickgo_2025_2026["annotations"], gene_of, ledger)
    current = set(quick["hgnc_id"])
    pairs = goa_human_2025["pairs"].assign(hgnc_id=lambda frame: frame["accession"].map(gene_of))
    pairs = pairs.assign(term_id=pairs["go_id"])
    renewed = quickgo_2025_2026["annotations"]
    renewed = renewed.assign(hgnc_id=_gene(renewed, gene_of), term_id=renewed["GO TERM"])[PAIR]
    newest = pd.concat([renewed, pairs.loc[~pairs["hgnc_id"].isin(current), PAIR]]).dropna()
    merged = set(go_vocabulary.index[go_vocabulary["source_id"] == "ncbi_gene2go_2020"])
    older = from_gene2go(ncbi_gene2go_2020, by_number, renewed, newest, merged, ledger)
    newer = from_goa(pairs, current, older, set(go_vocabulary.index), ledger)
    frame = pd.concat([quick, older, newer], ignore_index=True)
    frame = frame.assign(
        symbol=frame["hgnc_id"].map(genes.set_index("hgnc_id")["symbol"]),
        term_name=frame["term_id"].map(go_vocabulary["term_name"]),
        evidence_class=frame["evidence"].map(EVIDENCE_CLASS),
    )
    return finish(frame, Functions)


def from_quickgo(rows: pd.DataFrame, gene_of: pd.Series, ledger: Ledger) -> pd.DataFrame:
    """Return the annotations of the genes that have a QuickGO export, each dated by the newest row of its file."""
    rows = rows.assign(
        hgnc_id=_gene(rows, gene_of),
        term_id=rows["GO TERM"],
        aspect=rows["GO ASPECT"],
        qualifier=rows["QUALIFIER"],
        evidence=rows["GO EVIDENCE CODE"],
        reference=rows["REFERENCE"],
        as_of=pd.to_datetime(rows.groupby("file")["DATE"].transform("max").astype(str), format="%Y%m%d").dt.strftime("%Y-%m-%d"),
        withdrawn=False,
        source_id="quickgo_2025_2026",
    )
    selection = ledger.select("functions", "quickgo_2025_2026", rows, "annotations")
    selection.drop(selection.rows["hgnc_id"].isna(), NOT_IN_SCOPE)
    selection.drop(selection.rows["qualifier"].str.contains("NOT"), NOT_REASON)
    statement = ["hgnc_id", "term_id", "qualifier", "evidence"]
    selection.drop(selection.rows.duplicated([*statement, "reference"]), "repeats a row with the same evidence and reference")
    reaction = selection.rows["reference"].str.startswith("Reactome:")
    selection.drop(
        reaction & selection.rows[reaction].duplicated(statement).reindex(reaction.index, fill_value=False), REACTION_REASON
    )
    selection.drop(outdone(selection.rows), OUTDONE_REASON)
    return selection.rows


def _gene(rows: pd.DataFrame, gene_of: pd.Series) -> pd.Series:
    """Return the gene of a QuickGO row; the accession may name a chain or an isoform."""
    return rows["GENE PRODUCT ID"].str.split("-").str[0].map(gene_of)


def from_gene2go(
    parts: dict[str, pd.DataFrame],
    by_number: pd.Series,
    renewed: pd.DataFrame,
    newest: pd.DataFrame,
    merged: set[str],
    ledger: Ledger,
) -> pd.DataFrame:
    """Return the annotations of 2020 that no newer file with evidence holds, one row per PubMed id.

    `renewed` are the gene-term pairs of QuickGO, `newest` all pairs of the newest file of each gene, from which
    `withdrawn` follows, `merged` the terms that only the file of 2020 knows.
    """
    kept: list[pd.DataFrame] = []
    for part, rows in parts.items():
        rows = rows.assign(
            hgnc_id=rows["GeneID"].astype(int).map(by_number),
            term_id=rows["GO_ID"],
            aspect=rows["Category"].map(ASPECT),
            qualifier=rows["Qualifier"],
            evidence=rows["Evidence"],
            as_of="2020",
            source_id="ncbi_gene2go_2020",
        )
        selection = ledger.select("functions", "ncbi_gene2go_2020", rows, part)
        selection.drop(selection.rows["hgnc_id"].isna(), NOT_IN_SCOPE)
        for other in kept:
            selection.drop(among(selection.rows, other, PAIR), "the other part of the source has the row")
        selection.drop(among(selection.rows, renewed, PAIR), "QuickGO has the gene and term with newer evidence")
        selection.drop(selection.rows["qualifier"].fillna("").str.contains("NOT"), NOT_REASON)
        selection.drop(outdone(selection.rows), OUTDONE_REASON)
        kept.append(selection.rows)
    rows = pd.concat(kept).explode("PubMed", ignore_index=True)
    rows = rows.assign(reference=pmid(rows["PubMed"]), withdrawn=withdrawn(rows, newest, merged))
    return rows.drop_duplicates(["hgnc_id", "term_id", "qualifier", "evidence", "reference"])


def withdrawn(rows: pd.DataFrame, newest: pd.DataFrame, merged: set[str]) -> pd.Series:
    """Tell which gene-term pairs the newest file of the gene does not hold.

    Null where it cannot be told: no newer file covers the gene, or the term was merged into another one since.
    """
    gone = (~among(rows, newest, PAIR)).astype("boolean")
    return gone.where(rows["hgnc_id"].isin(newest["hgnc_id"]) & ~(gone & rows["term_id"].isin(merged)))


def from_goa(pairs: pd.DataFrame, current: set[str], older: pd.DataFrame, named: set[str], ledger: Ledger) -> pd.DataFrame:
    """Return the pairs of 2025 that no file with evidence holds: what they rest on is not known."""
    rows = pairs.assign(
        aspect=pairs["namespace"].map(ASPECT),
        qualifier=None,
        evidence="unknown",
        reference=None,
        withdrawn=False,
        as_of="2025",
        source_id="goa_human_2025",
    )
    selection = ledger.select("functions", "goa_human_2025", rows, "pairs")
    selection.drop(selection.rows["hgnc_id"].isna(), NOT_IN_SCOPE)
    selection.drop(
        selection.rows["hgnc_id"].isin(current), "the gene has a QuickGO file, which holds the pair with evidence or not at all"
    )
    selection.drop(among(selection.rows, older, PAIR), "the pair stands in gene2go with evidence")
    selection.drop(~selection.rows["term_id"].isin(named), "no source read here gives the name of the term")
    return selection.rows


def outdone(rows: pd.DataFrame) -> pd.Series:
    """Tell which electronic annotations state what a reviewed one of the same gene and term states as well."""
    return (rows["evidence"] == "IEA") & among(rows, rows[rows["evidence"] != "IEA"], PAIR)
