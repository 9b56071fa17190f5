"""A made version whose values are hard to write down."""

import hashlib
import json

import pandas as pd
import pytest

import ilkit
from ilkit.catalog import digest_of

TEXTS = [
    "comma, and",
    'a "quote"',
    "two\nlines",
    "IL-1β → 効果 🧬",
    "=1+1",
    "#N/A",
    "+1",
    "NA",
    "null",
    "MARCH1",
    "0007",
    "1e5",
    None,
]
NUMBERS = [1, None, -7, -(2**53), 0, 1, 1, 1, 1, 1, 1, 1, 1]
FLOATS = [0.1 + 0.2, 1 / 3, None, 1e-300, 2.0, 1.7976931348623157e308, 5e-324, 25.853168, -0.0, 3.0, 4.0, 5.0, 6.0]
FLAGS = [True, False, None, *[True] * 10]


def field(name: str, dtype: str, **more) -> dict:
    kind = {"str": "string", "Int64": "integer", "float64": "number", "boolean": "boolean", "category": "string"}[dtype]
    return {"name": name, "type": kind, "dtype": dtype, "description": f"The {name}.", "constraints": {}, **more}


def write_version(root, tables: dict) -> ilkit.Dataset:
    """Write a version that holds these (frame, fields, licence) and open it."""
    folder = root / "2026.12.0"
    folder.mkdir(parents=True)
    resources = []
    for name, (frame, fields, licence) in tables.items():
        frame.to_parquet(folder / f"{name}.parquet")
        content = (folder / f"{name}.parquet").read_bytes()
        key = [entry["name"] for entry in fields if entry.get("primary")]
        resources.append(
            {
                "name": name,
                "path": f"{name}.parquet",
                "title": "thing",
                "description": "Things.",
                "rows": len(frame),
                "bytes": len(content),
                "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
                "licenses": [{"name": licence}],
                "sources": [{"title": "made_up"}],
                "schema": {"fields": fields, "primaryKey": key},
            }
        )
    descriptor = {
        "version": "2026.12.0",
        "title": "Tables of their own",
        "created": "2026-12-01T00:00:00Z",
        "description": "Made for tests.",
        "licenses": [{"name": "CC-BY-4.0"}],
        "digest": digest_of({entry["path"]: entry["hash"] for entry in resources}),
        "resources": resources,
    }
    (folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    return ilkit.Dataset("2026.12.0", root=root)


def things(texts: list, numbers: list) -> tuple:
    frame = pd.DataFrame(
        {
            "id": [f"thing:{number}" for number in range(len(texts))],
            "text": texts,
            "kind": pd.Categorical(["a", None, *["b"] * (len(texts) - 2)] if len(texts) > 2 else ["a"] * len(texts), ["a", "b"]),
            "number": pd.array(numbers[: len(texts)], dtype="Int64"),
            "value": pd.array(FLOATS[: len(texts)], dtype="float64"),
            "flag": pd.array(FLAGS[: len(texts)], dtype="boolean"),
            "source_id": "made_up",
        }
    )
    fields = [
        field("id", "str", primary=True, constraints={"required": True}),
        field("text", "str"),
        field("kind", "category", constraints={"enum": ["a", "b"]}),
        field("number", "Int64"),
        field("value", "float64", unit="Da"),
        field("flag", "boolean"),
        field("source_id", "str", refers_to="sources.source_id", constraints={"required": True}),
    ]
    return frame, fields, "CC-BY-SA-4.0"


def sources() -> tuple:
    columns = ["source_id", "title", "licence", "version", "citation"]
    frame = pd.DataFrame([["made_up", "A made source", "CC-BY-SA-4.0", "1", "Nobody 2026"]], columns=columns)
    return frame, [field(name, "str", primary=name == "source_id") for name in columns], "CC-BY-4.0"


@pytest.fixture
def made_version(tmp_path):
    """Return a function that makes a version whose table ``things`` has the given texts and whole numbers."""

    def make(texts: list, numbers: list = NUMBERS) -> ilkit.Dataset:
        return write_version(tmp_path / "versions", {"things": things(texts, numbers), "sources": sources()})

    return make


@pytest.fixture
def awkward(made_version) -> ilkit.Dataset:
    """Return a version with texts, numbers and nulls that files easily spoil."""
    return made_version(TEXTS)


def plain(frame: pd.DataFrame) -> dict:
    """Return the values of a frame as Python objects, null as None."""
    return {name: [None if pd.isna(value) else value for value in frame[name].astype(object)] for name in frame}
