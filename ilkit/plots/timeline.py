"""When the interleukins were first described."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from ilkit.api import opened
from ilkit.card.words import counted
from ilkit.dataset import Dataset
from ilkit.plots.canvas import BLUE, GREY, ORANGE, canvas, describe, key, mark, source_line, sources
from ilkit.plots.grid import FAINT
from ilkit.plots.rows import Of, expect_rows, is_versioned, rows_of

STATUS = {"established": ("o", BLUE, False), "provisional": ("D", ORANGE, True), "retired": ("X", GREY, False)}


def timeline(of: Of = None, *, ax: Axes | None = None, version: str | Dataset | None = None) -> Axes:
    """Draw the year in which each interleukin was first described, and so how their number grew.

    Parameters
    ----------
    of
        Names of interleukins, or rows of the table ``interleukins``; all where left out.
    ax
        The Axes to draw on; a new figure where left out.
    version
        Dataset version that names are looked up in.

    Returns
    -------
    matplotlib.axes.Axes
        One mark and name per designation: x the year, y the count so far. Marker and colour tell established,
        provisional and retired. Designations without a year are named below, not drawn.

    Raises
    ------
    ilkit.errors.UnknownNameError, ilkit.errors.AmbiguousNameError
        A name stands for no interleukin, or for several.
    ilkit.errors.UnknownColumnError, ilkit.errors.FilterError
        The frame lacks a column, or there is nothing to draw.

    Examples
    --------
    >>> import ilkit
    >>> ilkit.plots.timeline(["IL-2", "IL-23"]).get_ylabel()
    'designations, cumulative'
    """
    dataset = opened(version)
    rows = rows_of(of, "interleukins", ("il_id", "name", "status", "first_described_year", "source_id"), dataset)
    dated = rows.dropna(subset="first_described_year").sort_values("first_described_year", kind="stable").reset_index(drop=True)
    dated = expect_rows(dated, "of none of the designations is the year known")
    undated = list(rows.loc[rows["first_described_year"].isna(), "name"])
    years, ranks, status = dated["first_described_year"].astype(int), dated.index + 1, dated["status"].astype(str)
    ax = canvas(ax, 9, max(1.9 + 0.125 * len(dated), 3))
    kinds = []
    for name, (marker, color, hollow) in STATUS.items():
        chosen = (status == name).to_numpy()
        if chosen.any():
            face = "none" if hollow else color
            ax.scatter(years[chosen], ranks[chosen], s=26, marker=marker, facecolors=face, edgecolors=color, zorder=2)
            kinds.append(mark(marker, color, f"{name} ({chosen.sum()})", hollow=hollow))
    for year, rank, name in zip(years, ranks, dated["name"], strict=True):
        ax.annotate(name, (year, rank), xytext=(6, 0), textcoords="offset points", va="center", fontsize="x-small")
    ax.set_xlim(years.min() - 1.5, years.max() + 4)
    ax.set_ylim(0, len(dated) + 1)
    ax.set_xlabel("year of the first description")
    ax.set_ylabel("designations, cumulative")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    ax.yaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    ax.grid(axis="both", alpha=FAINT, lw=0.6)
    ax.set_axisbelow(True)
    ax.spines[["top", "right"]].set_visible(False)
    key(ax, kinds, below=False)
    by_status = ", ".join(
        f"{number} {name}" for name, number in status.value_counts().reindex(list(STATUS)).dropna().astype(int).items()
    )
    span = f"from {years.min()} to {years.max()}" if len(dated) > 1 else f"in {years.min()}"
    unknown = f" Year unknown: {', '.join(undated)}." if undated else ""
    alt = f"Timeline of {counted(len(dated), 'interleukin designation')}, first described {span}: {by_status}.{unknown}"
    describe(ax, "First descriptions of the interleukins", alt)
    notes = [unknown.strip()] if undated else []
    source_line(ax, sources(dataset, ["interleukins"], rows["source_id"], is_versioned(of, version)), notes)
    return ax
