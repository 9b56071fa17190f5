"""Read delimited text strictly: every fault is reported with its file, line and column."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import pandas as pd

from ilkit.build.readers.fields import Field, is_garbled
from ilkit.errors import SourceFormatError, closest

NONE: Mapping[str, int] = MappingProxyType({})


def fault(path: Path, expected: str, line: object = None, column: object = None, got: object = None) -> SourceFormatError:
    """Compose the error for a raw file that is not as expected."""
    place = [f"file {path.parent.name}/{path.name}"]
    place += [f"line {line}"] if line is not None else []
    place += [f"column {column!r}"] if column is not None else []
    found = "" if got is None else f", found {got!r}" if len(repr(got)) <= 120 else f", found {repr(got)[:117]}…"
    return SourceFormatError(
        f"{', '.join(place)}: expected {expected}{found}. Nothing was written. "
        "Compare the file with the upstream layout, or get it again from the upstream_url in its SOURCE.toml."
    )


def read_text(path: Path, *, ended: bool = True) -> str:
    """Return the whole text of a plain or gzipped UTF-8 file, without byte-order mark, its lines ended by a line feed.

    A text that does not end in a line break was cut short, but for the files that have none upstream: `ended` is False there.
    """
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    except (EOFError, zlib.error, gzip.BadGzipFile) as broken:
        raise fault(path, "a whole gzip file", got=str(broken)) from broken
    except OSError as broken:
        raise fault(path, "a file that can be read", got=str(broken)) from broken
    try:
        content = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as broken:
        line = data.count(b"\n", 0, broken.start) + 1
        raise fault(path, "UTF-8 text", line, got=data[broken.start : broken.start + 8]) from broken
    if ended and content and not content.endswith("\n"):
        raise fault(path, "a line break at the end of the file, which may be cut short", content.count("\n") + 1, got=content[-20:])
    return content


def read_delimited(
    path: Path,
    columns: Mapping[str, Field],
    *,
    separator: str = "\t",
    header: Sequence[str] | None = None,
    is_header: Callable[[list[str]], bool] | None = None,
    skip: Callable[[list[str]], bool] | None = None,
    comment: str | None = None,
    quoted: bool = True,
    may_lack: Mapping[str, int] = NONE,
    unique: str | None = None,
    garbled: Mapping[str, int] = NONE,
    ended: bool = True,
) -> pd.DataFrame:
    """Read the named columns of a delimited file, each cell checked by its field.

    Parameters
    ----------
    path
        A text file, gzipped where its name ends in ``.gz``.
    columns
        Column name → `Field`. Columns of the file that are not named are ignored.
    separator
        The delimiter.
    header
        The column names of a file that carries no header line.
    is_header
        Tells the header line of a file that has a preamble before it.
    skip
        Tells lines after the header that are decoration and hold no row.
    comment
        Lines that start with this are skipped.
    quoted
        Whether ``"`` quotes cells; False where upstream uses it as a plain character.
    may_lack
        Columns that some versions of the file do not have, each with the number of columns of a file without it: they read as
        null there.
    unique
        A column in which each value may stand only once.
    garbled
        Columns in which upstream has texts that were read in the wrong encoding, each with the number of such cells; no more of
        them are taken.
    ended
        Whether the file ends in a line break, as in `read_text`.

    Returns
    -------
    pandas.DataFrame
        One row per row of the file, indexed by the number of the line it ends on (``line``).

    Raises
    ------
    SourceFormatError
        The file, line and column of the first fault, what was expected and what was found.
    """
    rows = _rows(path, separator, comment, quoted, ended)
    names = list(header) if header is not None else _header(path, rows, is_header)
    lacking = {name for name, width in may_lack.items() if name not in names and len(names) == width}
    _check_header(path, names, {name: field for name, field in columns.items() if name not in lacking})
    lines: list[int] = []
    cells: list[list[str]] = []
    for line, row in rows:
        if skip is not None and skip(row):
            continue
        if len(row) != len(names):
            raise fault(path, f"{len(names)} columns", line, got=f"{len(row)} columns")
        if row == names:
            raise fault(path, "rows below the header", line, got="the header again")
        lines.append(line)
        cells.append(row)
    if not lines:
        raise fault(path, "at least one row below the header", got="none")
    by_column = dict(zip(names, zip(*cells, strict=True), strict=True))
    index = pd.Index(lines, name="line")
    data = {}
    for name, field in columns.items():
        values = [None] * len(lines) if name in lacking else parsed(path, name, field, by_column[name], lines)
        if name in by_column:
            expect_encoding(path, name, by_column[name], lines, garbled.get(name, 0))
        data[name] = pd.Series(values, index=index, dtype=field.dtype)
    frame = pd.DataFrame(data, index=index)
    if unique is not None and frame[unique].duplicated().any():
        first = frame[frame[unique].duplicated()].iloc[0]
        raise fault(path, "each value once", first.name, unique, first[unique])
    return frame


def _rows(path: Path, separator: str, comment: str | None, quoted: bool, ended: bool) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, cells) of every line that is neither empty nor a comment."""
    text = read_text(path, ended=ended)
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting, strict=True)
    try:
        for row in reader:
            if row and not (comment and row[0].startswith(comment)):
                yield reader.line_num, row
    except csv.Error as broken:
        raise fault(path, "well-formed delimited text", reader.line_num, got=str(broken)) from broken


def _header(path: Path, rows: Iterator[tuple[int, list[str]]], is_header: Callable[[list[str]], bool] | None) -> list[str]:
    for _, row in rows:
        if is_header is None or is_header(row):
            return row
    raise fault(path, "a header line", got="none")


def _check_header(path: Path, names: list[str], columns: Mapping[str, Field]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1 and name in columns})
    if twice:
        raise fault(path, "column names that occur once", column=twice[0], got="the name twice")
    for name in columns:
        if name not in names:
            near = closest(name, names, 1)
            raise fault(path, f"a column named {name!r}", column=name, got=near[0] if near else names[:12])


def parsed(path: Path, name: str, field: Field, cells: Sequence[str], lines: Sequence[int]) -> list[Any]:
    """Return what the cells of a column say; each distinct one is parsed once."""
    values: dict[str, Any] = {}
    for line, cell in zip(lines, cells, strict=True):
        if cell not in values:
            try:
                values[cell] = field.parse(cell)
            except ValueError as wrong:
                raise fault(path, field.expected, line, name, cell) from wrong
    return [values[cell] for cell in cells]


def expect_encoding(path: Path, name: str, cells: Sequence[str], lines: Sequence[int], upstream: int = 0) -> None:
    """Raise where more cells of a column than upstream garbled itself were read in another encoding than their own."""
    wrong = [place for place, cell in enumerate(cells) if is_garbled(cell)]
    if len(wrong) > upstream:
        raise fault(path, "a text that was read in its own encoding, UTF-8", lines[wrong[0]], name, cells[wrong[0]])
