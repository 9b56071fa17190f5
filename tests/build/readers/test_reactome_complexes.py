"""Reactome complexes: participants and publications."""

import pytest

from ilkit.build.readers import reactome_complexes
from ilkit.errors import SourceFormatError

SOURCE = "reactome_complexes"
NAME = "ComplexParticipantsPubMedIdentifiers_human.txt"
CONTENT = (
    "identifier\tname\tparticipants\tparticipatingComplex\tpubMedIdentifiers\n"
    "R-HSA-1\tAAA1:BBB1 [plasma membrane]\tuniprot:P00001-2|chebi:30616|uniprot:P00002\t-\t11|12\n"
    "R-NUL-2\tMixed\tuniprot:P00003\tR-HSA-1\t-\n"
)


def read(make_source, content):
    return reactome_complexes.read(make_source(SOURCE, **{NAME: content}))["complexes"]


def test_lists_are_tuples_and_a_dash_is_an_empty_one(make_source):
    complexes = read(make_source, CONTENT)
    assert complexes["participants"].tolist() == [("uniprot:P00001-2", "chebi:30616", "uniprot:P00002"), ("uniprot:P00003",)]
    assert complexes["pubMedIdentifiers"].tolist() == [(11, 12), ()]


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("R-NUL-2", "REACT_2", "identifier", "a complex id such as R-HSA-1067638"),
        ("R-NUL-2", "R-HSA-1", "identifier", "each value once"),
        ("uniprot:P00003", "P00003", "participants", "a '|'-separated list of: a participant such as uniprot:P08887"),
        ("R-HSA-1\t-\n", "R-HSA-1\tPMID12\n", "pubMedIdentifiers", "a '|'-separated list of: a whole number"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, CONTENT.replace(old, new))
    assert f"file {SOURCE}/{NAME}, line 3, column '{column}': expected {expected}" in str(error.value)


def test_the_real_file_holds_669_complexes_of_which_4_mix_species(real_source):
    complexes = reactome_complexes.read(real_source(SOURCE))["complexes"]
    assert len(complexes) == 669
    assert complexes["identifier"].str.startswith("R-NUL-").sum() == 4
    assert complexes["pubMedIdentifiers"].map(len).gt(0).sum() == 476
