"""Which drugs act on interleukins and their receptors, and how far they have come."""

from __future__ import annotations

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from ilkit.api import opened
from ilkit.card.words import counted
from ilkit.dataset import Dataset
from ilkit.evidence import is_direct
from ilkit.filters import names_of
from ilkit.plots.canvas import BLUE, GREEN, GREY, ORANGE, PURPLE, SKY, VERMILLION, canvas, describe, source_line, sources
from ilkit.plots.grid import group_rows
from ilkit.plots.rows import Of, expect_rows, is_versioned, rows_of

NEEDS = ("drug_id", "drug_name", "symbol", "direct", "source_id")
STAGES = {
    "authorised": (BLUE, ""),
    "phase 4": (GREEN, "||||"),
    "phase 3": (SKY, "////"),
    "phase 2": (ORANGE, "...."),
    "phase 1": (PURPLE, "xxxx"),
    "phase unknown": (GREY, "----"),
    "withdrawn": (VERMILLION, "++++"),
}
REACH = {"phase unknown": 0.5, "phase 1": 1.0, "phase 2": 2.0, "phase 3": 3.0, "phase 4": 4.0, "authorised": 4.0, "withdrawn": 4.0}
PIPELINE_DRUGS = 45


def drugs(of: Of = None, *, ax: Axes | None = None, version: str | Dataset | None = None) -> Axes:
    """Draw drugs by target and by how far they have come.

    Parameters
    ----------
    of
        Names of interleukins or of genes, or rows of the table ``drug_targets``; all where left out. An interleukin
        stands for its chains and for the subunits of its receptors.
    ax
        The Axes to draw on; a new figure where left out.
    version
        Dataset version that names, drugs and receptors are looked up in.

    Returns
    -------
    matplotlib.axes.Axes
        Up to 45 drugs: one bar per drug, as long as its highest phase, beside its targets. More: one bar per target, as
        long as its number of drugs. Colour and hatch tell the stage of the drug, which is the highest for any disease;
        phase 4 is kept apart where no authorisation is on record. Targets that the drug is known not to bind itself,
        such as the other chain of a complex, are left out.

    Raises
    ------
    ilkit.errors.UnknownNameError, ilkit.errors.AmbiguousNameError
        A name stands for nothing, or for several entities.
    ilkit.errors.UnknownTableError
        The version lacks a table that the picture is drawn from.
    ilkit.errors.UnknownColumnError, ilkit.errors.FilterError
        The frame lacks a column, or there is nothing to draw.

    Examples
    --------
    >>> import ilkit
    >>> ilkit.plots.alt_text(ilkit.plots.drugs("IL-5"))
    'Drugs by target: 8 drugs on 3 targets; 4 authorised, 1 in phase 2, ... Most drugs on one target: 5 on IL5.'
    """
    dataset = opened(version)
    names = None if of is None or isinstance(of, pd.DataFrame) else names_of("names", of)
    given = rows_of(of if names is None else names, "drug_targets", NEEDS, dataset)
    rows = given[is_direct(given)]
    if names is not None:
        rows = rows[rows["symbol"].isin(_targets(names, dataset))]
    pairs = rows[["drug_id", "drug_name", "symbol"]].drop_duplicates(["drug_id", "symbol"])
    pairs = pairs.merge(dataset.load("drugs", ["drug_id", "status", "max_phase", "modality"]), on="drug_id")
    pairs = expect_rows(pairs, "no drug in the rows binds one of the targets itself")
    pairs["stage"] = [_stage(status, phase) for status, phase in zip(pairs["status"], pairs["max_phase"], strict=True)]
    ax = _pipeline(ax, pairs) if pairs["drug_id"].nunique() <= PIPELINE_DRUGS else _counts(ax, pairs)
    per_target = pairs["symbol"].value_counts()
    stages = pairs.drop_duplicates("drug_id")["stage"].value_counts()
    told = ", ".join(f"{stages[stage]} {'in ' if stage[-1].isdigit() else ''}{stage}" for stage in STAGES if stage in stages)
    alt = (
        f"Drugs by target: {counted(pairs['drug_id'].nunique(), 'drug')} on {counted(len(per_target), 'target')}; {told}. "
        f"Most drugs on one target: {per_target.iloc[0]} on {per_target.index[0]}."
    )
    describe(ax, "Drugs by target and stage", alt)
    notes = ["Stage of the drug for any disease; one drug may have several targets."]
    source_line(ax, sources(dataset, ["drug_targets", "drugs"], given["source_id"], is_versioned(of, version)), notes)
    return ax


def _targets(names: list[str], dataset: Dataset) -> set[str]:
    """Return the genes that names stand for: chains and subunits of receptors of interleukins, or the genes themselves."""
    found = dataset.resolve(names)
    il_ids = list(found["il_id"].dropna())
    if not il_ids:
        return set(found["symbol"])
    binding = dataset.load("binding", ["receptor_id", "effect"], interleukin=il_ids)
    bound = binding.loc[binding["effect"] == "agonist", "receptor_id"]
    subunits = dataset.load("receptor_subunits", ["receptor_id", "symbol"])
    chains = dataset.load("chains", ["symbol"], interleukin=il_ids)["symbol"]
    return set(chains) | set(subunits.loc[subunits["receptor_id"].isin(bound), "symbol"])


def _stage(status: str, phase: float) -> str:
    if status in ("authorised", "withdrawn"):
        return status
    return "phase unknown" if pd.isna(phase) else f"phase {max(int(phase), 1)}"


def _bar(ax: Axes, row: float, start: float, length: float, stage: str) -> None:
    color, hatch = STAGES[stage]
    ax.barh(
        row,
        length,
        left=start,
        height=0.72,
        color=color,
        hatch=hatch,
        edgecolor=mpl.rcParams["axes.facecolor"],
        linewidth=0.4,
        zorder=2,
    )


def _swatch(stage: str) -> Patch:
    color, hatch = STAGES[stage]
    return Patch(facecolor=color, hatch=hatch, edgecolor=mpl.rcParams["axes.facecolor"], linewidth=0.4, label=stage)


def _pipeline(ax: Axes | None, pairs: pd.DataFrame) -> Axes:
    """Draw one bar per drug, those with the same targets together."""
    targets = pairs.sort_values("symbol").groupby("drug_id")["symbol"].agg(" + ".join)
    single = pairs.drop_duplicates("drug_id").assign(targets=lambda rows: rows["drug_id"].map(targets))
    rank = single["stage"].map({stage: place for place, stage in enumerate(STAGES)})
    size = single["targets"].map(single["targets"].value_counts())
    order = single.assign(rank=rank, size=-size).sort_values(["size", "targets", "rank", "drug_id"]).reset_index(drop=True)
    ax = canvas(ax, 8.5, 1.6 + 0.19 * len(order))
    for row, stage in enumerate(order["stage"]):
        _bar(ax, row, 0, REACH[stage], stage)
    for row, (stage, modality) in enumerate(zip(order["stage"], order["modality"].astype(str), strict=True)):
        said = f"{modality}, {stage}" if stage in ("withdrawn", "phase unknown", "phase 4") else modality
        ax.text(REACH[stage] + 0.06, row, said, fontsize="x-small", va="center", alpha=0.8)
    ax.set_yticks(range(len(order)), list(order["drug_name"]), fontsize="x-small")
    ax.set_ylim(len(order) - 0.4, -0.6)
    ax.set_xlim(0, 6)
    ax.set_xticks([1, 2, 3, 4], ["phase 1", "phase 2", "phase 3", "authorised"], fontsize="x-small")
    ax.set_xlabel("highest stage reached", fontsize="small")
    ax.tick_params(axis="y", length=0)
    ax.spines[["top", "right", "left"]].set_visible(False)
    group_rows(ax, list(order["targets"]))
    return ax


def _counts(ax: Axes | None, pairs: pd.DataFrame) -> Axes:
    """Draw one bar per target, stacked by stage."""
    table = pd.crosstab(pairs["symbol"], pairs["stage"]).reindex(columns=list(STAGES), fill_value=0)
    totals = table.sum(axis=1)
    table = table.assign(total=totals).sort_values(["total", "authorised"], ascending=False, kind="stable").drop(columns="total")
    ax = canvas(ax, 8.5, 1.6 + 0.16 * len(table))
    for row, symbol in enumerate(table.index):
        start = 0
        for stage in STAGES:
            if table.loc[symbol, stage]:
                _bar(ax, row, start, table.loc[symbol, stage], stage)
                start += table.loc[symbol, stage]
        ax.text(start + 0.2, row, str(start), fontsize="x-small", va="center")
    ax.set_yticks(range(len(table)), list(table.index), fontsize="x-small")
    ax.set_ylim(len(table) - 0.4, -0.6)
    ax.set_xlim(0, totals.max() * 1.06)
    ax.set_xlabel("drugs", fontsize="small")
    ax.legend(
        handles=[_swatch(stage) for stage in STAGES if table[stage].any()], frameon=False, fontsize="x-small", loc="lower right"
    )
    ax.tick_params(axis="y", length=0)
    ax.spines[["top", "right", "left"]].set_visible(False)
    return ax
