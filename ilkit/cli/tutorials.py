"""The tutorial notebooks: where they lie, and how they are copied into a user's folder."""

from __future__ import annotations

import os
from pathlib import Path

from ilkit.errors import ExportError

COPIED, REPLACED, SAME, KEPT = "copied", "replaced", "same", "kept"


def folder() -> Path:
    """Return the folder of the tutorials: in the installed package, else in the checkout that it is run from."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "notebooks"
    return installed if installed.is_dir() else package.parent / "notebooks"


def copy(target: Path, *, replace: bool = False) -> dict[str, str]:
    """Copy every tutorial into the folder `target` and return what was done with each, by file name.

    It is ``copied``, or ``same`` where its like is there already; another file of its name is ``kept``, or
    ``replaced`` where `replace` says so. A file appears whole or not at all.

    Raises
    ------
    ilkit.errors.ExportError
        The folder cannot be made or written to, or the package came without the tutorials.
    """
    found = sorted(folder().glob("*.ipynb"))
    if not found:
        raise ExportError(f"There are no tutorials at {str(folder())!r}: reinstall ilkit, whose package carries them.")
    try:
        target.mkdir(parents=True, exist_ok=True)
        return {notebook.name: _copy_one(notebook.read_bytes(), target / notebook.name, replace) for notebook in found}
    except OSError as broken:
        raise ExportError(
            f"The tutorials cannot be copied to {str(target)!r}: {broken}. Give a folder that is new or may be written to."
        ) from broken


def _copy_one(content: bytes, file: Path, replace: bool) -> str:
    there = os.path.lexists(file)
    if file.is_file() and file.read_bytes() == content:
        return SAME
    if there and not replace:
        return KEPT
    unfinished = file.with_name(f".unfinished-{file.name}-{os.getpid()}")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
    return REPLACED if there else COPIED
