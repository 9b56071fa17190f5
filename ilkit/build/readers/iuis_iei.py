"""IUIS table of inborn errors of immunity: gene, disease, inheritance and codes.

Upstream layout: one workbook with one sheet. The header has blanks at its ends, as have many cells, some of them
no-break blanks; they are taken off, and blanks within a cell become one. Codes are numbers or text. The column ``OMIM`` holds
numbers of diseases and of genes alike, once with a bullet before it, once with an asterisk behind it, once with seven
digits, and lists; ``Inheritance`` is written in many ways. The sheet ends in rows that are empty.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from pathlib import Path

import pandas as pd

from ilkit.build.readers.delimited import fault
from ilkit.build.readers.fields import Field, matching, optional, text
from ilkit.build.readers.source import Source

SOURCES = ("iuis_iei_2022",)
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

COLUMNS = {
    "Disease": text,
    "Genetic defect": text,
    "Inheritance": optional(text),
    "OMIM": optional(matching(r"(· )?\d{6,7}\*?(, \d{6})*|Not yet attributed", "OMIM numbers such as 308380")),
    "Major category": matching(r"Table \d+ .+", "a table of the classification such as 'Table 8 Complement Deficiencies'"),
    "Subcategory": optional(matching(r"Subtable \d+ .+", "a subtable of the classification such as 'Subtable 1 T-B+ SCID'")),
    "ICD9": optional(matching(r"\d{3}(\.\d{1,2})?", "an ICD-9 code such as 279.2")),
    "ICD10": optional(matching(r"[A-Z]\d\d(\.\d{1,4})?", "an ICD-10 code such as D81.2")),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``defects``: one row per disease, cells as text, indexed by the row of the sheet."""
    path = source.file("*_ESM.xlsx")
    rows = [[_text(cell) for cell in row] for row in _sheet(path)]
    header = rows[0] if rows else []
    numbers = [number for number, row in enumerate(rows[1:], start=2) if any(row)]
    if not numbers:
        raise fault(path, "at least one row below the header", got="none")
    index = pd.Index(numbers, name="line")
    data = {}
    for name, field in COLUMNS.items():
        if header.count(name) != 1:
            raise fault(path, f"one column named {name!r}", 1, name, header)
        cells = [_cell(rows[number - 1], header.index(name)) for number in numbers]
        data[name] = pd.Series(_parse(path, name, field, cells, numbers), index=index, dtype=field.dtype)
    return {"defects": pd.DataFrame(data, index=index)}


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


def _parse(path: Path, name: str, field: Field, cells: list[str], numbers: list[int]) -> list[str | None]:
    values = []
    for number, cell in zip(numbers, cells, strict=True):
        try:
            values.append(field.parse(cell))
        except ValueError as wrong:
            raise fault(path, field.expected, number, name, cell) from wrong
    return values
