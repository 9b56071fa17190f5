"""MGI and RGD: symbols and Ensembl ids of mouse and rat genes."""

import pytest

from ilkit.build.readers import mgi_rgd_entries
from ilkit.errors import SourceFormatError

MOUSE = "ID\tsymbol\tsynonyms\tensembl\n7\tAaa1\told|older\tENSMUSG00000000001\n"
RAT = "ID\tsymbol\tsynonyms\tensembl\n8\tAaa1\t\tENSRNOG00000000001;ENSRNOG00055000001\n9\tBbb1\t\t\n"


def read(make_source, mouse=MOUSE, rat=RAT):
    return mgi_rgd_entries.read(make_source("mgi_rgd_entries", **{"mgi_entries.tsv": mouse, "rgd_entries.tsv": rat}))


def test_a_rat_gene_may_have_several_ensembl_ids_or_none(make_source):
    frames = read(make_source)
    assert frames["mouse"]["ensembl"].tolist() == [("ENSMUSG00000000001",)]
    assert frames["rat"]["ensembl"].tolist() == [("ENSRNOG00000000001", "ENSRNOG00055000001"), ()]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("8\tAaa1", "RGD:8\tAaa1", "line 2, column 'ID': expected a whole number of at least 1"),
        ("9\tBbb1", "8\tBbb1", "line 3, column 'ID': expected each value once"),
        (";ENSRNOG", ",ENSRNOG", "line 2, column 'ensembl'"),
        ("\tBbb1", "\t", "line 3, column 'symbol': expected a text"),
    ],
)
def test_a_malformed_cell_is_a_fault(make_source, old, new, says):
    with pytest.raises(SourceFormatError, match=says):
        read(make_source, rat=RAT.replace(old, new))


def test_the_real_files_hold_the_genes_that_hgnc_names(real_source):
    frames = mgi_rgd_entries.read(real_source("mgi_rgd_entries"))
    assert (len(frames["mouse"]), len(frames["rat"])) == (116, 111)
    assert frames["mouse"].set_index("ID").loc[96559, "symbol"] == "Il6"
    assert frames["rat"].set_index("ID").loc[2901, "symbol"] == "Il6"
