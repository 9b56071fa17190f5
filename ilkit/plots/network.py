"""The network around one interleukin."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from ilkit.api import opened
from ilkit.card.words import counted
from ilkit.dataset import Dataset
from ilkit.errors import FilterError, shown
from ilkit.plots.canvas import BLUE, GREY, VERMILLION, canvas, describe, ink, key, mark, source_line, sources
from ilkit.plots.neighbours import GROUPS, neighbours, receptors_of, transducers_of
from ilkit.plots.rows import each, molecules, sign_note

TABLES = ["production", "regulation", "binding", "signaling", "effects"]
SIGNED = {"+": ("^", BLUE), "-": ("v", VERMILLION), "": ("o", GREY)}
Node = tuple[str, str]
SIDES = {"left": (-2.9, "right"), "right": (2.9, "left")}
HALF = 1.25
MOST = 14
LONGEST = 46


def network(name: str, *, ax: Axes | None = None, version: str | Dataset | None = None) -> Axes:
    """Draw what is known around one interleukin: who makes it, who regulates it, what it binds, and what it does.

    Parameters
    ----------
    name
        Name of an interleukin, or of a gene that is a chain of one interleukin only.
    ax
        The Axes to draw on; a new figure where left out.
    version
        Dataset version to draw from.

    Returns
    -------
    matplotlib.axes.Axes
        Left: cells that make it, and interleukins that raise or lower its production. Middle: its receptors, and the JAKs,
        STATs and others behind them. Right: cells of which it stimulates or inhibits a process, and interleukins whose
        production it raises or lowers. A triangle up: stimulates or raises; down: inhibits or lowers. Hollow: inferred, of
        unknown evidence, or, for cells that make it, by RNA only. Small: known of a shared chain or of a family only. Of
        each group at most 14 are drawn, those with the best evidence; long names are cut short. Withdrawn annotations are
        not drawn.

    Raises
    ------
    ilkit.errors.UnknownNameError, ilkit.errors.AmbiguousNameError
        The name stands for no interleukin, or for several.
    ilkit.errors.UnknownTableError
        The version lacks a table that the picture is drawn from.
    ilkit.errors.FilterError
        Something else than one name was given.

    Examples
    --------
    >>> import ilkit
    >>> ilkit.plots.alt_text(ilkit.plots.network("IL-35"))
    'Network around IL-35: made by 1 cell type, raised or lowered by 0 interleukins, binds 4 receptors, acts on 9 cell types, ...'
    """
    if not isinstance(name, str):
        raise FilterError(f"network() draws one interleukin and was given {shown(name)}: expected a name, such as 'IL-6'.")
    dataset = opened(version)
    il_id = dataset.load("interleukins", ["il_id"], interleukin=name)["il_id"].item()
    label = str(molecules(dataset).loc[il_id, "label"])
    around, bound = neighbours(il_id, dataset), receptors_of(il_id, dataset)
    middle = [
        label,
        "",
        "binds",
        *(bound or ["nothing known"]),
        " ",
        "signals through",
        *(transducers_of(il_id, dataset) or ["not known"]),
    ]
    if around.empty and not bound:
        raise FilterError(f"There is nothing to draw: the dataset holds no cells, interleukins or receptors around {label}.")
    marks, columns = _layout(around, middle)
    ax = canvas(ax, 9.6, 1.6 + 0.2 * max(map(len, columns.values())))
    _draw(ax, marks, columns, label)
    totals = around.groupby("group")["name"].nunique().reindex(GROUPS, fill_value=0)
    alt = (
        f"Network around {label}: made by {counted(totals['made by'], 'cell type')}, raised or lowered by "
        f"{counted(totals['raised or lowered by'], 'interleukin')}, binds {counted(len(bound), 'receptor')}, acts on "
        f"{counted(totals['acts on'], 'cell type')}, raises or lowers {counted(totals['raises or lowers'], 'interleukin')}."
    )
    describe(ax, f"The network around {label}", alt)
    notes = [
        "A direction at a cell is that of a process: what inhibits apoptosis keeps cells alive.",
        *sign_note([label, *around["name"]]),
    ]
    below = key(ax, _key(around)) if len(around) else None
    source_line(ax, sources(dataset, TABLES, around["source_id"], True), notes, below)
    return ax


def _layout(around: pd.DataFrame, middle: list[str]) -> tuple[dict[Node, list[Any]], dict[int, list[Node]]]:
    """Return the rows of each neighbour that is drawn, and the nodes (group, text) of three columns from top to bottom."""
    marks: dict[Node, list[Any]] = {}
    columns: dict[int, list[Node]] = {0: [], 1: [("middle", text) for text in middle], 2: []}
    for place, group in enumerate(GROUPS):
        rows = around[around["group"] == group]
        names = list(dict.fromkeys(rows["name"]))
        rest = [f"and {len(names) - MOST} more"] if len(names) > MOST else []
        lines = [f"{group} …", *(names[:MOST] or ["none known"]), *rest]
        column = columns[0 if place < 2 else 2]
        column += [(group, text) for text in ([""] if column else []) + lines]
        for one in each(rows[rows["name"].isin(names[:MOST])]):
            marks.setdefault((group, one.name), []).append(one)
    return marks, columns


def _draw(ax: Axes, marks: dict[Node, list[Any]], columns: dict[int, list[Node]], label: str) -> None:
    """Write the columns and draw an edge, with its marks, from the molecule to each neighbour."""
    rows = {node: row - (len(nodes) - 1) / 2 for nodes in columns.values() for row, node in enumerate(nodes)}
    for nodes, (x, align) in zip((columns[0], columns[2]), SIDES.values(), strict=True):
        for node in nodes:
            _write(ax, x, rows[node], node[1], align, heading=node[1].endswith("…"))
    for node in columns[1][1:]:
        _write(ax, 0, rows[node], node[1], "center", heading=node[1] in ("binds", "signals through"))
    top = rows[columns[1][0]]
    box = {"boxstyle": "round,pad=0.5", "facecolor": "none", "edgecolor": ink(), "linewidth": 1.2}
    ax.text(0, top, label, ha="center", va="center", fontsize="large", fontweight="bold", bbox=box)
    for node, edges in marks.items():
        side = -1 if node in columns[0] else 1
        end = side * (SIDES["right"][0] - 0.32)
        curve = Path([(side * 0.55, top), (side * HALF, top), (side * HALF, rows[node]), (end, rows[node])], [1, 4, 4, 4])
        sign = edges[0].sign if len(edges) == 1 else ""
        ax.add_patch(PathPatch(curve, facecolor="none", edgecolor=SIGNED[sign][1], alpha=0.45, lw=0.9, zorder=1))
        for place, edge in enumerate(edges):
            marker, color = SIGNED[edge.sign]
            shift = side * 0.13 * (1 - place)
            face = color if edge.strong else ax.get_facecolor()
            size = 6 if edge.own else 3.8
            ax.plot(end + shift, rows[node], ls="", marker=marker, ms=size, mec=color, mfc=face, zorder=3)
    reach = max(map(len, columns.values())) / 2
    ax.set_xlim(-5.6, 5.6)
    ax.set_ylim(reach, -reach)
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set_visible(False)


def _write(ax: Axes, x: float, y: float, text: str, align: str, heading: bool) -> None:
    style = {"fontstyle": "italic", "alpha": 0.8, "fontsize": "small"} if heading else {"fontsize": "x-small"}
    ax.text(x, y, textwrap.shorten(text, LONGEST, placeholder=" …"), ha=align, va="center", **style)


def _key(around: pd.DataFrame) -> list[Line2D]:
    said = {"": "makes it", "+": "stimulates, raises", "-": "inhibits, lowers"}
    entries = [mark(*SIGNED[sign], text) for sign, text in said.items() if (around["sign"] == sign).any()]
    if not around["strong"].all():
        entries.append(mark("o", GREY, "hollow: inferred, by RNA only, or evidence unknown", hollow=True))
    if not around["own"].all():
        entries.append(mark("o", GREY, "small: shared chain or family", size=3.6))
    return entries
