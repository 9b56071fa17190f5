"""Faults of a raw file: what goes wrong between upstream and us, one at a time."""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import NamedTuple

from ilkit.build.readers.fields import Field
from ilkit.build.readers.proteomics_panels import Layout as PanelLayout

WITHIN = 100
"""The lines among which a header is looked for."""

AT_LINE_END = ", at a line end"
NO_BREAK = ", no line break upstream"

NUMBER = re.compile(r"\d+(\.\d+)?")
LARGE = re.compile(r"\d{4,}(\.\d+)?")


class Fault(NamedTuple):
    """A damaged file: the kind of the damage, where it is, and the bytes."""

    kind: str
    where: str
    data: bytes


@dataclass(frozen=True)
class Table:
    """How a text is laid out: its fields by column, the names of all columns, and the place of the header among the lines."""

    fields: Mapping[str, Field]
    names: Sequence[str]
    header: int | None
    separator: str


def unpacked(name: str, data: bytes) -> bytes:
    """Return what is in a file that may be gzipped."""
    return gzip.decompress(data) if name.endswith(".gz") else data


def packed(name: str, data: bytes) -> bytes:
    """Return the bytes of a file that holds `data`, gzipped where its name says so."""
    return gzip.compress(data, 1, mtime=0) if name.endswith(".gz") else data


def faults(name: str, data: bytes, module: ModuleType) -> Iterator[Fault]:
    """Give every fault that a file of a reader can have."""
    if name.endswith(".xlsx"):
        yield from _of_workbook(data, module)
        return
    text = unpacked(name, data).decode()
    for kind, where, damaged in (*_of_bytes(text), *_of_ends(text), *_of_table(text, module)):
        if damaged != text.encode():
            yield Fault(kind, where, packed(name, damaged))


def _of_bytes(text: str) -> Iterator[Fault]:
    """Give what editors and file transfers do to the whole of a text."""
    windows = "\r\n" in text
    yield Fault("line ends", "CRLF to LF" if windows else "LF to CRLF", _with_ends(text, "\n" if windows else "\r\n"))
    marked = text.startswith("\ufeff")
    yield Fault("byte-order mark", "taken off" if marked else "put in", (text[1:] if marked else "\ufeff" + text).encode())
    yield Fault("wrong encoding", "one byte per sign", _in_one_byte(text))
    yield Fault("wrong encoding", "UTF-16", text.encode("utf-16"))
    yield Fault("wrong encoding", "UTF-16 without mark", text.encode("utf-16-le"))
    yield Fault("wrong encoding", "UTF-8 taken for Latin-1", text.encode().decode("latin-1").encode())
    yield Fault("wrong encoding", "UTF-8 taken for ASCII", text.encode().decode("ascii", "replace").encode())


def _with_ends(text: str, end: str) -> bytes:
    return text.replace("\r\n", "\n").replace("\n", end).encode()


def _in_one_byte(text: str) -> bytes:
    """Encode as Latin-1, or else as another encoding that has all signs of the text."""
    for encoding in ("latin-1", "cp1252", "iso8859-7"):
        try:
            return text.encode(encoding)
        except UnicodeEncodeError:
            continue
    return text.encode("gb18030")


def _of_ends(text: str) -> Iterator[Fault]:
    whole = text.rstrip("\r\n")
    ended = "" if text.endswith("\n") else NO_BREAK
    yield Fault("cut in the last line", "its line break", whole.encode())
    yield Fault("cut in the last line", f"its last two signs{ended}", whole[:-2].encode())


def _of_table(text: str, module: ModuleType) -> Iterator[Fault]:
    """Give the faults of header and numbers, where the text is a table whose columns the reader declares."""
    lines = text.split("\n")
    table = _table(lines, module)
    if table is None:
        return
    if table.header is not None:
        yield from _of_header(lines, table, table.header)
    for column in table.fields:
        if column in table.names and (changed := _with_separator(lines, table, column)):
            yield Fault("thousands separator", f"column {column!r}", "\n".join(changed).encode())


def _of_header(lines: list[str], table: Table, place: int) -> Iterator[Fault]:
    header = lines[place]
    ended = lines if lines[-1] == "" else [*lines, ""]
    yield Fault("header twice", "below itself", "\n".join([*lines[: place + 1], header, *lines[place + 1 :]]).encode())
    yield Fault("header twice", "at the end", "\n".join([*ended[:-1], header, ""]).encode())
    for column in table.fields:
        if column in table.names:
            renamed = [f"new {name}" if name == column else name for name in table.names]
            row = [*lines[:place], _row(renamed, table.separator), *lines[place + 1 :]]
            yield Fault("column renamed", f"column {column!r}", "\n".join(row).encode())


def declared(module: ModuleType) -> Iterator[Mapping[str, Field]]:
    """Give the columns that a reader declares, file by file."""
    for value in vars(module).values():
        items = list(value.values()) if isinstance(value, dict) else []
        if items and all(isinstance(item, Field) for item in items):
            yield value
        if items and all(isinstance(item, PanelLayout) for item in items):
            yield from (dict(item.columns.values()) for item in items)


def _table(lines: list[str], module: ModuleType) -> Table | None:
    """Find the header, as the last line with the names of the columns, or a first row that fits columns without header."""
    best, most = None, 0
    for place, line in enumerate(lines[:WITHIN]):
        for separator in ("\t", ","):
            names = _cells(line, separator)
            for fields in declared(module):
                there = sum(name in names for name in fields)
                if there >= max(most, len(fields) - 1, 1):
                    best, most = Table(fields, names, place, separator), there
    return best or _without_header(lines, module)


def _without_header(lines: list[str], module: ModuleType) -> Table | None:
    first = next((line for line in lines if not line.startswith("#")), "")
    cells = _cells(first, "\t")
    for fields in declared(module):
        if len(fields) == len(cells) and all(_fits(field, cell) for field, cell in zip(fields.values(), cells, strict=True)):
            return Table(fields, list(fields), None, "\t")
    return None


def _fits(field: Field, cell: str) -> bool:
    try:
        field.parse(cell)
    except ValueError:
        return False
    return True


def _with_separator(lines: list[str], table: Table, column: str) -> list[str] | None:
    """Write a number of a column with a thousands separator, the first large one or else the first."""
    place = list(table.names).index(column)
    start = 0 if table.header is None else table.header + 1
    rows = [
        (number, line.rstrip("\r").split(table.separator)) for number, line in enumerate(lines[start:], start) if '"' not in line
    ]
    for kind in (LARGE, NUMBER):
        for number, cells in rows:
            if len(cells) == len(table.names) and kind.fullmatch(cells[place]):
                whole, *rest = cells[place].split(".")
                grouped = ".".join([f"{int(whole):,}" if kind is LARGE else f"{int(whole)},234", *rest])
                end = "\r" if lines[number].endswith("\r") else ""
                changed = _row([*cells[:place], grouped, *cells[place + 1 :]], table.separator) + end
                return [*lines[:number], changed, *lines[number + 1 :]]
    return None


def _cells(line: str, separator: str) -> list[str]:
    return next(csv.reader([line.removeprefix("\ufeff").rstrip("\r")], delimiter=separator), [])


def _row(cells: Sequence[str], separator: str) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="").writerow(cells)
    return written.getvalue()


def _of_workbook(data: bytes, module: ModuleType) -> Iterator[Fault]:
    """Give the faults of the header of a workbook."""
    fields = next(declared(module))
    rows = workbook_rows(data)
    place = next(number for number, row in enumerate(rows) if {_text(cell) for cell in row} >= set(fields))
    header = rows[place]
    for column in fields:
        renamed = [f"new {column}" if _text(cell) == column else cell for cell in header]
        yield Fault("column renamed", f"column {column!r}", workbook([*rows[:place], renamed, *rows[place + 1 :]]))
    yield Fault("header twice", "below itself", workbook([*rows[: place + 1], header, *rows[place + 1 :]]))
    yield Fault("header twice", "at the end", workbook([*rows, header]))


def workbook_rows(data: bytes) -> list[list[object]]:
    """Return the rows of the first sheet of a workbook."""
    import openpyxl

    sheet = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def _text(value: object) -> str:
    return " ".join(str(value).split())


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    """Return a workbook whose one sheet has these rows."""
    import openpyxl

    book, written = openpyxl.Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(written)
    return written.getvalue()
