"""Versions: where they lie, that they are whole, that they never change."""

import hashlib
import json
import re
from pathlib import Path

import pytest

import ilkit
from ilkit.catalog import data_root, digest_of, find_versions
from ilkit.errors import IntegrityError

from .conftest import PROJECT, RELEASED


def test_the_default_version_is_listed_once_with_its_size():
    versions = ilkit.versions().set_index("version")
    assert versions["is_default"].sum() == 1
    assert versions.loc[ilkit.DEFAULT_VERSION, "rows"] == sum(ilkit.tables()["rows"])
    assert versions.loc[ilkit.DEFAULT_VERSION, "bytes"] == sum(
        ilkit.path(table).stat().st_size for table in ilkit.tables()["table"]
    )


@pytest.mark.parametrize("version", find_versions(RELEASED))
def test_released_files_are_those_of_the_digest_in_the_changelog(version):
    descriptor = json.loads((RELEASED / version / "datapackage.json").read_text("utf-8"))
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (RELEASED / version).glob("*.parquet")}
    assert {entry["path"]: entry["hash"].removeprefix("sha256:") for entry in descriptor["resources"]} == hashes
    assert descriptor["digest"] == digest_of(hashes)
    changelog = (PROJECT / "CHANGELOG.md").read_text("utf-8")
    section = re.search(rf"^## Dataset {re.escape(version)}\b.*?(?=^## |\Z)", changelog, re.DOTALL | re.MULTILINE)
    assert section is not None
    assert descriptor["digest"] in section[0]


def test_a_pinned_digest_is_checked(copied_release):
    digest = ilkit.Dataset().digest
    assert ilkit.Dataset(ilkit.DEFAULT_VERSION, digest=digest).digest == digest
    with pytest.raises(IntegrityError, match="expected sha256:00, got sha256:"):
        ilkit.Dataset(ilkit.DEFAULT_VERSION, digest="sha256:00")


def damage_flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def damage_truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def damage_empty(path: Path) -> None:
    path.write_bytes(b"")


def damage_swap(path: Path) -> None:
    path.write_bytes((path.parent / "genes.parquet").read_bytes())


@pytest.mark.parametrize("damage", [damage_flip, damage_truncate, damage_empty, damage_swap, Path.unlink])
def test_a_damaged_file_is_never_loaded(copied_release, damage):
    damage(copied_release / ilkit.DEFAULT_VERSION / "functions.parquet")
    data = ilkit.Dataset(root=copied_release)
    with pytest.raises(IntegrityError, match=r"functions\.parquet"):
        data.load("functions")
    assert len(data.load("genes")) == len(ilkit.load("genes"))


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"version": "2026.11.0", "resources": [{}]}', '{"version": "1999.1.0", "resources": []}']
)
def test_a_damaged_descriptor_is_an_integrity_error(copied_release, content):
    (copied_release / ilkit.DEFAULT_VERSION / "datapackage.json").write_text(content, "utf-8")
    with pytest.raises(IntegrityError, match=r"datapackage\.json"):
        ilkit.Dataset(root=copied_release)


def test_a_descriptor_cannot_point_outside_its_folder(copied_release):
    path = copied_release / ilkit.DEFAULT_VERSION / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace('"path": "genes.parquet"', '"path": "../genes.parquet"'), "utf-8")
    with pytest.raises(IntegrityError, match="misnamed"):
        ilkit.Dataset(root=copied_release)


def test_unfinished_folders_are_no_versions(copied_release):
    (copied_release / ".unfinished-x").mkdir()
    (copied_release / "2027.1.0").mkdir()
    assert find_versions(copied_release) == [ilkit.DEFAULT_VERSION]


def test_a_given_root_wins_over_the_environment_and_that_over_the_package(monkeypatch):
    monkeypatch.setenv("ILKIT_DATA", "/from/environment")
    assert data_root("/given") == Path("/given")
    assert data_root() == Path("/from/environment")
    monkeypatch.delenv("ILKIT_DATA")
    assert data_root() == RELEASED


def test_a_recorded_digest_that_is_not_that_of_the_hashes_is_an_integrity_error(copied_release):
    path = copied_release / ilkit.DEFAULT_VERSION / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace(ilkit.Dataset().digest, "sha256:00"), "utf-8")
    with pytest.raises(IntegrityError, match="records the digest sha256:00"):
        ilkit.Dataset(root=copied_release)


@pytest.mark.parametrize("key", ["created", "digest", "description", "licenses"])
def test_a_descriptor_without_an_entry_that_is_read_is_an_integrity_error(copied_release, key):
    path = copied_release / ilkit.DEFAULT_VERSION / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    del descriptor[key]
    path.write_text(json.dumps(descriptor), "utf-8")
    with pytest.raises(IntegrityError, match="cannot be read"):
        ilkit.Dataset(root=copied_release)
