"""Where an export goes: written beside the target, moved there when it is whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ilkit.errors import ExportError, shown

Target = str | os.PathLike[str]


@contextmanager
def new_file(path: Target, overwrite: bool, engine_error: type[Exception] = OSError) -> Iterator[Path]:
    """Give the path of a file to write, which becomes `path` when the block ends without an error.

    `engine_error` is what an engine raises that cannot write, beside the errors of the operating system.
    """
    target = _target(path, "file")
    if target.is_dir():
        raise ExportError(f"{str(target)!r} is a folder: give the path of a file.")
    if os.path.lexists(target) and not overwrite:
        raise ExportError(f"{str(target)!r} exists: give another path, or overwrite=True.")
    with _workshop(target, engine_error) as workshop:
        yield workshop / target.name
        os.replace(workshop / target.name, target)  # noqa: PTH105 - the name says that the target is replaced


@contextmanager
def new_folder(path: Target, overwrite: bool) -> Iterator[Path]:
    """Give a folder to fill, which becomes `path` when the block ends without an error.

    An empty folder is taken as it is. With `overwrite` a folder is replaced that holds nothing but files of the names that
    are written; a folder with anything else is never touched.
    """
    target = _target(path, "folder")
    if os.path.lexists(target) and (target.is_symlink() or not target.is_dir()):
        raise ExportError(f"{str(target)!r} is no folder: give the path of one that is new or empty.")
    if target == Path.cwd():
        raise ExportError(f"{str(target)!r} is the current folder: give one inside it.")
    if target.is_dir() and any(target.iterdir()) and not overwrite:
        raise ExportError(f"{str(target)!r} is not empty: give a new folder, or overwrite=True.")
    with _workshop(target) as workshop:
        made = workshop / "new"
        made.mkdir()
        yield made
        _put_in_place(made, target, workshop / "old")


@contextmanager
def _workshop(target: Path, engine_error: type[Exception] = OSError) -> Iterator[Path]:
    """Give a folder beside the target that is gone afterwards, whatever happens."""
    try:
        workshop = Path(tempfile.mkdtemp(prefix=".ilkit-", dir=target.parent))
    except OSError as broken:
        raise ExportError(f"Nothing can be written to {str(target.parent)!r}: {broken}.") from broken
    try:
        yield workshop
    except ExportError:
        raise
    except (OSError, engine_error) as broken:
        raise ExportError(f"{str(target)!r} could not be written: {broken}. What was there is as it was.") from broken
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _put_in_place(made: Path, target: Path, old: Path) -> None:
    if not target.is_dir():
        made.rename(target)
        return
    foreign = sorted({path.name for path in target.iterdir()} - {path.name for path in made.iterdir()})
    if foreign:
        raise ExportError(f"{str(target)!r} holds other files, such as {foreign[0]!r}: give a new or an empty folder.")
    target.rename(old)
    try:
        made.rename(target)
    except OSError:
        old.rename(target)
        raise


def _target(path: Target, kind: str) -> Path:
    if not isinstance(path, str | os.PathLike) or not os.fspath(path):
        raise ExportError(f"{shown(path)} was given: expected the path of a {kind}.")
    target = Path(os.path.abspath(path))  # noqa: PTH100 - keeps symbolic links as they are
    if not target.parent.is_dir():
        raise ExportError(f"There is no folder {shown(str(target.parent))} to write {target.name!r} into: make it first.")
    try:
        target.lstat()
    except FileNotFoundError:
        return target
    except (OSError, ValueError) as broken:
        raise ExportError(f"{shown(path)} is no path of a {kind}: {str(broken)[:80]}.") from broken
    return target
