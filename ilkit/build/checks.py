"""What must hold before a dataset version is written. Each check names the rows that break it.

What must hold within a table is here, what must hold between tables in `ilkit.build.cross_checks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd

from ilkit.build.cross_checks import cross_failures
from ilkit.build.describe import fields
from ilkit.build.failure import Failure, failing
from ilkit.errors import CheckError
from ilkit.schemas import model
from ilkit.schemas.table import schema_of
from ilkit.validation import broken_rules

Fields = list[dict[str, Any]]


def check_tables(
    tables: dict[str, pd.DataFrame],
    exemptions: pd.DataFrame | None = None,
    released: Mapping[str, Fields] | None = None,
) -> None:
    """Check all tables of a version; raise with every failure at once.

    `exemptions` are curated rows (``check``, ``entity_id``) that say why an entity may miss something. A version that
    is released already is checked against its own definitions: `released`, the fields of each table in its descriptor.

    Raises
    ------
    CheckError
        At least one rule is broken; up to 20 rows are listed for each, with their source.
    """
    failures = list(_failures(tables, exemptions, released))
    if failures:
        listed = "\n\n".join(map(str, failures))
        raise CheckError(f"{len(failures)} checks failed; nothing was written.\n\n{listed}")


def _failures(
    tables: dict[str, pd.DataFrame], exemptions: pd.DataFrame | None, released: Mapping[str, Fields] | None
) -> Iterator[Failure]:
    for name, frame in tables.items():
        columns = fields(name) if released is None else released[name]
        schema = model(name).to_schema() if released is None else schema_of(columns)
        yield from definition_failures(name, tables, columns, schema)
        if name.endswith("_ancestors"):
            yield from cycle_failures(name, frame)
    yield from plausibility_failures(tables)
    yield from cross_failures(tables, exemptions)


def definition_failures(name: str, tables: Mapping[str, pd.DataFrame], columns: Fields, schema: Any) -> Iterator[Failure]:
    """Find what breaks the definition of a table."""
    frame = tables[name]
    for broken in broken_rules(frame, columns, schema, tables.get):
        rows = frame.loc[broken.rows] if broken.rows is not None else frame.head(0)
        yield Failure(name, f"column {', '.join(map(repr, broken.columns))} breaks {broken.rule!r}", rows)


def cycle_failures(name: str, frame: pd.DataFrame) -> Iterator[Failure]:
    """Find entities that are their own ancestors, directly or through another."""
    child = frame.columns[0]
    pairs = frame.rename(columns={child: "child"})
    back = pairs.merge(pairs, left_on=["child", "ancestor_id"], right_on=["ancestor_id", "child"], suffixes=("", "_back"))
    yield from failing(name, "an entity is its own ancestor", pairs[pairs["child"] == pairs["ancestor_id"]])
    yield from failing(name, "two entities are ancestors of each other", back)


def plausibility_failures(tables: dict[str, pd.DataFrame]) -> Iterator[Failure]:
    """Find numbers that cannot be, in the tables that a version has."""
    for name, check in PLAUSIBLE.items():
        if name in tables:
            yield from check(tables[name])


def gene_failures(genes: pd.DataFrame) -> Iterator[Failure]:
    """Find ends before starts, and masses that do not fit lengths."""
    span = _outside(genes["end"] - genes["start"], 0, 3_000_000)
    yield from failing("genes", "end lies before start, or the gene spans over 3 Mb", genes[span])
    mass = _outside(genes["mass_da"] / genes["length_aa"], 95, 130)
    yield from failing("genes", "mass per residue is not that of a protein", genes[mass])


def effect_size_failures(variants: pd.DataFrame) -> Iterator[Failure]:
    """Find effects of two kinds on one row, and effects outside their interval."""
    both = variants["odds_ratio"].notna() & variants["beta"].notna()
    yield from failing("variants", "odds ratio and beta on one row", variants[both])
    effect = variants["odds_ratio"].fillna(variants["beta"])
    low, high, slack = variants["ci_lower"], variants["ci_upper"], 0.02 + effect.abs() * 0.05
    yield from failing("variants", "the confidence interval is upside down", variants[low > high])
    off = (effect < low - slack) | (effect > high + slack)
    yield from failing("variants", "the effect lies outside its confidence interval", variants[off])


def direction_failures(links: pd.DataFrame) -> Iterator[Failure]:
    """Find directions that contradict the effect, and effects of what is no Mendelian randomisation."""
    if "effect_direction" not in links:
        return
    ratio, direction = links["log_odds_ratio"], links["effect_direction"]
    agrees = ((direction == "raises_risk") & (ratio > 0)) | ((direction == "lowers_risk") & (ratio < 0))
    measured = links["evidence"] == "protein_mr"
    yield from failing("disease_associations", "the direction contradicts the effect", links[measured & ~agrees])
    stray = ~measured & (ratio.notna() | direction.notna())
    yield from failing("disease_associations", "an effect on a row that is no Mendelian randomisation", links[stray])


def expression_failures(expression: pd.DataFrame) -> Iterator[Failure]:
    """Find expression below zero."""
    if "value" in expression:
        yield from failing("expression", "value lies below 0", expression[expression["value"] < 0])


def publication_failures(publications: pd.DataFrame) -> Iterator[Failure]:
    """Find publications whose reference and number differ."""
    wrong = publications["reference"] != "PMID:" + publications["pmid"].astype("string").astype("object")
    yield from failing("publications", "reference and pmid disagree", publications[wrong])


PLAUSIBLE: dict[str, Callable[[pd.DataFrame], Iterator[Failure]]] = {
    "genes": gene_failures,
    "variants": effect_size_failures,
    "disease_associations": direction_failures,
    "expression": expression_failures,
    "publications": publication_failures,
}


def _outside(values: pd.Series, low: float, high: float) -> pd.Series:
    return ((values < low) | (values > high)).fillna(False).astype(bool)
