"""The families of interleukins, and the receptor subunits that their members share."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from ilkit.api import opened
from ilkit.card.words import counted
from ilkit.dataset import Dataset
from ilkit.plots.canvas import canvas, describe, ink, key, source_line, sources
from ilkit.plots.ligation import effect_key, ligation, marker_of
from ilkit.plots.rows import Of, each, expect_rows, is_versioned, molecules, rows_of, sign_note

ROOT, BRACKET, LEAF, FIRST = 0.0, 6.0, 6.6, 9.6


def families(of: Of = None, *, ax: Axes | None = None, version: str | Dataset | None = None) -> Axes:
    """Draw the cytokine families as a tree, and beside each interleukin the receptor subunits that it shares with others.

    Parameters
    ----------
    of
        Names of interleukins, or rows of the table ``interleukins``; all where left out.
    ax
        The Axes to draw on; a new figure where left out.
    version
        Dataset version that names and receptors are looked up in.

    Returns
    -------
    matplotlib.axes.Axes
        One row per interleukin, under its family. One column per receptor subunit that at least two interleukins of the
        dataset bind; a mark where the interleukin binds a receptor with it. Shape and colour tell what binding does,
        hollow marks that it is provisional.

    Raises
    ------
    ilkit.errors.UnknownNameError, ilkit.errors.AmbiguousNameError
        A name stands for no interleukin, or for several.
    ilkit.errors.UnknownTableError
        The version lacks a table that the picture is drawn from.
    ilkit.errors.UnknownColumnError, ilkit.errors.FilterError
        The frame lacks a column, or there is nothing to draw.

    Examples
    --------
    >>> import ilkit
    >>> ax = ilkit.plots.families(["IL-12", "IL-23", "IL-35"])
    >>> [label.get_text() for label in ax.get_xticklabels()]
    ['IL12RB1', 'IL12RB2', 'IL6ST', 'IL27RA']
    """
    dataset = opened(version)
    given = rows_of(of, "interleukins", ("il_id",), dataset)
    tree = molecules(dataset)
    tree = expect_rows(tree[tree.index.isin(given["il_id"])], "the version knows none of the interleukins")
    bound = ligation(dataset.load("binding"), dataset)
    bound = bound[bound["il_id"].notna()]
    ligands = bound.groupby("symbol")["il_id"].transform("nunique")
    shared = bound[(ligands > 1) & bound["il_id"].isin(tree.index)].drop_duplicates(["il_id", "symbol"])
    place = {il_id: row for row, il_id in enumerate(tree.index)}
    shared = shared.assign(row=shared["il_id"].map(place)).sort_values("row", kind="stable")
    columns = {symbol: FIRST + column for column, symbol in enumerate(dict.fromkeys(shared["symbol"]))}
    ax = canvas(ax, 4.2 + 0.24 * len(columns), 2.1 + 0.165 * len(tree))
    _draw_tree(ax, tree)
    for symbol, x in columns.items():
        rows = shared.loc[shared["symbol"] == symbol, "row"]
        ax.plot([x, x], [-0.6, len(tree) - 0.5], color=ink(), alpha=0.1, lw=0.6, zorder=0)
        ax.plot([x, x], [rows.min(), rows.max()], color=ink(), alpha=0.55, lw=1.1, zorder=1)
    for row, symbol, effect, status in each(shared[["row", "symbol", "effect", "status"]]):
        ax.plot(columns[symbol], row, ls="", ms=5.5, zorder=2, **marker_of(effect, status))
    ax.set_xlim(ROOT - 0.2, FIRST + len(columns) - 0.3)
    ax.set_ylim(len(tree) - 0.4, -0.8)
    ax.set_xticks(list(columns.values()), list(columns), rotation=90, fontsize="x-small")
    ax.set_yticks([])
    ax.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, length=0)
    ax.spines[:].set_visible(False)
    counts = shared["symbol"].value_counts()
    alt = (
        f"Tree of {counted(tree['family'].nunique(), 'cytokine family', 'cytokine families')} with "
        f"{counted(len(tree), 'interleukin')}. "
        + (
            f"They share {counted(len(columns), 'receptor subunit')} with others; "
            f"{counts.index[0]} serves most of them: {counts.iloc[0]}."
            if len(columns)
            else "None of them shares a receptor subunit with another."
        )
    )
    describe(ax, "Families, and the receptor subunits that are shared", alt)
    below = key(ax, effect_key(shared)) if len(shared) else None
    used = pd.concat([given["source_id"] if "source_id" in given else pd.Series(dtype=str), shared["source_id"]])
    text = sources(dataset, ["interleukins", "binding", "receptor_subunits"], used, is_versioned(of, version))
    source_line(ax, text, sign_note(list(tree["label"])), below)
    return ax


def _draw_tree(ax: Axes, tree: pd.DataFrame) -> None:
    """Draw root, families and names; x runs from `ROOT` to `LEAF`."""
    row, middles = 0, []
    line: dict[str, Any] = {"color": ink(), "alpha": 0.6, "lw": 0.9, "zorder": 1}
    for family, members in groupby(tree["family"].astype(str)):
        last = row + len(list(members)) - 1
        middle = (row + last) / 2
        middles.append(middle)
        ax.plot([ROOT, BRACKET], [middle, middle], **line)
        ax.plot([BRACKET, BRACKET], [row, last], **line)
        ax.text(ROOT + 0.25, middle - 0.08, family, fontsize="x-small", style="italic", va="bottom")
        row = last + 1
    ax.plot([ROOT, ROOT], [middles[0], middles[-1]], **line)
    for row, label in enumerate(tree["label"]):
        ax.plot([BRACKET, LEAF], [row, row], **line)
        ax.text(LEAF + 0.15, row, label, fontsize="x-small", va="center")
