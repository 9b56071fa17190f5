"""The frame of a matrix: names of rows at the left, of columns on top, thin lines between, groups at the right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from matplotlib.axes import Axes

from ilkit.plots.canvas import beside, ink

FAINT = 0.1


def grid(ax: Axes, rows: Sequence[str], columns: Sequence[str], lines: bool = True) -> None:
    """Lay out a matrix whose cells have their centres at whole numbers, the first row on top."""
    ax.set_xlim(-0.5, len(columns) - 0.5)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.set_yticks(range(len(rows)), rows, fontsize="x-small")
    turned = max(map(len, columns)) > 2
    ax.set_xticks(range(len(columns)), columns, fontsize="x-small", rotation=90 if turned else 0)
    ax.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, length=0)
    ax.spines[:].set_visible(False)
    if lines:
        for row in range(len(rows)):
            ax.axhline(row, color=ink(), alpha=FAINT, lw=0.6, zorder=0)
        for column in range(len(columns)):
            ax.axvline(column, color=ink(), alpha=FAINT, lw=0.6, zorder=0)


def group_rows(ax: Axes, groups: Sequence[str], points: float = 5) -> None:
    """Write the name of each run of equal groups at the right of its rows, with a bar along them, at a distance in points."""
    start = 0
    for name, run in groupby(groups):
        length = len(list(run))
        ends = [start - 0.35, start + length - 0.65]
        ax.plot([1, 1], ends, color=ink(), lw=1, transform=beside(ax, points), clip_on=False)
        middle = start + (length - 1) / 2
        place = beside(ax, points + 5)
        ax.text(1, middle, name, fontsize="x-small", style="italic", va="center", ha="left", transform=place)
        start += length


def group_columns(ax: Axes, groups: Sequence[str]) -> None:
    """Part runs of equal groups of columns by a line."""
    edge = -0.5
    for _, run in groupby(groups):
        if edge > 0:
            ax.axvline(edge, color=ink(), alpha=0.3, lw=0.8, zorder=0)
        edge += len(list(run))
