"""PDB chains of the proteins, from SIFTS."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import by_accession, finish
from ilkit.schemas.structures import Structures

COLUMNS = {
    "CHAIN": "pdb_chain",
    "SP_PRIMARY": "uniprot_id",
    "SP_BEG": "start",
    "SP_END": "end",
    "RES_BEG": "chain_start",
    "RES_END": "chain_end",
    "PDB_BEG": "author_start",
    "PDB_END": "author_end",
}


def build(genes: pd.DataFrame, sifts_pdb_2020: dict[str, pd.DataFrame], ledger: Ledger) -> pd.DataFrame:
    """Build `structures`."""
    proteins = by_accession(genes)
    segments = sifts_pdb_2020["segments"]
    segments = segments.assign(chimera=segments.groupby(["PDB", "CHAIN"])["SP_PRIMARY"].transform("nunique") > 1)
    selection = ledger.select("structures", "sifts_pdb_2020", segments, "segments")
    selection.drop(~selection.rows["SP_PRIMARY"].isin(proteins.index), "the protein is of no gene in scope")
    rows = selection.rows
    rows = rows.assign(
        pdb_id="pdb:" + rows["PDB"],
        hgnc_id=rows["SP_PRIMARY"].map(proteins["hgnc_id"]),
        symbol=rows["SP_PRIMARY"].map(proteins["symbol"]),
        chimera=rows["chimera"].astype("boolean"),
        n_segments=rows.groupby(["PDB", "CHAIN", "SP_PRIMARY"])["SP_BEG"].transform("size"),
        n_genes=rows.groupby("PDB")["SP_PRIMARY"].transform("nunique"),
        evidence="structure",
        source_id="sifts_pdb_2020",
    ).rename(columns=COLUMNS)
    return finish(rows.assign(reference=rows["pdb_id"]), Structures)
