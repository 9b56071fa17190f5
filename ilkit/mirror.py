"""A mirror of dataset versions, over http, https or in a folder: where a version lies there, and the bytes of one file."""

from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit
from urllib.request import url2pathname

from ilkit.errors import FetchError, IntegrityError
from ilkit.extras import require

SCHEMES = ("https", "http", "file")
TIMEOUT = (10, 20)  # seconds until a connection stands, seconds without a byte
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
        raise FetchError(
            f"url={url!r} is no address of a mirror: expected https://…, http://… or file:///…, the folder that holds folders "
            f"such as {version}/. A folder of this machine is given as pathlib.Path(folder).resolve().as_uri()."
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


def shown(address: SplitResult) -> str:
    """Return an address for a message, without passwords and keys.

    >>> shown(urlsplit("https://me:secret@example.org/data?key=1"))
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
        raise FetchError(f"{shown(address)} cannot be read: {broken}. {TRY_AGAIN}") from broken
    if len(data) > largest:
        raise _too_large(address, largest)
    return data


def _read_remote(address: SplitResult, largest: int) -> bytes:
    pooch, requests = require("pooch", "fetch"), require("requests", "fetch")
    download = pooch.HTTPDownloader(chunk_size=1 << 16, timeout=TIMEOUT, headers={"Accept-Encoding": "identity"})
    waits = iter(WAITS)
    while True:
        received = _Received(address, largest)
        try:
            download(address.geturl(), received, None)
            return received.getvalue()
        except (requests.RequestException, ValueError) as failed:
            wait = next(waits, None)
            if wait is None or not _may_pass(failed):
                raise FetchError(f"{shown(address)} cannot be fetched: {_reason(failed)}. {TRY_AGAIN}") from failed
        time.sleep(wait)


class _Received(BytesIO):
    """What has come of a file so far; it refuses to grow beyond a limit."""

    def __init__(self, address: SplitResult, largest: int) -> None:
        super().__init__()
        self._address, self._largest = address, largest

    def write(self, data: Any) -> int:
        if self.tell() + len(data) > self._largest:
            raise _too_large(self._address, self._largest)
        return super().write(data)


def _too_large(address: SplitResult, largest: int) -> IntegrityError:
    return IntegrityError(
        f"{shown(address)} is not the file that was released: it has more than {largest:,} bytes. "
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
