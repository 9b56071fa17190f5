"""Pins: the line of code, or the entry of a pyproject.toml, that says which data a result was made with."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from ilkit.catalog import CHECKSUM
from ilkit.errors import FilterError, PinError, shown, unknown

FORM = "'sha256:' and 64 hexadecimal digits, as ilkit.versions() and CHANGELOG.md list them"
ENTRY = ("version", "digest")
EXAMPLE = '[tool.ilkit]\nversion = "2026.11.1"\ndigest = "sha256:…"'


def as_digest(given: Any) -> str:
    """Return a digest as it is compared."""
    if not isinstance(given, str):
        raise FilterError(f"digest={shown(given)}: expected {FORM}, found {type(given).__name__}.")
    return given.strip().lower()


def hint_of(digest: str) -> str:
    """Return what is wrong with the digest itself, if anything is."""
    return "" if CHECKSUM.fullmatch(digest) else f" What was given is no digest: expected {FORM}."


def pin_of(version: str, digest: str, root: Path | None) -> str:
    """Return the line of code that opens just these data."""
    where = "" if root is None else f", root={str(root)!r}"
    return f'ilkit.Dataset("{version}"{where}, digest="{digest}")'


def read_pin(path: str | os.PathLike[str]) -> dict[str, str]:
    """Return version and digest of ``[tool.ilkit]`` in a pyproject.toml, or in the one of a folder."""
    import tomllib

    try:
        file = Path(path)
        file = file / "pyproject.toml" if file.is_dir() else file
        table = tomllib.loads(file.read_text("utf-8")).get("tool", {}).get("ilkit")
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as broken:
        raise PinError(
            f"No pin can be read from {shown(path)}: {str(broken)[:200]}. Give the path of a pyproject.toml."
        ) from broken
    if not isinstance(table, dict):
        raise PinError(f"{file.name} has no table [tool.ilkit]. Add one such as\n{EXAMPLE}")
    for name in table:
        if name not in ENTRY:
            raise PinError(unknown("entry", name, ENTRY, " for [tool.ilkit]"))
    missing = [name for name in ENTRY if not isinstance(table.get(name), str)]
    if missing:
        raise PinError(f"[tool.ilkit] in {file.name} lacks {' and '.join(missing)} as text. Expected such as\n{EXAMPLE}")
    digest = as_digest(table["digest"])
    if hint := hint_of(digest):
        raise PinError(f"[tool.ilkit] in {file.name} has digest = {shown(table['digest'])}.{hint}")
    return {"version": table["version"], "digest": digest}
