"""Croissant: what the descriptor states, in the words of machine learning, read by its own library."""

import json

import pandas as pd
import pytest

import ilkit
from ilkit.build.croissant import croissant_of

from ..conftest import RELEASED

# mlcroissant, and rdflib below it, use deprecated names of rdflib and pandas.
OLD_NAMES = pytest.mark.filterwarnings("ignore::DeprecationWarning")
VERSIONS = ilkit.versions()["version"].tolist()


def plain(value: object) -> object:
    """Return a value as text or number, None for a null of any kind."""
    return value.decode("utf-8") if isinstance(value, bytes) else None if pd.isna(value) else value


def described(version: str, name: str = "datapackage.json") -> dict:
    return json.loads((RELEASED / version / name).read_text("utf-8"))


@pytest.mark.parametrize("version", VERSIONS)
def test_the_croissant_of_a_released_version_is_that_of_its_descriptor(version):
    expected = json.dumps(croissant_of(described(version)), indent=1, ensure_ascii=False) + "\n"
    assert (RELEASED / version / "croissant.json").read_text("utf-8") == expected


@pytest.mark.parametrize("version", VERSIONS)
def test_every_file_column_and_key_of_the_descriptor_is_there(version):
    descriptor, croissant = described(version), described(version, "croissant.json")
    for resource, file, records in zip(descriptor["resources"], croissant["distribution"], croissant["recordSet"], strict=True):
        name, schema = resource["name"], resource["schema"]
        assert (file["contentUrl"], f"sha256:{file['sha256']}") == (resource["path"], resource["hash"])
        assert file["contentSize"] == f"{resource['bytes']} B"
        assert [field["name"] for field in records["field"]] == [field["name"] for field in schema["fields"]]
        key = schema["primaryKey"] if "primaryKey" in schema else schema["uniqueKeys"][0]
        assert [column["@id"] for column in records["key"]] == [f"{name}/{column}" for column in key]
        referring = {field["@id"]: field["references"]["field"]["@id"] for field in records["field"] if "references" in field}
        assert referring == {
            f"{name}/{reference['fields'][0]}": f"{reference['reference']['resource']}/{reference['reference']['fields'][0]}"
            for reference in schema.get("foreignKeys", [])
            if reference["reference"]["resource"] != name
        }


@pytest.mark.parametrize("version", VERSIONS)
def test_licences_are_addresses_and_what_is_not_known_is_left_out(version):
    croissant = described(version, "croissant.json")
    licences = [*croissant["license"], *(licence for file in croissant["distribution"] for licence in file["license"])]
    assert all(licence.startswith("https://creativecommons.org/") for licence in licences)
    assert "url" not in croissant and "doi" not in json.dumps(croissant["citeAs"])


@OLD_NAMES
@pytest.mark.parametrize("version", VERSIONS)
def test_mlcroissant_finds_nothing_wrong(version):
    mlcroissant = pytest.importorskip("mlcroissant", reason="mlcroissant, of the extra dev, is not installed")
    metadata = mlcroissant.Dataset(RELEASED / version / "croissant.json").metadata
    assert metadata.conforms_to == ["http://mlcommons.org/croissant/1.1"]
    assert not metadata.ctx.issues.errors and not metadata.ctx.issues.warnings
    assert (metadata.version, f"{metadata.date_published:%Y-%m-%d}") == (version, described(version)["created"][:10])


@OLD_NAMES
@pytest.mark.parametrize("table", ["genes", "chains", "signaling"])
def test_mlcroissant_reads_the_rows_that_ilkit_does(table):
    mlcroissant = pytest.importorskip("mlcroissant", reason="mlcroissant, of the extra dev, is not installed")
    dataset = mlcroissant.Dataset(RELEASED / ilkit.DEFAULT_VERSION / "croissant.json")
    read = [{name.removeprefix(f"{table}/"): plain(value) for name, value in row.items()} for row in dataset.records(table)]
    assert read == [{name: plain(value) for name, value in row.items()} for row in ilkit.load(table).to_dict("records")]
