"""From the raw sources to the finished tables.

Readers and tables are found by their modules. The parameters of a table's ``build`` function name what it
is made from: a source (its id with ``_`` for other signs), a curated file (``curated_…``), another table, all
tables that point at a vocabulary (``referrers_of_<table>``), the ``ledger``, or ``all_sources``. The order of the
tables follows from that. A module without a schema of its name makes an intermediate frame, which other tables use
and which is not released.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd

from ilkit import schemas
from ilkit.build import curated, describe, readers, tables
from ilkit.build.ledger import Ledger
from ilkit.build.readers.source import Source, open_source
from ilkit.errors import SourceFormatError

REFERRERS = "referrers_of_"

Progress = Callable[[Iterable[str], int], Iterator[str]]


@dataclass
class Built:
    """The outcome of a build: tables, what they were made from, and the book-keeping of rows."""

    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    sources_of: dict[str, list[str]] = field(default_factory=dict)
    licences: dict[str, str] = field(default_factory=dict)
    entries: list[dict[str, Any]] = field(default_factory=list)
    curated: dict[str, pd.DataFrame] = field(default_factory=dict)
    rows_read: dict[str, dict[str, int]] = field(default_factory=dict)


def reader_modules() -> dict[str, ModuleType]:
    """Return source id → the reader module that declares it."""
    found: dict[str, ModuleType] = {}
    for entry in pkgutil.iter_modules(readers.__path__):
        module = importlib.import_module(f"{readers.__name__}.{entry.name}")
        found |= dict.fromkeys(getattr(module, "SOURCES", ()), module)
    return found


def table_builders() -> dict[str, Callable[..., pd.DataFrame]]:
    """Return table → its build function, for every module of `ilkit.build.tables` that has one."""
    modules = {
        entry.name: importlib.import_module(f"{tables.__name__}.{entry.name}") for entry in pkgutil.iter_modules(tables.__path__)
    }
    return {name: module.build for name, module in modules.items() if hasattr(module, "build")}


def parameter(source_id: str) -> str:
    """Return the parameter name under which a source is handed to a table."""
    return re.sub(r"\W", "_", source_id)


def table_needs(builders: dict[str, Callable[..., pd.DataFrame]]) -> dict[str, set[str]]:
    """Return table → the tables that it is made from, those that point at a vocabulary included."""
    named = named_tables(builders)
    return {
        name: named[name].union(*(referrers(key, name, named) for key in parameters(build) if key.startswith(REFERRERS)))
        for name, build in builders.items()
    }


def parameters(build: Callable[..., pd.DataFrame]) -> list[str]:
    """Return the names of the parameters of a build function."""
    return list(inspect.signature(build).parameters)


def named_tables(builders: dict[str, Callable[..., pd.DataFrame]]) -> dict[str, set[str]]:
    """Return table → the tables that its build function names."""
    return {name: {key for key in parameters(build) if key in builders} for name, build in builders.items()}


def referrers(key: str, asker: str, named: dict[str, set[str]]) -> list[str]:
    """Return the released tables that point at the vocabulary in `key`, but those that are made from what the asker makes."""
    vocabulary = key.removeprefix(REFERRERS)
    pointing = [
        name
        for name in named
        if name in schemas.names() and name != vocabulary and describe.points_at(describe.fields(name), vocabulary)
    ]
    return sorted(name for name in pointing if name != asker and not _made_from(name, asker, named))


def _made_from(name: str, origin: str, named: dict[str, set[str]]) -> bool:
    return origin in named[name] or any(_made_from(other, origin, named) for other in named[name])


def table_order(needs: dict[str, set[str]]) -> list[str]:
    """Return the tables in an order in which each comes after those that it is made from."""
    return list(TopologicalSorter({name: sorted(needs[name]) for name in sorted(needs)}).static_order())


def build_tables(sources: Path, curated_folder: Path, progress: Progress) -> Built:
    """Read all sources and build all tables.

    Raises
    ------
    SourceFormatError
        A source is missing, altered or malformed.
    """
    built = Built()
    modules = reader_modules()
    opened = open_sources(sources, modules)
    frames: dict[str, Any] = {}
    for source_id in progress(opened, len(opened)):
        frames[parameter(source_id)] = modules[source_id].read(opened[source_id])
        built.rows_read[source_id] = {part: len(rows) for part, rows in frames[parameter(source_id)].items()}
    own = built.curated = curated.read_curated(curated_folder)
    built.rows_read[curated.SOURCE_ID] = {name: len(rows) for name, rows in own.items()}
    frames |= {f"curated_{name}": rows for name, rows in own.items()}
    ledger = Ledger(own["corrections"], built.entries)
    facts = {source_id: source.facts | {"sha256": source.opened} for source_id, source in opened.items()}
    facts[curated.SOURCE_ID] = curated.describe_curated(curated_folder)
    frames |= {"all_sources": facts, "ledger": ledger}
    _build_all(built, frames, facts, progress)
    ledger.expect_that_corrections_meet_their_columns()
    built.licences = {source_id: entry["licence"] for source_id, entry in facts.items()}
    return built


def _build_all(built: Built, frames: dict[str, Any], facts: dict[str, dict[str, Any]], progress: Progress) -> None:
    """Build every table out of `frames`, to which each is added, and note the sources that it is made from."""
    builders = table_builders()
    named = named_tables(builders)
    order = table_order(table_needs(builders))
    lineage: dict[str, set[str]] = {}
    for name in progress(order, len(order)):
        wanted = parameters(builders[name])
        pointing = {
            key: {table: built.tables[table] for table in referrers(key, name, named)}
            for key in wanted
            if key.startswith(REFERRERS)
        }
        frames[name] = builders[name](**{key: pointing[key] if key in pointing else frames[key] for key in wanted})
        found = _sources_of(wanted, facts, lineage)
        if name in schemas.names():
            built.tables[name] = frames[name]
            built.sources_of[name] = sorted(found | set(frames[name]["source_id"] if name != "sources" else ()))
        else:
            lineage[name] = found


def open_sources(folder: Path, modules: dict[str, ModuleType]) -> dict[str, Source]:
    """Open the folder of every source that has a reader."""
    if not folder.is_dir():
        raise SourceFormatError(
            f"There is no folder of raw sources at {folder}. Give the folder that holds hgnc/, quickgo_2025_2026/ …"
        )
    missing = sorted(set(modules) - {path.name for path in folder.iterdir()})
    if missing:
        raise SourceFormatError(
            f"The folder of raw sources lacks {', '.join(missing)}: each source has a reader and must be there."
        )
    return {source_id: open_source(folder / source_id) for source_id in sorted(modules)}


def _sources_of(wanted: list[str], facts: dict[str, dict[str, Any]], lineage: dict[str, set[str]]) -> set[str]:
    """Return the sources that a table is made from: those it names, and those of the intermediate frames that it names.

    What SOURCE.toml says of the sources is the project's own description.
    """
    named = {source_id for source_id in facts if parameter(source_id) in wanted}
    own = {curated.SOURCE_ID} if any(key.startswith("curated_") or key == "all_sources" for key in wanted) else set()
    return named.union(own, *(lineage[key] for key in wanted if key in lineage))
