"""Delimited text: what every reader of a table refuses, and what it takes."""

import pytest

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import integer, text
from ilkit.errors import SourceFormatError

COLUMNS = {"symbol": text, "count": integer}
CONTENT = "symbol\tcount\nIL6\t1234\nIL-1β\t7\n"


def read(make_source, content, **options):
    return read_delimited(make_source("made", **{"made.tsv": content}).file("made.tsv"), COLUMNS, **options)


@pytest.mark.parametrize(
    "content", [CONTENT.replace("\n", "\r\n"), "\ufeff" + CONTENT, "\ufeff" + CONTENT.replace("\n", "\r\n")], ids=ascii
)
def test_line_ends_and_byte_order_marks_make_no_difference(make_source, content):
    assert read(make_source, content).equals(read(make_source, CONTENT))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (CONTENT.removesuffix("\n"), "line 3: expected a line break at the end of the file, which may be cut short"),
        (CONTENT.removesuffix("7\n"), "line 3: expected a line break at the end of the file, which may be cut short"),
        (CONTENT.replace("IL6", "symbol\tcount\nIL6"), "line 2: expected rows below the header, found 'the header again'"),
        (CONTENT + "symbol\tcount\n", "line 4: expected rows below the header, found 'the header again'"),
        (CONTENT.replace("1234", "1,234"), "line 2, column 'count': expected a whole number, found '1,234'"),
        (CONTENT.replace("IL6", "1,234"), "line 2, column 'symbol': expected a text, found '1,234'"),
        (CONTENT.replace("symbol", "gene"), "column 'symbol': expected a column named 'symbol'"),
        (CONTENT.encode("iso8859-7"), "line 3: expected UTF-8 text"),
        (CONTENT.encode("utf-16"), "line 1: expected UTF-8 text"),
        (CONTENT.replace("β", "Î²"), "line 3, column 'symbol': expected a text that was read in its own encoding, UTF-8"),
        (CONTENT.replace("β", "\ufffd"), "line 3, column 'symbol': expected a text that was read in its own encoding, UTF-8"),
    ],
)
def test_a_damaged_table_is_refused_with_the_place_of_the_damage(make_source, content, says):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, content)
    assert f"file made/made.tsv, {says}" in str(error.value)


def test_a_column_may_be_lacking_only_where_the_file_has_as_many_columns_as_a_file_without_it(make_source):
    lacking = read(make_source, "symbol\nIL6\n", may_lack={"count": 1})
    assert lacking["count"].isna().all()
    with pytest.raises(SourceFormatError, match="expected a column named 'count'"):
        read(make_source, CONTENT.replace("count", "number"), may_lack={"count": 1})


def test_as_many_texts_as_upstream_garbled_are_kept_and_no_more(make_source):
    garbled = CONTENT.replace("β", "Î²")
    assert read(make_source, garbled, garbled={"symbol": 1})["symbol"].tolist() == ["IL6", "IL-1Î²"]
    with pytest.raises(SourceFormatError, match="line 3, column 'symbol': expected a text that was read in its own encoding"):
        read(make_source, garbled + "IL-2Î²\t8\n", garbled={"symbol": 1})


def test_a_file_without_a_last_line_break_is_read_where_the_reader_says_so(make_source):
    assert read(make_source, CONTENT.removesuffix("\n"), ended=False).equals(read(make_source, CONTENT))
