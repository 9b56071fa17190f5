"""The receptors of huCIRA held against the curated ones: a cross-check, no row of it is released."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.receptor_complexes import ligands, receptors
from ilkit.errors import CheckError

SOURCE = "hucira_cytokine_info"


def build(
    hucira_cytokine_info: dict[str, pd.DataFrame],
    curated_binding: pd.DataFrame,
    curated_receptor_subunits: pd.DataFrame,
    chains: pd.DataFrame,
    interleukins: pd.DataFrame,
    genes: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Return the receptors on which huCIRA and the curated rows agree.

    Raises
    ------
    CheckError
        huCIRA gives a ligand a receptor that no curated row states, and no row of corrections.csv says why.
    """
    ids = genes.set_index("symbol")["hgnc_id"].to_dict()

    def genes_of(symbols: tuple[str, ...]) -> frozenset[str]:
        return frozenset(ids.get(symbol, symbol) for symbol in symbols)

    rows = hucira_cytokine_info["cytokines"]
    rows = rows.assign(ligand=rows["gene"].map(genes_of).map(ligands(chains, interleukins, curated_binding, genes)))
    selection = ledger.select("binding", SOURCE, rows, "cytokines")
    selection.drop(selection.rows["ligand"].isna(), "the cytokine is not in scope")
    selection.drop(selection.rows["receptor gene"].str.len() == 0, "the source gives no receptor")
    stated = selection.rows.explode("receptor gene")[["ligand", "receptor gene"]]
    stated = stated.assign(receptor_id=stated["receptor gene"].map(genes_of).map(receptors(curated_receptor_subunits)))
    ligand = curated_binding["il_id"].fillna(curated_binding["ligand_symbol"])
    curated = pd.MultiIndex.from_arrays([ligand, curated_binding["receptor_id"]])
    disputed = stated[~pd.MultiIndex.from_frame(stated[["ligand", "receptor_id"]]).isin(curated)]
    if len(disputed):
        first = disputed.iloc[0]
        raise CheckError(
            f"huCIRA gives {first['ligand']} the receptor {', '.join(first['receptor gene'])}, which data/curated/binding.csv "
            "does not state; add it there, or leave it out by a row of corrections.csv."
        )
    selection.drop(pd.Series(True, index=selection.rows.index), "agrees with the curated receptors and is only a cross-check")
    return stated[["ligand", "receptor_id"]].reset_index(drop=True)
