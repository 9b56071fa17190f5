"""An Excel workbook with one sheet per table."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa

from ilkit.api import opened
from ilkit.errors import ExportError
from ilkit.export.contents import Version, about, progress, resources, rows
from ilkit.export.target import Target, new_file
from ilkit.extras import require

MOST_ROWS, MOST_SIGNS, LONGEST_NAME, LARGEST = 1_048_576, 32_767, 31, 2**53
SPOILT = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
INSTEAD = "Write csv, duckdb or sqlite."


def xlsx(path: Target, *, tables: Iterable[str] | None = None, overwrite: bool = False, version: Version = None) -> Path:
    """Write tables into an Excel workbook, one sheet each, after sheets on version, licences and columns.

    Texts are text cells, so that Excel makes neither dates of symbols nor formulas of what begins with ``=``; nulls are empty
    cells, flags are TRUE and FALSE. What a workbook cannot hold as it is (a text of more than 32,767 signs, control
    characters, more than 1,048,575 rows, whole numbers above 2⁵³) is an error. Needs ``ilkit[export]``.

    Parameters
    ----------
    path
        The file to write; its folder exists.
    tables
        The tables to write, all where left out; ``sources`` comes with them.
    overwrite
        Whether to replace a file that exists.
    version
        A dataset version or a `Dataset`; the default version where left out.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    ilkit.errors.ExportError
        The file exists or cannot be written, or a workbook cannot hold a value.
    ilkit.errors.UnknownTableError
        There is no such table.
    ilkit.errors.MissingExtraError
        openpyxl is not installed.

    Examples
    --------
    >>> import ilkit, pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "ilkit.xlsx"
    >>> ilkit.export.xlsx(path, tables=["chains"]).name
    'ilkit.xlsx'
    """
    engine = require("openpyxl", "export")
    data = opened(version)
    asked = resources(data, tables)
    sheets = {name: pa.Table.from_pandas(frame, preserve_index=False) for name, frame in about(data, asked).items()}
    sheets |= {name: rows(data, name) for name in sorted(asked)}
    for name, table in sheets.items():
        _expect_that_it_fits(name, table)
    with new_file(path, overwrite) as made:
        book = engine.Workbook(write_only=True)
        for name in progress(sheets, "xlsx"):
            _add_sheet(book, name, sheets[name])
        content = io.BytesIO()
        book.save(content)
        made.write_bytes(content.getvalue())
    return Path(path)


def _expect_that_it_fits(name: str, table: pa.Table) -> None:
    """Raise where a workbook would not hold the table as it is."""
    if len(name) > LONGEST_NAME or table.num_rows >= MOST_ROWS:
        raise ExportError(
            f"The table {name!r} has {table.num_rows:,} rows: a sheet holds {MOST_ROWS - 1:,} below its header, under a name of up "
            f"to {LONGEST_NAME} signs. {INSTEAD}"
        )
    for column in table.column_names:
        for value in table[column].unique().to_pylist():
            if isinstance(value, str) and (len(value) > MOST_SIGNS or SPOILT.search(value)):
                raise ExportError(
                    f"A workbook cannot hold {value[:60]!r} ({len(value):,} signs) of {name}.{column} as it is: texts there have "
                    f"up to {MOST_SIGNS:,} signs and no control characters. {INSTEAD}"
                )
            if isinstance(value, int) and abs(value) > LARGEST:
                raise ExportError(f"A workbook cannot hold {value} of {name}.{column} to the last digit. {INSTEAD}")


def _add_sheet(book: Any, name: str, table: pa.Table) -> None:
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.append(table.column_names)
    for row in zip(*(column.to_pylist() for column in table.columns), strict=True):
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Any, value: Any) -> Any:
    """Return what a cell is to hold.

    openpyxl takes some texts for formulas or errors, and cuts numbers to 16 digits: these are given to it as cells of their type.
    """
    if isinstance(value, str) and value.startswith(("=", "#")):
        return _typed(sheet, value, "s")
    if isinstance(value, float) and float(f"{value:.16g}") != value:
        return _typed(sheet, repr(value), "n")
    return value


def _typed(sheet: Any, text: str, data_type: str) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, text)
    cell.data_type = data_type
    return cell
