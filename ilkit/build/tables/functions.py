"""GO annotations: QuickGO where a gene has a file of it, else gene2go of 2020 and the pairs of GOA 2025."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.go_vocabulary import ASPECT
from ilkit.build.tables.provenance import finish
from ilkit.schemas.functions import Functions

EVIDENCE_CLASS = {
    **dict.fromkeys(("EXP", "IDA", "IPI", "IMP", "IGI", "IEP", "HTP", "HDA", "HMP", "HGI", "HEP"), "experimental"),
    **dict.fromkeys(("IBA", "IBD", "IKR", "IRD"), "phylogenetic"),
    **dict.fromkeys(("ISS", "ISO", "ISA", "ISM", "IGC", "RCA"), "computational"),
    **dict.fromkeys(("TAS", "NAS", "IC", "ND"), "statement"),
    "IEA": "electronic",
    "unknown": "unknown",
}
REACTION_REASON = "repeats a statement for another Reactome reaction"
OUTDONE_REASON = "electronic, and a publication supports the same gene and term"
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
    by_accession = genes.dropna(subset=["uniprot_id"]).set_index("uniprot_id")["hgnc_id"]
    by_number = genes.dropna(subset=["ncbi_gene_id"]).astype({"ncbi_gene_id": int}).set_index("ncbi_gene_id")["hgnc_id"]
    quick = from_quickgo(quickgo_2025_2026["annotations"], by_accession, ledger)
    current = set(quick["hgnc_id"])
    pairs = goa_human_2025["pairs"].assign(hgnc_id=lambda frame: frame["accession"].map(by_accession))
    pairs = pairs.assign(term_id=pairs["go_id"])
    older = from_gene2go(ncbi_gene2go_2020["human"], by_number, current, pairs, ledger)
    newer = from_goa(pairs, current, older, set(go_vocabulary.index), ledger)
    frame = pd.concat([quick, older, newer], ignore_index=True)
    frame = frame.assign(
        symbol=frame["hgnc_id"].map(genes.set_index("hgnc_id")["symbol"]),
        term_name=frame["term_id"].map(go_vocabulary["term_name"]),
        evidence_class=frame["evidence"].map(EVIDENCE_CLASS),
    )
    return finish(frame, Functions)


def from_quickgo(rows: pd.DataFrame, by_accession: pd.Series, ledger: Ledger) -> pd.DataFrame:
    """Return the annotations of the genes that have a QuickGO export, each dated by the newest row of its file."""
    rows = rows.assign(
        hgnc_id=rows["GENE PRODUCT ID"].str.split("-").str[0].map(by_accession),
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
    selection.drop(selection.rows["hgnc_id"].isna(), "the gene is not in scope")
    selection.drop(selection.rows["qualifier"].str.contains("NOT"), NOT_REASON)
    statement = ["hgnc_id", "term_id", "qualifier", "evidence"]
    selection.drop(selection.rows.duplicated([*statement, "reference"]), "repeats a row with the same evidence and reference")
    reaction = selection.rows["reference"].str.startswith("Reactome:")
    selection.drop(
        reaction & selection.rows[reaction].duplicated(statement).reindex(reaction.index, fill_value=False), REACTION_REASON
    )
    selection.drop(_outdone(selection.rows, selection.rows["reference"].str.startswith("PMID:")), OUTDONE_REASON)
    return selection.rows


def from_gene2go(rows: pd.DataFrame, by_number: pd.Series, current: set[str], pairs: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Return the annotations of 2020 of the other genes, one row per PubMed id; `withdrawn` follows from the pairs of 2025."""
    rows = rows.assign(
        hgnc_id=rows["GeneID"].astype(int).map(by_number),
        term_id=rows["GO_ID"],
        aspect=rows["Category"].map(ASPECT),
        qualifier=rows["Qualifier"],
        evidence=rows["Evidence"],
        as_of="2020",
        source_id="ncbi_gene2go_2020",
    )
    selection = ledger.select("functions", "ncbi_gene2go_2020", rows, "human")
    selection.drop(selection.rows["hgnc_id"].isna(), "the gene is not in scope")
    selection.drop(selection.rows["hgnc_id"].isin(current), "QuickGO has newer annotations of the gene")
    selection.drop(selection.rows["qualifier"].fillna("").str.contains("NOT"), NOT_REASON)
    selection.drop(_outdone(selection.rows, selection.rows["PubMed"].map(len) > 0), OUTDONE_REASON)
    kept = selection.rows.assign(pmid=selection.rows["PubMed"]).explode("pmid")
    numbers = kept["pmid"].astype("Int64")
    kept = kept.assign(reference=("PMID:" + numbers.astype("string")).astype("object"), withdrawn=withdrawn(kept, pairs))
    return kept.drop_duplicates(["hgnc_id", "term_id", "qualifier", "evidence", "reference"])


def withdrawn(rows: pd.DataFrame, pairs: pd.DataFrame) -> pd.Series:
    """Tell which gene-term pairs are not among those of 2025; null for genes that the newer file does not cover."""
    still = pd.MultiIndex.from_frame(pairs[["hgnc_id", "term_id"]].dropna())
    own = pd.MultiIndex.from_frame(rows[["hgnc_id", "term_id"]])
    gone = pd.Series(~own.isin(still), index=rows.index, dtype="boolean")
    return gone.where(rows["hgnc_id"].isin(pairs["hgnc_id"]))


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
    selection.drop(selection.rows["hgnc_id"].isna(), "the gene is not in scope")
    selection.drop(selection.rows["hgnc_id"].isin(current), "QuickGO has annotations of the gene with evidence")
    known = pd.MultiIndex.from_frame(older[["hgnc_id", "term_id"]])
    own = pd.MultiIndex.from_frame(selection.rows[["hgnc_id", "term_id"]])
    selection.drop(pd.Series(own.isin(known), index=selection.rows.index), "the pair stands in gene2go with evidence")
    selection.drop(~selection.rows["term_id"].isin(named), "no source read here gives the name of the term")
    return selection.rows


def _outdone(rows: pd.DataFrame, published: pd.Series) -> pd.Series:
    """Tell which electronic annotations state what a publication supports as well."""
    pairs = pd.MultiIndex.from_frame(rows[["hgnc_id", "term_id"]])
    return (rows["evidence"] == "IEA") & pairs.isin(pairs[published.astype(bool)])
