"""FDA Purple Book: licensed biological products."""

import pytest

from ilkit.build.readers import fda_purple_book
from ilkit.errors import SourceFormatError

SOURCE = "fda_purple_book"
NAME = "purplebook-data-download_2000_01.csv"
HEADER = ",".join(["N/R/U", *fda_purple_book.COLUMNS])
EMPTY = "," * (len(fda_purple_book.COLUMNS))
ROW = ',100001,Inventa,inventumab-abcd,351(k) Biosimilar,Rx,Licensed,"March 5, 2024"'


def content(*rows: str) -> str:
    changes = ["\ufeffInvented report" + EMPTY, EMPTY, "New" + EMPTY, HEADER, "N" + ROW.replace("Inventa", "Changed"), EMPTY]
    return "\n".join([*changes, HEADER, *rows]) + "\n"


def read(make_source, *rows):
    return fda_purple_book.read(make_source(SOURCE, **{NAME: content(*rows)}))["products"]


def test_the_list_of_changes_before_the_second_header_is_passed_over(make_source):
    products = read(make_source, ROW, EMPTY, "U" + ROW.replace("Inventa", ""))
    assert products["Proprietary Name"].isna().tolist() == [False, True]
    assert products.iloc[0].tolist() == [
        *("100001", "Inventa", "inventumab-abcd", "351(k) Biosimilar", "Rx", "Licensed"),
        "March 5, 2024",
    ]


def test_a_file_with_one_header_only_is_a_fault(make_source):
    with pytest.raises(SourceFormatError, match="expected a header line"):
        fda_purple_book.read(make_source(SOURCE, **{NAME: f"{HEADER}\n{ROW}\n"}))


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("100001", "BLA1", "BLA Number", "a BLA number such as 125276"),
        ("inventumab-abcd", "", "Proper Name", "a text"),
        ("351(k) Biosimilar", "351(x)", "BLA Type", "one of '351(a)'"),
        ("Rx", "Sold", "Marketing Status", "Rx, OTC or Disc"),
        ("Licensed", "Lost", "Licensure", "one of 'Licensed'"),
        ("March 5, 2024", "2024-03-05", "Approval Date", "a date such as March 5, 2024"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, ROW.replace(old, new))
    assert f"file {SOURCE}/{NAME}, line 8, column '{column}': expected {expected}" in str(error.value)


def test_the_real_file_lists_2070_presentations(real_source):
    products = fda_purple_book.read(real_source(SOURCE))["products"]
    assert len(products) == 2070
    assert set(products.loc[products["Proper Name"] == "daclizumab", "Licensure"]) == {"Voluntarily Revoked"}
    assert products["Proper Name"].str.startswith("tocilizumab-").any()
