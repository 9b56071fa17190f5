"""TRRUST: transcription factors, their targets and the papers."""

import pytest

from ilkit.build.readers import trrust
from ilkit.errors import SourceFormatError

SOURCE = "trrust_v2"
NAME = "trrust_rawdata.human.tsv"
ROWS = "TF1\tGENE1\tActivation\t11;12\nTF1\tGENE1\tRepression\t13e\nTF2\tGENE2\tUnknown\t14\n"
HEADER = "Gene1\tGene2\tMode_of_Regulation\tPMID\n"


def read(make_source, content):
    return trrust.read(make_source(SOURCE, **{NAME: content}))["regulations"]


@pytest.mark.parametrize("header", ["", HEADER])
def test_rows_read_alike_with_and_without_a_header(make_source, header):
    rows = read(make_source, header + ROWS)
    assert rows["Gene1"].tolist() == ["TF1", "TF1", "TF2"]
    assert rows["Mode_of_Regulation"].tolist() == ["Activation", "Repression", "Unknown"]
    assert rows["PMID"].tolist() == [("11", "12"), ("13e",), ("14",)]


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("TF2", "", "Gene1", "a text"),
        ("GENE2", "", "Gene2", "a text"),
        ("Unknown", "None", "Mode_of_Regulation", "one of 'Activation', 'Repression', 'Unknown'"),
        ("\t14", "\tPMC14", "PMID", "a ';'-separated list of: a PubMed id"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, ROWS.replace(old, new))
    assert f"file {SOURCE}/{NAME}, line 3, column '{column}': expected {expected}" in str(error.value)


def test_the_real_file_holds_9398_regulations(real_source):
    rows = trrust.read(real_source(SOURCE))["regulations"]
    assert len(rows) == 9398
    assert not rows.duplicated(["Gene1", "Gene2", "Mode_of_Regulation"]).any()
    ids = rows["PMID"].explode()
    assert ids[~ids.str.isdigit()].tolist() == ["1724219e"]
