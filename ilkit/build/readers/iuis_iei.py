"""IUIS table of inborn errors of immunity: gene, disease, inheritance and codes.

Upstream layout: one workbook with one sheet; the header has blanks at its ends, rows below it may be empty.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pandas as pd

from ilkit.build.readers.delimited import fault
from ilkit.build.readers.source import Source

SOURCES = ("iuis_iei_2022",)
REQUIRED = ("Disease", "Genetic defect")
COLUMNS = (*REQUIRED, "Inheritance", "OMIM", "Major category", "Subcategory", "ICD9", "ICD10")


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``defects``: one row per disease, cells as text, indexed by the row of the sheet."""
    path = source.file("*_ESM.xlsx")
    rows = _sheet(path)
    header = [str(cell).strip() if cell is not None else "" for cell in rows[0]] if rows else []
    for name in COLUMNS:
        if header.count(name) != 1:
            raise fault(path, f"one column named {name!r}", 1, name, header)
    places = [header.index(name) for name in COLUMNS]
    numbers, records = [], []
    for number, row in enumerate(rows[1:], start=2):
        record = [_text(row[place]) if place < len(row) else None for place in places]
        if any(record):
            numbers.append(number)
            records.append(record)
    frame = pd.DataFrame(records, columns=list(COLUMNS), index=pd.Index(numbers, name="line"), dtype="object")
    if frame.empty:
        raise fault(path, "at least one row below the header", got="none")
    return {"defects": frame}


def _sheet(path: Path) -> list[tuple[object, ...]]:
    import openpyxl

    try:
        workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
        rows = list(workbook.worksheets[0].iter_rows(values_only=True))
        workbook.close()
    except (zipfile.BadZipFile, OSError, KeyError, ValueError, IndexError, SyntaxError) as broken:
        raise fault(path, "an Excel workbook with a sheet", got=str(broken)) from broken
    return rows


def _text(cell: object) -> str | None:
    if cell is None:
        return None
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split()) or None
