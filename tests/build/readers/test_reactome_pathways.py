"""Reactome names and hierarchy."""

import pytest

from ilkit.build.readers import reactome_pathways
from ilkit.errors import SourceFormatError

SOURCE = "reactome_v94_pathways"
NAMES, RELATIONS = "reactome.hsa.tsv", "ReactomePathwaysRelation.hsa.txt"
FILES = {
    NAMES: 'identifier\tname\tdefinition\nR-HSA-1\tInvented "whole"\t\nR-HSA-2\tPart \t\n',
    RELATIONS: "R-HSA-1\tR-HSA-2\n",
}


def test_names_and_relations_are_read(make_source):
    parts = reactome_pathways.read(make_source(SOURCE, **FILES))
    assert parts["names"].set_index("identifier")["name"].to_dict() == {"R-HSA-1": 'Invented "whole"', "R-HSA-2": "Part"}
    assert parts["relations"].to_dict("records") == [{"whole": "R-HSA-1", "part": "R-HSA-2"}]


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "expected"),
    [
        (NAMES, "R-HSA-2", "HSA-2", "line 3, column 'identifier'", "a pathway id such as R-HSA-449147"),
        (NAMES, "R-HSA-2", "R-HSA-1", "line 3, column 'identifier'", "each value once"),
        (NAMES, "Part ", "", "line 3, column 'name'", "a text"),
        (RELATIONS, "R-HSA-2", "R-MMU-2", "line 1, column 'part'", "a pathway id such as R-HSA-449147"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, file, old, new, place, expected):
    with pytest.raises(SourceFormatError) as error:
        reactome_pathways.read(make_source(SOURCE, **FILES | {file: FILES[file].replace(old, new)}))
    assert f"file {SOURCE}/{file}, {place}: expected {expected}" in str(error.value)


def test_the_real_files_name_2825_pathways_of_which_one_may_have_several_wholes(real_source):
    parts = reactome_pathways.read(real_source(SOURCE))
    assert len(parts["names"]) == 2825
    assert len(parts["relations"]) == 2628
    assert parts["relations"]["part"].duplicated().sum() > 30
