"""What stands around one interleukin: cells and interleukins, receptors, and what signals behind them."""

from __future__ import annotations

import pandas as pd

from ilkit.dataset import Dataset
from ilkit.evidence import STRONG, standing
from ilkit.plots.rows import each, molecules

SIGNS = {"stimulates": "+", "raises": "+", "inhibits": "-", "lowers": "-"}
GROUPS = ("made by", "raised or lowered by", "acts on", "raises or lowers")


def neighbours(il_id: str, dataset: Dataset) -> pd.DataFrame:
    """Return one row per group, name and sign, best evidence first: ``group, name, sign, strong, own, source_id``."""
    labels = molecules(dataset)["label"]
    regulation = dataset.load("regulation")
    regulation = standing(regulation[regulation["regulator_is_interleukin"]])
    chains = dataset.load("chains", ["hgnc_id", "attribution"], interleukin=il_id)
    shared = set(chains.loc[chains["attribution"].astype(str) == "shared", "hgnc_id"])
    made = dataset.load("production", interleukin=il_id)
    made = made[made["produces"]]
    by = regulation[regulation["il_id"] == il_id]
    acts = standing(dataset.load("effects", interleukin=il_id))
    raises = regulation[regulation["regulator_hgnc_id"].isin(chains["hgnc_id"])]
    whole = regulation["target"].astype(str) == "molecule"
    groups = (
        _group(
            made, made["cell_name"], None, made["evidence"].astype(str) != "expression", made["attribution"].astype(str) != "shared"
        ),
        _group(
            by,
            by["regulator_il_id"].map(labels).fillna(by["regulator_symbol"]),
            by["direction"],
            by["evidence_class"].isin(STRONG),
            whole & by["regulator_il_id"].notna(),
        ),
        _group(
            acts,
            acts["cell_name"],
            acts["direction"],
            acts["evidence_class"].isin(STRONG),
            acts["attribution"].astype(str) == "unique",
        ),
        _group(
            raises,
            raises["il_id"].map(labels),
            raises["direction"],
            raises["evidence_class"].isin(STRONG),
            whole & ~raises["regulator_hgnc_id"].isin(shared),
        ),
    )
    return pd.concat([rows.assign(group=name) for name, rows in zip(GROUPS, groups, strict=True)], ignore_index=True)


def _group(rows: pd.DataFrame, name: pd.Series, direction: pd.Series | None, strong: pd.Series, own: pd.Series) -> pd.DataFrame:
    """Return one row per name and sign with the best of its evidence, the names with the best evidence first."""
    sign = "" if direction is None else direction.astype(str).map(SIGNS)
    told = rows[["source_id"]].assign(name=name, sign=sign, strong=strong.astype(bool), own=own.reindex(rows.index).astype(bool))
    told["strong"] &= told["own"] | ~told.groupby(["name", "sign"])["own"].transform("any").astype(bool)
    best = told.groupby(["name", "sign"], as_index=False).agg(
        strong=("strong", "any"), own=("own", "any"), rows=("source_id", "size"), source_id=("source_id", "first")
    )
    by_name = best.groupby("name")[["own", "strong", "rows"]].transform("max")
    ranked = best.assign(first=by_name["own"], second=by_name["strong"], third=by_name["rows"])
    order = ranked.assign(folded=best["name"].str.casefold())
    order = order.sort_values(["first", "second", "third", "folded", "sign"], ascending=[False, False, False, True, True])
    return order.drop(columns=["first", "second", "third", "folded", "rows"])


def receptors_of(il_id: str, dataset: Dataset) -> list[str]:
    """Return the receptors of an interleukin by their subunits, with what binding does where it is no plain agonist."""
    bound = dataset.load("binding", ["receptor_id", "effect", "status"], interleukin=il_id)
    subunits = dataset.load("receptor_subunits", ["receptor_id", "symbol"]).groupby("receptor_id")["symbol"].agg(" + ".join)
    lines = []
    for receptor_id, effect, status in each(bound.drop_duplicates()):
        effect = "effect unknown" if pd.isna(effect) else effect
        said = [word for word in (effect, status) if word not in ("agonist", "established")]
        lines.append(subunits[receptor_id] + (f" ({', '.join(said)})" if said else ""))
    return lines


def transducers_of(il_id: str, dataset: Dataset) -> list[str]:
    """Return what transduces the signal of an interleukin, one line per role."""
    signaling = dataset.load("signaling", ["symbol", "role"], interleukin=il_id)
    roles = signaling.assign(role=signaling["role"].astype(str)).groupby("role", sort=False)["symbol"]
    lines = {role: ", ".join(sorted(set(symbols))) for role, symbols in roles}
    return [lines[role] for role in sorted(lines, key=lambda role: (role != "JAK", role != "STAT", role))]
