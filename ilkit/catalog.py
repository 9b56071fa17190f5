"""Which dataset versions exist, where their files lie, and what their descriptors say."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ilkit.descriptor import misfit
from ilkit.errors import IntegrityError, UnknownVersionError, shown, unknown

DEFAULT_VERSION = "2026.11.1"
DESCRIPTOR = "datapackage.json"
REPORT = "build-report.json"
CROISSANT = "croissant.json"
COMPANIONS = (DESCRIPTOR, REPORT, CROISSANT)
"""Files beside the tables of a version."""
RELEASED = {
    "2026.11.0": {
        "datapackage.json": "sha256:3d81dc775569dee9f80545a9ea268d0b31725ec5eea55ac29bd9ccc9cff5b216",
        "build-report.json": "sha256:163af55b3753aa537b606287046b8be00c0f919079f16d4fae64b34587fe8f33",
        "croissant.json": "sha256:77351513abcbfaf9c4faf1789dc8cae99976ced3cf0c005fe3918e269a3220cc",
    },
    "2026.11.1": {
        "datapackage.json": "sha256:51bb89f18bc931a0ac680eddf7761615a5f4a0a7ea5d744f4df96b7c6ef27775",
        "build-report.json": "sha256:55c4dda7f6af4b868401fec29703e952262f7fb1141184bb73740391047d120e",
        "croissant.json": "sha256:3a602105bb76e2ceb61d69723d5c7ac712eef91836920a3460ee2ad2c939fdd9",
    },
}
"""sha256 of what lies beside the tables of each published version; the digest covers the tables only."""
CHECKSUM = re.compile(r"sha256:[0-9a-f]{64}")
VERSION = re.compile(r"[1-9]\d{3}\.(?:1[0-2]|[1-9])\.(?:0|[1-9]\d{0,3})", re.ASCII)


def data_root(root: str | os.PathLike[str] | None = None) -> Path:
    """Return the folder that holds the dataset versions.

    It is `root` where given, else the folder that the environment variable ``ILKIT_DATA`` names, else the
    data inside the installed package, else ``data/parquet`` of the checkout that the package is run from.
    """
    if root is not None and (not isinstance(root, str | os.PathLike) or not os.fspath(root)):
        raise UnknownVersionError(
            f"root={shown(root)}: expected the path of a folder of dataset versions, found {type(root).__name__}."
        )
    named = root or os.environ.get("ILKIT_DATA")
    if named:
        return Path(os.path.abspath(os.path.expanduser(named)))  # noqa: PTH100, PTH111 - keeps symbolic links as they are
    installed = Path(__file__).resolve().parent / "data" / "parquet"
    return installed if installed.is_dir() else Path(__file__).resolve().parents[1] / "data" / "parquet"


def find_versions(root: Path) -> list[str]:
    """Return the versions in `root`, oldest first."""
    if not _is_folder(root):
        raise UnknownVersionError(
            f"There is no folder of dataset versions at {shown(str(root))}. "
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
    if isinstance(version, str) and VERSION.fullmatch(version) and version not in found and any((root / version).glob("*.parquet")):
        raise IntegrityError(f"The folder of version {version} holds tables, but no {DESCRIPTOR} to check them by. {WHAT_TO_DO}")
    if not isinstance(version, str) or version not in found:
        raise UnknownVersionError(
            unknown("dataset version", version, found, f" in {shown(str(root))}")
            + " Versions that the installed package does not carry are opened with Dataset(version, root=…)."
        )
    return root / version


def read_descriptor(folder: Path) -> dict[str, Any]:
    """Return the ``datapackage.json`` of a version."""
    data = _bytes_of(folder / DESCRIPTOR)
    published, got = RELEASED.get(folder.name, {}).get(DESCRIPTOR), checksum_of(data)
    try:
        descriptor = json.loads(data)
        wrong = None if got == published else misfit(descriptor)
    except (ValueError, RecursionError) as broken:
        raise IntegrityError(f"{folder.name}/{DESCRIPTOR} cannot be read: {broken!r}. {WHAT_TO_DO}") from broken
    if wrong is not None:
        raise IntegrityError(f"{folder.name}/{DESCRIPTOR} cannot be read: {wrong}. {WHAT_TO_DO}")
    tables = {entry["name"]: (entry["path"], entry["hash"]) for entry in descriptor["resources"]}
    misnamed = sorted(name for name, (file, _) in tables.items() if file != f"{name}.parquet")
    if misnamed or len(tables) < len(descriptor["resources"]) or descriptor["version"] != folder.name:
        raise IntegrityError(
            f"{folder.name}/{DESCRIPTOR} does not describe this folder: expected version {folder.name} and one file for each "
            f"table, named after it, found version {descriptor['version']!r}, misnamed {misnamed}. {WHAT_TO_DO}"
        )
    digest = digest_of(dict(tables.values()))
    if descriptor["digest"] != digest:
        raise IntegrityError(
            f"{folder.name}/{DESCRIPTOR} records the digest {descriptor['digest']}, but that of the hashes in it is {digest}. "
            f"{WHAT_TO_DO}"
        )
    if published is not None and got != published:
        raise IntegrityError(
            f"{folder.name}/{DESCRIPTOR} is not the one that was released: expected {published}, got {got}. "
            f"A build of your own needs a version name of its own. {WHAT_TO_DO}"
        )
    return dict(descriptor)


def expect_no_other_table(folder: Path, known: set[str]) -> None:
    """Raise if a Parquet file lies in the folder that is no table of the version; hidden files are not looked at."""
    if others := other_tables(folder, known):
        raise IntegrityError(
            f"The folder of version {folder.name} holds what is no part of the version: {', '.join(path.name for path in others)}. "
            f"Expected the {len(known)} files of {DESCRIPTOR} and no other table. {WHAT_TO_DO}"
        )


def other_tables(folder: Path, known: set[str]) -> list[Path]:
    """Return the Parquet files of a folder that are not known."""
    return sorted(path for path in folder.glob("*.parquet") if path.name not in known and not path.name.startswith("."))


WHAT_TO_DO = "The file was altered, cut short or mixed with another version: reinstall ilkit, or fetch the version again."


def read_file(path: Path, expected: str) -> bytes:
    """Return the bytes of a released file once their sha256 was found to be the recorded one."""
    data = _bytes_of(path)
    got = checksum_of(data)
    if got != expected:
        raise IntegrityError(
            f"The released file {path.parent.name}/{path.name} is not the one that was released: expected {expected}, "
            f"got {got} ({len(data):,} bytes). Nothing was loaded. {WHAT_TO_DO}"
        )
    return data


def sha256_of(path: Path) -> str:
    """Return the sha256 of a released file."""
    return checksum_of(_bytes_of(path))


def checksum_of(data: bytes) -> str:
    """Return the sha256 of bytes, as it is written in a descriptor."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as missing:
        raise IntegrityError(
            f"The released file {path.parent.name}/{path.name} cannot be read: {missing}. {WHAT_TO_DO}"
        ) from missing


def digest_of(hashes: Mapping[str, str]) -> str:
    """Return the digest of a version: sha256 over the sorted (file name, sha256) pairs.

    >>> digest_of({"b.parquet": "sha256:02", "a.parquet": "sha256:01"})[:19]
    'sha256:8bca789723bb'
    """
    lines = "".join(f"{name} {hashes[name].removeprefix('sha256:')}\n" for name in sorted(hashes))
    return checksum_of(lines.encode())
