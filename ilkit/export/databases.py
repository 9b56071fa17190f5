"""One database file with all tables, their types and keys: DuckDB and SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa

from ilkit.api import opened
from ilkit.definition import primary_key
from ilkit.engines import quoted
from ilkit.export.contents import Version, about, keys_within, progress, resources, rows
from ilkit.export.target import Target, new_file
from ilkit.extras import require

SQL_TYPES = {"Int64": "BIGINT", "boolean": "BOOLEAN", "float64": "DOUBLE"}

Asked = Mapping[str, Mapping[str, Any]]


def duckdb(path: Target, *, tables: Iterable[str] | None = None, overwrite: bool = False, version: Version = None) -> Path:
    """Write tables into a DuckDB file, with primary and foreign keys.

    A key that may hold nulls is declared ``UNIQUE``. The tables ``_ilkit``, ``_ilkit_tables`` and ``_ilkit_columns`` have
    version and digest, the licence and sources of each table, and the data dictionary. Needs ``ilkit[engines]``.

    Parameters
    ----------
    path
        The file to write; its folder exists.
    tables
        The tables to write, all where left out; ``sources`` comes with them.
    overwrite
        Whether to replace a file that exists.
    version
        A dataset version or a `Dataset`; the default version where left out.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    ilkit.errors.ExportError
        The file exists or cannot be written.
    ilkit.errors.UnknownTableError
        There is no such table.
    ilkit.errors.MissingExtraError
        DuckDB is not installed.

    Examples
    --------
    >>> import ilkit, pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "ilkit.duckdb"
    >>> ilkit.export.duckdb(path, tables=["chains"]).name
    'ilkit.duckdb'
    """
    engine = require("duckdb", "engines")
    data = opened(version)
    asked = resources(data, tables)
    with new_file(path, overwrite, engine.Error) as made, closing(engine.connect(str(made))) as connection:
        for name in progress(asked, "duckdb"):
            connection.execute(_create(asked, name, own_keys=False))
            connection.register("incoming", rows(data, name))
            connection.execute(f"INSERT INTO {quoted(name)} SELECT * FROM incoming")
        for name, frame in about(data, asked).items():
            connection.register("incoming", pa.Table.from_pandas(frame, preserve_index=False))
            connection.execute(f"CREATE TABLE {quoted(name)} AS SELECT * FROM incoming")
        connection.execute("CHECKPOINT")
    return Path(path)


def sqlite(path: Target, *, tables: Iterable[str] | None = None, overwrite: bool = False, version: Version = None) -> Path:
    """Write tables into a SQLite file, with primary and foreign keys, and an index on each foreign key.

    SQLite has no truth values: flags are 1 and 0 in columns declared ``BOOLEAN``. Otherwise as `duckdb`; nothing needs to be
    installed.

    Parameters
    ----------
    path
        The file to write; its folder exists.
    tables
        The tables to write, all where left out; ``sources`` comes with them.
    overwrite
        Whether to replace a file that exists.
    version
        A dataset version or a `Dataset`; the default version where left out.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    ilkit.errors.ExportError
        The file exists or cannot be written.
    ilkit.errors.UnknownTableError
        There is no such table.

    Examples
    --------
    >>> import ilkit, pathlib, sqlite3, tempfile
    >>> path = ilkit.export.sqlite(pathlib.Path(tempfile.mkdtemp(), "ilkit.sqlite"), tables=["chains"])
    >>> connection = sqlite3.connect(path)
    >>> connection.execute("SELECT symbol FROM chains WHERE il_id = 'IL-23' ORDER BY symbol").fetchall()
    [('IL12B',), ('IL23A',)]
    >>> connection.close()
    """
    data = opened(version)
    asked = resources(data, tables)
    with new_file(path, overwrite, sqlite3.Error) as made, closing(sqlite3.connect(made)) as connection, connection:
        for name in progress(asked, "sqlite"):
            connection.execute(_create(asked, name))
            _insert(connection, name, rows(data, name))
            for column, _, _ in keys_within(asked, name):
                index = quoted(f"{name}_by_{column}")
                connection.execute(f"CREATE INDEX {index} ON {quoted(name)} ({quoted(column)})")
        for name, frame in about(data, asked).items():
            connection.execute(f"CREATE TABLE {quoted(name)} ({', '.join(map(quoted, frame.columns))})")
            _insert(connection, name, pa.Table.from_pandas(frame, preserve_index=False))
    return Path(path)


def _insert(connection: sqlite3.Connection, name: str, table: pa.Table) -> None:
    places = ", ".join("?" * table.num_columns)
    columns = [column.to_pylist() for column in table.columns]
    connection.executemany(f"INSERT INTO {quoted(name)} VALUES ({places})", zip(*columns, strict=True))


def _create(asked: Asked, name: str, *, own_keys: bool = True) -> str:
    """Return the statement that makes an empty table.

    DuckDB checks each row of a table that refers to itself before the rows that follow are there: `own_keys` leaves such
    keys out.
    """
    fields = asked[name]["schema"]["fields"]
    lines = [_column(field) for field in fields]
    key = primary_key(fields)
    if key:
        kind = "PRIMARY KEY" if "primaryKey" in asked[name]["schema"] else "UNIQUE"
        lines.append(f"{kind} ({', '.join(map(quoted, key))})")
    for column, other, there in keys_within(asked, name):
        if own_keys or other != name:
            lines.append(f"FOREIGN KEY ({quoted(column)}) REFERENCES {quoted(other)} ({quoted(there)})")
    return f"CREATE TABLE {quoted(name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _column(field: Mapping[str, Any]) -> str:
    required = " NOT NULL" if field.get("constraints", {}).get("required") else ""
    return f"{quoted(field['name'])} {SQL_TYPES.get(field['dtype'], 'TEXT')}{required}"
