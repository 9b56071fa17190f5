"""MGI: homology classes of human and mouse genes."""

import pytest

from ilkit.build.readers import mgi_homology
from ilkit.errors import SourceFormatError

CLASSES = (
    "\t".join([*mgi_homology.CLASSES, "Genetic Location"])
    + "\n11\t10090\tAaa1\t101\tMGI:1\t\tChr1\n11\t9606\tAAA1\t201\t\tHGNC:1\tChr2\n12\t9606\tBBB1\t\t\tHGNC:2\t\n"
)
PLACES = "\t".join(["1"] * 4)
ALLIANCE = (
    "\t".join(mgi_homology.ALLIANCE_HEADER)
    + f"\nMGI:1\tAaa1\tinvented\tgene\t101\t{PLACES}\tENSMUSG00000000001\t{PLACES}\t\tHGNC:1|HGNC:3\t\n"
    + f"MGI:2\tBbb1\tinvented\tgene\tnull\t{PLACES}\tnull\t{PLACES}\t\t\t\n"
)


def read(make_source, classes=CLASSES, alliance=ALLIANCE):
    files = {"HOM_MouseHumanSequence.rpt": classes, "HGNC_AllianceHomology.rpt": alliance}
    return mgi_homology.read(make_source("mgi_homology", **files))


def test_a_class_has_a_row_for_each_gene_of_either_species(make_source):
    classes = read(make_source)["classes"]
    assert classes["DB Class Key"].tolist() == [11, 11, 12]
    assert classes["Mouse MGI ID"].isna().tolist() == [False, True, True]
    assert classes.loc[3, ["NCBI Taxon ID", "Symbol", "EntrezGene ID", "HGNC ID"]].tolist() == ["9606", "AAA1", 201, "HGNC:1"]


def test_rows_of_the_alliance_end_with_a_tab_more_than_the_header(make_source):
    alliance = read(make_source)["alliance"]
    assert alliance.index.tolist() == [2, 3]
    assert alliance["HGNC ID"].tolist() == [("HGNC:1", "HGNC:3"), ()]
    assert alliance["EntrezGene ID"].isna().tolist() == [False, True]
    assert alliance["Ensembl Gene ID"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("\tMGI:1\t", "\tMGI-1\t", "line 2, column 'Mouse MGI ID': expected an MGI id such as MGI:96559"),
        ("\t9606\tAAA1", "\t9605\tAAA1", "line 3, column 'NCBI Taxon ID': expected one of '9606', '10090'"),
        ("HGNC:2", "2", "line 4, column 'HGNC ID': expected an HGNC id"),
    ],
)
def test_a_malformed_cell_of_a_class_is_a_fault(make_source, old, new, says):
    with pytest.raises(SourceFormatError, match=says):
        read(make_source, classes=CLASSES.replace(old, new, 1))


def test_another_header_of_the_alliance_report_is_a_fault(make_source):
    with pytest.raises(SourceFormatError, match="line 1: expected 17 columns, found '16 columns'"):
        read(make_source, alliance=ALLIANCE.replace("Marker Symbol", "Symbol", 1))


def test_a_mouse_gene_stands_once_in_the_alliance_report(make_source):
    with pytest.raises(SourceFormatError, match="line 3, column 'MGI Accession ID': expected each value once"):
        read(make_source, alliance=ALLIANCE.replace("MGI:2\t", "MGI:1\t"))


def test_the_real_files_pair_il6_with_mouse_il6(real_source):
    frames = mgi_homology.read(real_source("mgi_homology"))
    classes, alliance = frames["classes"], frames["alliance"].set_index("MGI Accession ID")
    assert (len(classes), len(alliance)) == (238, 117)
    key = classes.loc[classes["HGNC ID"] == "HGNC:6018", "DB Class Key"].iloc[0]
    assert set(classes.loc[classes["DB Class Key"] == key, "Symbol"]) == {"IL6", "Il6"}
    assert alliance.loc["MGI:96559", ["Marker Symbol", "HGNC ID"]].tolist() == ["Il6", ("HGNC:6018",)]
