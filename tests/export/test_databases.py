"""DuckDB and SQLite: values, types and keys."""

import sqlite3
from contextlib import closing

import pytest

import ilkit

from .conftest import plain

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: pip install 'ilkit[engines]'")


def columns_of(cursor) -> dict:
    names = [column[0] for column in cursor.description]
    return dict(zip(names, map(list, zip(*cursor.fetchall(), strict=True)), strict=True))


def test_awkward_values_come_back_from_duckdb_as_they_were(awkward, tmp_path):
    path = ilkit.export.duckdb(tmp_path / "made.duckdb", version=awkward)
    with closing(duckdb.connect(str(path), read_only=True)) as connection:
        assert columns_of(connection.execute("SELECT * FROM things")) == plain(awkward.load("things"))


def test_awkward_values_come_back_from_sqlite_as_they_were(awkward, tmp_path):
    path = ilkit.export.sqlite(tmp_path / "made.sqlite", version=awkward)
    with closing(sqlite3.connect(path)) as connection:
        assert columns_of(connection.execute("SELECT * FROM things")) == plain(awkward.load("things"))


def test_empty_texts_and_nulls_stay_apart_in_databases(made_version, tmp_path):
    data = made_version(["", None])
    query = "SELECT text IS NULL, text = '' FROM things ORDER BY id"
    with closing(sqlite3.connect(ilkit.export.sqlite(tmp_path / "made.sqlite", version=data))) as connection:
        assert connection.execute(query).fetchall() == [(0, 1), (1, None)]
    with closing(duckdb.connect(str(ilkit.export.duckdb(tmp_path / "made.duckdb", version=data)))) as connection:
        assert connection.execute(query).fetchall() == [(False, True), (True, None)]


def test_columns_of_a_duckdb_file_have_the_types_of_the_dictionary(awkward, tmp_path):
    path = ilkit.export.duckdb(tmp_path / "made.duckdb", version=awkward)
    with closing(duckdb.connect(str(path), read_only=True)) as connection:
        described = {row[0]: (row[1], row[2]) for row in connection.execute("DESCRIBE things").fetchall()}
    assert described == {
        "id": ("VARCHAR", "NO"),
        "text": ("VARCHAR", "YES"),
        "kind": ("VARCHAR", "YES"),
        "number": ("BIGINT", "YES"),
        "value": ("DOUBLE", "YES"),
        "flag": ("BOOLEAN", "YES"),
        "source_id": ("VARCHAR", "NO"),
    }


def test_a_sqlite_file_of_the_whole_version_has_keys_that_hold_and_an_index_on_each(tmp_path, tables):
    path = ilkit.export.sqlite(tmp_path / "ilkit.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for name, frame in tables.items():
            assert connection.execute(f"SELECT count(*) FROM {name}").fetchone() == (len(frame),)
            described = ilkit.columns(name)
            declared = {(row[3], row[2]) for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
            stated = described.dropna(subset="refers_to")
            assert declared == {(row.column, row.refers_to.split(".")[0]) for row in stated.itertuples()}
            indexes = [row[1] for row in connection.execute(f"PRAGMA index_list({name})")]
            first = {connection.execute(f"PRAGMA index_info({index})").fetchone()[2] for index in indexes}
            assert set(stated["column"]) <= first
        plan = connection.execute("EXPLAIN QUERY PLAN SELECT * FROM functions WHERE hgnc_id = 'HGNC:6018'").fetchall()
        assert "USING INDEX" in plan[0][3]


def test_a_duckdb_file_of_the_whole_version_joins_by_its_keys_and_refuses_what_breaks_them(tmp_path, tables):
    path = ilkit.export.duckdb(tmp_path / "ilkit.duckdb")
    with closing(duckdb.connect(str(path))) as connection:
        for name, frame in tables.items():
            assert connection.execute(f"SELECT count(*) FROM {name}").fetchone() == (len(frame),)
        joined = connection.execute("SELECT g.symbol FROM chains JOIN genes g USING (hgnc_id) WHERE il_id = 'IL-23' ORDER BY 1")
        assert joined.fetchall() == [("IL12B",), ("IL23A",)]
        with pytest.raises(duckdb.ConstraintException, match="foreign key"):
            connection.execute("UPDATE chains SET hgnc_id = 'HGNC:0' WHERE il_id = 'IL-8'")
        with pytest.raises(duckdb.ConstraintException, match=r"[Dd]uplicate key"):
            connection.execute("INSERT INTO interleukins SELECT * FROM interleukins LIMIT 1")


@pytest.mark.parametrize("export", ["duckdb", "sqlite"])
def test_a_database_says_its_version_licences_and_columns(export, tmp_path):
    path = getattr(ilkit.export, export)(tmp_path / "some.db", tables=["drugs", "chains"])
    connect = sqlite3.connect if export == "sqlite" else duckdb.connect
    with closing(connect(str(path))) as connection:
        about = dict(connection.execute("SELECT name, value FROM _ilkit").fetchall())
        assert about["version"] == ilkit.DEFAULT_VERSION
        assert about["digest"] == ilkit.Dataset().digest
        assert about["share_alike_tables"] == "drugs"
        listed = connection.execute('SELECT "table", licence FROM _ilkit_tables ORDER BY 1').fetchall()
        assert listed == [("chains", "CC-BY-4.0"), ("drugs", "CC-BY-SA-4.0"), ("sources", "CC-BY-4.0")]
        key = connection.execute("SELECT \"column\" FROM _ilkit_columns WHERE \"table\" = 'chains' AND key = 'primary'").fetchall()
        assert key == [("il_id",), ("hgnc_id",)]
