"""Whether a version is whole: what verify reports, and what it finds."""

import hashlib
import json
import shutil

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import ilkit
from ilkit.catalog import COMPANIONS, digest_of, find_versions
from ilkit.catalog import RELEASED as PUBLISHED
from ilkit.errors import IntegrityError

from .conftest import RELEASED

CHECKS = ("file", "metadata", "schema", "primary key", "foreign keys", "labels")

OWN = "2026.12.0"


@pytest.fixture
def own_build(tmp_path):
    """Return a version of another name, and a function that puts a frame into it in place of a table, hashes and all."""
    folder = tmp_path / OWN
    shutil.copytree(RELEASED / "2026.11.0", folder)
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8")) | {"version": OWN}

    def put(name: str, frame: pd.DataFrame) -> ilkit.Dataset:
        entry = next(entry for entry in descriptor["resources"] if entry["name"] == name)
        schema = pq.read_schema(folder / entry["path"])
        table = pa.Table.from_pandas(frame, schema=schema, preserve_index=False).replace_schema_metadata(schema.metadata)
        pq.write_table(table, folder / entry["path"])
        data = (folder / entry["path"]).read_bytes()
        entry |= {"hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data), "rows": len(frame)}
        descriptor["digest"] = digest_of({entry["path"]: entry["hash"] for entry in descriptor["resources"]})
        path.write_text(json.dumps(descriptor), "utf-8")
        return ilkit.Dataset(OWN, root=tmp_path)

    return put


@pytest.mark.parametrize("version", find_versions(RELEASED))
def test_every_released_version_is_whole(version):
    report = ilkit.verify(version)
    assert report.columns.tolist() == ["table", "check", "result", "detail"]
    assert set(report["result"]) == {"ok"}
    tables = ilkit.tables(version=version)["table"]
    expected = {(table, check) for table in tables for check in CHECKS} | {(file, "file") for file in PUBLISHED[version]}
    assert set(map(tuple, report[["table", "check"]].to_numpy())) == expected


@pytest.mark.parametrize("version", find_versions(RELEASED))
def test_every_file_of_a_released_version_is_known_by_its_sha256(version):
    beside = {path.name for path in (RELEASED / version).iterdir() if path.suffix != ".parquet"}
    assert beside == set(PUBLISHED[version]) == set(COMPANIONS)
    for name, expected in PUBLISHED[version].items():
        assert f"sha256:{hashlib.sha256((RELEASED / version / name).read_bytes()).hexdigest()}" == expected


def test_what_lies_beside_the_tables_is_verified_too(copied_release):
    (copied_release / ilkit.DEFAULT_VERSION / "build-report.json").write_text("{}", "utf-8")
    with pytest.raises(IntegrityError, match=r"build-report\.json, file: .*expected sha256:"):
        ilkit.Dataset(root=copied_release).verify()


def test_a_descriptor_of_ones_own_that_changed_since_the_version_was_opened_is_a_failure(own_build):
    data = own_build("genes", ilkit.load("genes", version="2026.11.0"))
    path = data.path("genes").parent / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace("First release", "Second release"), "utf-8")
    with pytest.raises(IntegrityError, match=r"datapackage\.json, file: it has changed since"):
        data.verify()
    path.write_bytes(b"{")
    with pytest.raises(IntegrityError, match=r"datapackage\.json, file: .*cannot be read"):
        data.verify()


def test_what_fails_is_listed_in_the_error_and_the_rest_is_in_its_report(copied_release):
    folder = copied_release / ilkit.DEFAULT_VERSION
    data = ilkit.Dataset(root=copied_release)
    (folder / "drugs.parquet").unlink()
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(IntegrityError, match=r"drugs, file: .*cannot be read") as caught:
        data.verify()
    report = caught.value.report
    failed = report[report["result"] == "failed"]
    assert {"drugs", "notes"} <= set(failed["table"])
    assert set(failed.loc[failed["check"] == "foreign keys", "table"]) == {"drug_indications", "drug_targets"}
    assert len(report[report["result"] == "ok"]) > 150


def test_a_table_too_many_is_found_when_the_version_is_opened(copied_release):
    shutil.copy(copied_release / ilkit.DEFAULT_VERSION / "genes.parquet", copied_release / ilkit.DEFAULT_VERSION / "genes2.parquet")
    with pytest.raises(IntegrityError, match=r"holds what is no part of the version: genes2\.parquet"):
        ilkit.Dataset(root=copied_release)


def test_hidden_files_of_the_system_are_no_fault(copied_release):
    (copied_release / ilkit.DEFAULT_VERSION / ".DS_Store").write_bytes(b"x")
    assert set(ilkit.Dataset(root=copied_release).verify()["result"]) == {"ok"}


def test_a_descriptor_that_is_not_the_published_one_is_refused_whatever_was_changed(copied_release):
    path = copied_release / ilkit.DEFAULT_VERSION / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace('"title": "name × entity × source"', '"title": "name"'), "utf-8")
    with pytest.raises(IntegrityError, match="not the one that was released"):
        ilkit.Dataset(root=copied_release)


@pytest.mark.parametrize(
    ("table", "edit", "check", "says"),
    [
        ("genes", lambda frame: frame.assign(length_aa=-5), "schema", "length_aa: is at least 1 aa"),
        ("genes", lambda frame: pd.concat([frame, frame.head(1)]), "primary key", "occurs once"),
        ("functions", lambda frame: frame.assign(hgnc_id="HGNC:1"), "foreign keys", "refers to a row of genes.hgnc_id"),
        ("functions", lambda frame: frame.assign(symbol="IL6"), "labels", "is genes.symbol of hgnc_id"),
    ],
)
def test_a_build_of_ones_own_is_checked_by_its_own_definitions(own_build, table, edit, check, says):
    data = own_build(table, edit(ilkit.load(table, version="2026.11.0")))
    with pytest.raises(IntegrityError) as caught:
        data.verify()
    report = caught.value.report
    failed = report[report["result"] == "failed"].set_index(["table", "check"])
    assert says in failed.loc[(table, check), "detail"]


def test_a_build_of_ones_own_that_holds_to_its_definitions_is_whole(own_build):
    data = own_build("genes", ilkit.load("genes", version="2026.11.0"))
    assert set(data.verify()["result"]) == {"ok"}


def edit(folder, change):
    """Change the descriptor of a version, given as itself and its tables by name."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    change({entry["name"]: entry for entry in descriptor["resources"]})
    path.write_text(json.dumps(descriptor), "utf-8")


@pytest.mark.parametrize(
    ("change", "check", "says"),
    [
        (
            lambda tables: tables["genes"].update(title="gene"),
            "metadata",
            "one_row_per of the table: expected 'gene', the file says",
        ),
        (lambda tables: tables["genes"]["schema"]["fields"][0].update(unit="m"), "metadata", "unit of hgnc_id: expected 'm'"),
        (lambda tables: tables["genes"]["schema"].update(primaryKey=["symbol"]), "metadata", "the primary key is not that"),
        (lambda tables: tables["genes"]["schema"].update(foreignKeys=[]), "metadata", "the foreign keys are not those"),
        (lambda tables: tables["genes"].update(bytes=5), "file", "expected 5 bytes, got"),
        (lambda tables: tables["genes"].update(rows=5), "schema", "expected 5 rows of hgnc_id"),
        (lambda tables: tables["genes"]["schema"]["fields"][2].update(name="title"), "schema", "expected 128 rows of hgnc_id"),
    ],
)
def test_a_descriptor_of_ones_own_that_contradicts_its_files_is_a_failure(own_build, change, check, says):
    folder = own_build("genes", ilkit.load("genes", version="2026.11.0")).path("genes").parent
    edit(folder, change)
    with pytest.raises(IntegrityError) as caught:
        ilkit.Dataset(OWN, root=folder.parent).verify()
    failed = caught.value.report.query("result == 'failed' and table == 'genes'")
    assert failed["check"].tolist() == [check]
    assert says in failed["detail"].item()
