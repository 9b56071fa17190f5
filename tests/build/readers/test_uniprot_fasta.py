"""UniProt: canonical sequences."""

import pytest

from ilkit.build.readers import uniprot_fasta
from ilkit.errors import SourceFormatError

RECORD = ">sp|P00001|AAA1_HUMAN Invented protein 1 OS=Homo sapiens OX=9606 GN=AAA1 PE=1 SV=2\nMKT\nLLC\n"


def test_lines_of_a_sequence_are_joined_and_the_gene_may_be_missing(make_source):
    second = RECORD.replace("P00001", "P00002").replace(" GN=AAA1", "")
    sequences = uniprot_fasta.read(make_source("uniprot_secreted_fasta", **{"secreted.fasta.gz": RECORD + second}))["sequences"]
    assert sequences["sequence"].tolist() == ["MKTLLC", "MKTLLC"]
    assert sequences["gene"].isna().tolist() == [False, True]
    assert sequences.index.tolist() == [1, 4]
    assert sequences["sequence_version"].tolist() == [2, 2]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (RECORD + ">P00002 no UniProt header\nMKT\n", "line 4, column 'header': expected a UniProt header"),
        (RECORD + "MK1\n", "line 4, column 'sequence': expected amino acids"),
        ("MKT\n" + RECORD, "line 1, column 'sequence': expected amino acids"),
        (RECORD + RECORD.split("\n")[0] + "\n", "line 4, column 'sequence': expected a sequence below the header"),
        ("", "expected at least one sequence"),
    ],
)
def test_what_is_no_fasta_is_a_fault(make_source, text, says):
    with pytest.raises(SourceFormatError, match=says):
        uniprot_fasta.read(make_source("uniprot_secreted_fasta", **{"secreted.fasta": text}))


def test_the_real_file_holds_the_sequence_of_il6(real_source):
    sequences = uniprot_fasta.read(real_source("uniprot_secreted_fasta"))["sequences"].set_index("accession")
    assert len(sequences) == 2_082
    assert len(sequences.loc["P05231", "sequence"]) == 212
    assert sequences.loc["P05231", "gene"] == "IL6"


@pytest.mark.parametrize("end", ["\r\n", "\n\n"])
def test_line_ends_of_windows_and_empty_lines_change_nothing(make_source, end):
    source = make_source("uniprot_secreted_fasta", **{"secreted.fasta.gz": RECORD.replace("\n", end)})
    assert uniprot_fasta.read(source)["sequences"]["sequence"].tolist() == ["MKTLLC"]


def test_a_name_may_hold_what_looks_like_a_field(make_source):
    text = RECORD.replace("protein 1", "protein (SV=9) GN=ZZZ")
    row = uniprot_fasta.read(make_source("uniprot_secreted_fasta", **{"secreted.fasta.gz": text}))["sequences"].loc[1]
    assert row[["accession", "entry_name", "gene", "sequence_version"]].tolist() == ["P00001", "AAA1_HUMAN", "AAA1", 2]


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("LLC", "LL*", 6, "sequence"),
        ("MKT", "mkt", 5, "sequence"),
        ("MKT\nLLC\n", "", 4, "sequence"),
        ("P00001", "ABC", 4, "header"),
        (" SV=2", "", 4, "header"),
    ],
)
def test_a_malformed_record_is_reported_with_file_and_line(make_source, old, new, line, column):
    source = make_source("uniprot_secreted_fasta", **{"secreted.fasta.gz": RECORD + RECORD.replace(old, new)})
    with pytest.raises(SourceFormatError, match=f"file uniprot_secreted_fasta/secreted.fasta.gz, line {line}, column '{column}'"):
        uniprot_fasta.read(source)


def test_the_real_file_holds_each_protein_once_and_ten_without_a_gene(real_source):
    sequences = uniprot_fasta.read(real_source("uniprot_secreted_fasta"))["sequences"]
    assert sequences["accession"].is_unique
    assert sequences["gene"].isna().sum() == 10
