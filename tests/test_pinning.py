"""Pins: the line to paste, the entry of a pyproject.toml, and that nothing else chooses a version."""

import pickle

import pytest

import ilkit
from ilkit.errors import FilterError, IntegrityError, PinError, UnknownVersionError

from .conftest import RELEASED
from .test_catalog import damage_flip

DIGEST = ilkit.Dataset("2026.11.0").digest


def entry(tmp_path, text: str):
    file = tmp_path / "pyproject.toml"
    file.write_text(text, "utf-8")
    return file


def test_the_line_that_pins_opens_the_same_data(copied_release):
    data = ilkit.Dataset()
    assert data.pin() == f'ilkit.Dataset("{data.version}", digest="{data.digest}")'
    assert eval(data.pin(), {"ilkit": ilkit}).digest == data.digest
    elsewhere = ilkit.Dataset(root=copied_release)
    again = eval(elsewhere.pin(), {"ilkit": ilkit})
    assert again.path("genes") == elsewhere.path("genes")


def test_a_pin_that_does_not_hold_names_each_file_with_what_was_expected_and_got(copied_release):
    folder = copied_release / ilkit.DEFAULT_VERSION
    for name in ("genes.parquet", "drugs.parquet"):
        damage_flip(folder / name)
    digest = ilkit.Dataset().digest
    with pytest.raises(IntegrityError) as caught:
        ilkit.Dataset(root=copied_release, digest=digest)
    message = str(caught.value)
    assert f"expected {digest}, got sha256:" in message and "nothing was loaded" in message
    assert message.count("\n  ") == 2 and "genes.parquet: expected sha256:" in message and "drugs.parquet" in message
    assert "altered" in message and "reinstall" in message


def test_the_digest_of_another_version_does_not_open_this_one():
    with pytest.raises(IntegrityError, match="another version"):
        ilkit.Dataset("2026.11.1", digest=DIGEST)


@pytest.mark.parametrize("digest", ["sha256:00", "", "4836a1d3", "md5:" + "0" * 64])
def test_what_is_no_digest_is_said_to_be_none(digest):
    with pytest.raises(IntegrityError, match="no digest"):
        ilkit.Dataset("2026.11.0", digest=digest)


@pytest.mark.parametrize("digest", [3, b"sha256", ["sha256:00"]])
def test_a_digest_is_text(digest):
    with pytest.raises(FilterError, match="64 hexadecimal digits"):
        ilkit.Dataset("2026.11.0", digest=digest)


def test_a_digest_in_capitals_is_the_same():
    assert ilkit.Dataset("2026.11.0", digest=DIGEST.upper()).digest == DIGEST


def test_an_entry_of_pyproject_toml_pins_a_project(tmp_path):
    file = entry(tmp_path, f'[project]\nname = "x"\n[tool.ilkit]\nversion = "2026.11.0"\ndigest = "{DIGEST}"\n')
    assert ilkit.Dataset.from_pyproject(file).version == "2026.11.0"
    assert ilkit.Dataset.from_pyproject(str(tmp_path)).digest == DIGEST


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", r"no table \[tool\.ilkit\]"),
        ("[tool]\nilkit = 3\n", r"no table \[tool\.ilkit\]"),
        ("tool = 3\n", "No pin can be read"),
        ("[tool.ilkit\n", "No pin can be read"),
        ('[tool.ilkit]\nversion = "2026.11.0"\n', "lacks digest"),
        (f'[tool.ilkit]\ndigest = "{DIGEST}"\n', "lacks version"),
        (f'[tool.ilkit]\nversion = 2026\ndigest = "{DIGEST}"\n', "lacks version"),
        (f'[tool.ilkit]\nversoin = "2026.11.0"\ndigest = "{DIGEST}"\n', "Did you mean 'version'"),
        ('[tool.ilkit]\nversion = "2026.11.0"\ndigest = "sha256:00"\n', "no digest"),
    ],
)
def test_an_entry_that_is_no_pin_says_what_is_missing(tmp_path, text, says):
    with pytest.raises(PinError, match=says):
        ilkit.Dataset.from_pyproject(entry(tmp_path, text))


@pytest.mark.parametrize("path", ["nowhere/pyproject.toml", "", 3, None, "\0"])
def test_a_file_that_is_not_there_is_said_to_be_none(path):
    with pytest.raises(PinError, match="pyproject"):
        ilkit.Dataset.from_pyproject(path)


def test_a_pinned_version_that_is_not_at_hand_is_unknown(tmp_path):
    with pytest.raises(UnknownVersionError):
        ilkit.Dataset.from_pyproject(entry(tmp_path, f'[tool.ilkit]\nversion = "2020.1.0"\ndigest = "{DIGEST}"\n'))


def test_neither_the_environment_nor_a_file_nearby_chooses_a_version(tmp_path, monkeypatch):
    entry(tmp_path, f'[tool.ilkit]\nversion = "2026.11.0"\ndigest = "{DIGEST}"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ILKIT_VERSION", "2026.11.0")
    assert ilkit.Dataset().version == ilkit.DEFAULT_VERSION != "2026.11.0"
    assert len(ilkit.tables()) == len(ilkit.tables(version=ilkit.DEFAULT_VERSION))


def test_a_dataset_in_a_notebook_shows_its_version_digest_tables_and_pin():
    data = ilkit.Dataset("2026.11.0")
    html = data._repr_html_()
    assert data.digest in html and "13 tables, 55,912 rows" in html
    assert html.count("<tr>") == 14
    assert "ilkit.Dataset(&quot;2026.11.0&quot;, digest=" in html
    assert "<script" not in html and "http" not in html


def test_what_a_folder_is_called_stays_text(tmp_path):
    root = tmp_path / "<script>alert(1)<"
    root.mkdir()
    (root / "2026.11.0").symlink_to(RELEASED / "2026.11.0")
    assert "&lt;script&gt;" in ilkit.Dataset("2026.11.0", root=root)._repr_html_()
    assert "<script" not in ilkit.Dataset("2026.11.0", root=root)._repr_html_()


def test_a_pyproject_nested_without_end_holds_no_pin(tmp_path):
    with pytest.raises(PinError, match="No pin can be read"):
        ilkit.Dataset.from_pyproject(entry(tmp_path, "a = " + "[" * 5000))


def test_a_copy_has_the_same_pin_and_holds_to_it(copied_release):
    for data in (ilkit.Dataset(), ilkit.Dataset(root=copied_release)):
        assert pickle.loads(pickle.dumps(data)).pin() == data.pin()
    pickled = pickle.dumps(ilkit.Dataset(root=copied_release))
    damage_flip(copied_release / ilkit.DEFAULT_VERSION / "genes.parquet")
    with pytest.raises(IntegrityError, match=r"genes\.parquet: expected"):
        pickle.loads(pickled)
