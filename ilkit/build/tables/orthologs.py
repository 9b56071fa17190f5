"""Orthologs in mouse and rat: pairs that HGNC, MGI or the Alliance states, with the support that HCOP counts."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.ortholog_genes import PREFIX, SPECIES, identify
from ilkit.build.tables.provenance import NOT_IN_SCOPE, among, finish
from ilkit.evidence import truth
from ilkit.schemas.orthologs import Orthologs

TAXON = {"mouse": 10090, "rat": 10116}
PAIR = ["hgnc_id", "species", "ortholog_id"]
PREDICTED_ONLY = "neither HGNC, MGI nor the Alliance has the pair: what HCOP's databases alone predict may be a paralog"


def build(
    genes: pd.DataFrame,
    hgnc: dict[str, pd.DataFrame],
    mgi_homology: dict[str, pd.DataFrame],
    mgi_rgd_entries: dict[str, pd.DataFrame],
    babelgene_hcop: dict[str, pd.DataFrame],
    ortholog_genes: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `orthologs`."""
    by_symbol = hgnc["genes"].set_index("symbol")["hgnc_id"]
    hcop = from_hcop(babelgene_hcop["hcop"], by_symbol, ortholog_genes)
    classes, report = from_classes(mgi_homology["classes"]), from_alliance_report(mgi_homology["alliance"])
    stated = {
        ("hgnc", "orthologs"): from_hgnc(hgnc["genes"]),
        ("mgi_homology", "classes"): classes,
        ("mgi_homology", "alliance"): report,
        ("babelgene_hcop", "alliance"): from_alliance(babelgene_hcop["alliance"], by_symbol, ortholog_genes, hcop),
    }
    pairs = pd.concat([rows[PAIR] for rows in stated.values()]).drop_duplicates(ignore_index=True)
    pairs = pairs.assign(relation=relation(pairs))
    pairs = pairs[pairs["hgnc_id"].isin(genes["hgnc_id"])]
    for (source_id, part), rows in stated.items():
        ledger.look_up("orthologs", source_id, rows, part, rows["hgnc_id"].isin(genes["hgnc_id"]), NOT_IN_SCOPE)
    for species, rows in mgi_rgd_entries.items():
        wanted = (PREFIX[species] + rows["ID"].astype("string")).isin(pairs["ortholog_id"])
        ledger.look_up("orthologs", "mgi_rgd_entries", rows, species, wanted, "the gene is no ortholog of a gene in scope")
    frame = pairs.merge(supported(hcop, pairs, set(genes["hgnc_id"]), ledger), on=PAIR, how="left")
    frame = frame.assign(
        symbol=frame["hgnc_id"].map(genes.set_index("hgnc_id")["symbol"]),
        taxon_id=frame["species"].map(TAXON),
        in_hgnc=among(frame, stated["hgnc", "orthologs"], PAIR).astype("boolean"),
        in_mgi=where_read(frame, pd.concat([classes, report])),
        in_alliance=where_read(frame, stated["babelgene_hcop", "alliance"]),
        reference=None,
    )
    return finish(with_ids(with_evidence(frame), ortholog_genes, hcop), Orthologs)


def supported(hcop: pd.DataFrame, pairs: pd.DataFrame, scope: set[str], ledger: Ledger) -> pd.DataFrame:
    """Return for the pairs that HCOP has as well how many of its databases do."""
    selection = ledger.select("orthologs", "babelgene_hcop", hcop, "hcop")
    selection.drop(~selection.rows["hgnc_id"].isin(scope), NOT_IN_SCOPE)
    selection.drop(~among(selection.rows, pairs, PAIR), PREDICTED_ONLY)
    selection.drop(selection.rows.duplicated(PAIR), "another row has the pair with more databases")
    return selection.rows.rename(columns={"support_n": "n_hcop"})[[*PAIR, "n_hcop"]]


def with_evidence(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs with evidence, and the source that stands for it: HGNC where it lists the pair, else MGI, else babelgene."""
    curated, in_mgi = frame["in_hgnc"].astype(bool), truth(frame["in_mgi"])
    other = in_mgi.map({True: "mgi_homology", False: "babelgene_hcop"})
    return frame.assign(evidence=curated.map({True: "curated", False: "predicted"}), source_id=other.mask(curated, "hgnc"))


def from_hgnc(genes: pd.DataFrame) -> pd.DataFrame:
    """Return the counterparts that HGNC lists for all human genes."""
    parts = [
        genes[["hgnc_id"]].assign(species=species, ortholog_id=genes[column]).explode("ortholog_id")
        for species, column in (("mouse", "mgd_id"), ("rat", "rgd_id"))
    ]
    return pd.concat(parts).dropna().drop_duplicates()


def from_classes(classes: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs of a human and a mouse gene in one homology class of MGI."""
    human = classes.dropna(subset=["HGNC ID"])[["DB Class Key", "HGNC ID"]]
    mouse = classes.dropna(subset=["Mouse MGI ID"])[["DB Class Key", "Mouse MGI ID"]]
    pairs = human.merge(mouse, on="DB Class Key").assign(species="mouse")
    return pairs.rename(columns={"HGNC ID": "hgnc_id", "Mouse MGI ID": "ortholog_id"})[PAIR].drop_duplicates()


def from_alliance_report(report: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs of MGI's report on the homology calls of HGNC and the Alliance."""
    pairs = pd.DataFrame({"hgnc_id": report["HGNC ID"], "species": "mouse", "ortholog_id": report["MGI Accession ID"]})
    return pairs.explode("hgnc_id").dropna()


def from_alliance(rows: pd.DataFrame, by_symbol: pd.Series, known: pd.DataFrame, hcop: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs of the Alliance; its symbols of 2022 are those of HCOP where they have changed since."""
    rows = rows.assign(
        hgnc_id=rows["human_symbol"].map(by_symbol), species=rows["species_name"].map(SPECIES), symbol=rows["species_symbol"]
    )
    former = hcop[["species", "symbol", "ortholog_id"]].dropna()
    return rows.assign(ortholog_id=identify(rows, pd.concat([known, former]))).dropna(subset=PAIR)


def from_hcop(rows: pd.DataFrame, by_symbol: pd.Series, known: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs of HCOP, those with most databases first; symbols of both species may have changed since."""
    rows = rows.assign(
        hgnc_id=rows["human_symbol"].map(by_symbol),
        species=rows["taxon_id"].map(SPECIES),
        ncbi_gene_id=rows["entrez"],
        ensembl_gene_id=rows["ensembl"],
    )
    rows = rows.assign(ortholog_id=identify(rows, known))
    return rows.sort_values("support_n", ascending=False, kind="stable")


def relation(pairs: pd.DataFrame) -> pd.Series:
    """Return how many genes stand on the human and on the other side of each pair."""
    orthologs = pairs.groupby(["hgnc_id", "species"])["ortholog_id"].transform("nunique")
    humans = pairs.groupby(["species", "ortholog_id"])["hgnc_id"].transform("nunique")
    return (humans > 1).map({True: "many", False: "one"}) + "_to_" + (orthologs > 1).map({True: "many", False: "one"})


def where_read(rows: pd.DataFrame, others: pd.DataFrame) -> pd.Series:
    """Tell which pairs `others` has; null for a gene and species of which it has no pair at all."""
    return among(rows, others, PAIR).astype("boolean").where(among(rows, others, PAIR[:2]))


def with_ids(frame: pd.DataFrame, known: pd.DataFrame, hcop: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs with symbol and ids of the ortholog; ids of HCOP where MGI and RGD give none or several."""
    grouped, former = known.groupby("ortholog_id"), hcop.groupby("ortholog_id")
    ensembl = grouped["ensembl_gene_id"].first().where(grouped["ensembl_gene_id"].nunique() == 1)
    gene = frame["ortholog_id"]
    return frame.assign(
        ortholog_symbol=gene.map(grouped["symbol"].first()),
        ncbi_gene_id=gene.map(grouped["ncbi_gene_id"].first()).fillna(gene.map(former["entrez"].first())),
        ensembl_gene_id=gene.map(ensembl).astype("object").fillna(gene.map(former["ensembl"].first()).astype("object")),
    )
