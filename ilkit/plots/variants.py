"""How strongly variants are associated with traits."""

from __future__ import annotations

import textwrap

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from ilkit.api import opened
from ilkit.card.words import counted
from ilkit.dataset import Dataset
from ilkit.errors import FilterError, unknown
from ilkit.plots.canvas import BLUE, beside, canvas, describe, ink, source_line, sources
from ilkit.plots.grid import group_rows
from ilkit.plots.rows import Of, each, expect_rows, is_versioned, rows_of

NEEDS = (
    "rsid",
    "hgnc_id",
    "symbol",
    "trait",
    "study_id",
    "effect_allele",
    "odds_ratio",
    "beta",
    "beta_unit",
    "se",
    "ci_lower",
    "ci_upper",
    "source_id",
)
MEASURES = {"odds_ratio": "odds ratio", "beta": "beta"}
MOST_ROWS = 60
TICKS = (0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.5, 2, 3, 5, 10, 20, 50)
Z95 = 1.959964


def variants(of: Of, *, measure: str | None = None, ax: Axes | None = None, version: str | Dataset | None = None) -> Axes:
    """Draw a forest plot: the effect of each variant on a trait, with its 95 % confidence interval.

    Parameters
    ----------
    of
        Names of interleukins or genes, or rows of the table ``variants``, such as those of one disease.
    measure
        ``odds_ratio`` or ``beta``, which are never drawn together. Left out: odds ratios where there are any. Betas must
        be of one unit.
    ax
        The Axes to draw on; a new figure where left out.
    version
        Dataset version that names are looked up in.

    Returns
    -------
    matplotlib.axes.Axes
        One row per association, grouped by trait, in the order of the effect: gene, variant and effect allele at the left,
        estimate and interval at the right. The interval is the one given or follows from the standard error. A hollow
        diamond: no effect allele is given, so that the direction is unknown. The axis of odds ratios is logarithmic.

    Raises
    ------
    ilkit.errors.UnknownNameError, ilkit.errors.AmbiguousNameError
        A name stands for nothing, or for several entities.
    ilkit.errors.UnknownTableError
        The version lacks a table that the picture is drawn from.
    ilkit.errors.UnknownColumnError, ilkit.errors.FilterError
        The frame lacks a column, has betas of several units, more than 60 rows, or there is nothing to draw.

    Examples
    --------
    >>> import ilkit
    >>> psoriasis = ilkit.load("variants", interleukin="IL-23", disease="psoriasis")
    >>> ilkit.plots.alt_text(ilkit.plots.variants(psoriasis))
    'Forest plot of 13 odds ratios of 9 variants, 1.23 to 1.54, with intervals for 11. ...'
    """
    dataset = opened(version)
    rows = rows_of(of, "variants", NEEDS, dataset).drop_duplicates(["rsid", "hgnc_id", "trait", "study_id"])
    chosen = _measure(rows, measure)
    drawn = _estimates(rows, chosen)
    ratio = chosen == "odds_ratio"
    ax = canvas(ax, 8.6, 1.9 + 0.21 * len(drawn))
    digits = ".2f" if ratio else ".3g"
    ax.axvline(1 if ratio else 0, color=ink(), alpha=0.5, lw=0.9, ls="--", zorder=0)
    for row, one in enumerate(each(drawn)):
        known = isinstance(one.effect_allele, str)
        ax.plot(one.estimate, row, ls="", marker="s" if known else "D", ms=5, mec=BLUE, mfc=BLUE if known else "none", zorder=3)
        said = f"{one.estimate:{digits}}"
        if one.low == one.low:
            ax.plot([one.low, one.high], [row, row], color=BLUE, lw=1.3, zorder=2)
            said += f" ({one.low:{digits}} to {one.high:{digits}})"
        ax.text(1, row, said, transform=beside(ax, 6), va="center", fontsize="x-small")
    ax.set_yticks(range(len(drawn)), list(drawn["label"]), fontsize="x-small")
    ax.set_ylim(len(drawn) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    ax.spines[["top", "right", "left"]].set_visible(False)
    group_rows(ax, [textwrap.fill(trait, 32) for trait in drawn["group"]], 108)
    if ratio:
        _logarithmic(ax, drawn)
    unit = "" if ratio else f", {drawn['beta_unit'].iloc[0]}"
    ax.set_xlabel(f"{MEASURES[chosen]} per effect allele{unit}, 95 % confidence interval", fontsize="small")
    size = (np.log(drawn["estimate"]) if ratio else drawn["estimate"]).abs()
    strongest = drawn.iloc[int(size.argmax())]
    alt = (
        f"Forest plot of {counted(len(drawn), MEASURES[chosen])} of {counted(drawn['rsid'].nunique(), 'variant')}, "
        f"{drawn['estimate'].min():{digits}} to {drawn['estimate'].max():{digits}}, "
        f"with intervals for {drawn['low'].notna().sum()}. "
        f"Strongest: {strongest['rsid']} ({strongest['symbol']}), {strongest['group']}, {strongest['estimate']:{digits}}."
    )
    describe(ax, "Variants and traits", alt)
    notes = ["The gene is the one at the variant, not the proven cause. No line: no interval is given."]
    if drawn["effect_allele"].isna().any():
        notes.append("Hollow diamond: no effect allele is given, so that the direction is unknown.")
    left_out = len(rows) - len(drawn)
    if left_out:
        notes.append(f"{counted(left_out, 'association')} without {MEASURES[chosen]} not drawn.")
    source_line(ax, sources(dataset, ["variants"], drawn["source_id"], is_versioned(of, version)), notes)
    return ax


def _measure(rows: pd.DataFrame, measure: str | None) -> str:
    """Return the measure to draw: the one asked for, else odds ratios where there are any."""
    if measure is None:
        return "odds_ratio" if rows["odds_ratio"].notna().any() else "beta"
    if not isinstance(measure, str) or measure not in MEASURES:
        raise FilterError(unknown("measure", measure, MEASURES))
    return measure


def _estimates(rows: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Return the rows to draw with ``estimate``, ``low``, ``high``, ``label`` and ``group``, in the order of drawing."""
    kept = rows[rows[measure].notna()]
    kept = expect_rows(kept, f"none of the {len(rows)} rows has a value of {measure}")
    if len(kept) > MOST_ROWS:
        raise FilterError(
            f"{len(kept)} associations are too many for one forest plot (at most {MOST_ROWS}). Load fewer, such as those of one "
            "disease: ilkit.load('variants', disease='psoriasis')."
        )
    units = list(dict.fromkeys(kept["beta_unit"].dropna())) if measure == "beta" else []
    if len(units) > 1:
        raise FilterError(
            f"The betas have {len(units)} units: {', '.join(units)}. They cannot be compared; keep the rows of one of them: "
            f"frame[frame['beta_unit'] == {units[0]!r}]."
        )
    value, width = kept[measure].astype(float), Z95 * kept["se"].astype(float)
    ratio = measure == "odds_ratio"
    low, high = (value * np.exp(-width), value * np.exp(width)) if ratio else (value - width, value + width)
    diseases = kept["disease_name"] if "disease_name" in kept else pd.Series(None, index=kept.index, dtype=object)
    allele = ("-" + kept["effect_allele"].astype(object)).fillna("")
    drawn = kept.assign(
        estimate=value,
        low=kept["ci_lower"].fillna(low),
        high=kept["ci_upper"].fillna(high),
        label=kept["symbol"] + "  " + kept["rsid"] + allele,
        group=diseases.fillna(kept["trait"]),
    )
    return drawn.sort_values(["group", "estimate"], ascending=[True, False], kind="stable", key=_fold).reset_index(drop=True)


def _fold(column: pd.Series) -> pd.Series:
    return column.str.casefold() if column.name == "group" else column


def _logarithmic(ax: Axes, drawn: pd.DataFrame) -> None:
    """Make the axis logarithmic, with round numbers that fit what is drawn."""
    lowest = min(drawn["low"].fillna(drawn["estimate"]).min(), 1.0) / 1.04
    highest = max(drawn["high"].fillna(drawn["estimate"]).max(), 1.0) * 1.04
    ax.set_xscale("log")
    ax.set_xlim(lowest, highest)
    inside = [tick for tick in TICKS if lowest <= tick <= highest]
    wide = highest / lowest > 4
    ticks = [tick for tick in inside if not wide or tick not in (0.7, 0.8, 0.9, 1.1, 1.2)]
    ax.set_xticks(ticks, [f"{tick:g}" for tick in ticks], fontsize="small")
    ax.set_xticks([], minor=True)
