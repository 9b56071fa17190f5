"""UniProt humsavar: missense variants, their class and disease."""

import pytest

from ilkit.build.readers import humsavar
from ilkit.errors import SourceFormatError

SOURCE = "uniprot_humsavar_2026_03"
NAME = "humsavar.txt"
TABBED = (
    "Main gene name\tSwiss-Prot AC\tFTId\tAA change\tVariant category\tdbSNP\tDisease name\n"
    "AAA1\tP00001\tVAR_000001\tp.Leu61Val\tLB/B\trs1\t-\n"
    "BBB1\tP00002\tVAR_000002\tp.Trp9Arg\tLP/P\t-\tInvented disease 1, early (INV1) [MIM:600000]\n"
)
ALIGNED = """UniProt Knowledgebase
Description: Human polymorphisms

Main        Swiss-Prot                            Variant
gene name   AC          FTId        AA change     category  dbSNP           Disease name
_________   __________  ___________ ____________  ________  ______________  _____________________
AAA1        P00001      VAR_000001  p.Leu61Val    LB/B      rs1             -
-           P00002      VAR_000002  p.Trp9Arg     US        -               A tumour sample

-----------------------------------------------------------------------
Copyrighted by the invented consortium
"""


def read(make_source, content):
    return humsavar.read(make_source(SOURCE, **{NAME: content}))["variants"]


def test_a_variant_has_its_class_and_the_disease_with_its_blanks(make_source):
    variants = read(make_source, TABBED)
    assert variants.loc[3, ["FTId", "AA change", "Variant category"]].tolist() == ["VAR_000002", "p.Trp9Arg", "LP/P"]
    assert variants.loc[3, "Disease name"] == "Invented disease 1, early (INV1) [MIM:600000]"
    assert variants["dbSNP"].isna().tolist() == [False, True]
    assert variants["Disease name"].isna().tolist() == [True, False]


def test_the_aligned_listing_of_upstream_reads_alike(make_source):
    variants = read(make_source, ALIGNED)
    assert variants["FTId"].tolist() == ["VAR_000001", "VAR_000002"]
    assert variants.index.tolist() == [7, 8]
    assert variants["Disease name"].tolist()[1] == "A tumour sample"
    assert variants["Main gene name"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("P00002", "000002", "Swiss-Prot AC", "a UniProt accession"),
        ("VAR_000002", "VAR_2", "FTId", "a variant id such as VAR_016294"),
        ("p.Trp9Arg", "p.W9R", "AA change", "an amino acid change such as p.Leu61Val"),
        ("LP/P", "Disease", "Variant category", "one of 'LP/P', 'LB/B', 'US'"),
        ("\t-\tInvented", "\t1\tInvented", "dbSNP", "an rsID such as rs4252250"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, TABBED.replace(old, new))
    assert f"file {SOURCE}/{NAME}, line 3, column '{column}': expected {expected}" in str(error.value)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TABBED.replace("Main gene name", "Gene"), "expected a header line that ends in 'Disease name'"),
        (TABBED.splitlines()[0] + "\n", "expected at least one variant below the header"),
        (TABBED.replace("\trs1\t-", ""), "line 2: expected 7 columns, found '5 columns'"),
    ],
)
def test_a_malformed_listing_is_reported(make_source, content, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, content)
    assert expected in str(error.value)


def test_the_real_file_holds_278_variants(real_source):
    variants = humsavar.read(real_source(SOURCE))["variants"]
    assert len(variants) == 278
    assert variants["FTId"].is_unique
    assert variants["Variant category"].value_counts().to_dict() == {"LB/B": 203, "LP/P": 69, "US": 6}
    assert variants["Disease name"].notna().sum() == 73
