"""Assay lists of Olink and SomaScan."""

import pytest

from ilkit.build.readers import proteomics_panels
from ilkit.errors import SourceFormatError

FILES = {
    "olink_explore_ht.tsv": "Olink.ID\tUniProt.ID\tProtein.name\tGene.name\nOID40001\tP00001_P00002\tInvented\tAAA1_BBB1\n",
    "olink_explore_3072.tsv": "UniProt.ID\tProtein.name\tGene.name\tExplore.384.panel\nNTproBNP\tInvented\tAAA1\tOncology_II\n",
    "olink_explore_1536.tsv": "UniProt\tAssay\tPanel\nP00001-2\tAAA1\tONCOLOGY\n",
    "olink_target_96.tsv": "UniProt\tProtein\tPanel\nP00001\u00a0\tInvented 1 (AAA) \tINF, IMO\n",
    "olink_target_96_qpcr.tsv": (
        'UniProt\tPanel\tTarget\tgene\tchr\tstart\tend\n"P00001\r\nP00002"\tCVD_II\tInvented\t\t\t\t\nP00001\t\t\tAAA1\t1\t2\t3\n'
    ),
    "somascan_11k.tsv": (
        "Sequence.ID\tFull.Name\tTarget.Name\tUniProt.ID\tEntrez.Gene.Name\n10-1\tInvented\tAAA\tP00002 | P00001\tBBB1 | AAA1\n"
    ),
    "somascan_v4.1_7k.tsv": (
        "#\tSeqID\tHuman.Target.or.Analyte\tUniProt.ID\tGeneID\tType\n1.0\t10-1\tInvented\tP00001|P00001\tAAA1\tProtein\n"
    ),
}


def read(make_source, **changed):
    return proteomics_panels.read(make_source("proteomics_panels", **(FILES | changed)))


def test_every_list_has_the_same_columns_as_far_as_it_has_them(make_source):
    lists = read(make_source)
    assert list(lists["Olink Explore HT"]) == ["assay_id", "assay", "accessions"]
    assert list(lists["Olink Target 96"]) == ["assay", "accessions", "panel"]
    assert lists["SomaScan 7k"].loc[2, ["assay_id", "assay"]].tolist() == ["10-1", "Invented"]


def test_accessions_are_told_apart_whatever_separates_them(make_source):
    found = {platform: rows["accessions"].iloc[0] for platform, rows in read(make_source).items()}
    assert found == {
        "Olink Explore HT": ("P00001", "P00002"),
        "Olink Explore 3072": (),
        "Olink Explore 1536": ("P00001",),
        "Olink Target 96": ("P00001",),
        "Olink Target 96 qPCR": ("P00001", "P00002"),
        "SomaScan 11k": ("P00002", "P00001"),
        "SomaScan 7k": ("P00001",),
    }


def test_a_row_of_coordinates_has_neither_panel_nor_assay(make_source):
    rows = read(make_source)["Olink Target 96 qPCR"]
    assert rows["assay"].isna().tolist() == [False, True]
    assert rows["panel"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("name", "old", "new", "column"),
    [
        ("olink_explore_ht.tsv", "OID40001", "40001", "Olink.ID"),
        ("olink_explore_ht.tsv", "P00001_", "AAA1_", "UniProt.ID"),
        ("olink_explore_3072.tsv", "NTproBNP", "BNP", "UniProt.ID"),
        ("somascan_11k.tsv", "10-1", "10", "Sequence.ID"),
        ("olink_target_96.tsv", "Invented 1 (AAA) ", " ", "Protein"),
    ],
)
def test_a_malformed_cell_is_a_fault(make_source, name, old, new, column):
    with pytest.raises(SourceFormatError, match=f"file proteomics_panels/{name}, line 2, column '{column}'"):
        read(make_source, **{name: FILES[name].replace(old, new)})


def test_the_real_lists_are_whole(real_source):
    lists = proteomics_panels.read(real_source("proteomics_panels"))
    assert {platform: len(rows) for platform, rows in lists.items()} == {
        "Olink Explore HT": 5416,
        "Olink Explore 3072": 2943,
        "Olink Explore 1536": 1472,
        "Olink Target 96": 1161,
        "Olink Target 96 qPCR": 1112,
        "SomaScan 11k": 10776,
        "SomaScan 7k": 7288,
    }
    il12 = lists["Olink Explore HT"].set_index("assay_id").loc["OID43842"]
    assert il12.tolist() == ["IL12A_IL12B", ("P29459", "P29460")]
    assert lists["Olink Target 96"]["panel"].str.split(", ").explode().nunique() == 14
