"""Intermediate frame: which genes make up a signalling receptor, and which its ligands."""

from __future__ import annotations

import pandas as pd

from ilkit.evidence import truth


def build(receptors: pd.DataFrame, receptor_subunits: pd.DataFrame, binding: pd.DataFrame, chains: pd.DataFrame) -> pd.DataFrame:
    """Return ``subunits`` and ``ligands`` as sets of HGNC ids and ``signals``, indexed by ``receptor_id``."""
    frame = receptors.set_index("receptor_id")[["signals"]]
    molecules = binding[["receptor_id", "il_id"]].merge(chains[["il_id", "hgnc_id"]], on="il_id")[["receptor_id", "hgnc_id"]]
    others = binding.loc[binding["il_id"].isna(), ["receptor_id", "ligand_hgnc_id"]].set_axis(["receptor_id", "hgnc_id"], axis=1)
    ligands = pd.concat([molecules, others])
    bound = ligands.groupby("receptor_id")["hgnc_id"].agg(frozenset).to_dict()
    return frame.assign(
        subunits=receptor_subunits.groupby("receptor_id")["hgnc_id"].agg(frozenset),
        ligands=pd.Series({receptor: bound.get(receptor, frozenset()) for receptor in frame.index}),
        signals=truth(frame["signals"]),
    )
