"""Whether a dataset version is whole: its files, and what they say, by its own definitions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from ilkit.catalog import COMPANIONS, RELEASED, WHAT_TO_DO, read_file
from ilkit.errors import IntegrityError
from ilkit.parsing import parse

CHECKS = ("file", "schema", "primary key", "foreign keys", "labels")
SHOWN = 10


class Result(NamedTuple):
    """The outcome of one check of one table; `detail` says what was counted, or what is wrong."""

    table: str
    check: str
    result: str
    detail: str


def verify(folder: Path, resources: dict[str, dict[str, Any]]) -> pd.DataFrame:
    """Return one row per check of a version, or raise with all of them; see `ilkit.Dataset.verify`."""
    results, frames = list(file_results(folder, resources)), {}
    for name, resource in resources.items():
        frame = _readable(folder, resource)
        if frame is not None:
            frames[name] = frame
    for name in frames:
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


def _readable(folder: Path, resource: dict[str, Any]) -> pd.DataFrame | None:
    """Return the frame in a file, or none where the check of the file failed already."""
    try:
        return parse(read_file(folder / resource["path"], resource["hash"]), resource)
    except IntegrityError:
        return None


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
