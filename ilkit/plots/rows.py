"""What the pictures read: rows of a table, and the molecules that they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from ilkit.dataset import Dataset, Names
from ilkit.errors import FilterError, UnknownColumnError, shown
from ilkit.filters import names_of

Of = pd.DataFrame | Names
SIGNS = {"established": "", "provisional": "*", "retired": "†"}
LINEAGES = (
    ("T cells", "CL:0000084"),
    ("NK and innate lymphoid cells", "CL:0001065"),
    ("B lineage", "CL:0000945"),
    ("lymphocytes", "CL:0000542"),
    ("dendritic cells", "CL:0000451"),
    ("myeloid cells", "CL:0000763"),
    ("myeloid cells", "CL:0000766"),
    ("leukocytes", "CL:0000738"),
    ("blood cells", "CL:0000988"),
)


def is_versioned(of: Of, version: str | Dataset | None) -> bool:
    """Tell whether the version of what is drawn is known: not of a frame that comes without one."""
    return version is not None or not isinstance(of, pd.DataFrame)


def rows_of(of: Of, table: str, needs: Sequence[str], dataset: Dataset) -> pd.DataFrame:
    """Return the rows to draw: those of a frame, or those of a table that concern the names given."""
    if isinstance(of, pd.DataFrame):
        missing = [column for column in needs if column not in of]
        if missing:
            raise UnknownColumnError(
                f"The frame has no column {', '.join(map(repr, missing))}. The picture needs {', '.join(needs)}: "
                f"give rows of the table {table!r} as ilkit.load({table!r}) returns them, or names."
            )
        return expect_rows(of.copy(), "the frame has no rows")
    if of is None:
        return dataset.load(table)
    names = names_of("names", of)
    return expect_rows(
        _named(names, table, dataset), f"the table {table!r} has no rows for {shown(names[0] if len(names) == 1 else names)}"
    )


def expect_rows(rows: pd.DataFrame, why: str) -> pd.DataFrame:
    """Return the rows that are to be drawn.

    Raises
    ------
    FilterError
        There is none.
    """
    if rows.empty:
        raise FilterError(f"There is nothing to draw: {why}. Widen the selection.")
    return rows


def _named(names: list[str], table: str, dataset: Dataset) -> pd.DataFrame:
    found = dataset.resolve(names)
    is_gene = len(found) > 0 and bool((found["status"] == "matched").all() and found["il_id"].isna().all())
    return dataset.load(table, gene=names) if is_gene else dataset.load(table, interleukin=names)


def with_molecules(rows: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """Return rows about genes as rows about the molecules of which these are chains, with ``il_id`` and ``attribution``."""
    if {"il_id", "attribution"} <= set(rows):
        return rows
    plain = rows.drop(columns=["il_id", "attribution"], errors="ignore")
    joined = plain.merge(dataset.load("chains", ["il_id", "hgnc_id", "attribution"]), on="hgnc_id")
    return expect_rows(joined, "none of the genes in the rows is a chain of an interleukin")


def molecules(dataset: Dataset) -> pd.DataFrame:
    """Return the interleukins by ``il_id``, in the order of families and numbers, with the ``label`` that pictures give them."""
    listed = dataset.load("interleukins", ["il_id", "name", "family", "status"])
    listed["label"] = listed["name"] + listed["status"].astype(str).map(SIGNS)
    families = list(dict.fromkeys(listed["family"]))
    families.sort(key=lambda family: family == "unassigned")
    order = listed["family"].astype(str).map({family: place for place, family in enumerate(families)})
    return listed.assign(place=order).sort_values("place", kind="stable").drop(columns="place").set_index("il_id")


def sign_note(labels: Sequence[str]) -> list[str]:
    """Explain the signs behind names, where some of `labels` have one."""
    meaning = {"*": "* provisional", "†": "† retired designation"}
    said = [text for sign, text in meaning.items() if any(label.endswith(sign) for label in labels)]
    return [", ".join(said) + "."] if said else []


def lineages(cell_ids: pd.Series, dataset: Dataset) -> pd.Series:
    """Return the lineage of each cell by the Cell Ontology: the first of `LINEAGES` that it is or descends from."""
    ancestors = dataset.load("cell_ancestors", ["cell_id", "ancestor_id"])
    of_cell = ancestors.groupby("cell_id")["ancestor_id"].agg(set).to_dict()

    def lineage(cell_id: object) -> str:
        if not isinstance(cell_id, str):
            return "no ontology term"
        above = of_cell.get(cell_id, set()) | {cell_id}
        return next((name for name, top in LINEAGES if top in above), "other cells")

    return cell_ids.map(lineage)


def lineage_rank(names: pd.Series) -> pd.Series:
    """Return the place of each lineage in pictures."""
    order = [name for name, _ in LINEAGES] + ["other cells", "no ontology term"]
    return names.map({name: place for place, name in enumerate(order)})


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """Return the rows of a frame one by one, with their columns as attributes."""
    return iter(frame.itertuples(index=False))
