"""Exports to a disk that is full or may not be written: a clear error, what was there as it was, and nothing beside it."""

import sqlite3
from functools import partial

import pytest

import ilkit
from ilkit.errors import ExportError

LARGE = ["functions"]
EXPORTS = {
    "csv": partial(ilkit.export.csv, tables=LARGE),
    "cellphonedb": ilkit.export.cellphonedb,
    "duckdb": partial(ilkit.export.duckdb, tables=LARGE),
    "graphml": partial(ilkit.export.graphml, relations=["binds"]),
    "gmt": ilkit.export.gmt,
    "sqlite": partial(ilkit.export.sqlite, tables=LARGE),
    "xlsx": partial(ilkit.export.xlsx, tables=LARGE),
}


@pytest.mark.parametrize("size", ["4k", "40k"])
@pytest.mark.parametrize("export", EXPORTS)
def test_a_full_disk_is_an_export_error_and_leaves_nothing(export, size, small_disk):
    disk = small_disk(f"size={size}")
    with pytest.raises(ExportError, match=r"could not be written: .+ What was there is as it was"):
        EXPORTS[export](disk / "out")
    assert list(disk.iterdir()) == []


@pytest.mark.parametrize("size", range(500, 6000, 700))
def test_a_duckdb_file_is_whole_or_not_there_wherever_the_disk_ends(size, small_disk):
    import duckdb

    disk = small_disk(f"size={size}k")
    try:
        ilkit.export.duckdb(disk / "out", tables=LARGE)
    except ExportError:
        assert list(disk.iterdir()) == []
    else:
        with duckdb.connect(str(disk / "out"), read_only=True) as connection:
            assert connection.execute("SELECT count(*) FROM functions").fetchone() == (len(ilkit.load("functions")),)


@pytest.mark.parametrize("export", EXPORTS)
def test_a_disk_that_is_read_only_is_an_export_error(export, small_disk):
    disk = small_disk("size=200k,ro")
    with pytest.raises(ExportError, match="Nothing can be written to"):
        EXPORTS[export](disk / "out")


def test_a_file_on_a_full_disk_stays_as_it_was(small_disk):
    disk = small_disk("size=200k")
    (disk / "out").write_text("mine")
    with pytest.raises(ExportError, match="could not be written"):
        EXPORTS["sqlite"](disk / "out", overwrite=True)
    assert [(path.name, path.read_text()) for path in disk.iterdir()] == [("out", "mine")]


def test_an_error_of_an_engine_while_it_writes_is_an_export_error(tmp_path, monkeypatch):
    def fail(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("ilkit.export.databases._insert", fail)
    with pytest.raises(ExportError, match="could not be written: database or disk is full"):
        ilkit.export.sqlite(tmp_path / "out", tables=["chains"])
    assert list(tmp_path.iterdir()) == []
