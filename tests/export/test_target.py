"""Where exports go: whole or not at all, and nothing of the user's is lost."""

import subprocess
import sys

import pytest

import ilkit
from ilkit.errors import ExportError, FilterError, MissingExtraError, UnknownTableError

FEW = ["chains"]


@pytest.mark.parametrize("export", ["duckdb", "sqlite", "xlsx"])
def test_a_file_that_exists_is_left_alone_unless_told_otherwise(export, tmp_path):
    target = tmp_path / "mine"
    target.write_text("mine")
    with pytest.raises(ExportError, match=r"exists: give another path, or overwrite=True"):
        getattr(ilkit.export, export)(target, tables=FEW)
    assert target.read_text() == "mine"
    getattr(ilkit.export, export)(target, tables=FEW, overwrite=True)
    assert target.stat().st_size > 1000
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_folder_with_files_is_left_alone_unless_told_otherwise(tmp_path):
    folder = ilkit.export.csv(tmp_path / "out", tables=FEW)
    (folder / "chains.csv").write_text("spoilt")
    with pytest.raises(ExportError, match="is not empty"):
        ilkit.export.csv(folder, tables=FEW)
    assert (folder / "chains.csv").read_text() == "spoilt"
    ilkit.export.csv(folder, tables=FEW, overwrite=True)
    assert len((folder / "chains.csv").read_text("utf-8")) > 1000
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_holds_anything_else_is_never_replaced(tmp_path):
    folder = ilkit.export.csv(tmp_path / "out", tables=FEW)
    (folder / "thesis.docx").write_text("years of work")
    with pytest.raises(ExportError, match=r"holds other files, such as 'thesis\.docx'"):
        ilkit.export.csv(folder, tables=FEW, overwrite=True)
    assert (folder / "thesis.docx").read_text() == "years of work"


def test_a_failure_leaves_what_was_there_and_nothing_beside_it(tmp_path, monkeypatch):
    def fail(*_, **__):
        raise OSError("No space left on device")

    ilkit.export.csv(tmp_path / "folder", tables=FEW)
    ilkit.export.sqlite(tmp_path / "file", tables=FEW)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    monkeypatch.setattr("ilkit.export.databases.about", fail)
    monkeypatch.setattr("ilkit.export.folders.read_me", fail)
    for export, name in [(ilkit.export.csv, "folder"), (ilkit.export.sqlite, "file")]:
        with pytest.raises(ExportError, match="could not be written: No space left"):
            export(tmp_path / name, tables=FEW, overwrite=True)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda folder: ilkit.export.sqlite(folder), ExportError, "is a folder: give the path of a file"),
        (lambda folder: ilkit.export.sqlite(folder / "no" / "x.sqlite"), ExportError, "There is no folder"),
        (lambda folder: ilkit.export.sqlite(None), ExportError, "expected the path of a file"),
        (lambda folder: ilkit.export.csv(""), ExportError, "expected the path of a folder"),
        (lambda folder: ilkit.export.csv(folder / "file"), ExportError, "is no folder"),
        (lambda folder: ilkit.export.csv("."), ExportError, "is the current folder: give one inside it"),
        (lambda folder: ilkit.export.csv(folder / "new", tables=["gene"]), UnknownTableError, "Did you mean 'genes'"),
        (lambda folder: ilkit.export.csv(folder / "new", tables="genes"), FilterError, r"expected a list of names of tables"),
        (lambda folder: ilkit.export.liana(effects="agonist"), FilterError, "expected a list such as effects="),
        (lambda folder: ilkit.export.liana(effects=["agonists"]), FilterError, "Did you mean 'agonist'"),
        (lambda folder: ilkit.export.gmt(kinds=[]), FilterError, "expected a list such as kinds="),
        (lambda folder: ilkit.export.networkx(relations=["bind"]), FilterError, "Did you mean 'binds'"),
        (lambda folder: ilkit.export.liana(version="2026.11.0"), UnknownTableError, "no table 'binding' in version 2026.11.0"),
    ],
)
def test_a_wrong_argument_says_what_was_given_and_what_is_allowed(call, error, says, tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(error, match=says):
        call(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("module", "call", "extra"),
    [
        ("duckdb", lambda path: ilkit.export.duckdb(path), "engines"),
        ("openpyxl", lambda path: ilkit.export.xlsx(path), "export"),
        ("networkx", lambda path: ilkit.export.graphml(path), "export"),
        ("networkx", lambda path: ilkit.export.networkx(), "export"),
    ],
)
def test_a_missing_package_is_an_error_that_names_what_installs_it(module, call, extra, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"pip install 'ilkit\[{extra}\]'"):
        call(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_killed_export_leaves_no_target(tmp_path):
    code = (
        "import os, ilkit.export.databases as databases\n"
        "databases.about = lambda *given: os._exit(9)\n"
        f"databases.sqlite({str(tmp_path / 'out.sqlite')!r}, tables=['chains'])"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert not (tmp_path / "out.sqlite").exists()
    ilkit.export.sqlite(tmp_path / "out.sqlite", tables=["chains"])
    assert (tmp_path / "out.sqlite").is_file()


def test_the_submodule_is_imported_when_asked_for():
    code = "import sys, ilkit; print('ilkit.export' in sys.modules, ilkit.export.liana.__name__, 'export' in dir(ilkit))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == [
        "False",
        "liana",
        "True",
    ]
    with pytest.raises(AttributeError, match="no attribute 'exprot'"):
        ilkit.exprot  # noqa: B018
