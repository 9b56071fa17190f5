"""huCIRA: cytokines and their receptors, from the workbook."""

import io

import openpyxl
import pytest

from ilkit.build.readers import hucira
from ilkit.errors import SourceFormatError

SOURCE = "hucira_cytokine_info"
NAME = "invented_cytokine_info_of_nobody.xlsx"
HEADER = ["name", "gene", "used cytokines", "receptor gene"]
ROWS = [
    ["AA-1", "AAA1, AAA2", "AA", "AAR1, AAR2; AAR2, AAR3"],
    ["BB", "BBB1\xa0", None, None],
]


def workbook(*rows: list) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_a_comma_joins_subunits_and_a_semicolon_parts_alternatives(make_source):
    cytokines = hucira.read(make_source(SOURCE, **{NAME: workbook(HEADER, *ROWS)}))["cytokines"]
    assert cytokines["gene"].tolist() == [("AAA1", "AAA2"), ("BBB1",)]
    assert cytokines["receptor gene"].tolist() == [(("AAR1", "AAR2"), ("AAR2", "AAR3")), ()]


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        ([None, "AAA1", "AA", None], "name", "a text"),
        (["AA", "+AAA1", "AA", None], "gene", "a ','-separated list of: a gene symbol"),
        (["AA", "AAA1", "AA", "AAR1 and AAR2"], "receptor gene", "a ';'-separated list of: a ','-separated list"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_row_and_column(make_source, row, column, expected):
    with pytest.raises(SourceFormatError) as error:
        hucira.read(make_source(SOURCE, **{NAME: workbook(HEADER, ROWS[0], row)}))
    assert f"file {SOURCE}/{NAME}, line 3, column '{column}': expected {expected}" in str(error.value)


def test_the_real_workbook_lists_183_cytokines(real_source):
    cytokines = hucira.read(real_source(SOURCE))["cytokines"]
    assert len(cytokines) == 183
    named = cytokines.set_index("name")["receptor gene"]
    assert named["IL-4"] == (("IL4R", "IL2RG"), ("IL4R", "IL13RA1"))
    assert named["IL-26"] == (("IL20RA", "IL20RB"),)
