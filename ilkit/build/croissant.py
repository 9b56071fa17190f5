"""From the descriptor of a version to Croissant 1.1, the JSON-LD that tools of machine learning read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ilkit.bibliography import AUTHORS, LICENCE_TEXTS, bibtex_of_dataset
from ilkit.definition import foreign_keys, primary_key

MEDIA_TYPES = ["application/vnd.apache.parquet", "application/x-parquet"]
DATA_TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean"}
TERMS = (
    *("annotation", "arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "excludes", "extract", "field"),
    *("fileObject", "fileProperty", "fileSet", "format", "includes", "isArray", "isLiveDataset", "jsonPath", "key", "md5"),
    *("parentField", "path", "readLines", "recordSet", "references", "regex", "repeated", "replace", "samplingRate"),
    *("sdVersion", "separator", "source", "subField", "transform", "unArchive", "value"),
)
CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "name": {"@container": "@language"},
    "description": {"@container": "@language"},
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
} | {term: f"cr:{term}" for term in TERMS}


def croissant_of(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """Return the Croissant description of the version that a ``datapackage.json`` describes.

    It states what the descriptor does and nothing else. Croissant asks for the address of a page about the dataset as well;
    there is none. A key that refers to its own table has no reference, which in Croissant leads to another one.
    """
    resources = descriptor["resources"]
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": descriptor["name"],
        "alternateName": descriptor["title"],
        "description": descriptor["description"],
        "version": descriptor["version"],
        "identifier": descriptor["digest"],
        "datePublished": descriptor["created"][:10],
        "creator": {"@type": "sc:Organization", "name": AUTHORS},
        "license": [_licence(entry["name"]) for entry in descriptor["licenses"]],
        "citeAs": bibtex_of_dataset(descriptor),
        "isBasedOn": [
            {"@type": "sc:CreativeWork", "name": source["title"], "version": source["version"]} for source in descriptor["sources"]
        ],
        "distribution": [_file(resource) for resource in resources],
        "recordSet": [_record_set(resource) for resource in resources],
    }


def _licence(name: str) -> str:
    return LICENCE_TEXTS.get(name, name)


def _file(resource: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": resource["path"],
        "name": resource["path"],
        "contentUrl": resource["path"],
        "contentSize": f"{resource['bytes']} B",
        "encodingFormat": MEDIA_TYPES,
        "sha256": resource["hash"].removeprefix("sha256:"),
        "license": [_licence(entry["name"]) for entry in resource["licenses"]],
    }


def _record_set(resource: Mapping[str, Any]) -> dict[str, Any]:
    table, fields = resource["name"], resource["schema"]["fields"]
    refers_to = {column: {"field": {"@id": f"{other}/{there}"}} for column, other, there in foreign_keys(fields) if other != table}
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "description": f"One row per {resource['title']}. {resource['description']}",
        "key": [{"@id": f"{table}/{column}"} for column in primary_key(fields)],
        "field": [_field(resource, field, refers_to) for field in fields],
    }


def _field(resource: Mapping[str, Any], field: Mapping[str, Any], refers_to: Mapping[str, Any]) -> dict[str, Any]:
    name, unit = field["name"], f" Unit: {field['unit']}." if "unit" in field else ""
    described = {
        "@type": "cr:Field",
        "@id": f"{resource['name']}/{name}",
        "name": name,
        "description": field["description"] + unit,
        "dataType": DATA_TYPES[field["type"]],
        "source": {"fileObject": {"@id": resource["path"]}, "extract": {"column": name}},
    }
    return described | ({"references": refers_to[name]} if name in refers_to else {})
