"""Mouse and rat genes that the sources of orthologs name, by their ids in MGI and RGD (an intermediate frame)."""

from __future__ import annotations

import pandas as pd

SPECIES = {"10090": "mouse", "10116": "rat", "Mus musculus": "mouse", "Rattus norvegicus": "rat"}
KEYS = ("ncbi_gene_id", "symbol", "ensembl_gene_id")


def build(
    mgi_homology: dict[str, pd.DataFrame],
    mgi_rgd_entries: dict[str, pd.DataFrame],
    curated_ortholog_symbols: pd.DataFrame,
) -> pd.DataFrame:
    """Return species, ortholog_id, symbol, ncbi_gene_id and ensembl_gene_id of the genes, the best source of each first.

    A gene has a row for each source and Ensembl id.
    """
    alliance, classes = mgi_homology["alliance"], mgi_homology["classes"]
    named = {
        "ortholog_id": "MGI Accession ID",
        "symbol": "Marker Symbol",
        "ncbi_gene_id": "EntrezGene ID",
        "ensembl_gene_id": "Ensembl Gene ID",
    }
    parts = [
        _part(alliance, "mouse", named),
        _part(classes, "mouse", {"ortholog_id": "Mouse MGI ID", "symbol": "Symbol", "ncbi_gene_id": "EntrezGene ID"}),
        *(_entries(rows, species) for species, rows in mgi_rgd_entries.items()),
        curated_ortholog_symbols.rename(columns={"ortholog_symbol": "symbol"})[["species", "ortholog_id", "symbol"]],
    ]
    genes = pd.concat([part.dropna(subset=["ortholog_id"]) for part in parts], ignore_index=True)
    return genes.astype({"ncbi_gene_id": "Int64"})


def _part(rows: pd.DataFrame, species: str, columns: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame({"species": species} | {ours: rows[theirs] for ours, theirs in columns.items()})


def _entries(rows: pd.DataFrame, species: str) -> pd.DataFrame:
    prefix = {"mouse": "MGI:", "rat": "RGD:"}[species]
    ids = prefix + rows["ID"].astype("string").astype("object")
    return rows.assign(species=species, ortholog_id=ids, ensembl_gene_id=rows["ensembl"]).explode("ensembl_gene_id")[
        ["species", "ortholog_id", "symbol", "ensembl_gene_id"]
    ]


def identify(rows: pd.DataFrame, genes: pd.DataFrame) -> pd.Series:
    """Return the id of the gene that each row names: by NCBI id, else by symbol, else by Ensembl id; null where none fits.

    `rows` has ``species`` and at least one of the three.
    """
    found = pd.Series(None, index=rows.index, dtype="object")
    for key in (key for key in KEYS if key in rows):
        known = genes.dropna(subset=[key]).drop_duplicates(["species", key]).set_index(["species", key])["ortholog_id"]
        pairs = pd.MultiIndex.from_frame(rows[["species", key]])
        found = found.where(found.notna(), pd.Series(known.reindex(pairs).to_numpy(), index=rows.index, dtype="object"))
    return found
