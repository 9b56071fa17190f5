"""connectomeDB2020: pairs of genes with their papers."""

import pytest

from ilkit.build.readers import connectomedb
from ilkit.errors import SourceFormatError

SOURCE = "connectomedb2020"
NAME = "invented_with_pmids.csv"
CONTENT = (
    "Ligand gene symbol,Ligand HGNC ID,Ligand location,Receptor gene symbol,Receptor HGNC ID,PMID support\n"
    'AAA,HGNC:1,secreted,AAAR,HGNC:2,"11,\u00a012,\u00a013"\n'
    'BBB,HGNC:3,"plasma membrane; secreted",BBBR,HGNC:4,"21),\u00a022"\n'
)


def read(make_source, content):
    return connectomedb.read(make_source(SOURCE, **{NAME: content}))["pairs"]


def test_a_pair_lists_its_papers_without_stray_signs(make_source):
    pairs = read(make_source, CONTENT)
    assert pairs["PMID support"].tolist() == [(11, 12, 13), (21, 22)]
    assert pairs.loc[3, ["Ligand gene symbol", "Receptor HGNC ID"]].tolist() == ["BBB", "HGNC:4"]


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("HGNC:3", "3", "Ligand HGNC ID", "an HGNC id such as HGNC:6018"),
        ("HGNC:4", "HGNC:", "Receptor HGNC ID", "an HGNC id such as HGNC:6018"),
        ("BBBR", "", "Receptor gene symbol", "a text"),
        ("22", "PMC22", "PMID support", r"a ',\xa0'-separated list of: a PubMed id"),
        ("22", "122222222", "PMID support", r"a ',\xa0'-separated list of: a PubMed id"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, CONTENT.replace(old, new))
    assert f"file {SOURCE}/{NAME}, line 3, column '{column}': expected {expected}" in str(error.value)


def test_the_real_file_has_a_paper_for_each_of_2293_pairs(real_source):
    pairs = connectomedb.read(real_source(SOURCE))["pairs"]
    assert len(pairs) == 2293
    assert (pairs["PMID support"].str.len() > 0).all()
    assert not pairs.duplicated(["Ligand HGNC ID", "Receptor HGNC ID"]).any()
    cxcr2 = pairs[(pairs["Ligand gene symbol"] == "CXCL8") & (pairs["Receptor gene symbol"] == "CXCR2")]
    assert cxcr2["PMID support"].iloc[0][0] == 11511101
