"""Releases to a disk that is full or read-only, or from sources that cannot be read: a clear error, nothing half-written."""

from pathlib import Path

import pytest

from ilkit.build import release
from ilkit.build.pipeline import Built
from ilkit.build.readers.source import open_source
from ilkit.errors import BuildError, SourceFormatError

ABOUT = {"released": "2030-01-01", "summary": "A release made by a test."}


@pytest.fixture
def built(tables) -> Built:
    licences = dict(zip(tables["sources"]["source_id"], tables["sources"]["licence"], strict=True))
    return Built(tables=tables, sources_of={name: ["hgnc"] for name in tables}, licences=licences)


@pytest.mark.parametrize("size", ["4k", "40k", "200k", "800k"])
def test_a_full_disk_is_a_build_error_and_leaves_nothing(built, size, small_disk):
    disk = small_disk(f"size={size}")
    with pytest.raises(BuildError, match=r"could not be written to .+ Nothing was left there"):
        release.write_release(built, "2030.1.0", disk, ABOUT)
    assert list(disk.iterdir()) == []


def test_versions_on_a_disk_that_fills_up_stay_as_they_were(built, small_disk):
    disk = small_disk("size=200k")
    (disk / "2029.1.0").mkdir()
    (disk / "2029.1.0" / "datapackage.json").write_text("{}")
    with pytest.raises(BuildError, match="could not be written"):
        release.write_release(built, "2030.1.0", disk, ABOUT)
    assert [path.relative_to(disk).as_posix() for path in disk.rglob("*")] == ["2029.1.0", "2029.1.0/datapackage.json"]


def test_a_disk_that_is_read_only_is_a_build_error(built, small_disk):
    with pytest.raises(BuildError, match="Read-only file system"):
        release.write_release(built, "2030.1.0", small_disk("size=200k,ro"), ABOUT)


def test_a_folder_that_may_not_be_looked_into_is_a_build_error(tmp_path, monkeypatch):
    def forbid(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", forbid)
    with pytest.raises(BuildError, match=r"cannot be written to .+ Permission denied"):
        release.check_target("2030.1.0", tmp_path)


def test_a_raw_file_that_may_not_be_read_is_an_error_that_names_it(sources, monkeypatch):
    source = open_source(sources / "monarch_2025")

    def forbid(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbid)
    with pytest.raises(SourceFormatError, match=r"monarch_disease_location\.tsv\.gz cannot be read: .+ Permission denied"):
        source.file("monarch_disease_location.tsv.gz")
