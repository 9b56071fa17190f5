"""Which dataset versions exist, where their files lie, and what their descriptors say."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ilkit.errors import IntegrityError, UnknownVersionError, unknown

DEFAULT_VERSION = "2026.11.1"
DESCRIPTOR = "datapackage.json"
KEYS = ("title", "description", "rows", "bytes", "licenses")
VERSION = re.compile(r"[1-9]\d{3}\.(?:1[0-2]|[1-9])\.(?:0|[1-9]\d{0,3})", re.ASCII)


def data_root(root: str | os.PathLike[str] | None = None) -> Path:
    """Return the folder that holds the dataset versions.

    It is `root` where given, else the folder that the environment variable ``ILKIT_DATA`` names, else the
    data inside the installed package, else ``data/parquet`` of the checkout that the package is run from.
    """
    if root is not None and not isinstance(root, str | os.PathLike):
        raise UnknownVersionError(f"root={root!r}: expected the path of a folder of dataset versions, found {type(root).__name__}.")
    named = root if root is not None else os.environ.get("ILKIT_DATA")
    if named:
        return Path(os.path.abspath(named))  # noqa: PTH100 - keeps symbolic links as they are
    installed = Path(__file__).resolve().parent / "data" / "parquet"
    return installed if installed.is_dir() else Path(__file__).resolve().parents[1] / "data" / "parquet"


def find_versions(root: Path) -> list[str]:
    """Return the versions in `root`, oldest first."""
    if not _is_folder(root):
        raise UnknownVersionError(
            f"There is no folder of dataset versions at {str(root)!r}. "
            "Give `root=` or the environment variable ILKIT_DATA the folder that holds folders such as 2026.11.0/, "
            "or reinstall ilkit, whose package carries the data."
        )
    found = [path.name for path in root.iterdir() if VERSION.fullmatch(path.name) and (path / DESCRIPTOR).is_file()]
    return sorted(found, key=lambda version: [int(part) for part in version.split(".")])


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def version_folder(version: str, root: Path) -> Path:
    """Return the folder of one version; the name is looked up among those that exist, never joined unchecked."""
    found = find_versions(root)
    if not isinstance(version, str) or version not in found:
        raise UnknownVersionError(
            unknown("dataset version", version, found, f" in {str(root)!r}")
            + " Versions that the installed package does not carry are opened with Dataset(version, root=…)."
        )
    return root / version


def read_descriptor(folder: Path) -> dict[str, Any]:
    """Return the ``datapackage.json`` of a version."""
    path = folder / DESCRIPTOR
    try:
        descriptor = json.loads(path.read_bytes())
        tables = {
            resource["name"]: (resource["path"], resource["hash"], resource["schema"]["fields"])
            for resource in descriptor["resources"]
        }
        recorded = descriptor["digest"], descriptor["created"][:10], descriptor["description"], descriptor["licenses"]
        known = [[entry[key] for key in KEYS] for entry in descriptor["resources"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as broken:
        raise IntegrityError(f"{folder.name}/{DESCRIPTOR} cannot be read: {broken!r}. {WHAT_TO_DO}") from broken
    wrong = sorted(name for name, (file, _, _) in tables.items() if file != f"{name}.parquet")
    if wrong or descriptor.get("version") != folder.name:
        raise IntegrityError(
            f"{folder.name}/{DESCRIPTOR} does not describe this folder: expected version {folder.name} and files named after "
            f"their tables, found version {descriptor.get('version')!r}, misnamed {wrong}. {WHAT_TO_DO}"
        )
    digest = digest_of({file: checksum for file, checksum, _ in tables.values()})
    if not known or recorded[0] != digest:
        raise IntegrityError(
            f"{folder.name}/{DESCRIPTOR} records the digest {recorded[0]}, but that of the hashes in it is {digest}. {WHAT_TO_DO}"
        )
    return dict(descriptor)


WHAT_TO_DO = "The file was altered, cut short or mixed with another version: reinstall ilkit, or fetch the version again."


def read_file(path: Path, expected: str) -> bytes:
    """Return the bytes of a released file once their sha256 was found to be the recorded one."""
    try:
        data = path.read_bytes()
    except OSError as missing:
        raise IntegrityError(
            f"The released file {path.parent.name}/{path.name} cannot be read: {missing}. {WHAT_TO_DO}"
        ) from missing
    got = f"sha256:{hashlib.sha256(data).hexdigest()}"
    if got != expected:
        raise IntegrityError(
            f"The released file {path.parent.name}/{path.name} is not the one that was released: expected {expected}, "
            f"got {got} ({len(data):,} bytes). Nothing was loaded. {WHAT_TO_DO}"
        )
    return data


def digest_of(hashes: Mapping[str, str]) -> str:
    """Return the digest of a version: sha256 over the sorted (file name, sha256) pairs.

    >>> digest_of({"b.parquet": "sha256:02", "a.parquet": "sha256:01"})[:19]
    'sha256:8bca789723bb'
    """
    lines = "".join(f"{name} {hashes[name].removeprefix('sha256:')}\n" for name in sorted(hashes))
    return f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"
