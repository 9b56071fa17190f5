"""UniProt: flat files."""

import pytest

from ilkit.build.readers import uniprot_flatfile
from ilkit.errors import SourceFormatError

SOURCE = "uniprot_flatfiles_2025_2026"
ENTRY = """ID   AAA1_HUMAN              Reviewed;          12 AA.
AC   P00001; Q00001;
DT   01-AUG-1991, integrated into UniProtKB/Swiss-Prot.
DT   28-JAN-2026, entry version 230.
CC   -!- FUNCTION: FT   CHAIN           1..2
FT   SIGNAL          1..4
FT                   /evidence="ECO:0000255"
FT   CHAIN           5..12
FT                   /note="Invented"
FT   PEPTIDE         ?..7
FT   DISULFID        6
SQ   SEQUENCE   12 AA;  1300 MW;  0000000000000000 CRC64;
     MKTLLCMKTL LC
//
"""


def read(make_source, content=ENTRY):
    return uniprot_flatfile.read(make_source(SOURCE, **{"AAA1-uniprot.txt": content}))


def test_an_entry_has_its_first_accession_its_date_and_its_sequence(make_source):
    entries = read(make_source)["entries"]
    assert entries.to_numpy().tolist() == [["P00001", "2026-01-28", 12, 1300, "MKTLLCMKTLLC"]]


def test_features_are_those_of_the_feature_lines_and_an_uncertain_end_is_null(make_source):
    features = read(make_source)["features"]
    assert features["type"].tolist() == ["SIGNAL", "CHAIN", "PEPTIDE", "DISULFID"]
    assert features["begin"].astype(object).where(features["begin"].notna(), None).tolist() == [1, 5, None, 6]
    assert features["end"].astype(object).where(features["end"].notna(), None).tolist() == [4, 12, None, 6]
    assert features.index.tolist() == [6, 8, 10, 11]


def test_line_ends_of_windows_change_nothing(make_source):
    windows = read(make_source, ENTRY.replace("\n", "\r\n"))
    assert windows["entries"]["sequence"].tolist() == ["MKTLLCMKTLLC"]
    assert windows["features"]["type"].tolist() == ["SIGNAL", "CHAIN", "PEPTIDE", "DISULFID"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("//\n", "", "expected one whole entry that ends with //"),
        ("//\n", "//\n//\n", "expected one whole entry that ends with //"),
        ("AC   P00001", "AC   AAA1", "line 2, column 'AC': expected a UniProt accession"),
        ("28-JAN-2026, entry", "28-JAN-2026, some", "expected a date such as 'DT"),
        ("MKTL LC\n", "MKTL\n", "line 12, column 'SQ': expected a sequence of 12 amino acids, found '10 letters'"),
        ("5..12", "5..13", r"line 8, column 'FT': expected a feature within 1\.\.12, found '5\.\.13'"),
        ("5..12", "9..5", "line 8, column 'FT': expected a feature within"),
        ("FT   CHAIN           5..12", "FT   chain", "line 8, column 'FT': expected a feature such as"),
    ],
)
def test_what_is_no_entry_is_a_fault(make_source, old, new, says):
    with pytest.raises(SourceFormatError, match=says):
        read(make_source, ENTRY.replace(old, new, 1))


def test_the_real_files_are_of_fifteen_entries_with_one_chain_each(real_source):
    frames = uniprot_flatfile.read(real_source(SOURCE))
    entries, features = frames["entries"].set_index("accession"), frames["features"]
    assert len(entries) == 15
    assert features.loc[features["type"] == "CHAIN", "accession"].value_counts().eq(1).all()
    assert entries.loc["P05112", ["length", "mass"]].tolist() == [153, 17492]
    il15 = features[(features["accession"] == "P40933") & features["type"].isin(["SIGNAL", "PROPEP", "CHAIN"])]
    assert il15[["begin", "end"]].to_numpy().tolist() == [[1, 29], [30, 48], [49, 162]]
