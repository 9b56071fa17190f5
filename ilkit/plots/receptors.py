"""Which ligands bind which receptor, and of which subunits it is made."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from ilkit.api import opened
from ilkit.card.words import counted
from ilkit.dataset import Dataset
from ilkit.plots.canvas import canvas, describe, ink, key, source_line, sources
from ilkit.plots.grid import grid, group_rows
from ilkit.plots.ligation import effect_key, ligation, marker_of
from ilkit.plots.rows import Of, each, expect_rows, is_versioned, molecules, rows_of, sign_note

NEEDS = ("il_id", "ligand_name", "receptor_id", "effect", "status", "source_id")

WIDE = 25


def receptors(of: Of = None, *, ax: Axes | None = None, version: str | Dataset | None = None) -> Axes:
    """Draw which ligands bind which receptor complex, and the subunits of each complex.

    Parameters
    ----------
    of
        Names of interleukins, of one or more genes of chains or subunits, or rows of the table ``binding``. Left out:
        all interleukins, without the other ligands of their receptors.
    ax
        The Axes to draw on; a new figure where left out.
    version
        Dataset version that names and subunits are looked up in.

    Returns
    -------
    matplotlib.axes.Axes
        One row per receptor complex and effect, named after the ligands that bind it so; one column per subunit; the
        subunits of a complex are joined by a line. Shape and colour tell what binding does, hollow marks that it is
        provisional.

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
    >>> ax = ilkit.plots.receptors(["IL-4", "IL-13"])
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['IL-4, IL-13', 'IL-4', 'IL-13']
    """
    dataset = opened(version)
    binding = rows_of(of, "binding", NEEDS, dataset)
    if of is None:
        binding = binding[binding["il_id"].notna()]
    joined = expect_rows(ligation(binding, dataset), "the table 'receptor_subunits' has none of the receptors in the rows")
    joined["ligand"] = joined["il_id"].map(molecules(dataset)["label"]).fillna(joined["ligand_name"])
    classes = dataset.load("receptors", ["receptor_id", "receptor_class"]).set_index("receptor_id")["receptor_class"].astype(str)
    complexes = _complexes(joined, classes)
    columns = list(dict.fromkeys(symbol for symbols in complexes["subunits"] for symbol in symbols))
    ax = canvas(ax, 2.4 + 0.165 * len(columns), 2.1 + 0.18 * len(complexes))
    grid(ax, list(complexes["ligands"]), columns)
    if len(columns) > WIDE:
        _name_classes(ax, complexes, columns)
    else:
        group_rows(ax, list(complexes["receptor_class"]))
    for row, (symbols, effect, status) in enumerate(each(complexes[["subunits", "effect", "status"]])):
        places = [columns.index(symbol) for symbol in symbols]
        style = "-" if status == "established" else ":"
        ax.plot([min(places), max(places)], [row, row], color=ink(), alpha=0.7, lw=1.2, ls=style, zorder=1)
        ax.plot(places, [row] * len(places), ls="", ms=5.5, zorder=2, **marker_of(effect, status))
    ligands, complex_ids = joined["ligand"].nunique(), joined["receptor_id"].nunique()
    reach = joined.groupby("symbol")["ligand"].nunique()
    alt = (
        f"Map of {counted(ligands, 'ligand')} to {counted(complex_ids, 'receptor')} made of {counted(len(columns), 'subunit')}. "
        f"The subunit with most ligands is {reach.idxmax()}: {reach.max()}."
    )
    describe(ax, "Ligands and their receptor complexes", alt)
    below = key(ax, effect_key(joined))
    text = sources(dataset, ["binding", "receptor_subunits"], binding["source_id"], is_versioned(of, version))
    labels = list(complexes["ligands"].str.split(", ").explode())
    source_line(ax, text, ["Subunits that a line joins form one complex.", *sign_note(labels)], below)
    return ax


def _name_classes(ax: Axes, complexes: pd.DataFrame, columns: list[str]) -> None:
    """Write each class of receptors where its rows are empty, and part it from the next by a line."""
    for name, rows in complexes.groupby("receptor_class", sort=False):
        used = [columns.index(symbol) for symbols in rows["subunits"] for symbol in symbols]
        free_left = min(used) > len(columns) - 1 - max(used)
        side: dict[str, Any] = {"x": 0.01, "ha": "left"} if free_left else {"x": 0.99, "ha": "right"}
        middle = (rows.index[0] + rows.index[-1]) / 2
        ax.text(y=middle, s=str(name), va="center", fontsize="x-small", style="italic", transform=ax.get_yaxis_transform(), **side)
        if rows.index[0] > 0:
            ax.axhline(rows.index[0] - 0.5, color=ink(), alpha=0.3, lw=0.8, zorder=0)


def _complexes(joined: pd.DataFrame, classes: pd.Series) -> pd.DataFrame:
    """Return one row per receptor, effect and status with its ligands and subunits, receptors that share subunits together."""
    reach = joined.groupby("symbol")["receptor_id"].nunique()
    records = []
    for (receptor_id, effect, status), rows in joined.groupby(["receptor_id", "effect", "status"], observed=True, sort=False):
        symbols = sorted(set(rows["symbol"]), key=lambda symbol: (-reach[symbol], symbol))
        records.append(
            {
                "receptor_id": receptor_id,
                "effect": effect,
                "status": str(status),
                "receptor_class": classes.get(receptor_id, "unknown class"),
                "ligands": ", ".join(dict.fromkeys(rows["ligand"])),
                "subunits": symbols,
                "hub": (-reach[symbols[0]], symbols[0], *symbols[1:]),
            }
        )
    frame = pd.DataFrame(records)
    size = frame["receptor_class"].map(frame["receptor_class"].value_counts())
    frame = frame.assign(size=-size)
    order = sorted(frame.index, key=lambda row: (frame["size"][row], frame["receptor_class"][row], frame["hub"][row]))
    return frame.loc[order].reset_index(drop=True)
