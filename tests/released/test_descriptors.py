"""The descriptors of the released versions hold to the Data Package standard, version 2."""

import json
from importlib.resources import files

import pytest

import ilkit

from ..conftest import RELEASED

VERSIONS = ilkit.versions()["version"].tolist()


def descriptor(version: str) -> dict:
    return json.loads((RELEASED / version / "datapackage.json").read_text("utf-8"))


def broken(content: dict) -> list[str]:
    """Return what the JSON schema of the standard, as dplib-py carries it, finds wrong."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema, of the extra dev, is not installed")
    pytest.importorskip("dplib", reason="dplib-py, of the extra dev, is not installed")
    schema = json.loads(files("dplib").joinpath("profiles", "2.0", "datapackage.json").read_text("utf-8"))
    checker = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(content)]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_descriptor_is_valid_by_the_schema_of_the_standard(version):
    content = descriptor(version)
    assert content["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert broken(content) == []


@pytest.mark.parametrize(
    "change",
    [
        {"resources": []},
        {"licenses": [{"title": "no name"}]},
        {"created": 2026},
        {"resources": [{"name": "genes"}]},
        {"resources": [{"name": "genes", "path": "genes.parquet", "schema": {"fields": [{"type": "string"}]}}]},
    ],
    ids=str,
)
def test_a_descriptor_that_breaks_the_standard_is_found(change):
    assert broken(descriptor(ilkit.DEFAULT_VERSION) | change)


@pytest.mark.parametrize("version", VERSIONS)
def test_frictionless_finds_nothing_wrong_with_a_descriptor(version):
    frictionless = pytest.importorskip("frictionless", reason="frictionless, of the extra dev, is not installed")
    report = frictionless.Package.validate_descriptor(str(RELEASED / version / "datapackage.json"))
    assert report.valid, report.errors


def test_frictionless_reads_the_tables_and_finds_nothing_but_what_it_cannot_tell():
    """It counts no bytes of a Parquet file, and takes a null among floats for a number below the minimum."""
    frictionless = pytest.importorskip("frictionless", reason="frictionless, of the extra dev, is not installed")
    package = frictionless.Package(str(RELEASED / ilkit.DEFAULT_VERSION / "datapackage.json"))
    for table in ("genes", "chains", "interleukins"):
        report = package.get_resource(table).validate()
        found = {(error.type, getattr(error, "field_name", None)) for task in report.tasks for error in task.errors}
        assert found - {("byte-count", None), ("constraint-error", "mass_da")} == set()
        assert len(package.get_resource(table).read_rows()) == len(ilkit.load(table))


@pytest.mark.parametrize("version", VERSIONS)
def test_keys_lead_to_columns_that_exist(version):
    resources = {resource["name"]: resource for resource in descriptor(version)["resources"]}
    columns = {name: {field["name"] for field in entry["schema"]["fields"]} for name, entry in resources.items()}
    for name, entry in resources.items():
        keys = [entry["schema"].get("primaryKey", []), *entry["schema"].get("uniqueKeys", [])]
        assert all(keys[-1:]) and {column for key in keys for column in key} <= columns[name]
        for key in entry["schema"].get("foreignKeys", []):
            assert set(key["fields"]) <= columns[name]
            assert set(key["reference"]["fields"]) <= columns[key["reference"]["resource"]]
