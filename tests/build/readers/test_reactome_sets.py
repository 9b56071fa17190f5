"""Reactome gene sets: lines of different length, without header."""

import pytest

from ilkit.build.readers import reactome_sets
from ilkit.errors import SourceFormatError

SOURCE = "reactome_gmt_2022"
NAME = "ReactomePathways.gmt"
CONTENT = "Invented pathway\tR-HSA-1\tAAA1\t18S rRNA\nOther pathway\tR-HSA-2\tBBB1 \n"


def read(make_source, content):
    return reactome_sets.read(make_source(SOURCE, **{NAME: content}))["members"]


def test_every_member_is_a_row_with_the_line_of_its_pathway(make_source):
    members = read(make_source, CONTENT)
    assert members.index.tolist() == [1, 1, 2]
    assert members["member"].tolist() == ["AAA1", "18S rRNA", "BBB1"]
    assert members["pathway"].tolist() == ["R-HSA-1", "R-HSA-1", "R-HSA-2"]
    assert members["name"].iloc[2] == "Other pathway"


@pytest.mark.parametrize(
    ("old", "new", "place", "expected"),
    [
        ("\tBBB1 ", "", "line 2", "a name, an id and at least one member"),
        ("Other pathway", " ", "line 2, column 'name'", "a name"),
        ("R-HSA-2", "R-MMU-2", "line 2, column 'id'", "a pathway id such as R-HSA-449147"),
        ("BBB1 ", " ", "line 2, column 'members'", "members that are not empty"),
        ("BBB1 ", "Î²1", "line 2", "a text that was read in its own encoding, UTF-8"),
    ],
)
def test_a_malformed_line_is_reported_with_file_line_and_column(make_source, old, new, place, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, CONTENT.replace(old, new))
    assert f"file {SOURCE}/{NAME}, {place}: expected {expected}" in str(error.value)


def test_an_empty_file_is_an_error(make_source):
    with pytest.raises(SourceFormatError, match="at least one pathway"):
        read(make_source, "")


def test_the_real_file_holds_2546_pathways(real_source):
    members = reactome_sets.read(real_source(SOURCE))["members"]
    assert members["pathway"].nunique() == 2546
    assert len(members) == 123_803
    assert not members.duplicated(["pathway", "member"]).any()
