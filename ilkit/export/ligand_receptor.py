"""Ligand–receptor pairs as LIANA+ reads them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ilkit.api import opened
from ilkit.dataset import Dataset
from ilkit.export.contents import Version, chosen, joined

EFFECTS = ("agonist", "antagonist", "decoy")
PAIR = ["ligand", "receptor_id", "il_id", "ligand_name", "effect", "status"]
AGONISTS = ("agonist",)


def liana(*, effects: Iterable[str] = AGONISTS, provisional: bool = False, version: Version = None) -> pd.DataFrame:
    """Return the ligand–receptor pairs as a resource for LIANA+: ``li.mt.rank_aggregate(adata, resource=ilkit.export.liana(), …)``.

    Chains and subunits are symbols joined by ``_``, each once however many copies the complex has.

    Parameters
    ----------
    effects
        What binding does: any of ``agonist``, ``antagonist`` and ``decoy``.
    provisional
        Whether to include pairs that few studies report or that are disputed.
    version
        A dataset version or a `Dataset`; the default version where left out.

    Returns
    -------
    pandas.DataFrame
        One row per pair: ``ligand``, ``receptor``, ``il_id`` (null for the ligands that share a receptor chain with
        interleukins, such as OSM), ``ligand_name``, ``effect``, ``status``, ``sources`` (ids, joined by ``;``) and ``references``
        (CURIEs, joined by ``;``).

    Raises
    ------
    ilkit.errors.FilterError
        There is no such effect.
    ilkit.errors.UnknownTableError
        The version has no receptors (before 2026.11.1).

    Examples
    --------
    >>> import ilkit
    >>> pairs = ilkit.export.liana()
    >>> pairs.loc[pairs["ligand"].isin(["IL6", "IL12A_IL12B"]), ["ligand", "receptor"]].reset_index(drop=True)
            ligand         receptor
    0          IL6       IL6R_IL6ST
    1  IL12A_IL12B  IL12RB1_IL12RB2
    """
    return pairs_of(opened(version), effects, provisional).rename(columns={"receptor_id": "receptor"})


def pairs_of(data: Dataset, effects: Iterable[str], provisional: bool) -> pd.DataFrame:
    """Return one row per ligand, receptor and effect, with what it rests on."""
    binding = data.load("binding")
    binding.insert(0, "ligand", _ligands(data, binding))
    kept = binding["effect"].isin(chosen("effect", effects, EFFECTS)) & (provisional | (binding["status"] == "established"))
    grouped = binding[kept].groupby(PAIR, dropna=False, observed=True, sort=False)
    return grouped.agg(sources=("source_id", joined), references=("reference", joined)).reset_index()


def _ligands(data: Dataset, binding: pd.DataFrame) -> pd.Series:
    """Return the symbols of the chains of each row's ligand, joined."""
    chains = data.load("chains", ["il_id", "symbol"]).groupby("il_id")["symbol"].agg("_".join)
    others = binding[binding["il_id"].isna()].drop_duplicates(["ligand_name", "ligand_symbol"])
    named = others.groupby("ligand_name")["ligand_symbol"].agg("_".join)
    return binding["il_id"].map(chains).fillna(binding["ligand_name"].map(named))
