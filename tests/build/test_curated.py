"""Curated tables: there are some, and each row says why it is there."""

import pytest

from ilkit.build.curated import read_curated
from ilkit.errors import SourceFormatError


def test_a_folder_without_curated_tables_is_refused(tmp_path):
    with pytest.raises(SourceFormatError, match="No curated tables in"):
        read_curated(tmp_path)


def test_a_curated_table_without_reasons_is_refused(tmp_path):
    (tmp_path / "names.csv").write_text("name\nx\n", "utf-8")
    with pytest.raises(SourceFormatError, match="a column named 'reason'"):
        read_curated(tmp_path)


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("produces", "True", "true or false"),
        ("signals", "yes", "true or false"),
        ("copies", "two", "a whole number"),
        ("first_described_year", "1986.5", "a whole number"),
        ("threshold", "ten", "a finite number"),
    ],
)
def test_a_cell_that_is_no_flag_or_number_is_refused(tmp_path, column, cell, expected):
    (tmp_path / "facts.csv").write_text(f"name,{column},reason\nx,{cell},why\n", "utf-8")
    with pytest.raises(SourceFormatError, match=expected) as refused:
        read_curated(tmp_path)
    assert column in str(refused.value) and cell in str(refused.value)


def test_flags_and_numbers_have_their_types_and_an_empty_cell_is_null(tmp_path):
    (tmp_path / "facts.csv").write_text("name,produces,copies,reason\nx,true,2,why\ny,,,why\n", "utf-8")
    facts = read_curated(tmp_path)["facts"]
    assert facts.dtypes[["produces", "copies"]].astype(str).tolist() == ["boolean", "Int64"]
    assert facts["produces"].isna().tolist() == facts["copies"].isna().tolist() == [False, True]


def test_a_version_stands_once_in_the_list_of_releases(tmp_path):
    (tmp_path / "releases.csv").write_text("version,reason\n2030.1.0,why\n2030.1.0,why\n", "utf-8")
    with pytest.raises(SourceFormatError, match=r"2030\.1\.0"):
        read_curated(tmp_path)
