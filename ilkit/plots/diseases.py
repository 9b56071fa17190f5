"""Which interleukins are linked to which kinds of disease."""

from __future__ import annotations

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LogNorm

from ilkit.api import opened
from ilkit.card.words import counted
from ilkit.dataset import Dataset
from ilkit.plots.canvas import ORANGE, VERMILLION, canvas, describe, ink, key, mark, source_line, sources
from ilkit.plots.grid import grid, group_rows
from ilkit.plots.rows import Of, each, expect_rows, is_versioned, molecules, rows_of, sign_note, with_molecules

NEEDS = ("hgnc_id", "disease_id", "evidence", "source_id")
MARKS = {"mendelian": ("s", VERMILLION, "Mendelian cause"), "curated_knowledge": ("o", ORANGE, "curated knowledge")}
CORNER = 0.33


def diseases(of: Of = None, *, ax: Axes | None = None, version: str | Dataset | None = None) -> Axes:
    """Draw how many diseases of each category are linked to each interleukin, and the evidence beyond association.

    Parameters
    ----------
    of
        Names of interleukins or genes, or rows of the table ``disease_associations``, such as those of one kind of
        evidence; all of interleukins where left out.
    ax
        The Axes to draw on; a new figure where left out.
    version
        Dataset version that names, chains and categories are looked up in.

    Returns
    -------
    matplotlib.axes.Axes
        One row per interleukin by family, one column per category. Shade and number: distinct diseases. A square in the
        corner: at least one is caused by the gene; a circle: at least one is curated knowledge; neither: genetic
        association. Italics in brackets: all of it is known of a chain that others share. Disputed rows are not drawn.

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
    >>> ilkit.plots.alt_text(ilkit.plots.diseases("IL-10"))
    'Heat map of 1 interleukin and 7 disease categories: 11 diseases. Most for one pair: 3, IL-10 and digestive system ...'
    """
    dataset = opened(version)
    given = rows_of(of, "disease_associations", NEEDS, dataset)
    if "confidence" in given:
        given = expect_rows(given[given["confidence"].astype(str) != "disputed"], "all rows are disputed")
    rows = with_molecules(given, dataset).drop(columns="category", errors="ignore")
    names = molecules(dataset)
    rows = rows[rows["il_id"].isin(names.index)].merge(dataset.load("diseases", ["disease_id", "category"]), on="disease_id")
    rows = expect_rows(rows, "the version knows none of the interleukins or diseases")
    rows["category"] = rows["category"].fillna("no category")
    cells = _cells(rows)
    names = names[names.index.isin(cells["il_id"])]
    categories = list(rows.groupby("category")["disease_id"].nunique().sort_values(ascending=False, kind="stable").index)
    ax = canvas(ax, 3.4 + 0.33 * len(categories), 3.4 + 0.175 * len(names))
    grid(ax, list(names["label"]), [_short(category) for category in categories], lines=False)
    group_rows(ax, list(names["family"].astype(str)))
    colours, norm = mpl.colormaps["cividis_r"], LogNorm(0.8, max(cells["diseases"].max(), 3) * 1.5)
    down = {il_id: row for row, il_id in enumerate(names.index)}
    for one in each(cells):
        x, y = categories.index(one.category), down[one.il_id]
        shade = colours(norm(one.diseases))
        ax.add_patch(
            mpl.patches.Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=shade, edgecolor=mpl.rcParams["axes.facecolor"], lw=1)
        )
        dark = sum(part * weight for part, weight in zip(shade[:3], (0.3, 0.59, 0.11), strict=True)) < 0.5
        number = f"{one.diseases}" if one.own else f"({one.diseases})"
        style = "normal" if one.own else "italic"
        ax.text(
            x - 0.08,
            y,
            number,
            ha="center",
            va="center_baseline",
            fontsize="x-small",
            style=style,
            color="white" if dark else "black",
        )
        for kind, (marker, color, _) in MARKS.items():
            if getattr(one, kind):
                up = -0.22 if kind == "mendelian" else 0.22
                ax.plot(x + CORNER, y + up, ls="", marker=marker, ms=4, mfc=color, mec="white", mew=0.5, zorder=3)
    top = cells.iloc[int(cells["diseases"].argmax())]
    causal = int(cells["mendelian"].sum())
    alt = (
        f"Heat map of {counted(len(names), 'interleukin')} and "
        f"{counted(len(categories), 'disease category', 'disease categories')}: "
        f"{counted(rows['disease_id'].nunique(), 'disease')}. "
        f"Most for one pair: {top['diseases']}, {names.loc[top['il_id'], 'name']} and {top['category']}. "
        f"A Mendelian cause is known for {counted(causal, 'pair')}."
    )
    describe(ax, "Diseases linked to interleukins, by category", alt)
    entries = [mark(marker, color, text) for kind, (marker, color, text) in MARKS.items() if cells[kind].any()]
    entries.append(mark("$3$", ink(), "number of diseases; no mark: genetic association"))
    if not cells["own"].all():
        entries.append(mark("$(3)$", ink(), "by a shared chain only", size=9))
    notes = ["An associated variant near a gene does not make the gene the cause.", *sign_note(list(names["label"]))]
    text = sources(dataset, ["disease_associations", "diseases", "chains"], given["source_id"], is_versioned(of, version))
    source_line(ax, text, notes, key(ax, entries))
    return ax


def _short(category: str) -> str:
    """Return the name of a category without the word that all of them have."""
    return category.replace(" system disorder", "").replace(" disorder", "").replace(" disease", "").replace("disorder of ", "")


def _cells(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row per molecule and category: distinct diseases, and what kinds of evidence there are."""
    kinds = {kind: rows["evidence"].astype(str) == kind for kind in MARKS}
    marked = rows.assign(own=rows["attribution"].astype(str) == "unique", **kinds)
    groups = marked.groupby(["il_id", "category"])
    flags = groups[["own", *MARKS]].any()
    return flags.assign(diseases=groups["disease_id"].nunique()).reset_index()
