"""What is exported: the tables asked for, as Arrow tables of plain types, with what a reader must know of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import TopologicalSorter
from typing import Any

import pandas as pd
import pyarrow as pa

from ilkit.dataset import Dataset
from ilkit.definition import foreign_keys, is_share_alike
from ilkit.errors import FilterError, shown, unknown

Version = str | Dataset | None

ATTRIBUTION = "Who uses a table under CC-BY names ilkit with the dataset version and the sources of the table."
TYPES = {"Int64": pa.int64(), "boolean": pa.bool_(), "float64": pa.float64()}


def resources(data: Dataset, tables: Iterable[str] | None = None) -> dict[str, dict[str, Any]]:
    """Return the resources of the tables asked for, all where none are, each after those that it refers to.

    The table ``sources`` is always among them, so that licence and citation travel with the rows.
    """
    if isinstance(tables, str) or not isinstance(tables, Iterable | None) or getattr(tables, "ndim", 1) == 0:
        raise FilterError(f"tables={shown(tables)}: expected a list of names of tables, such as tables=['chains'].")
    names = data.tables()["table"].tolist() if tables is None else [*tables, "sources"]
    asked = {name: data._resource(name) for name in names}
    needed = {name: {other for _, other, _ in keys_within(asked, name)} - {name} for name in asked}
    return {name: asked[name] for name in TopologicalSorter(needed).static_order()}


def chosen(what: str, given: Any, allowed: Iterable[str]) -> list[str]:
    """Return the names asked for in the order of those that are allowed, or raise where one is not among them."""
    known = list(allowed)
    one = isinstance(given, str) or not isinstance(given, Iterable) or getattr(given, "ndim", 1) == 0
    names = [] if one else list(given)
    if not names:
        raise FilterError(f"{what}s={shown(given)}: expected a list such as {what}s=[{known[0]!r}]. Allowed: {', '.join(known)}.")
    for name in names:
        if not isinstance(name, str) or name not in known:
            raise FilterError(unknown(what, name, known))
    return [name for name in known if name in names]


def keys_within(asked: Mapping[str, Mapping[str, Any]], name: str) -> list[tuple[str, str, str]]:
    """Return (column, table, column there) of the foreign keys of a table that lead to a table which is exported as well."""
    return [key for key in foreign_keys(asked[name]["schema"]["fields"]) if key[1] in asked]


def rows(data: Dataset, name: str) -> pa.Table:
    """Return a table with text, whole numbers, floats and truth values as its only types."""
    frame = data.load(name)
    fields = data._resource(name)["schema"]["fields"]
    columns = [_array(frame[field["name"]], field["dtype"]) for field in fields]
    return pa.table(columns, names=[field["name"] for field in fields])


def _array(column: pd.Series, dtype: str) -> pa.Array:
    return pa.array(column.astype(object), type=TYPES.get(dtype, pa.string()), from_pandas=True)


def joined(values: pd.Series) -> str | None:
    """Return the distinct texts of a column, sorted, as one text; null where there is none."""
    return ";".join(sorted(set(values.dropna()))) or None


def about(data: Dataset, asked: Mapping[str, Mapping[str, Any]]) -> dict[str, pd.DataFrame]:
    """Return what goes with the tables: version and licence as a whole, then per table, then per column."""
    names = sorted(asked)
    listed = data.tables().set_index("table").loc[names].reset_index()
    listed["share_alike"] = listed["licence"].map(is_share_alike)
    listed["sources"] = [", ".join(source["title"] for source in asked[name]["sources"]) for name in names]
    whole = pd.DataFrame(
        {
            "name": ["dataset", "version", "digest", "licence", "share_alike_tables", "sources"],
            "value": ["ilkit: reference tables of human interleukins", data.version, data.digest, *_licence(listed)],
        }
    )
    columns = [data.columns(name).assign(table=name) for name in names]
    described = pd.concat(columns, ignore_index=True)[["table", *columns[0].columns[:-1]]]
    return {"_ilkit": whole, "_ilkit_tables": listed, "_ilkit_columns": described}


def _licence(listed: pd.DataFrame) -> list[str]:
    shared = listed.loc[listed["share_alike"], "table"].tolist()
    return [
        f"Each table has its own, see _ilkit_tables. {ATTRIBUTION}",
        ", ".join(shared) or "none",
        "The table sources has title, licence, version, address and citation of each source_id.",
    ]


def read_me(data: Dataset, asked: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the text that stands beside exported files: version, licence of each table, and its sources."""
    listed = about(data, asked)["_ilkit_tables"]
    known = data.load("sources").set_index("source_id")
    used = sorted({source["title"] for entry in asked.values() for source in entry["sources"]})
    lines = [
        f"ilkit: reference tables of human interleukins, dataset {data.version}, {data.digest}",
        "",
        ATTRIBUTION,
        "What is made from a table marked share-alike must carry the same licence.",
        "",
        "Tables",
    ]
    for row in listed.itertuples():
        mark = ", share-alike" if row.share_alike else ""
        lines.append(f"- {row.table}: {row.licence}{mark}; one row per {row.one_row_per}; sources: {row.sources}")
    lines += ["", "Sources"]
    for source_id in used:
        source = known.loc[source_id]
        lines.append(f"- {source_id}: {source['title']}; {source['licence']}; {source['version']}; {source['citation']}")
    return "\n".join(lines) + "\n"


def progress(names: Iterable[str], what: str) -> Iterator[str]:
    """Go through names with a progress bar, where there is tqdm and a terminal."""
    try:
        from tqdm.std import tqdm
    except ImportError:
        return iter(names)
    return iter(tqdm(list(names), desc=what, unit="table", disable=None, leave=False))
