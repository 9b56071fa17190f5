"""A mirror of dataset versions, over http, https or in a folder: where a version lies there, and the bytes of one file."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import SplitResult, urlsplit
from urllib.request import url2pathname

from ilkit.errors import FetchError, IntegrityError, shown
from ilkit.extras import require

SCHEMES = ("https", "http", "file")
TIMEOUT = (10, 20)  # seconds until a connection stands, seconds without a byte
HEADERS = {"Accept-Encoding": "identity"}  # so that the bytes are those of the file
CHUNK = 1 << 16
WAITS = (1, 3)  # seconds before the second and the third attempt
TRY_AGAIN = "Nothing was put into the place of the version; the same call again goes on from the files that are here already."


def version_address(url: str, version: str) -> SplitResult:
    """Return the address of the folder of a version on a mirror.

    >>> version_address("https://example.org/data/?key=1", "2026.11.0").geturl()
    'https://example.org/data/2026.11.0?key=1'
    """
    try:
        address = urlsplit(url) if isinstance(url, str) else None
    except ValueError:
        address = None
    if address is None or address.scheme not in SCHEMES or not _is_complete(address):
        given = url if address is None else without_secrets(address)
        raise FetchError(
            f"url={shown(given)} is no address of a mirror: expected https://…, http://… or file:///…, the folder that holds "
            f"folders such as {version}/. A folder of this machine is given as pathlib.Path(folder).resolve().as_uri()."
        )
    path = address.path.rstrip("/")
    if path.rpartition("/")[2] != version:
        path = f"{path}/{version}"
    return address._replace(path=path, fragment="")


def _is_complete(address: SplitResult) -> bool:
    """Tell whether an address names a machine, or a whole path on this one."""
    if address.scheme == "file":
        return address.netloc in ("", "localhost") and address.path.startswith("/")
    return bool(address.hostname)


def file_address(folder: SplitResult, name: str) -> SplitResult:
    """Return the address of a file in a folder of a mirror."""
    return folder._replace(path=f"{folder.path}/{name}")


def without_secrets(address: SplitResult) -> str:
    """Return an address for a message, without passwords and keys.

    >>> without_secrets(urlsplit("https://me:secret@example.org/data?key=1"))
    'https://example.org/data'
    """
    return address._replace(netloc=address.netloc.rpartition("@")[2], query="").geturl()


def read(address: SplitResult, largest: int) -> bytes:
    """Return the bytes of one file of a mirror.

    Raises
    ------
    ilkit.errors.FetchError
        It cannot be had, after three attempts where another may help.
    ilkit.errors.IntegrityError
        It has more bytes than `largest`.
    """
    return _read_local(address, largest) if address.scheme == "file" else _read_remote(address, largest)


def _read_local(address: SplitResult, largest: int) -> bytes:
    try:
        with Path(url2pathname(address.path)).open("rb") as file:
            data = file.read(largest + 1)
    except (OSError, ValueError) as broken:
        raise FetchError(f"{without_secrets(address)} cannot be read: {broken}. {TRY_AGAIN}") from broken
    if len(data) > largest:
        raise _too_large(address, largest)
    return data


def _read_remote(address: SplitResult, largest: int) -> bytes:
    requests = require("requests", "fetch")
    waits = iter(WAITS)
    while True:
        try:
            with requests.get(address.geturl(), stream=True, timeout=TIMEOUT, headers=HEADERS) as response:
                response.raise_for_status()
                return _received(response.iter_content(CHUNK), address, largest)
        except (requests.RequestException, ValueError) as failed:
            wait = next(waits, None)
            if wait is None or not _may_pass(failed):
                raise FetchError(f"{without_secrets(address)} cannot be fetched: {_reason(failed)}. {TRY_AGAIN}") from failed
        time.sleep(wait)


def _received(chunks: Iterable[bytes], address: SplitResult, largest: int) -> bytes:
    """Return what comes of a file, unless it grows beyond the limit."""
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > largest:
            raise _too_large(address, largest)
    return bytes(data)


def _too_large(address: SplitResult, largest: int) -> IntegrityError:
    return IntegrityError(
        f"{without_secrets(address)} is not the file that was released: it has more than {largest:,} bytes. "
        "Nothing of it was kept. Check the address, or take another mirror."
    )


def _may_pass(failed: Exception) -> bool:
    """Tell whether the same request may succeed a little later."""
    if isinstance(failed, ValueError):
        return False
    response = getattr(failed, "response", None)
    return response is None or response.status_code in (408, 429) or response.status_code >= 500


def _reason(failed: Exception) -> str:
    """Return what went wrong in the words of the server or of the system, without the address."""
    response = getattr(failed, "response", None)
    if response is not None and not response.ok:
        return f"the server answered {response.status_code} {response.reason}"
    inner = failed.args[0] if failed.args else failed
    return str(getattr(inner, "reason", inner)) or type(failed).__name__
