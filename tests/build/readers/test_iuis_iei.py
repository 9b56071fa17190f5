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
