"""A source folder: each file is the one that its SOURCE.toml records, and what is wrong is named."""

import hashlib

import pytest

from ilkit.build.readers.source import REQUIRED, open_source
from ilkit.errors import SourceFormatError


@pytest.fixture
def folder(tmp_path):
    """Return a source of one file, as its SOURCE.toml records it."""
    (tmp_path / "a.tsv").write_bytes(b"x")
    facts = dict.fromkeys(REQUIRED, '"text"')
    facts |= {"share_alike": "false", "sha256": f'{{ "a.tsv" = "{hashlib.sha256(b"x").hexdigest()}" }}'}
    (tmp_path / "SOURCE.toml").write_text("\n".join(f"{key} = {value}" for key, value in facts.items()), "utf-8")
    return tmp_path


def test_a_file_that_is_the_recorded_one_is_opened_and_remembered(folder):
    source = open_source(folder)
    assert source.file("*.tsv") == folder / "a.tsv"
    assert source.opened == {"a.tsv": hashlib.sha256(b"x").hexdigest()}


@pytest.mark.parametrize(
    ("name", "content", "pattern", "says"),
    [
        ("a.tsv", b"y", "*.tsv", "a.tsv is not the file that SOURCE.toml records: expected sha256"),
        ("b.tsv", b"y", "b.tsv", "SOURCE.toml records no sha256 for b.tsv"),
        ("b.txt", b"y", "*.csv", r"expected a file '\*.csv'"),
    ],
)
def test_a_file_that_is_missing_unknown_or_another_is_refused(folder, name, content, pattern, says):
    (folder / name).write_bytes(content)
    with pytest.raises(SourceFormatError, match=says):
        open_source(folder).file(pattern)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("share_alike = false", "", "expected the entries share_alike"),
        ("false", '"no"', "share_alike are not of"),
        ("=", "?", "expected TOML"),
    ],
)
def test_a_malformed_description_of_a_source_is_refused(folder, old, new, says):
    path = folder / "SOURCE.toml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(SourceFormatError, match=says):
        open_source(folder)


def test_a_folder_without_a_description_is_no_source(tmp_path):
    with pytest.raises(SourceFormatError, match=r"SOURCE\.toml, which is not there"):
        open_source(tmp_path)


def test_one_file_is_asked_for_and_not_several(folder):
    (folder / "SOURCE.toml").write_text((folder / "SOURCE.toml").read_text("utf-8").replace("}", ', "b.tsv" = "" }'), "utf-8")
    source = open_source(folder)
    source.facts["sha256"]["b.tsv"] = hashlib.sha256(b"y").hexdigest()
    (folder / "b.tsv").write_bytes(b"y")
    with pytest.raises(SourceFormatError, match=r"expected one file '\*\.tsv', found a\.tsv, b\.tsv"):
        source.file("*.tsv")
