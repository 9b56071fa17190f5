"""Whether a dataset version is whole: its files, and what they say, by its own definitions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from ilkit.catalog import COMPANIONS, DESCRIPTOR, RELEASED, WHAT_TO_DO, read_descriptor, read_file
from ilkit.definition import foreign_keys, primary_key
from ilkit.errors import IntegrityError
from ilkit.parsing import parse

SHOWN = 10


class Result(NamedTuple):
    """The outcome of one check of one table; `detail` says what was counted, or what is wrong."""

    table: str
    check: str
    result: str
    detail: str


def verify(folder: Path, descriptor: dict[str, Any]) -> pd.DataFrame:
    """Return one row per check of a version, or raise with all of them; see `ilkit.Dataset.verify`.

    `descriptor` is what the version was opened with; that in the folder must still be the same.
    """
    resources = {entry["name"]: entry for entry in descriptor["resources"]}
    results, frames = [*descriptor_results(folder, descriptor), *file_results(folder, resources)], {}
    for name, resource in resources.items():
        try:
            frames[name] = parse(read_file(folder / resource["path"], resource["hash"]), resource)
        except IntegrityError as wrong:
            if not any(result.table == name for result in results if result.result == "failed"):
                results.append(Result(name, "schema", "failed", str(wrong)))
    for name in frames:
        results.append(metadata_result(folder, resources[name]))
        results += table_results(name, resources[name]["schema"]["fields"], frames)
    report = pd.DataFrame(results, columns=Result._fields)
    failed = report[report["result"] == "failed"]
    if len(failed):
        listed = "\n".join(f"  {row.table}, {row.check}: {row.detail}" for row in failed.head(SHOWN).itertuples())
        more = f"\n  … and {len(failed) - SHOWN} more" if len(failed) > SHOWN else ""
        error = IntegrityError(f"Version {folder.name} is not whole, {len(failed)} checks failed:\n{listed}{more}\n{WHAT_TO_DO}")
        error.report = report
        raise error
    return report


def descriptor_results(folder: Path, descriptor: dict[str, Any]) -> Iterator[Result]:
    """Check that the descriptor of a build of one's own still is the one that it was opened with; report where it is not."""
    if folder.name in RELEASED:
        return
    try:
        if read_descriptor(folder) == descriptor:
            return
        wrong = "it has changed since the version was opened"
    except IntegrityError as broken:
        wrong = str(broken)
    yield Result(DESCRIPTOR, "file", "failed", wrong)


def file_results(folder: Path, resources: dict[str, dict[str, Any]]) -> Iterator[Result]:
    """Check that each file is the one of its hash and size, those beside the tables included, and no other is there."""
    for name, resource in resources.items():
        try:
            size = len(read_file(folder / resource["path"], resource["hash"]))
        except IntegrityError as wrong:
            yield Result(name, "file", "failed", str(wrong))
            continue
        right = size == resource["bytes"]
        detail = resource["hash"] if right else f"expected {resource['bytes']:,} bytes, got {size:,}"
        yield Result(name, "file", "ok" if right else "failed", detail)
    for name, expected in RELEASED.get(folder.name, {}).items():
        try:
            read_file(folder / name, expected)
            yield Result(name, "file", "ok", expected)
        except IntegrityError as wrong:
            yield Result(name, "file", "failed", str(wrong))
    known = {resource["path"] for resource in resources.values()} | set(COMPANIONS)
    for path in sorted(folder.iterdir()):
        if path.name not in known and not path.name.startswith("."):
            yield Result(path.stem, "file", "failed", f"{path.name} is no file of the version")


def metadata_result(folder: Path, resource: dict[str, Any]) -> Result:
    """Check that the descriptor says of a table what its file says, and of its keys what its columns say."""
    import pyarrow.parquet as pq

    schema, stated = pq.read_schema(folder / resource["path"]), resource["schema"]
    fields, key = stated["fields"], primary_key(stated["fields"])
    wrong = _unequal("the table", schema.metadata, {"one_row_per": resource["title"], "description": resource["description"]})
    for field, column in zip(fields, schema, strict=True):
        said = {name: field.get(name) for name in ("description", "unit", "refers_to")}
        wrong += _unequal(field["name"], column.metadata, said | {"key": "primary" if field.get("primary") else None})
    keys = [
        {"fields": [column], "reference": {"resource": other, "fields": [there]}} for column, other, there in foreign_keys(fields)
    ]
    if stated.get("foreignKeys", []) != keys:
        wrong.append("the foreign keys are not those of the columns")
    if stated.get("primaryKey") != key and stated.get("uniqueKeys") != [key]:
        wrong.append("the primary key is not that of the columns")
    return Result(resource["name"], "metadata", "failed" if wrong else "ok", "; ".join(wrong) or f"{len(fields)} columns")


def _unequal(what: str, metadata: dict[bytes, bytes] | None, said: dict[str, str | None]) -> list[str]:
    written = {key.decode(): value.decode() for key, value in (metadata or {}).items()}
    return [
        f"{key} of {what}: expected {value!r}, the file says {written.get(key)!r}"
        for key, value in said.items()
        if written.get(key) != value
    ]


def table_results(name: str, fields: list[dict[str, Any]], frames: dict[str, pd.DataFrame]) -> Iterator[Result]:
    """Check a table against its definition and the tables that it refers to."""
    from ilkit.schemas.table import schema_of
    from ilkit.validation import broken_key, broken_labels, broken_references, broken_values

    frame = frames[name]
    found = {
        "schema": broken_values(frame, fields, schema_of(fields)),
        "primary key": broken_key(frame, fields),
        "foreign keys": broken_references(frame, fields, frames.get),
        "labels": broken_labels(frame, fields, frames.get),
    }
    for check, broken in found.items():
        wrong = "; ".join(f"{', '.join(one.columns)}: {one.rule}" for one in broken)
        yield Result(name, check, "failed" if wrong else "ok", wrong or f"{len(frame):,} rows")
