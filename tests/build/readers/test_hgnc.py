"""HGNC: approved genes with their names."""

import pytest

from ilkit.build.readers import hgnc
from ilkit.errors import SourceFormatError

HEADER = "\t".join(hgnc.COLUMNS)
ROW = 'HGNC:1\tAAA1\tinvented gene 1\tprotein-coding gene\t1p1\t"A-1|A1"\t\tOLD1\t\t11\tENSG00000000001\tP00001\tMGI:1\t\t'


def test_list_cells_become_tuples_and_empty_cells_null(make_source):
    genes = hgnc.read(make_source("hgnc", **{"hgnc_complete_set.txt.gz": f"{HEADER}\n{ROW}\n"}))["genes"]
    assert genes.loc[2, "alias_symbol"] == ("A-1", "A1")
    assert genes.loc[2, "alias_name"] == ()
    assert genes.loc[2, "entrez_id"] == 11


def test_a_wrong_id_is_reported_with_file_line_and_column(make_source):
    source = make_source("hgnc", **{"hgnc_complete_set.txt": f"{HEADER}\n{ROW}\n{ROW.replace('HGNC:1', '6018')}\n"})
    with pytest.raises(SourceFormatError, match=r"file hgnc/hgnc_complete_set.txt, line 3, column 'hgnc_id': expected an HGNC id"):
        hgnc.read(source)


def test_the_real_file_holds_every_approved_gene(real_source):
    genes = hgnc.read(real_source("hgnc"))["genes"]
    assert len(genes) == 43_882
    assert genes["hgnc_id"].is_unique and genes["symbol"].is_unique
    assert genes.set_index("symbol").loc["CXCL8", "prev_symbol"] == ("IL8",)


def test_an_id_that_stands_twice_is_reported_with_its_second_line(make_source):
    source = make_source("hgnc", **{"hgnc_complete_set.txt": f"{HEADER}\n{ROW}\n{ROW}\n"})
    with pytest.raises(SourceFormatError, match="line 3, column 'hgnc_id': expected each value once, found 'HGNC:1'"):
        hgnc.read(source)


def test_a_number_beyond_64_bits_is_a_fault(make_source):
    source = make_source("hgnc", **{"hgnc_complete_set.txt": f"{HEADER}\n{ROW}\n".replace("\t11\t", "\t99999999999999999999\t")})
    with pytest.raises(SourceFormatError, match="line 2, column 'entrez_id': expected a whole number"):
        hgnc.read(source)
