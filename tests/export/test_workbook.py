"""Workbooks: text stays text, or the export says why it cannot."""

import pytest

import ilkit
from ilkit.errors import ExportError

from .conftest import TEXTS, plain

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed: pip install 'ilkit[export]'")


def sheet_of(path, name: str) -> tuple[list[str], dict]:
    """Return the names and the cells of the columns of a sheet."""
    rows = list(openpyxl.load_workbook(path)[name].iter_rows())
    names = [cell.value for cell in rows[0]]
    return names, {name: [row[place] for row in rows[1:]] for place, name in enumerate(names)}


def test_awkward_values_come_back_from_a_workbook_as_they_were(awkward, tmp_path):
    _, cells = sheet_of(ilkit.export.xlsx(tmp_path / "made.xlsx", version=awkward), "things")
    expected = plain(awkward.load("things"))
    assert {name: [cell.value for cell in column] for name, column in cells.items()} == expected


def test_a_whole_number_that_a_workbook_would_round_is_an_error(made_version, tmp_path):
    data = made_version(["one", "two"], numbers=[1, 2**53 + 1])
    with pytest.raises(ExportError, match=r"cannot hold 9007199254740993 of things\.number to the last digit"):
        ilkit.export.xlsx(tmp_path / "made.xlsx", version=data)


def test_texts_are_text_cells_even_where_they_look_like_formulas_errors_dates_or_numbers(awkward, tmp_path):
    _, cells = sheet_of(ilkit.export.xlsx(tmp_path / "made.xlsx", version=awkward), "things")
    written = {cell.value: cell.data_type for cell in cells["text"] if cell.value is not None}
    assert set(written) == set(TEXTS) - {None}
    assert set(written.values()) == {"s"}
    assert {cell.data_type for cell in cells["flag"] if cell.value is not None} == {"b"}


def test_a_released_table_comes_back_from_a_workbook_as_it_was(tmp_path):
    path = ilkit.export.xlsx(tmp_path / "ilkit.xlsx", tables=["genes", "drugs"])
    for table in ("genes", "drugs"):
        names, cells = sheet_of(path, table)
        assert names == ilkit.columns(table)["column"].tolist()
        assert {name: [cell.value for cell in column] for name, column in cells.items()} == plain(ilkit.load(table))


def test_the_first_sheets_of_a_workbook_say_version_and_licences(tmp_path):
    path = ilkit.export.xlsx(tmp_path / "ilkit.xlsx", tables=["drugs"])
    assert openpyxl.load_workbook(path).sheetnames == ["_ilkit", "_ilkit_tables", "_ilkit_columns", "drugs", "sources"]
    _, about = sheet_of(path, "_ilkit")
    assert ilkit.DEFAULT_VERSION in [cell.value for cell in about["value"]]
    _, listed = sheet_of(path, "_ilkit_tables")
    assert [cell.value for cell in listed["licence"]] == ["CC-BY-SA-4.0", "CC-BY-4.0"]


@pytest.mark.parametrize(
    "text",
    ["a\x07bell", "a\rreturn", "x" * 32_768, "_x0041_"],
    ids=["control character", "carriage return", "too long", "reads as an escape"],
)
def test_a_text_that_a_workbook_would_change_is_an_error_and_nothing_is_left(text, made_version, tmp_path):
    data, target = made_version(["fine", text]), tmp_path / "out" / "made.xlsx"
    target.parent.mkdir()
    with pytest.raises(ExportError, match=r"of things\.text as it is.*Write csv, duckdb or sqlite"):
        ilkit.export.xlsx(target, version=data)
    assert list(target.parent.iterdir()) == []
