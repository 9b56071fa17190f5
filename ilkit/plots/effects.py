"""What interleukins do to cells."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from ilkit.api import opened
from ilkit.card.words import counted
from ilkit.dataset import Dataset
from ilkit.evidence import STRONG, is_contradicted, is_withdrawn
from ilkit.plots.canvas import BLUE, GREY, VERMILLION, canvas, describe, ink, key, mark, nudge, source_line, sources
from ilkit.plots.grid import grid, group_columns, group_rows
from ilkit.plots.rows import (
    Of,
    each,
    expect_rows,
    is_versioned,
    lineage_rank,
    lineages,
    molecules,
    rows_of,
    sign_note,
    with_molecules,
)

NEEDS = ("hgnc_id", "cell_id", "cell_name", "process", "direction", "evidence_class", "withdrawn", "contradicted", "source_id")
DIRECTIONS = {"stimulates": ("^", BLUE, -3.6), "inhibits": ("v", VERMILLION, 3.6)}


def effects(of: Of = None, *, ax: Axes | None = None, version: str | Dataset | None = None) -> Axes:
    """Draw which interleukin stimulates or inhibits a process of which cell.

    Parameters
    ----------
    of
        Names of interleukins or genes, or rows of the table ``effects``, such as those of one process; all of
        interleukins where left out.
    ax
        The Axes to draw on; a new figure where left out.
    version
        Dataset version that names, chains and cells are looked up in.

    Returns
    -------
    matplotlib.axes.Axes
        One row per cell type by lineage, one column per interleukin by family. A triangle that points up where it
        stimulates a process of the cell, down where it inhibits one; both stand side by side. Filled: shown by an experiment
        or stated by an author; hollow: inferred or of unknown evidence. Small: known only of a chain that
        others share. A ring: published in both directions for the same process. Withdrawn annotations are not drawn.

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
    >>> growth = ilkit.load("effects", interleukin=["IL-2", "IL-4", "IL-10"])
    >>> ax = ilkit.plots.effects(growth[growth["process"] == "proliferation"])
    >>> ilkit.plots.alt_text(ax)
    'Matrix of 3 interleukins and 5 cell types: 6 pairs stimulated, 4 inhibited, 1 of them both. 0 rest on shared chains only.'
    """
    dataset = opened(version)
    given = rows_of(of, "effects", NEEDS, dataset)
    every = with_molecules(given, dataset)
    withdrawn = is_withdrawn(every)
    rows = expect_rows(every[~withdrawn], "all rows are withdrawn annotations")
    names = molecules(dataset)
    rows = expect_rows(rows[rows["il_id"].isin(names.index)], "the version knows none of the interleukins")
    marks = _marks(rows)
    names = names[names.index.isin(marks["il_id"])]
    cells = rows[["cell_id", "cell_name"]].drop_duplicates("cell_id")
    cells = cells.assign(lineage=lineages(cells["cell_id"], dataset))
    cells = cells.assign(rank=lineage_rank(cells["lineage"])).sort_values(["rank", "cell_name"], key=_fold)
    across = {il_id: column for column, il_id in enumerate(names.index)}
    down = {cell_id: row for row, cell_id in enumerate(cells["cell_id"])}
    ax = canvas(ax, 4.4 + 0.235 * len(across), 2.3 + 0.185 * len(down))
    grid(ax, list(cells["cell_name"]), list(names["label"]))
    group_rows(ax, list(cells["lineage"]))
    group_columns(ax, list(names["family"].astype(str)))
    for one in each(marks):
        marker, color, shift = DIRECTIONS[one.direction]
        x, y, place = across[one.il_id], down[one.cell_id], nudge(ax, shift if one.both else 0)
        size = 6.2 if one.own else 3.6
        ax.plot(x, y, ls="", marker=marker, ms=size, mec=color, mfc=color if one.strong else "none", zorder=3, transform=place)
        if one.contradicted:
            ax.plot(x, y, ls="", marker="o", ms=10, mec=ink(), mfc="none", mew=0.8, zorder=4, transform=place)
    raised, lowered = (int((marks["direction"] == direction).sum()) for direction in DIRECTIONS)
    alt = (
        f"Matrix of {counted(len(across), 'interleukin')} and {counted(len(down), 'cell type')}: "
        f"{counted(raised, 'pair')} stimulated, {lowered} inhibited, {marks['both'].sum() // 2} of them both. "
        f"{(~marks['own']).sum()} rest on shared chains only."
    )
    describe(ax, "Effects of interleukins on cells", alt)
    below = key(ax, _key(marks))
    notes = ["The direction is that of a process: what inhibits apoptosis keeps cells alive.", *sign_note(list(names["label"]))]
    if withdrawn.any():
        gone = len(every[withdrawn].drop(columns=["il_id", "attribution"]).drop_duplicates())
        notes[0] += f" {counted(gone, 'withdrawn annotation')} not drawn."
    text = sources(dataset, ["effects", "chains"], given["source_id"], is_versioned(of, version))
    source_line(ax, text, notes, below)
    return ax


def _fold(column: pd.Series) -> pd.Series:
    return column.str.casefold() if column.name == "cell_name" else column


def _marks(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row per molecule, cell and direction: whether the evidence is strong, its own, contradicted."""
    marked = rows.assign(
        direction=rows["direction"].astype(str),
        strong=rows["evidence_class"].isin(STRONG),
        own=rows["attribution"].astype(str) == "unique",
        contradicted=is_contradicted(rows),
    )
    pair = ["il_id", "cell_id", "direction"]
    has_own = marked.groupby(pair)["own"].transform("any")
    marked["strong"] &= marked["own"] | ~has_own
    marks = marked.groupby(pair, as_index=False)[["strong", "own", "contradicted"]].any()
    return marks.assign(both=marks.duplicated(["il_id", "cell_id"], keep=False))


def _key(marks: pd.DataFrame) -> list[Line2D]:
    entries = [mark(marker, color, name) for name, (marker, color, _) in DIRECTIONS.items() if (marks["direction"] == name).any()]
    if not marks["strong"].all():
        entries.append(mark("^", GREY, "hollow: inferred only, or evidence unknown", hollow=True))
    if not marks["own"].all():
        entries.append(mark("^", GREY, "small: by a shared chain only", size=3.6))
    if marks["contradicted"].any():
        entries.append(mark("o", ink(), "contradicted", hollow=True, size=9))
    return entries
