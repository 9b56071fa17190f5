"""UniProt: signal peptides."""

import pytest

from ilkit.build.readers import uniprot_signal_peptides
from ilkit.errors import SourceFormatError

CONTENT = "P00001\t1\t20\tcleaved\nP00002\t1\t18\tretained\n"


def read(make_source, content=CONTENT):
    source = make_source("uniprot_signal_peptides_2021", **{"signal_peptides.tsv": content})
    return uniprot_signal_peptides.read(source)["peptides"]


def test_the_first_line_is_a_row(make_source):
    peptides = read(make_source)
    assert peptides.to_numpy().tolist() == [["P00001", 1, 20, "cleaved"], ["P00002", 1, 18, "retained"]]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("retained", "kept", "line 2, column 'status': expected one of 'cleaved', 'retained'"),
        ("P00002", "P00001", "line 2, column 'accession': expected each value once"),
        ("\t18\t", "\t?\t", "line 2, column 'end': expected a whole number of at least 1"),
    ],
)
def test_a_malformed_cell_is_a_fault(make_source, old, new, says):
    with pytest.raises(SourceFormatError, match=says.replace("?", r"\?")):
        read(make_source, CONTENT.replace(old, new))


def test_the_real_file_has_the_signal_peptide_of_il2(real_source):
    peptides = uniprot_signal_peptides.read(real_source("uniprot_signal_peptides_2021"))["peptides"].set_index("accession")
    assert len(peptides) == 3589
    assert peptides.loc["P60568", ["begin", "end", "status"]].tolist() == [1, 20, "cleaved"]
    assert (peptides["begin"] == 1).all()
