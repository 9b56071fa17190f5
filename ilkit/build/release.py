"""Write a dataset version in one atomic step: Parquet files, ``datapackage.json``, ``croissant.json`` and ``build-report.json``."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from ilkit.build import describe
from ilkit.build.croissant import croissant_of
from ilkit.build.licences import strictest
from ilkit.build.pipeline import Built
from ilkit.catalog import CROISSANT, DESCRIPTOR, REPORT, VERSION, checksum_of, digest_of
from ilkit.errors import BuildError

UNFINISHED = ".unfinished-"


def check_target(version: str, out: Path) -> Path:
    """Return the folder that the version will have, or raise where the version is malformed or exists already."""
    if not VERSION.fullmatch(version):
        raise BuildError(f"{version!r} is no dataset version: expected year.month.counter, such as 2026.11.0.")
    target = out / version
    try:
        there = target.exists()
    except OSError as broken:
        raise BuildError(f"Version {version} cannot be written to {str(out)!r}: {broken}.") from broken
    if there:
        raise BuildError(
            f"Version {version} exists in {str(out)!r}. Released data never change: give the next version, or another --out."
        )
    return target


def write_release(built: Built, version: str, out: Path, about: dict[str, str]) -> Path:
    """Write the version below `out` and return its folder.

    Everything is written into an unfinished folder first, which is renamed when it is whole; whatever kills the
    process leaves either no version or all of it.
    """
    target = check_target(version, out)
    unfinished = out / f"{UNFINISHED}{os.getpid()}-{version}"
    try:
        out.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(out)
        unfinished.mkdir()
        resources = [_write_table(name, built, unfinished) for name in sorted(built.tables)]
        described = descriptor(version, about, resources, built)
        _write_json(unfinished / DESCRIPTOR, described)
        _write_json(unfinished / CROISSANT, croissant_of(described))
        _write_json(unfinished / REPORT, report(version, built))
        _sync(unfinished)
        unfinished.rename(target)
    except OSError as broken:
        raise BuildError(f"Version {version} could not be written to {str(out)!r}: {broken}. Nothing was left there.") from broken
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return target


def _clear_leftovers(out: Path) -> None:
    """Remove unfinished folders of processes that are gone; another build may be at work."""
    for left in out.glob(f"{UNFINISHED}*"):
        if not _is_at_work(left.name.removeprefix(UNFINISHED).split("-")[0]):
            shutil.rmtree(left, ignore_errors=True)


def _is_at_work(number: str) -> bool:
    """Tell whether another process has this number; a folder with our own is of one before us, as happens in containers."""
    try:
        os.kill(int(number), 0)
    except (ValueError, OverflowError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return int(number) != os.getpid()


def _write_table(name: str, built: Built, folder: Path) -> dict[str, Any]:
    """Write one Parquet file and return its resource of the descriptor."""
    path = folder / f"{name}.parquet"
    title, description = describe.grain(name)
    pq.write_table(to_arrow(name, built.tables[name]), path, compression="zstd", compression_level=12, version="2.6")
    data = path.read_bytes()
    licence = strictest(built.licences[source_id] for source_id in built.sources_of[name])
    return {
        "name": name,
        "type": "table",
        "path": path.name,
        "title": title,
        "description": description,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "rows": len(built.tables[name]),
        "bytes": len(data),
        "hash": checksum_of(data),
        "licenses": [{"name": licence}],
        "sources": [{"title": source_id} for source_id in built.sources_of[name]],
        "schema": describe.table_schema(name),
    }


def to_arrow(name: str, frame: pd.DataFrame) -> pa.Table:
    """Return the frame as an Arrow table with the field metadata of its model.

    The pandas metadata are written here, without versions of libraries, so that nullable dtypes come back the
    same under pandas 2 and 3 and the bytes do not depend on the pandas that built them.
    """
    schema = describe.arrow_schema(name)
    table = pa.Table.from_pandas(frame, schema=schema, preserve_index=False)
    title, description = describe.grain(name)
    columns = [_pandas_column(field) for field in describe.fields(name)]
    pandas = {
        "index_columns": [],
        "column_indexes": [],
        "columns": columns,
        "creator": {"library": "pyarrow"},
        "pandas_version": None,
    }
    return table.replace_schema_metadata({"one_row_per": title, "description": description, "pandas": json.dumps(pandas)})


def _pandas_column(field: dict[str, Any]) -> dict[str, Any]:
    kind, vocabulary = describe.DTYPES[field["dtype"]], field["constraints"].get("enum")
    return {
        "name": field["name"],
        "field_name": field["name"],
        "pandas_type": kind.pandas,
        "numpy_type": kind.numpy,
        "metadata": {"num_categories": len(vocabulary), "ordered": False} if vocabulary is not None else None,
    }


def descriptor(version: str, about: dict[str, str], resources: list[dict[str, Any]], built: Built) -> dict[str, Any]:
    """Return the Data Package descriptor of a version."""
    used = sorted({source_id for name in built.tables for source_id in built.sources_of[name]})
    rows = built.tables["sources"].set_index("source_id")
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "ilkit",
        "title": "ilkit: reference tables of human interleukins",
        "description": about["summary"],
        "version": version,
        "created": f"{about['released']}T00:00:00Z",
        "digest": digest_of({entry["path"]: entry["hash"] for entry in resources}),
        "licenses": [{"name": strictest(built.licences[source_id] for source_id in used)}],
        "sources": [{"title": rows.loc[source_id, "title"], "version": rows.loc[source_id, "version"]} for source_id in used],
        "resources": resources,
    }


def report(version: str, built: Built) -> dict[str, Any]:
    """Return what was read, kept and left out, and why, per source and table."""
    written = {
        name: frame["source_id"].value_counts().sort_index().to_dict() if name != "sources" else len(frame)
        for name, frame in sorted(built.tables.items())
    }
    return {
        "version": version,
        "rows_read_per_source": built.rows_read,
        "selections": built.entries,
        "rows_written_per_table_and_source": written,
    }


def _write_json(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _sync(folder: Path) -> None:
    """Bring the files to the disk before the folder gets its final name."""
    for path in [*sorted(folder.iterdir()), folder]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
