"""IUIS: inborn errors of immunity, from the workbook."""

import io

import openpyxl
import pytest

from ilkit.build.readers import iuis_iei
from ilkit.errors import SourceFormatError

HEADER = ["Disease ", "Genetic defect", "Inheritance", "OMIM", "T cell count", "Major category", "Subcategory", "ICD9", "ICD10"]
ROW = ["invented  deficiency\n(AAA1)", "AAA1 ", "AR", 600001.0, "low", "Table 1 Invented", "Subtable 1 Invented", "279.2", "D81.2"]
NAME = "invented_ESM.xlsx"


def workbook(*rows: list) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_cells_are_text_on_one_line_and_empty_rows_are_passed_over(make_source):
    source = make_source("iuis_iei_2022", **{NAME: workbook(HEADER, ROW, [None] * 9, [*ROW[:3], None, *ROW[4:]])})
    defects = iuis_iei.read(source)["defects"]
    assert defects.index.tolist() == [2, 4]
    assert defects.loc[2, ["Disease", "Genetic defect", "OMIM"]].tolist() == ["invented deficiency (AAA1)", "AAA1", "600001"]
    assert defects["OMIM"].isna().tolist() == [False, True]


def test_a_missing_column_is_a_fault_that_names_it(make_source):
    source = make_source("iuis_iei_2022", **{NAME: workbook([*HEADER[:3], "MIM", *HEADER[4:]], ROW)})
    with pytest.raises(SourceFormatError, match=r"invented_ESM\.xlsx, line 1, column 'OMIM': expected one column named 'OMIM'"):
        iuis_iei.read(source)


@pytest.mark.parametrize("data", [b"", b"no workbook", workbook(HEADER, ROW)[:-200]])
def test_what_is_no_workbook_is_a_fault(make_source, data):
    with pytest.raises(SourceFormatError, match="expected an Excel workbook"):
        iuis_iei.read(make_source("iuis_iei_2022", **{NAME: data}))


def test_the_real_workbook_lists_505_defects(real_source):
    defects = iuis_iei.read(real_source("iuis_iei_2022"))["defects"]
    assert len(defects) == 505
    assert defects.set_index("Genetic defect").loc["IL10RA", "Inheritance"] == "AR"


def changed(column: str, value: object) -> list:
    return [value if name == column else cell for name, cell in zip(HEADER, ROW, strict=True)]


def test_no_break_blanks_are_taken_off_and_numbers_become_text(make_source):
    rows = [changed("OMIM", "\xa0600001 \n"), changed("ICD9", 279.2), changed("ICD9", 279.0)]
    defects = iuis_iei.read(make_source("iuis_iei_2022", **{NAME: workbook(HEADER, *rows)}))["defects"]
    assert defects.loc[2, "OMIM"] == "600001"
    assert defects.loc[[3, 4], "ICD9"].tolist() == ["279.2", "279"]


@pytest.mark.parametrize("omim", ["· 600001", "600001*", "6000011", "600001, 600002", "Not yet attributed"])
def test_an_omim_cell_is_kept_as_upstream_writes_it(make_source, omim):
    defects = iuis_iei.read(make_source("iuis_iei_2022", **{NAME: workbook(HEADER, changed("OMIM", omim))}))["defects"]
    assert defects.loc[2, "OMIM"] == omim


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("Genetic defect", None, "a text"),
        ("OMIM", 1234, "OMIM numbers such as 308380"),
        ("Major category", "Appendix", "a table of the classification"),
        ("ICD9", "D81.2", "an ICD-9 code such as 279.2"),
        ("ICD10", 279.2, "an ICD-10 code such as D81.2"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_row_and_column(make_source, column, value, expected):
    source = make_source("iuis_iei_2022", **{NAME: workbook(HEADER, ROW, changed(column, value))})
    with pytest.raises(SourceFormatError, match=f"file iuis_iei_2022/{NAME}, line 3, column '{column}': expected {expected}"):
        iuis_iei.read(source)


def test_a_sheet_without_rows_is_a_fault(make_source):
    with pytest.raises(SourceFormatError, match="expected at least one row below the header"):
        iuis_iei.read(make_source("iuis_iei_2022", **{NAME: workbook(HEADER)}))


def test_the_real_workbook_lists_both_modes_of_il6st(real_source):
    defects = iuis_iei.read(real_source("iuis_iei_2022"))["defects"]
    both = defects[defects["Genetic defect"] == "IL6ST"]
    assert both["Inheritance"].tolist() == ["AR", "AD DN"]
    assert both["OMIM"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("row", "says"), [(HEADER, "the header again"), (changed("Disease ", "SjÃ¶gren"), "a text that was read in its own encoding")]
)
def test_a_header_among_the_rows_and_garbled_text_are_faults(make_source, row, says):
    with pytest.raises(SourceFormatError, match=says):
        iuis_iei.read(make_source("iuis_iei_2022", **{NAME: workbook(HEADER, ROW, row)}))
