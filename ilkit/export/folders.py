"""A folder of CSV files that is a Data Package of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ilkit.api import opened
from ilkit.catalog import checksum_of
from ilkit.dataset import Dataset
from ilkit.export.contents import Version, keys_within, progress, read_me, resources, rows
from ilkit.export.target import Target, new_folder


def csv(folder: Target, *, tables: Iterable[str] | None = None, overwrite: bool = False, version: Version = None) -> Path:
    """Write tables as CSV files, with ``datapackage.json`` (types, keys, licences, sources, hashes) and ``README.txt``.

    The files are UTF-8 with commas. Texts stand in quotes, null is an empty field without them; flags are ``true`` and
    ``false``; numbers have all their digits.

    Parameters
    ----------
    folder
        A folder that is new or empty; its parent exists.
    tables
        The tables to write, all where left out; ``sources`` comes with them.
    overwrite
        Whether to replace a folder that holds files of the same names and no others.
    version
        A dataset version or a `Dataset`; the default version where left out.

    Returns
    -------
    pathlib.Path
        The folder.

    Raises
    ------
    ilkit.errors.ExportError
        The folder is not empty or cannot be written.
    ilkit.errors.UnknownTableError
        There is no such table.

    Examples
    --------
    >>> import ilkit, tempfile
    >>> written = ilkit.export.csv(tempfile.mkdtemp(), tables=["chains"])
    >>> sorted(path.name for path in written.iterdir())
    ['README.txt', 'chains.csv', 'datapackage.json', 'sources.csv']
    """
    data = opened(version)
    asked = resources(data, tables)
    with new_folder(folder, overwrite) as made:
        entries = [_write(data, asked, name, made) for name in progress(asked, "csv")]
        package = {**data._descriptor, "resources": sorted(entries, key=lambda entry: str(entry["name"]))}
        (made / "datapackage.json").write_text(json.dumps(package, indent=1, ensure_ascii=False) + "\n", "utf-8")
        (made / "README.txt").write_text(read_me(data, asked), "utf-8")
    return Path(folder)


def _write(data: Dataset, asked: Mapping[str, Mapping[str, Any]], name: str, folder: Path) -> dict[str, Any]:
    """Write one file and return its resource of the descriptor."""
    from pyarrow.csv import write_csv

    path = folder / f"{name}.csv"
    write_csv(rows(data, name), path)
    content = path.read_bytes()
    keys = [
        {"fields": [column], "reference": ({} if other == name else {"resource": other}) | {"fields": [there]}}
        for column, other, there in keys_within(asked, name)
    ]
    schema = {key: value for key, value in asked[name]["schema"].items() if key != "foreignKeys"} | {"missingValues": [""]}
    return {
        **asked[name],
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": checksum_of(content),
        "schema": schema | ({"foreignKeys": keys} if keys else {}),
    }
