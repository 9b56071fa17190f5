"""CSV: every value comes back, and types, keys, licences and sources travel along."""

import json

import pandas as pd
import pyarrow as pa
import pyarrow.csv
import pytest

import ilkit

from .conftest import plain

ARROW = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}


def read_back(folder, name: str) -> dict:
    """Return the columns of a CSV file, typed by the descriptor beside it."""
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    fields = next(entry for entry in package["resources"] if entry["name"] == name)["schema"]["fields"]
    options = pyarrow.csv.ConvertOptions(
        column_types={field["name"]: ARROW[field["type"]] for field in fields},
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,
    )
    parsing = pyarrow.csv.ParseOptions(newlines_in_values=True)
    return pyarrow.csv.read_csv(folder / f"{name}.csv", parse_options=parsing, convert_options=options).to_pydict()


def test_awkward_values_come_back_from_csv_as_they_were(awkward, tmp_path):
    folder = ilkit.export.csv(tmp_path / "out", version=awkward)
    assert read_back(folder, "things") == plain(awkward.load("things"))


def test_an_empty_text_is_not_a_null_in_csv(made_version, tmp_path):
    folder = ilkit.export.csv(tmp_path / "out", version=made_version(["", None]))
    assert read_back(folder, "things")["text"] == ["", None]


@pytest.mark.parametrize("table", ["genes", "aliases", "disease_associations", "production"])
def test_released_tables_come_back_from_csv_as_they_were(table, tmp_path):
    folder = ilkit.export.csv(tmp_path / "out", tables=[table])
    assert read_back(folder, table) == plain(ilkit.load(table))


def test_pandas_reads_texts_that_look_like_nulls_when_told_what_null_is(awkward, tmp_path):
    folder = ilkit.export.csv(tmp_path / "out", version=awkward)
    texts = pd.read_csv(folder / "things.csv", keep_default_na=False, na_values=[""], dtype={"text": object})["text"]
    assert [None if pd.isna(text) else text for text in texts] == plain(awkward.load("things"))["text"]


def test_the_descriptor_beside_csv_files_describes_these_files(tmp_path):
    import hashlib

    folder = ilkit.export.csv(tmp_path / "out", tables=["chains", "genes"])
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert package["digest"] == ilkit.Dataset().digest
    assert [entry["path"] for entry in package["resources"]] == ["chains.csv", "genes.csv", "sources.csv"]
    for entry in package["resources"]:
        content = (folder / entry["path"]).read_bytes()
        assert entry["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert entry["bytes"] == len(content)
        assert entry["licenses"]
    keys = package["resources"][0]["schema"]["foreignKeys"]
    assert {key["reference"]["resource"] for key in keys} == {"genes", "sources"}


def test_a_text_beside_csv_files_names_version_licences_and_sources(tmp_path):
    folder = ilkit.export.csv(tmp_path / "out", tables=["drugs", "chains"])
    text = (folder / "README.txt").read_text("utf-8")
    assert ilkit.DEFAULT_VERSION in text and ilkit.Dataset().digest in text
    assert "- drugs: CC-BY-SA-4.0, share-alike;" in text
    assert "- chains: CC-BY-4.0; one row per molecule × gene" in text
    assert "- chembl_api_2026: ChEMBL drug mechanisms" in text


def test_an_older_version_is_exported_as_well(tmp_path):
    folder = ilkit.export.csv(tmp_path / "out", tables=["interleukins"], version="2026.11.0")
    assert read_back(folder, "interleukins") == plain(ilkit.load("interleukins", version="2026.11.0"))
