"""What must hold before a dataset version is written. Each check names the rows that break it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pandera.pandas as pa

from ilkit.build.describe import fields, foreign_keys, labels, primary_key
from ilkit.errors import CheckError
from ilkit.schemas import model
from ilkit.schemas.table import schema_of

SHOWN = 20
FLOORS = {"interleukins": 52, "genes": 105, "aliases": 1500, "functions": 3000}


@dataclass(frozen=True)
class Failure:
    """A broken rule of a table with the rows that break it."""

    table: str
    rule: str
    rows: pd.DataFrame

    def __str__(self) -> str:
        shown = self.rows.head(SHOWN).to_string(max_colwidth=60)
        more = f"\n… and {len(self.rows) - SHOWN} more" if len(self.rows) > SHOWN else ""
        return f"{self.table}: {self.rule} ({len(self.rows)} rows)\n{shown}{more}"


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
    yield from coverage_failures(tables, exemptions)
    yield from reference_failures(tables)
    yield from plausibility_failures(tables)


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
        yield from _fail(name, f"primary key {key} occurs more than once", frame[frame.duplicated(key, keep=False)])


def foreign_key_failures(name: str, tables: dict[str, pd.DataFrame], columns: Fields) -> Iterator[Failure]:
    """Find keys that point at no row of the table that they refer to."""
    frame = tables[name]
    for column, other, there in foreign_keys(columns):
        if column not in frame or (other in tables and there not in tables[other]):
            continue
        known = tables[other][there] if other in tables else pd.Series(dtype="object")
        lost = frame[column].notna() & ~frame[column].isin(known)
        yield from _fail(name, f"{column} refers to no row of {other}.{there}", frame[lost])


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
        yield from _fail(name, f"{label} disagrees with {other}.{column} of {key}", frame[wrong])


def cycle_failures(name: str, frame: pd.DataFrame) -> Iterator[Failure]:
    """Find entities that are their own ancestors, directly or through another."""
    child = frame.columns[0]
    pairs = frame.rename(columns={child: "child"})
    back = pairs.merge(pairs, left_on=["child", "ancestor_id"], right_on=["ancestor_id", "child"], suffixes=("", "_back"))
    yield from _fail(name, "an entity is its own ancestor", pairs[pairs["child"] == pairs["ancestor_id"]])
    yield from _fail(name, "two entities are ancestors of each other", back)


def coverage_failures(tables: dict[str, pd.DataFrame], exemptions: pd.DataFrame | None) -> Iterator[Failure]:
    """Find what users count on and is not there; an interleukin gene without functions needs a curated reason."""
    for name, floor in FLOORS.items():
        if name in tables and len(tables[name]) < floor:
            yield Failure(name, f"expected at least {floor} rows, found {len(tables[name])}", tables[name].head(0))
    if "functions" not in tables or "chains" not in tables:
        return
    excused = set() if exemptions is None else set(exemptions.loc[exemptions["check"] == "has_function", "entity_id"])
    without = tables["chains"][~tables["chains"]["hgnc_id"].isin(tables["functions"]["hgnc_id"])]
    yield from _fail(
        "functions", "an interleukin gene has no function and no reason for it", without[~without["hgnc_id"].isin(excused)]
    )
    molecules = tables["interleukins"]
    chained = molecules["n_chains"].fillna(0) == molecules["il_id"].map(tables["chains"]["il_id"].value_counts()).fillna(0)
    yield from _fail("interleukins", "n_chains disagrees with the table chains", molecules[~chained])


def reference_failures(tables: dict[str, pd.DataFrame]) -> Iterator[Failure]:
    """Find PubMed ids that are not among the publications."""
    if "publications" not in tables:
        return
    known = tables["publications"]["reference"]
    for name, frame in tables.items():
        for column in (column for column in frame.columns if column.endswith("reference") and name != "publications"):
            cited = frame[column].str.startswith("PMID:", na=False)
            yield from _fail(name, f"{column} is not among the publications", frame[cited & ~frame[column].isin(known)])


def plausibility_failures(tables: dict[str, pd.DataFrame]) -> Iterator[Failure]:
    """Find numbers that cannot be: ends before starts, masses that do not fit lengths, effects outside their interval."""
    genes = tables.get("genes")
    if genes is not None:
        yield from _fail(
            "genes",
            "end lies before start, or the gene spans over 3 Mb",
            genes[_outside(genes["end"] - genes["start"], 0, 3_000_000)],
        )
        yield from _fail(
            "genes", "mass per residue is not that of a protein", genes[_outside(genes["mass_da"] / genes["length_aa"], 95, 130)]
        )
    variants = tables.get("variants")
    if variants is not None:
        both = variants["odds_ratio"].notna() & variants["beta"].notna()
        yield from _fail("variants", "odds ratio and beta on one row", variants[both])
        effect = variants["odds_ratio"].fillna(variants["beta"])
        yield from _fail(
            "variants", "the confidence interval is upside down", variants[variants["ci_lower"] > variants["ci_upper"]]
        )
        off = (effect < variants["ci_lower"] - 0.02 - effect.abs() * 0.05) | (
            effect > variants["ci_upper"] + 0.02 + effect.abs() * 0.05
        )
        yield from _fail("variants", "the effect lies outside its confidence interval", variants[off])
    publications = tables.get("publications")
    if publications is not None:
        wrong = publications["reference"] != "PMID:" + publications["pmid"].astype("string").astype("object")
        yield from _fail("publications", "reference and pmid disagree", publications[wrong])


def _outside(values: pd.Series, low: float, high: float) -> pd.Series:
    return ((values < low) | (values > high)).fillna(False).astype(bool)


def _fail(table: str, rule: str, rows: pd.DataFrame) -> Iterable[Failure]:
    return [] if rows.empty else [Failure(table, rule, rows)]
