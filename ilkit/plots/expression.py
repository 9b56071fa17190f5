"""In which immune cells genes are expressed."""

from __future__ import annotations

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LogNorm
from matplotlib.patches import Patch, Rectangle

from ilkit.api import opened
from ilkit.card.words import counted
from ilkit.dataset import Dataset
from ilkit.errors import FilterError, unknown
from ilkit.plots.canvas import canvas, describe, ink, key, source_line, sources
from ilkit.plots.grid import grid, group_rows
from ilkit.plots.rows import Of, expect_rows, is_versioned, lineage_rank, lineages, rows_of

NEEDS = ("symbol", "sample", "sample_type", "cell_id", "value", "unit", "source_id")
UNITS = {
    "pTPM": "transcripts per million of protein-coding genes",
    "NX": "normalised expression",
    "CAGE TPM": "CAGE tags per million",
}
THRESHOLD = 1.0
NUMBERS_UP_TO = 12
MOST_GENES = 60


def expression(of: Of, *, unit: str | None = None, ax: Axes | None = None, version: str | Dataset | None = None) -> Axes:
    """Draw the level of the RNA of genes in immune cells, in one unit.

    Parameters
    ----------
    of
        Names of interleukins, which stand for their chains, or of genes; or rows of the table ``expression``, which may
        be of tissues as well.
    unit
        ``pTPM`` (30 sorted cells of blood; taken for names), ``NX`` or ``CAGE TPM``. A frame may be of one unit only.
    ax
        The Axes to draw on; a new figure where left out.
    version
        Dataset version that names and cells are looked up in.

    Returns
    -------
    matplotlib.axes.Axes
        One row per sample by lineage (for names, of blood and immune cells only), one column per gene. Shade on a
        logarithmic scale, and the number where there are at most 12 genes. A dot: below 1 in that unit, which counts as not
        detected. A cross: not measured.

    Raises
    ------
    ilkit.errors.UnknownNameError, ilkit.errors.AmbiguousNameError
        A name stands for nothing, or for several entities.
    ilkit.errors.UnknownTableError
        The version lacks a table that the picture is drawn from.
    ilkit.errors.UnknownColumnError, ilkit.errors.FilterError
        The frame lacks a column, has several units, or there is nothing to draw.

    Examples
    --------
    >>> import ilkit
    >>> ax = ilkit.plots.expression(["IL-6", "IL-23"])
    >>> [label.get_text() for label in ax.get_xticklabels()]
    ['IL6', 'IL23A', 'IL12B']
    """
    dataset = opened(version)
    rows = rows_of(of, "expression", NEEDS, dataset)
    asked = list(dict.fromkeys(rows["symbol"]))
    rows = _of_one_unit(rows, unit, isinstance(of, pd.DataFrame))
    if len(asked) > MOST_GENES:
        raise FilterError(f"{len(asked)} genes are too many for one picture. Give at most {MOST_GENES}.")
    levels = rows.pivot_table(index="sample", columns="symbol", values="value", sort=False, observed=True).reindex(columns=asked)
    samples = rows.drop_duplicates("sample").set_index("sample")[["cell_id", "sample_type"]]
    samples["lineage"] = lineages(samples["cell_id"], dataset).where(samples["sample_type"].astype(str) != "tissue", "tissues")
    if not isinstance(of, pd.DataFrame):
        of_tissue = samples["cell_id"].isna() & (samples["sample_type"].astype(str) == "primary_cell")
        samples = samples[(samples["lineage"] != "other cells") & ~of_tissue]
    samples["rank"] = lineage_rank(samples["lineage"]).fillna(99)
    order = samples.sort_values(["rank", "sample"], key=lambda column: column.str.casefold() if column.name == "sample" else column)
    levels = levels.loc[order.index]
    shown = str(rows["unit"].iloc[0])
    numbers = len(levels.columns) <= NUMBERS_UP_TO
    ax = canvas(ax, 4.3 + max((0.42 if numbers else 0.25) * len(levels.columns), 1.6), 2.0 + 0.19 * len(levels))
    grid(ax, [sample.replace("_", " ") for sample in levels.index], list(levels.columns), lines=False)
    group_rows(ax, list(order["lineage"]))
    norm = LogNorm(THRESHOLD, max(float(levels.max().max()), 10 * THRESHOLD))
    _draw(ax, levels, norm, numbers)
    is_cells = not (order["lineage"] == "tissues").any()
    names = ", ".join(levels.columns[:6]) + (" …" if len(levels.columns) > 6 else "")
    highest = levels.max()
    top_gene = str(highest.idxmax())
    top_sample = str(levels[top_gene].idxmax())
    alt = (
        f"Heat map of the RNA of {counted(len(levels.columns), 'gene')} ({names}) in {counted(len(levels), 'sample')}, in {shown}. "
        f"Highest: {highest.max():,.4g} of {top_gene} in {top_sample.replace('_', ' ')}; "
        f"{int((levels < THRESHOLD).sum().sum())} of {levels.size} below {THRESHOLD:g}."
    )
    describe(ax, f"RNA in cells of the immune system, {shown}" if is_cells else f"RNA level, {shown}", alt)
    notes = [
        f"{shown}: {UNITS.get(shown, 'unit of the source')}; shade on a logarithmic scale. · below {THRESHOLD:g}, × not measured."
    ]
    source_line(ax, sources(dataset, ["expression"], rows["source_id"], is_versioned(of, version)), notes, key(ax, _swatches(norm)))
    return ax


def _of_one_unit(rows: pd.DataFrame, unit: str | None, is_frame: bool) -> pd.DataFrame:
    """Return the rows of one unit, of cells only where names were given."""
    if unit is not None and (not isinstance(unit, str) or unit not in UNITS):
        raise FilterError(unknown("unit", unit, UNITS))
    there = list(dict.fromkeys(rows["unit"].astype(str)))
    if unit is None and is_frame and len(there) > 1:
        raise FilterError(
            f"The frame has {len(there)} units: {', '.join(there)}. They cannot be compared; give one, such as unit={there[0]!r}."
        )
    wanted = unit or (there[0] if is_frame else "pTPM")
    kept = rows[(rows["unit"].astype(str) == wanted) & rows["value"].notna()]
    if not is_frame:
        kept = kept[kept["sample_type"].astype(str) != "tissue"]
    return expect_rows(kept, f"no rows in {wanted}, the units that there are: {', '.join(there)}")


def _swatches(norm: LogNorm) -> list[Patch]:
    """Return the entries of the legend: the shades of the powers of ten."""
    levels = [10.0**power for power in range(6) if norm.vmax is not None and 10.0**power <= norm.vmax]
    return [Patch(facecolor=mpl.colormaps["cividis_r"](norm(level)), label=f"{level:,.0f}") for level in levels]


def _draw(ax: Axes, levels: pd.DataFrame, norm: LogNorm, numbers: bool) -> None:
    """Draw the cells of the matrix."""
    colours = mpl.colormaps["cividis_r"]
    for y, values in enumerate(levels.to_numpy()):
        for x, value in enumerate(values):
            if not value >= THRESHOLD:
                ax.text(x, y, "×" if pd.isna(value) else "·", ha="center", va="center", fontsize="x-small", alpha=0.7)
                continue
            shade = colours(norm(value))
            ax.add_patch(Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=shade, edgecolor=mpl.rcParams["axes.facecolor"], lw=0.8))
            if numbers:
                dark = sum(part * weight for part, weight in zip(shade[:3], (0.3, 0.59, 0.11), strict=True)) < 0.5
                text = f"{value:,.0f}" if value >= 10 else f"{value:.1f}"
                ax.text(x, y, text, ha="center", va="center", fontsize="xx-small", color="white" if dark else "black")
    ax.axhline(len(levels) - 0.5, color=ink(), alpha=0.3, lw=0.6)
