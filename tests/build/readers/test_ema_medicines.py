"""EMA: medicines of the central procedure, from the workbook."""

import io

import openpyxl
import pytest

from ilkit.build.readers import ema_medicines
from ilkit.errors import SourceFormatError

SOURCE = "ema_medicines"
NAME = "medicines-output-medicines-report_en.xlsx"
HEADER = list(ema_medicines.COLUMNS)
ROW = [
    *("Human", "Inventa", "EMEA/H/C/000001", "Authorised", "inventumab", "inventumab"),
    *("Asthma;Eczema", "L04AC05; L04", "No", "14/03/2026"),
]


def workbook(*rows: list) -> bytes:
    book = openpyxl.Workbook()
    for row in [["Invented report"]] * 8:
        book.active.append(row)
    for row in rows:
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def read(make_source, *rows):
    return ema_medicines.read(make_source(SOURCE, **{NAME: workbook(HEADER, *rows)}))["medicines"]


def changed(column: str, value: object) -> list:
    return [value if name == column else cell for name, cell in zip(HEADER, ROW, strict=True)]


def test_the_header_stands_in_row_nine_and_lists_are_tuples(make_source):
    medicines = read(make_source, ROW, changed(ema_medicines.INN, None), changed("ATC code (human)", "Not yet assigned"))
    assert medicines.index.tolist() == [10, 11, 12]
    assert medicines.loc[10, "Therapeutic area (MeSH)"] == ("Asthma", "Eczema")
    assert [code.strip() for code in medicines.loc[10, "ATC code (human)"]] == ["L04AC05", "L04"]
    assert medicines[ema_medicines.INN].isna().tolist() == [False, True, False]
    assert medicines.loc[12, "ATC code (human)"] == ()


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("Category", "Plant", "one of 'Human', 'Veterinary'"),
        ("EMA product number", "1", "a product number such as EMEA/H/C/000955"),
        ("Medicine status", "Lost", "one of 'Authorised'"),
        ("Biosimilar", None, "one of 'Yes', 'No'"),
        ("Marketing authorisation date", "2026-03-14", "a date such as 14/03/2026"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_row_and_column(make_source, column, value, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, ROW, changed(column, value))
    assert f"file {SOURCE}/{NAME}, line 11, column '{column}': expected {expected}" in str(error.value)


def test_a_missing_column_is_a_fault_that_names_it(make_source):
    source = make_source(SOURCE, **{NAME: workbook(["Kind", *HEADER[1:]], ROW)})
    with pytest.raises(SourceFormatError, match="line 9, column 'Category': expected one column named 'Category'"):
        ema_medicines.read(source)


def test_the_real_workbook_lists_2673_medicines(real_source):
    medicines = ema_medicines.read(real_source(SOURCE))["medicines"]
    assert medicines["Category"].value_counts().to_dict() == {"Human": 2291, "Veterinary": 382}
    daclizumab = medicines[medicines[ema_medicines.INN] == "daclizumab"]
    assert set(daclizumab["Medicine status"]) == {"Withdrawn"}
    assert (medicines[ema_medicines.INN].str.lower() == "ustekinumab").sum() >= 15
