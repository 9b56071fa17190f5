"""Excel workbooks whose first sheet is one table: cells as text, each checked by its field."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from ilkit.build.readers.delimited import fault
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


def read_workbook(path: Path, columns: Mapping[str, Field]) -> pd.DataFrame:
    """Read the named columns of the first sheet, whose first row is the header.

    Blanks at the ends of a cell are taken off, blanks within it become one, and numbers become text. Empty rows
    are passed over.

    Returns
    -------
    pandas.DataFrame
        One row per row of the sheet, indexed by its number (``line``).

    Raises
    ------
    SourceFormatError
        The file, row and column of the first fault, what was expected and what was found.
    """
    rows = [[_text(cell) for cell in row] for row in _sheet(path)]
    header = rows[0] if rows else []
    numbers = [number for number, row in enumerate(rows[1:], start=2) if any(row)]
    if not numbers:
        raise fault(path, "at least one row below the header", got="none")
    index = pd.Index(numbers, name="line")
    data = {}
    for name, field in columns.items():
        if header.count(name) != 1:
            raise fault(path, f"one column named {name!r}", 1, name, header)
        cells = [_cell(rows[number - 1], header.index(name)) for number in numbers]
        data[name] = pd.Series(_parse(path, name, field, cells, numbers), index=index, dtype=field.dtype)
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


def _parse(path: Path, name: str, field: Field, cells: list[str], numbers: list[int]) -> list[object]:
    values = []
    for number, cell in zip(numbers, cells, strict=True):
        try:
            values.append(field.parse(cell))
        except ValueError as wrong:
            raise fault(path, field.expected, number, name, cell) from wrong
    return values
