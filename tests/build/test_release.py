"""Release: atomic, never over an existing version, the same bytes each time, described in full."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from inspect import cleandoc
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

import ilkit
from ilkit.build import __main__ as command
from ilkit.build import describe, release
from ilkit.build.croissant import croissant_of
from ilkit.build.ledger import Ledger
from ilkit.build.licences import strictest
from ilkit.build.pipeline import Built
from ilkit.definition import primary_key
from ilkit.errors import BuildError, CheckError

from ..conftest import PROJECT, RELEASED

# Pandas 2 says so wherever a column without a value is concatenated; the tests below compare what comes of it.
pytestmark = pytest.mark.filterwarnings("ignore:The behavior of .* with empty or all-NA entries is deprecated:FutureWarning")

NO_CORRECTIONS = pd.DataFrame(columns=["source_id", "column", "value", "reason"])
ABOUT = {"released": "2030-01-01", "summary": "A release made by a test."}


@pytest.fixture
def built(tables) -> Built:
    licences = dict(zip(tables["sources"]["source_id"], tables["sources"]["licence"], strict=True))
    return Built(tables=tables, sources_of={name: ["hgnc", "quickgo_2025_2026"] for name in tables}, licences=licences)


def test_a_release_is_read_back_as_it_was_built(built, tmp_path):
    release.write_release(built, "2030.1.0", tmp_path, ABOUT)
    data = ilkit.Dataset("2030.1.0", root=tmp_path)
    for name, frame in built.tables.items():
        pd.testing.assert_frame_equal(data.load(name), frame)


def test_a_release_is_described_for_croissant_as_well(built, tmp_path):
    folder = release.write_release(built, "2030.1.0", tmp_path, ABOUT)
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert json.loads((folder / "croissant.json").read_text("utf-8")) == croissant_of(described)


def test_two_builds_give_the_same_bytes(built, tmp_path):
    first = release.write_release(built, "2030.1.0", tmp_path / "a", ABOUT)
    second = release.write_release(built, "2030.1.0", tmp_path / "b", ABOUT)
    names = sorted(path.name for path in first.iterdir())
    assert names == sorted(path.name for path in second.iterdir())
    assert all((first / name).read_bytes() == (second / name).read_bytes() for name in names)


def test_an_existing_version_is_never_written_over(built, tmp_path):
    release.write_release(built, "2030.1.0", tmp_path, ABOUT)
    before = {path.name: path.read_bytes() for path in (tmp_path / "2030.1.0").iterdir()}
    with pytest.raises(BuildError, match="Released data never change"):
        release.write_release(built, "2030.1.0", tmp_path, ABOUT)
    assert {path.name: path.read_bytes() for path in (tmp_path / "2030.1.0").iterdir()} == before


@pytest.mark.parametrize(
    "version", ["1", "2030.1", "../2030.1.0", "2030.1.0/x", "", "v2030.1.0", "2030.13.0", "2030.01.0", "٢٠٣٠.1.0"]
)
def test_a_version_that_is_none_is_refused(tmp_path, version):
    with pytest.raises(BuildError, match=r"expected year\.month\.counter"):
        release.check_target(version, tmp_path)


def test_a_failure_while_writing_leaves_nothing(built, tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(release, "_sync", fail)
    with pytest.raises(BuildError, match="No space left on device"):
        release.write_release(built, "2030.1.0", tmp_path, ABOUT)
    assert list(tmp_path.iterdir()) == []


FORKING = """
import itertools, os, pathlib, sys, ilkit
from ilkit.build.pipeline import Built
from ilkit.build.release import write_release
tables = {name: ilkit.load(name) for name in ("chains", "genes", "interleukins", "sources")}
licences = dict(zip(tables["sources"]["source_id"], tables["sources"]["licence"]))
built = Built(tables=tables, sources_of={name: ["hgnc"] for name in tables}, licences=licences)
def write(out, number):
    write_release(built, f"2030.1.{number}", out, {"released": "2030-01-01", "summary": "s"})
write(pathlib.Path(sys.argv[1]), 0)
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        for number in itertools.count():
            write(pathlib.Path(line.rstrip("\\n")), number)
    print(child, flush=True)
    os.waitpid(child, 0)
    print("ended", flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked and killed as Unix does")
def test_a_build_killed_at_25_moments_leaves_only_whole_versions_and_the_next_clears_up(built, tmp_path):
    small = Built({name: built.tables[name] for name in ("chains", "sources")}, built.sources_of, built.licences)
    moments = random.Random(5)
    whole = unfinished = 0
    command = [sys.executable, "-W", "ignore", "-c", FORKING, tmp_path / "warm"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=PROJECT) as process:
        for number in range(25):
            folder = tmp_path / str(number)
            process.stdin.write(f"{folder}\n")
            process.stdin.flush()
            child = int(process.stdout.readline())
            time.sleep(moments.uniform(0.02, 0.3))
            os.kill(child, signal.SIGKILL)
            assert process.stdout.readline() == "ended\n"
            for path in folder.glob("2030.1.*"):
                data = ilkit.Dataset(path.name, root=folder)
                assert ilkit.Dataset(path.name, root=folder, digest=data.digest).tables().shape[0] == 4
                assert (path / "build-report.json").is_file()
                whole += 1
            unfinished += any(folder.glob(".unfinished-*"))
            release.write_release(small, "2030.2.0", folder, ABOUT)
            assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
        process.stdin.close()
    assert whole > 0
    assert unfinished >= 15


def test_a_killed_build_whose_process_number_comes_again_is_cleared_up(built, tmp_path):
    (tmp_path / f".unfinished-{os.getpid()}-2030.1.0").mkdir()
    (tmp_path / f".unfinished-{os.getpid()}-2030.0.9").mkdir()
    release.write_release(built, "2030.1.0", tmp_path, ABOUT)
    assert [path.name for path in tmp_path.iterdir()] == ["2030.1.0"]


def test_an_output_folder_that_cannot_be_made_is_an_error_that_says_so(built, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BuildError, match="could not be written"):
        release.write_release(built, "2030.1.0", tmp_path / "file", ABOUT)


def test_an_unfinished_folder_of_a_build_at_work_is_left_alone(built, tmp_path):
    at_work = tmp_path / f".unfinished-{os.getppid()}-2030.2.0"
    at_work.mkdir()
    release.write_release(built, "2030.1.0", tmp_path, ABOUT)
    assert at_work.is_dir()


def test_leftovers_of_a_killed_build_are_cleared_by_the_next(built, tmp_path):
    (tmp_path / ".unfinished-old").mkdir()
    release.write_release(built, "2030.1.0", tmp_path, ABOUT)
    assert [path.name for path in tmp_path.iterdir()] == ["2030.1.0"]


def test_field_metadata_and_dictionary_and_descriptor_say_the_same():
    for name in ilkit.tables()["table"]:
        schema = pq.read_schema(ilkit.path(name))
        dictionary = ilkit.columns(name).set_index("column").fillna("")
        assert schema.names == dictionary.index.tolist()
        for field in schema:
            metadata = {key.decode(): value.decode() for key, value in field.metadata.items()}
            assert metadata["description"] == dictionary.loc[field.name, "description"]
            assert metadata.get("unit", "") == dictionary.loc[field.name, "unit"]
            assert metadata.get("key", "") == dictionary.loc[field.name, "key"]
        assert primary_key(describe.fields(name)) == dictionary.index[dictionary["key"] == "primary"].tolist()


def test_every_number_with_a_dimension_has_a_unit():
    units = {
        ("genes", "start"): "bp",
        ("genes", "length_aa"): "aa",
        ("genes", "mass_da"): "Da",
        ("variants", "position"): "bp",
        ("publications", "year"): "a",
    }
    for (table, column), unit in units.items():
        assert ilkit.columns(table).set_index("column").loc[column, "unit"] == unit


def test_the_licence_of_a_table_is_the_strictest_of_its_sources():
    assert strictest(["CC0-1.0", "LicenseRef-US-Public-Domain"]) == "CC0-1.0"
    assert strictest(["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"]) == "CC-BY-SA-4.0"
    with pytest.raises(BuildError, match="GPL"):
        strictest(["GPL-3.0"])
    licences = ilkit.load("sources").set_index("source_id")["licence"]
    for entry in json.loads((RELEASED / ilkit.DEFAULT_VERSION / "datapackage.json").read_text("utf-8"))["resources"]:
        assert entry["licenses"][0]["name"] == strictest(licences[source["title"]] for source in entry["sources"])


def test_the_books_balance():
    report = json.loads((RELEASED / ilkit.DEFAULT_VERSION / "build-report.json").read_text("utf-8"))
    assert report["selections"]
    for entry in report["selections"]:
        assert entry["read"] == entry["kept"] + sum(entry["dropped"].values()), entry
    written = report["rows_written_per_table_and_source"]
    assert sum(written["functions"].values()) == len(ilkit.load("functions"))


def test_a_selection_counts_what_it_drops():
    ledger = Ledger(NO_CORRECTIONS)
    rows = pd.DataFrame({"x": [1, 2, 3]}, index=pd.Index([7, 7, 8], name="line"))
    selection = ledger.select("table", "source", rows, "part")
    selection.drop(selection.rows["x"] > 1, "too large")
    selection.drop(selection.rows["x"] > 5, "never")
    assert selection.rows["line"].tolist() == [7]
    assert ledger.entries == [
        {"table": "table", "source_id": "source", "part": "part", "read": 3, "dropped": {"too large": 2}, "kept": 1}
    ]


def test_corrections_leave_rows_out_of_every_selection():
    corrections = pd.DataFrame([("source", "x", "2", "wrong there"), ("other", "x", "1", "")], columns=NO_CORRECTIONS.columns)
    ledger = Ledger(corrections)
    assert ledger.select("table", "source", pd.DataFrame({"x": ["1", "2", None]}), "part").rows["x"].isna().tolist() == [
        False,
        True,
    ]
    assert ledger.entries[0]["dropped"] == {"wrong there": 1}


@pytest.fixture(scope="module")
def rebuilt(sources, tmp_path_factory):
    """Build the default version from the raw sources as the command line does."""
    out = tmp_path_factory.mktemp("rebuilt")
    given = ["--sources", sources, "--version", ilkit.DEFAULT_VERSION, "--out", out, "--curated", PROJECT / "data" / "curated"]
    assert command.main([str(one) for one in given]) == 0
    return out


def test_the_committed_release_is_what_the_sources_give(rebuilt, tables):
    for name, frame in tables.items():
        pd.testing.assert_frame_equal(pd.read_parquet(rebuilt / ilkit.DEFAULT_VERSION / f"{name}.parquet"), frame)


def test_the_committed_descriptor_is_what_the_sources_give(rebuilt):
    """The bytes of the tables aside, which differ between versions of PyArrow."""

    def said(root: Path) -> dict:
        content = json.loads((root / ilkit.DEFAULT_VERSION / "datapackage.json").read_text("utf-8"))
        resources = [
            {key: value for key, value in entry.items() if key not in ("bytes", "hash")}
            | {"description": cleandoc(entry["description"])}  # 2026.11.1 holds them with the indentation of the source
            for entry in content["resources"]
        ]
        return {key: value for key, value in content.items() if key != "digest"} | {"resources": resources}

    assert said(rebuilt) == said(RELEASED)


def test_an_altered_source_stops_the_build_and_nothing_is_written(sources, tmp_path, capsys):
    copy = tmp_path / "sources"
    copy.mkdir()
    for folder in sources.iterdir():
        if folder.name != "clingen_2023-10-18":
            (copy / folder.name).symlink_to(folder)
    altered = copy / "clingen_2023-10-18"
    altered.mkdir()
    for path in (sources / "clingen_2023-10-18").iterdir():
        (altered / path.name).write_bytes(path.read_bytes().replace(b"Definitive", b"Definitely"))
    out = tmp_path / "out"
    assert command.main(["--sources", str(copy), "--version", "2030.1.0", "--out", str(out)]) == 1
    message = capsys.readouterr().err
    assert "is not the file that SOURCE.toml records" in message
    assert not out.exists()


def test_a_wrong_folder_of_sources_is_an_error_and_no_traceback(tmp_path, capsys):
    assert command.main(["--sources", str(tmp_path), "--version", "2030.1.0", "--out", str(tmp_path / "out")]) == 1
    assert "lacks" in capsys.readouterr().err


def test_a_correction_of_a_column_that_no_source_has_stops_the_build():
    rows = pd.DataFrame({"x": ["1", "2"]})
    good = pd.DataFrame([("source", "x", "2", "wrong there")], columns=NO_CORRECTIONS.columns)
    ledger = Ledger(good)
    ledger.select("table", "source", rows, "part")
    ledger.expect_that_corrections_meet_their_columns()
    for wrong in ("source", "y"), ("other", "x"):
        ledger = Ledger(pd.concat([good, pd.DataFrame([(*wrong, "2", "why")], columns=NO_CORRECTIONS.columns)]))
        ledger.select("table", "source", rows, "part")
        with pytest.raises(CheckError, match=r"corrections\.csv names what no source has: " + r"\.".join(wrong)):
            ledger.expect_that_corrections_meet_their_columns()
