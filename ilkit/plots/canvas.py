"""What all pictures share: the Axes, the colours, the line below that says where the data are from, the text for who cannot see."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.transforms import ScaledTranslation, Transform

from ilkit.dataset import Dataset
from ilkit.definition import is_share_alike
from ilkit.errors import FilterError, shown

# Okabe and Ito: told apart with every kind of colour vision.
BLUE, VERMILLION, GREEN, ORANGE, SKY, PURPLE, GREY = "#0072B2", "#D55E00", "#009E73", "#E69F00", "#56B4E9", "#CC79A7", "#8C8C8C"
SOURCES_NAMED = 3
SMALL = 0.65
LEAST_SIZE = 6.6, 2.4


def canvas(ax: Axes | None, width: float, height: float) -> Axes:
    """Return the Axes to draw on: the given one, or one in a new figure of that many inches at the default font size."""
    if isinstance(ax, Axes):
        return ax
    if ax is not None:
        raise FilterError(f"ax={shown(ax)}: expected a matplotlib Axes, such as plt.subplots()[1], found {type(ax).__name__}.")
    import matplotlib.pyplot as plt

    scale = mpl.rcParams["font.size"] / 10
    size = max(width, LEAST_SIZE[0]) * scale, max(height, LEAST_SIZE[1]) * scale
    return plt.figure(figsize=size, layout="constrained").add_subplot()


def ink() -> str:
    """Return the text colour of the user's theme."""
    return str(mpl.rcParams["text.color"])


def beside(ax: Axes, points: float) -> Transform:
    """Return the transform for things at the right of the Axes: x is 1 at that distance from its edge, y is data."""
    return ax.get_yaxis_transform() + _moved(ax, points)


def nudge(ax: Axes, points: float) -> Transform:
    """Return the transform of the data, moved to the right by a distance in points."""
    return ax.transData + _moved(ax, points)


def _moved(ax: Axes, points: float) -> Transform:
    return ScaledTranslation(points / 72, 0, ax.figure.dpi_scale_trans)


def describe(ax: Axes, title: str, alt: str) -> None:
    """Write the title, and keep the text that stands for the picture."""
    ax.set_title(title, loc="left", fontsize="medium", fontweight="bold")
    ax.set_label(alt)


def alt_text(ax: Axes) -> str:
    """Return what a picture shows in a sentence or two, for readers who do not see it.

    It is the label of the Axes (`Axes.get_label`), so that it is also in the repr of the Axes that a notebook prints,
    and can be saved with the picture: ``ax.figure.savefig("timeline.svg", metadata={"Description": alt_text(ax)})``.

    Parameters
    ----------
    ax
        What a function of `ilkit.plots` returned.

    Returns
    -------
    str
        The text.

    Raises
    ------
    ilkit.errors.FilterError
        The Axes was not drawn by a function of `ilkit.plots`.

    Examples
    --------
    >>> import ilkit
    >>> ilkit.plots.alt_text(ilkit.plots.families(["IL-12", "IL-23"]))
    'Tree of 1 cytokine family with 2 interleukins. They share 2 receptor subunits with others; ...'
    """
    text = str(ax.get_label()) if isinstance(ax, Axes) else ""
    if not text:
        raise FilterError(f"{shown(ax)} holds no picture of ilkit.plots: give the Axes that one of its functions returned.")
    return text


def key(ax: Axes, entries: Sequence[Line2D | Patch], below: bool = True) -> Artist:
    """Draw the legend in one line of entries, below the Axes or in the corner at its upper left."""
    longest = max((len(str(entry.get_label())) for entry in entries), default=0) + 6
    columns = max(min(len(entries), int(_letters(ax, 0.75) * 0.75) // longest), 1) if below else 1
    corner = (0, 0 if below else 1)
    return ax.legend(
        handles=entries,
        ncols=columns,
        loc="upper left",
        bbox_to_anchor=corner,
        frameon=False,
        fontsize="x-small",
        borderaxespad=0.4,
    )


def _letters(ax: Axes, relative_size: float) -> int:
    """Return about how many letters of that size, relative to the font size, stand side by side in the width of the picture."""
    share = 1.0 if len(ax.figure.axes) == 1 else ax.get_position().width
    points = ax.figure.bbox.width / ax.figure.dpi * 72
    return max(int(points * share / (mpl.rcParams["font.size"] * relative_size * 0.56)), 40)


def mark(marker: str, color: str, label: str, *, hollow: bool = False, size: float = 6) -> Line2D:
    """Return the entry of a legend for a marker."""
    face = "none" if hollow else color
    edge = 0.2 if marker.startswith("$") else 1
    return Line2D([], [], ls="", marker=marker, ms=size, mfc=face, mec=color, mew=edge, label=label)


def source_line(ax: Axes, text: str, notes: Iterable[str] = (), below: Artist | None = None) -> None:
    """Write notes and the source in small letters below everything else, as wide as the picture."""
    size = mpl.rcParams["font.size"] * SMALL
    lines = [part for line in (*notes, text) for part in textwrap.wrap(line, _letters(ax, SMALL), break_on_hyphens=False)]
    under = below or ax.xaxis.label
    ax.annotate(
        "\n".join(lines),
        xy=(0, 0),
        xycoords=(ax.yaxis.label, under),
        xytext=(0, -4),
        textcoords="offset points",
        fontsize=size,
        alpha=0.75,
        va="top",
        ha="left",
        annotation_clip=False,
    )


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def sources(dataset: Dataset, tables: Sequence[str], source_ids: Iterable[str], versioned: bool) -> str:
    """Name the dataset, the sources (share-alike ones first) and the strictest licence of the tables."""
    known = dataset.load("sources").set_index("source_id")
    used = known.loc[known.index.isin(list(source_ids))].sort_values("share_alike", ascending=False, kind="stable")
    titles = list(dict.fromkeys(re.split(r"[:(,]", title)[0].strip() for title in used["title"]))
    rest = f" and {len(titles) - SOURCES_NAMED} more" if len(titles) > SOURCES_NAMED else ""
    licences = dataset.tables().set_index("table").loc[list(tables), "licence"]
    strictest = max(licences, key=lambda licence: (is_share_alike(licence), "BY" in licence))
    origin = f"ilkit {dataset.version}" if versioned else "ilkit"
    return "; ".join(filter(None, [f"Source: {origin}, {_listed(tables)}", ", ".join(titles[:SOURCES_NAMED]) + rest, strictest]))
