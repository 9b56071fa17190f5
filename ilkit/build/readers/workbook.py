"""Read the first sheet of an Excel workbook strictly: every fault is reported with its file, row and column."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from ilkit.build.readers.delimited import expect_encoding, fault, parsed
from ilkit.build.readers.fields import Field

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    RuntimeError,
)


def read_workbook(path: Path, columns: Mapping[str, Field], header_row: int = 1) -> pd.DataFrame:
    """Read the named columns of the first sheet, each cell checked by its field.

    Blanks at the ends of a cell are taken off, and runs of blanks and line breaks within it become one blank. Rows that are
    empty are passed over.

    Returns
    -------
    pandas.DataFrame
        One row per row of the sheet below `header_row`, indexed by its number (``line``).

    Raises
    ------
    SourceFormatError
        The file, row and column of the first fault, what was expected and what was found.
    """
    rows = [[_text(cell) for cell in row] for row in _sheet(path)]
    header = rows[header_row - 1] if len(rows) >= header_row else []
    numbers = [number for number, row in enumerate(rows[header_row:], start=header_row + 1) if any(row)]
    if not numbers:
        raise fault(path, "at least one row below the header", got="none")
    if again := [number for number in numbers if rows[number - 1] == header]:
        raise fault(path, "rows below the header", again[0], got="the header again")
    index = pd.Index(numbers, name="line")
    data = {}
    for name, field in columns.items():
        if header.count(name) != 1:
            raise fault(path, f"one column named {name!r}", header_row, name, header)
        cells = [_cell(rows[number - 1], header.index(name)) for number in numbers]
        expect_encoding(path, name, cells, numbers)
        data[name] = pd.Series(parsed(path, name, field, cells, numbers), index=index, dtype=field.dtype)
    return pd.DataFrame(data, index=index)


def _sheet(path: Path) -> list[tuple[object, ...]]:
    """Return the rows of the first sheet."""
    import openpyxl

    try:
        workbook = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), read_only=True, data_only=True)
        return list(workbook.worksheets[0].iter_rows(values_only=True))
    except BROKEN as broken:
        raise fault(path, "an Excel workbook with a sheet", got=str(broken)) from broken


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split())


def _cell(row: list[str], place: int) -> str:
    return row[place] if place < len(row) else ""
