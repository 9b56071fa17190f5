"""SIFTS: residues of PDB chains in UniProt numbering."""

import pytest

from ilkit.build.readers import sifts
from ilkit.errors import SourceFormatError

CONTENT = (
    "# 2020/08/09 - 19:17 | PDB: 32.20 | UniProt: 2020.04\n"
    "PDB\tCHAIN\tSP_PRIMARY\tRES_BEG\tRES_END\tPDB_BEG\tPDB_END\tSP_BEG\tSP_END\n"
    "1e10\tA\tP00001\t1\t10\t-2\t7A\t21\t30\n"
    "1e10\ta\tP00001\t1\t10\tNone\tNone\t21\t30\n"
    "1na1\tNA\tP00002\t1\t10\t1\tNone\t1\t10\n"
)


def read(make_source, content=CONTENT):
    return sifts.read(make_source("sifts_pdb_2020", **{"pdb_chain_uniprot.tsv": content}))["segments"]


def test_entries_and_chains_are_text_whatever_they_look_like(make_source):
    segments = read(make_source)
    assert segments["PDB"].tolist() == ["1e10", "1e10", "1na1"]
    assert segments["CHAIN"].tolist() == ["A", "a", "NA"]


def test_the_numbers_of_the_authors_may_be_negative_lettered_or_unknown(make_source):
    segments = read(make_source)
    assert segments["PDB_BEG"].isna().tolist() == [False, True, False]
    assert segments.loc[3, ["PDB_BEG", "PDB_END", "SP_BEG", "SP_END"]].tolist() == ["-2", "7A", 21, 30]


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("1e10\tA", "1E10\tA", "PDB"),
        ("P00001", "AAA1", "SP_PRIMARY"),
        ("\t21\t", "\tNone\t", "SP_BEG"),
        ("\t-2\t", "\tnull\t", "PDB_BEG"),
        ("\tA\t", "\t\t", "CHAIN"),
    ],
)
def test_a_malformed_cell_is_a_fault(make_source, old, new, column):
    with pytest.raises(SourceFormatError, match=f"line 3, column '{column}'"):
        read(make_source, CONTENT.replace(old, new, 1))


def test_the_real_file_maps_the_crystal_structure_of_il6(real_source):
    segments = sifts.read(real_source("sifts_pdb_2020"))["segments"]
    assert len(segments) == 1272
    assert segments["PDB"].nunique() == 586
    il6 = segments[segments["PDB"] == "1alu"]
    assert il6[["CHAIN", "SP_PRIMARY", "SP_BEG", "SP_END"]].to_numpy().tolist() == [["A", "P05231", 28, 212]]
