"""NCBI gene2go: GO annotations of genes with evidence, qualifier and references."""

import pytest

from ilkit.build.readers import ncbi_gene2go
from ilkit.errors import SourceFormatError

SOURCE = "ncbi_gene2go_2020"
HEADER = "#tax_id\tGeneID\tGO_ID\tEvidence\tQualifier\tGO_term\tPubMed\tCategory\tSymbol\tPubMed_asfound\n"
ROWS = (
    "9606\t11\tGO:0000001\tIDA\t-\tinvented process\t101|102\tProcess\tAAA1\t101101|102\n"
    '9606\t11\tGO:0000002\tIEA\tNOT\tinvented "binding"\t-\tFunction\tAAA1\t-\n'
)
FILES = {
    "gene2go.human_interleukin.tsv": HEADER + ROWS,
    "gene2go.human_interleukin_terms_all_genes.tsv": HEADER + ROWS.replace("AAA1", "BBB1"),
}


def changed(old: str, new: str) -> dict[str, str]:
    """Return the files, with `old` replaced in the first."""
    return FILES | {"gene2go.human_interleukin.tsv": FILES["gene2go.human_interleukin.tsv"].replace(old, new)}


def test_the_pubmed_ids_of_an_annotation_become_a_tuple_of_numbers(make_source):
    human = ncbi_gene2go.read(make_source(SOURCE, **FILES))["human"]
    assert human["PubMed"].tolist() == [(101, 102), ()]


def test_a_hyphen_is_no_qualifier(make_source):
    human = ncbi_gene2go.read(make_source(SOURCE, **FILES))["human"]
    assert human["Qualifier"].isna().tolist() == [True, False]
    assert human.loc[3, "Qualifier"] == "NOT"


def test_quotes_are_part_of_the_term(make_source):
    assert ncbi_gene2go.read(make_source(SOURCE, **FILES))["human"].loc[3, "GO_term"] == 'invented "binding"'


def test_each_file_is_a_part_of_its_own(make_source):
    parts = ncbi_gene2go.read(make_source(SOURCE, **FILES))
    assert {name: set(part["Symbol"]) for name, part in parts.items()} == {"human": {"AAA1"}, "human_interleukin_terms": {"BBB1"}}


def test_rows_taken_straight_from_upstream_lack_the_symbol(make_source):
    files = {
        name: "".join("\t".join(line.split("\t")[:8]) + "\n" for line in content.splitlines()) for name, content in FILES.items()
    }
    assert ncbi_gene2go.read(make_source(SOURCE, **files))["human"]["Symbol"].isna().all()


def test_a_symbol_under_another_name_is_not_read_as_missing(make_source):
    with pytest.raises(SourceFormatError, match="expected a column named 'Symbol'"):
        ncbi_gene2go.read(make_source(SOURCE, **changed("\tSymbol\t", "\tGene\t")))


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "expected"),
    [
        ("101|102\t", "101;102\t", 2, "PubMed", r"a '\|'-separated list of: a whole number"),
        ("IDA", "XYZ", 2, "Evidence", "one of 'EXP'"),
        ("GO:0000002", "0000002", 3, "GO_ID", "a GO id"),
        ("NOT", "Not", 3, "Qualifier", "a qualifier such as NOT"),
        ("Function", "F", 3, "Category", "one of 'Process'"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, line, column, expected):
    place = rf"file {SOURCE}/gene2go.human_interleukin.tsv, line {line}, column '{column}': expected {expected}"
    with pytest.raises(SourceFormatError, match=place):
        ncbi_gene2go.read(make_source(SOURCE, **changed(old, new)))


def test_the_real_files_hold_the_annotations_of_2020(real_source):
    parts = ncbi_gene2go.read(real_source(SOURCE))
    assert {name: len(part) for name, part in parts.items()} == {"human": 3_295, "human_interleukin_terms": 1_906}
    human = parts["human"]
    assert human["GeneID"].nunique() == 117
    assert human["PubMed"].explode().nunique() == 676
    denied = human[human["Qualifier"] == "NOT"]
    assert list(zip(denied["Symbol"], denied["GO_ID"], strict=True))[:2] == [("IL6", "GO:0051092"), ("IL10", "GO:1903659")]
    assert len(denied) == 7
