"""Versions: where they lie, that they are whole, that they never change."""

import hashlib
import json
import re
from pathlib import Path

import pytest

import ilkit
from ilkit import catalog
from ilkit.catalog import WHAT_TO_DO, data_root, digest_of, find_versions
from ilkit.errors import IntegrityError, UnknownVersionError, shown

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
    package = Path(ilkit.__file__).resolve().parent
    packed, checkout = package / "data" / "parquet", package.parent / "data" / "parquet"
    assert data_root() == (packed if packed.is_dir() else checkout)


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


VERSION = ilkit.DEFAULT_VERSION


def test_versions_are_listed_by_their_numbers_and_not_by_their_letters(tmp_path):
    for version in ("2026.11.0", "2026.9.10", "2027.1.0", "2026.9.9"):
        (tmp_path / version).mkdir()
        (tmp_path / version / "datapackage.json").write_text("{}", "utf-8")
    assert find_versions(tmp_path) == ["2026.9.9", "2026.9.10", "2026.11.0", "2027.1.0"]


@pytest.mark.parametrize("name", ["missing", "x" * 5_000, "nul\0sign"])
def test_a_folder_that_cannot_be_there_is_said_to_be_missing_with_what_to_give(tmp_path, name):
    with pytest.raises(UnknownVersionError) as failed:
        find_versions(tmp_path / name)
    assert str(failed.value) == (
        f"There is no folder of dataset versions at {shown(str(tmp_path / name))}. "
        "Give `root=` or the environment variable ILKIT_DATA the folder that holds folders such as 2026.11.0/, "
        "or reinstall ilkit, whose package carries the data."
    )


@pytest.mark.parametrize("root", [3, ["data"], True])
def test_a_root_that_is_no_path_is_refused(root):
    with pytest.raises(UnknownVersionError) as failed:
        data_root(root)
    kind = type(root).__name__
    assert str(failed.value) == f"root={root!r}: expected the path of a folder of dataset versions, found {kind}."


def test_the_data_inside_the_installed_package_win_over_those_of_a_checkout(tmp_path, monkeypatch):
    monkeypatch.setattr(catalog, "__file__", str(tmp_path / "ilkit" / "catalog.py"))
    assert data_root() == tmp_path / "data" / "parquet"
    (tmp_path / "ilkit" / "data" / "parquet").mkdir(parents=True)
    assert data_root() == tmp_path / "ilkit" / "data" / "parquet"


@pytest.mark.parametrize("version", ["2026.11.2", "../2026.11.1", 3, None, ["2026.11.1"]])
def test_an_unknown_version_is_refused_with_those_that_there_are(version):
    with pytest.raises(UnknownVersionError) as failed:
        catalog.version_folder(version, RELEASED)
    said = str(failed.value)
    assert said.startswith(f"There is no dataset version {version!r} in {str(RELEASED)!r}.")
    assert said.endswith(
        f"Allowed: {', '.join(find_versions(RELEASED))}. "
        "Versions that the installed package does not carry are opened with Dataset(version, root=…)."
    )


def test_a_version_with_tables_and_no_descriptor_is_damaged_and_one_with_neither_unknown(copied_release):
    (copied_release / VERSION / "datapackage.json").unlink()
    with pytest.raises(IntegrityError) as damaged:
        catalog.version_folder(VERSION, copied_release)
    assert str(damaged.value) == (
        f"The folder of version {VERSION} holds tables, but no datapackage.json to check them by. {WHAT_TO_DO}"
    )
    (copied_release / "2027.1.0").mkdir()
    with pytest.raises(UnknownVersionError):
        catalog.version_folder("2027.1.0", copied_release)


def test_a_descriptor_of_another_version_is_an_integrity_error_that_names_both(copied_release):
    other = (copied_release / VERSION).rename(copied_release / "2027.1.0")
    with pytest.raises(IntegrityError) as failed:
        catalog.read_descriptor(other)
    assert str(failed.value) == (
        "2027.1.0/datapackage.json does not describe this folder: expected version 2027.1.0 and one file for each "
        f"table, named after it, found version {VERSION!r}, misnamed []. {WHAT_TO_DO}"
    )


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("path", "Genes.parquet", "misnamed ['genes']"),
        ("name", "Genes", ".name does not match"),
        ("hash", "sha256:0", ".hash does not match"),
        ("hash", "md5:" + "0" * 64, ".hash does not match"),
    ],
)
def test_a_descriptor_with_a_malformed_name_or_checksum_is_an_integrity_error(copied_release, key, value, says):
    path = copied_release / VERSION / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    next(entry for entry in descriptor["resources"] if entry["name"] == "genes")[key] = value
    path.write_text(json.dumps(descriptor), "utf-8")
    with pytest.raises(IntegrityError, match=re.escape(says)):
        catalog.read_descriptor(path.parent)


def test_a_version_without_tables_is_an_integrity_error(copied_release):
    path = copied_release / VERSION / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8")) | {"resources": [], "digest": digest_of({})}
    path.write_text(json.dumps(descriptor), "utf-8")
    with pytest.raises(IntegrityError, match="resources is empty"):
        catalog.read_descriptor(path.parent)


def test_a_descriptor_that_was_edited_after_the_release_is_an_integrity_error_with_both_checksums(copied_release):
    path = copied_release / VERSION / "datapackage.json"
    published = catalog.checksum_of(path.read_bytes())
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    with pytest.raises(IntegrityError) as failed:
        catalog.read_descriptor(path.parent)
    assert str(failed.value) == (
        f"{VERSION}/datapackage.json is not the one that was released: expected {published}, "
        f"got {catalog.checksum_of(path.read_bytes())}. A build of your own needs a version name of its own. {WHAT_TO_DO}"
    )


def test_a_version_of_ones_own_needs_no_published_checksum(copied_release):
    own = (copied_release / VERSION).rename(copied_release / "2027.1.0")
    path = own / "datapackage.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"version": "2027.1.0"}), "utf-8")
    assert catalog.read_descriptor(own)["version"] == "2027.1.0"


def test_a_table_that_the_descriptor_does_not_know_is_an_integrity_error_unless_it_is_hidden(copied_release):
    folder = copied_release / VERSION
    known = {path.name for path in folder.glob("*.parquet")}
    (folder / ".unfinished.parquet").write_bytes(b"")
    assert catalog.expect_no_other_table(folder, known) is None
    for name in ("zzz.parquet", "more.parquet"):
        (folder / name).write_bytes(b"")
    with pytest.raises(IntegrityError) as failed:
        catalog.expect_no_other_table(folder, known)
    assert str(failed.value) == (
        f"The folder of version {VERSION} holds what is no part of the version: more.parquet, zzz.parquet. Expected the "
        f"{len(ilkit.tables())} files of datapackage.json and no other table. {WHAT_TO_DO}"
    )


def test_a_released_file_is_read_when_its_checksum_is_the_recorded_one_and_else_refused_with_both(tmp_path):
    path = tmp_path / "genes.parquet"
    path.write_bytes(b"x" * 1_234)
    assert catalog.read_file(path, catalog.sha256_of(path)) == b"x" * 1_234
    with pytest.raises(IntegrityError) as altered:
        catalog.read_file(path, "sha256:00")
    assert str(altered.value) == (
        f"The released file {tmp_path.name}/genes.parquet is not the one that was released: expected sha256:00, "
        f"got {catalog.sha256_of(path)} (1,234 bytes). Nothing was loaded. {WHAT_TO_DO}"
    )
    path.unlink()
    with pytest.raises(IntegrityError, match=re.escape(f"{tmp_path.name}/genes.parquet cannot be read: [Errno 2]")):
        catalog.sha256_of(path)
