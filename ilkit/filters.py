"""What the filters of `load` mean for a table: which rows stay, and what is said of the molecule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from numbers import Integral
from typing import Any

import pandas as pd

from ilkit.errors import FilterError, closest

KEYS = {
    "interleukin": ("il_id", "hgnc_id"),
    "gene": ("hgnc_id", "il_id"),
    "disease": ("disease_id",),
    "term": ("term_id",),
    "cell": ("cell_id",),
    "drug": ("drug_id",),
}
ENTITY_FILTERS = ("interleukin", "gene", "disease")


def answerable(columns: Iterable[str]) -> list[str]:
    """Return the filters that a table with these columns can answer."""
    present = set(columns)
    if {"entity_type", "entity_id"} <= present:
        return list(ENTITY_FILTERS)
    return [name for name, keys in KEYS.items() if present.intersection(keys)]


def names_of(filter_name: str, value: Any) -> list[str]:
    """Return the names that a filter was given, one or many, as a list of texts."""
    many = [value] if isinstance(value, str | Integral) else value
    if isinstance(many, Mapping | bytes) or not isinstance(many, Iterable) or getattr(many, "ndim", 1) == 0:
        raise FilterError(f"{filter_name}={value!r}: expected a name or a list of names, found {type(value).__name__}.")
    names = []
    for name in many:
        if isinstance(name, bool) or not isinstance(name, str | Integral) or not str(name).strip():
            raise FilterError(
                f"{filter_name}= was given {name!r}: expected names as text, such as {filter_name}={EXAMPLE[filter_name]!r}."
            )
        names.append(str(name))
    return names


EXAMPLE = {
    "interleukin": "IL-6",
    "gene": "IL6",
    "disease": "psoriasis",
    "term": "GO:0006955",
    "cell": "T cell",
    "drug": "tocilizumab",
    "names": "IL-6",
}


def refuse(table: str, filter_name: str, columns: Iterable[str]) -> FilterError:
    """Compose the error for a filter that the table cannot answer."""
    allowed = answerable(columns)
    near = closest(filter_name, allowed, 1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return FilterError(
        f"The table {table!r} cannot be filtered by {filter_name!r}: it has no column for it.{hint} "
        f"Filters that it has: {', '.join(allowed) or 'none'}."
    )


def keep(frame: pd.DataFrame, filter_name: str, ids: list[str], chains: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """Return the rows of `frame` that concern the entities `ids` of the kind `filter_name`.

    A table of genes narrowed to interleukins gets their ``il_id`` and ``attribution``: one row per molecule
    and row of a gene of its chains.
    """
    if "entity_type" in frame and "entity_id" in frame:
        return frame[(frame["entity_type"] == filter_name) & frame["entity_id"].isin(ids)]
    key = next(key for key in KEYS[filter_name] if key in frame)
    if filter_name == "interleukin" and key == "hgnc_id":
        links = chains()[["il_id", "hgnc_id", "attribution"]]
        links = links[links["il_id"].isin(ids)]
        row = "__row__"
        numbered = frame.assign(**{row: range(len(frame))})
        joined = numbered.merge(links, on="hgnc_id", how="inner")
        order = joined["il_id"].map({il_id: place for place, il_id in enumerate(ids)})
        joined = joined.assign(__place__=order).sort_values(["__place__", row], kind="stable")
        return joined.drop(columns=[row, "__place__"])
    if filter_name == "gene" and key == "il_id":
        links = chains()
        ids = links.loc[links["hgnc_id"].isin(ids), "il_id"].tolist()
    return frame[frame[key].isin(ids)]
