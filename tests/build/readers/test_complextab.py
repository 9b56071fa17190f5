"""Complex Portal: participants of complexes and their numbers."""

import pytest

from ilkit.build.readers import complextab
from ilkit.errors import SourceFormatError

SOURCE = "complexportal_complextab_2026"
NAME = "complex_participants.tsv"
CONTENT = (
    "\t".join(complextab.COLUMNS)
    + "\n"
    + "CPX-1\tInvented complex\tP00001\tPRO_0000000001\tAAA1\t2\tECO:0000353\twwpdb:1AAA\tHeterotrimer"
    + "\tP00001-PRO_0000000001(2)|CPX-2(1)\tfull_row\n"
    + "CPX-1\tInvented complex\tP00002\t2\tBBB1\t\tECO:0000353\t-\t-\tP00001-PRO_0000000001(2)|P00002-2(0)\tfull_row\n"
    + 'CPX-3\tInvented "dimer"\tP00003\t\tCCC1\t2\t\t\tHomodimer\tP00003(2)\texpanded_list_only\n'
)


def read(make_source, content):
    return complextab.read(make_source(SOURCE, **{NAME: content}))["participants"]


def test_a_participant_has_its_chain_and_its_number(make_source):
    participants = read(make_source, CONTENT)
    known = ["uniprot_accession", "chain_or_isoform", "stoichiometry", "experimental_evidence"]
    assert participants.loc[2, known].tolist() == ["P00001", "PRO_0000000001", 2, "wwpdb:1AAA"]
    assert participants.loc[2, "identifiers_as_found"] == ("P00001-PRO_0000000001(2)", "CPX-2(1)")
    assert participants.loc[4, "recommended_name"] == 'Invented "dimer"'


def test_dashes_and_empty_cells_are_null(make_source):
    participants = read(make_source, CONTENT)
    assert participants["stoichiometry"].isna().tolist() == [False, True, False]
    assert participants["chain_or_isoform"].isna().tolist() == [False, False, True]
    assert participants["eco"].isna().tolist() == [False, False, True]
    assert participants["experimental_evidence"].isna().tolist() == [False, True, True]
    assert participants["assembly"].isna().tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("CPX-3\t", "EBI-3\t", "complex_ac", "a complex id such as CPX-381"),
        ("P00003\t", "CCC1\t", "uniprot_accession", "a UniProt accession"),
        ("P00003\t\t", "P00003\tPRO_1\t", "chain_or_isoform", "a chain or isoform"),
        ("CCC1\t2", "CCC1\t0", "stoichiometry", "a whole number of at least 1"),
        ("\tHomodimer", "\tdimer", "assembly", "an assembly such as Heterodimer"),
        ("P00003(2)", "P00003", "identifiers_as_found", "a '|'-separated list of: a participant such as P29460(1)"),
        ("expanded_list_only", "guessed", "seen", "one of 'full_row', 'expanded_list_only'"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, CONTENT.replace(old, new))
    assert f"file {SOURCE}/{NAME}, line 4, column '{column}': expected {expected}" in str(error.value)


def test_the_real_file_holds_the_participants_of_81_complexes(real_source):
    participants = complextab.read(real_source(SOURCE))["participants"]
    assert len(participants) == 231
    assert participants["complex_ac"].nunique() == 81
    assert not participants.duplicated(["complex_ac", "uniprot_accession"]).any()
    assert participants["stoichiometry"].isna().sum() == 21


def test_the_real_file_divides_a_complex_within_a_complex_into_its_subunits(real_source):
    participants = complextab.read(real_source(SOURCE))["participants"]
    il12 = participants[participants["complex_ac"] == "CPX-382"]
    assert il12["symbol"].tolist() == ["IL12A", "IL12B", "IL12RB1", "IL12RB2"]
    assert "CPX-381(1)" in il12["identifiers_as_found"].iloc[0]
