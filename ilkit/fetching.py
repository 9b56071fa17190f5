"""A version from a mirror into the user's cache: whole and of the right digest, or not there at all.

Files are gathered in a hidden folder of the cache, each checked before it gets its name there, and one rename makes the
version of them. Whatever ends the process leaves that folder, from which the next call goes on. A lock that ends with its
process lets one call at a time do so.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult

from ilkit import mirror
from ilkit.catalog import DESCRIPTOR, RELEASED, VERSION, checksum_of, other_tables, read_descriptor, read_file
from ilkit.dataset import Dataset
from ilkit.errors import FetchError, IlkitError, IntegrityError, UnknownVersionError, shown
from ilkit.extras import require
from ilkit.pinning import as_digest, hint_of

LARGEST_DESCRIPTOR = 1 << 24
LARGEST_FILE = 1 << 30
LOCK = ".fetch.lock"
PATIENCE = 600  # seconds to wait for another process that fetches into the same cache


def fetch(version: str, url: str, *, digest: str, cache: str | os.PathLike[str] | None = None) -> Dataset:
    """Bring a version from a mirror into the cache and open it; see `ilkit.fetch`."""
    digest = as_digest(digest)
    _check_arguments(version, digest)
    source = mirror.version_address(url, version)
    root = _cache_folder(cache)
    ready = _open(version, root, digest)
    if ready is not None:
        shutil.rmtree(_gathering(root, digest), ignore_errors=True)
        return ready
    try:
        root.mkdir(parents=True, exist_ok=True)
        with require("filelock", "fetch").FileLock(root / LOCK, timeout=PATIENCE):
            if _open(version, root, digest) is None:
                _bring(version, source, digest, root)
    except IlkitError:
        raise
    except (OSError, ValueError, NotImplementedError) as broken:
        raise FetchError(
            f"Version {version} cannot be written to {str(root)!r}: {broken}. {mirror.TRY_AGAIN} Another folder is given as cache=."
        ) from broken
    return Dataset(version, root=root, digest=digest)


def _check_arguments(version: str, digest: str) -> None:
    if not isinstance(version, str) or not VERSION.fullmatch(version):
        raise UnknownVersionError(f"{shown(version)} is no dataset version: expected year.month.counter, such as 2026.11.0.")
    if hint := hint_of(digest):
        raise FetchError(f"Version {version} cannot be fetched by digest={shown(digest)}.{hint}")


def _cache_folder(cache: str | os.PathLike[str] | None) -> Path:
    if cache is None:
        return Path(require("pooch", "fetch").os_cache("ilkit"))
    if not isinstance(cache, str | os.PathLike) or not os.fspath(cache):
        raise FetchError(f"cache={shown(cache)}: expected the path of a folder to keep fetched versions in.")
    return Path(cache).expanduser().absolute()


def _open(version: str, root: Path, digest: str) -> Dataset | None:
    """Return the version where the cache holds it whole, each file checked."""
    try:
        data = Dataset(version, root=root, digest=digest)
    except (UnknownVersionError, IntegrityError):
        return None
    return data if all(_is_right(root / version / name, expected) for name, expected in _beside(version).items()) else None


def _beside(version: str) -> dict[str, str]:
    """Return file → sha256 of what was published beside the tables and the descriptor of a version."""
    return {name: expected for name, expected in RELEASED.get(version, {}).items() if name != DESCRIPTOR}


def _bring(version: str, source: SplitResult, digest: str, root: Path) -> None:
    """Complete the version in the cache: the files that are missing or damaged there, or all of them."""
    target = root / version
    held = _recorded_digest(target)
    if held not in (None, digest):
        raise IntegrityError(
            f"The cache {str(root)!r} holds another version {version}: expected {digest}, found {held}. Nothing was fetched. "
            "Give another folder as cache=, or remove that version from this one."
        )
    gathered = _gathering(root, digest) / version
    gathered.mkdir(parents=True, exist_ok=True)
    tables = {entry["path"]: entry["hash"] for entry in _descriptor(gathered, source, digest)["resources"]}
    files = tables | _beside(version)
    lacking = [name for name in files if not any(_is_right(folder / name, files[name]) for folder in (gathered, target))]
    for name in _progress(lacking, version):
        address = mirror.file_address(source, name)
        _write(gathered / name, _checked(mirror.read(address, LARGEST_FILE), files[name], address))
    for surplus in other_tables(target, set(tables)):
        surplus.unlink()
    _put_into_place(gathered, target)
    shutil.rmtree(gathered.parent, ignore_errors=True)


def _gathering(root: Path, digest: str) -> Path:
    """Return the hidden folder in which the files of a version are gathered; a killed process may leave it."""
    return root / f".fetching-{digest.removeprefix('sha256:')[:16]}"


def _recorded_digest(folder: Path) -> str | None:
    """Return the digest that the descriptor in a folder records; None where there is none that can be read."""
    try:
        return str(read_descriptor(folder)["digest"])
    except IntegrityError:
        return None


def _descriptor(gathered: Path, source: SplitResult, digest: str) -> dict[str, Any]:
    """Return the descriptor of the digest, fetched where it is not among the gathered files."""
    if _recorded_digest(gathered) != digest:
        address = mirror.file_address(source, DESCRIPTOR)
        _write(gathered / DESCRIPTOR, mirror.read(address, LARGEST_DESCRIPTOR))
        try:
            _check_descriptor(read_descriptor(gathered), digest)
        except IntegrityError as wrong:
            shutil.rmtree(gathered.parent, ignore_errors=True)
            raise IntegrityError(
                f"{mirror.without_secrets(address)} does not describe the version that was asked for: {wrong} "
                "No table was fetched. Check the digest and the address, or take another mirror."
            ) from wrong
    return read_descriptor(gathered)


def _check_descriptor(descriptor: dict[str, Any], digest: str) -> None:
    if descriptor["digest"] != digest:
        raise IntegrityError(f"expected {digest}, got {descriptor['digest']}.")


def _is_right(path: Path, expected: str) -> bool:
    try:
        read_file(path, expected)
    except IntegrityError:
        return False
    return True


def _checked(data: bytes, expected: str, address: SplitResult) -> bytes:
    """Return the bytes of a file once their sha256 was found to be the recorded one."""
    got = checksum_of(data)
    if got != expected:
        raise IntegrityError(
            f"{mirror.without_secrets(address)} is not the file that was released: expected {expected}, "
            f"got {got} ({len(data):,} bytes). Nothing of it was kept. It was altered on the mirror or cut short on the way: "
            "run the same call again, or take another mirror."
        )
    return data


def _write(path: Path, data: bytes) -> None:
    """Write a file that has its name only once it is whole."""
    unfinished = path.parent.parent / f"{path.name}.part"
    unfinished.write_bytes(data)
    unfinished.replace(path)


def _put_into_place(gathered: Path, target: Path) -> None:
    """Make the version of the gathered files, or mend with them the one that is there, its descriptor last."""
    if not target.exists():
        gathered.rename(target)
        return
    for path in sorted(gathered.iterdir(), key=lambda path: path.name == DESCRIPTOR):
        path.replace(target / path.name)


def _progress(names: list[str], version: str) -> Iterable[str]:
    """Show a bar over the files where standard error is a terminal."""
    bar: Iterable[str] = require("tqdm", "fetch").tqdm(names, desc=f"ilkit {version}", unit="file", disable=None)
    return bar
