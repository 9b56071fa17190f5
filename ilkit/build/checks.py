"""What must hold before a dataset version is written. Each check names the rows that break it.

What must hold within a table is here, what must hold between tables in `ilkit.build.cross_checks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd
import pandera.pandas as pa

from ilkit.build.cross_checks import cross_failures
from ilkit.build.describe import fields, foreign_keys, labels, primary_key
from ilkit.build.failure import Failure, failing
from ilkit.errors import CheckError
from ilkit.schemas import model
from ilkit.schemas.table import schema_of

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
        yield from schema_failures(name, frame, model(name).to_schema() if released is None else schema_of(columns))
        yield from key_failures(name, frame, columns)
        yield from foreign_key_failures(name, tables, columns)
        yield from label_failures(name, tables, columns)
        if name.endswith("_ancestors"):
            yield from cycle_failures(name, frame)
    yield from plausibility_failures(tables)
    yield from cross_failures(tables, exemptions)


def schema_failures(name: str, frame: pd.DataFrame, schema: pa.DataFrameSchema) -> Iterator[Failure]:
    """Find what breaks the definition of the table: dtypes, patterns, vocabularies, ranges, nulls."""
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as broken:
        for (column, check), cases in broken.failure_cases.groupby(["column", "check"], dropna=False):
            index = [row for row in cases["index"].dropna() if row in frame.index]
            yield Failure(name, f"column {column!r} breaks {check!r}", frame.loc[index] if index else cases)


def key_failures(name: str, frame: pd.DataFrame, columns: Fields) -> Iterator[Failure]:
    """Find rows that share a primary key, null counting as a value."""
    key = primary_key(columns)
    if set(key) <= set(frame.columns):
        yield from failing(name, f"primary key {key} occurs more than once", frame[frame.duplicated(key, keep=False)])


def foreign_key_failures(name: str, tables: dict[str, pd.DataFrame], columns: Fields) -> Iterator[Failure]:
    """Find keys that point at no row of the table that they refer to."""
    frame = tables[name]
    for column, other, there in foreign_keys(columns):
        if column not in frame or (other in tables and there not in tables[other]):
            continue
        known = tables[other][there] if other in tables else pd.Series(dtype="object")
        lost = frame[column].notna() & ~frame[column].isin(known)
        yield from failing(name, f"{column} refers to no row of {other}.{there}", frame[lost])


def label_failures(name: str, tables: dict[str, pd.DataFrame], columns: Fields) -> Iterator[Failure]:
    """Find labels that disagree with the row that their key points at."""
    frame = tables[name]
    targets = {column: there for column, _, there in foreign_keys(columns)}
    for label, key, other, column in labels(columns):
        if other not in tables or not {label, key} <= set(frame.columns) or column not in tables[other]:
            continue
        names = tables[other].set_index(targets[key])[column]
        expected = frame[key].map(names[~names.index.duplicated()])
        wrong = frame[key].isin(names.index) & (frame[label].fillna("") != expected.astype("object").fillna(""))
        yield from failing(name, f"{label} disagrees with {other}.{column} of {key}", frame[wrong])


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
