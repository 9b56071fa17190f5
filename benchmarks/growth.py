"""The plot of growth with the number of rows, ours against theirs on each engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt

if TYPE_CHECKING:
    from benchmarks.annotation import Comparison

STYLES = {
    "pandas str": ("#0072B2", "o"),
    "Polars": ("#E69F00", "s"),
    "DuckDB file to file": ("#009E73", "^"),
}
"""Colours that the colour-blind can tell apart (Okabe and Ito), and markers."""


OURS = {"linestyle": "-", "markersize": 5}
THEIRS = {"linestyle": "--", "markersize": 5, "color": "#555555", "markerfacecolor": "white"}


def draw(points: Sequence[Comparison], seconds: Mapping[tuple[str, int], float], path: Path) -> None:
    """Draw seconds against rows, one panel per engine, and save them as a small PNG."""
    engines = [name for name in STYLES if any(each.what == name for each in points)]
    figure, panels = plt.subplots(1, len(engines), figsize=(9.6, 3.6), sharex=True, sharey=True, squeeze=False)
    for panel, engine in zip(panels[0], engines, strict=True):
        colour, marker = STYLES[engine]
        own = [each for each in points if each.what == engine]
        for place, label in ((0, "ilkit.annotate"), (1, f"{own[0].theirs}, exact symbols")):
            line = [(each.rows, seconds[case, each.rows]) for each in own if ((case := each.cases[place]), each.rows) in seconds]
            look = OURS | {"color": colour, "markerfacecolor": colour} if place == 0 else THEIRS
            panel.plot([rows for rows, _ in line], [value for _, value in line], marker=marker, label=label, **look)
        panel.set(xscale="log", yscale="log", title=engine, xlabel="rows")
        panel.grid(visible=True, color="#dddddd", linewidth=0.6)
        panel.legend(frameon=False, fontsize=8, loc="lower right")
    panels[0][0].set_ylabel("seconds")
    figure.tight_layout()
    figure.savefig(path, dpi=90)
    plt.close(figure)
