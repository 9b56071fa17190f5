"""WikiPathways: pathways, nodes and publications."""

import pytest

from ilkit.build.readers import wikipathways
from ilkit.errors import SourceFormatError

SOURCE = "wikipathways_2026-08"
INFO, NODES, REFERENCES = "wikipathways_info.tsv", "wikipathways_datanodes.tsv", "wikipathways_refs.tsv"
FILES = {
    INFO: (
        "wpid\ttitle\tlast_edited\tdescription\n"
        'WP1\tInvented pathway \t2026-02-06\t"Prose over\ntwo lines"\nWP2\tOther pathway\t20220226\t\n'
    ),
    NODES: (
        "wpid\tLabel\tType\tIdentifier\tHGNC\n"
        "WP1\tIL-0\tProtein\tuniprot:P00001\thgnc.symbol:AAA1;hgnc.symbol:AAA2\nWP2\tBBB1\tGeneProduct\tncbigene:1\t\n"
    ),
    REFERENCES: "wpid\tID\tDatabase\nWP1\t123.\tPubmed\nWP2\tNA\tPubmed\n",
}


def test_dates_are_written_in_one_way_and_descriptions_are_not_read(make_source):
    pathways = wikipathways.read(make_source(SOURCE, **FILES))["pathways"]
    assert pathways["last_edited"].tolist() == ["2026-02-06", "2022-02-26"]
    assert pathways["title"].tolist() == ["Invented pathway", "Other pathway"]
    assert list(pathways) == ["wpid", "title", "last_edited"]


def test_a_node_has_the_genes_of_its_identifier(make_source):
    nodes = wikipathways.read(make_source(SOURCE, **FILES))["nodes"]
    assert nodes["HGNC"].tolist() == [("hgnc.symbol:AAA1", "hgnc.symbol:AAA2"), ()]


def test_ids_of_publications_are_kept_as_they_were_typed(make_source):
    references = wikipathways.read(make_source(SOURCE, **FILES))["references"]
    assert references["ID"].tolist() == ["123.", "NA"]


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "expected"),
    [
        (INFO, "20220226", "20221326", "line 4, column 'last_edited'", "a date such as 2026-02-06"),
        (INFO, "WP2", "WP1", "line 4, column 'wpid'", "each value once"),
        (NODES, "GeneProduct", "Metabolite", "line 3, column 'Type'", "one of 'GeneProduct', 'Protein'"),
        (NODES, "ncbigene:1", "1", "line 3, column 'Identifier'", "an identifier such as ensembl:ENSG00000136244"),
        (NODES, "hgnc.symbol:AAA2", "AAA2", "line 2, column 'HGNC'", "a ';'-separated list of: a symbol"),
        (REFERENCES, "NA\tPubmed", "NA\tMedline", "line 3, column 'Database'", "one of 'Pubmed', 'DOI'"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, file, old, new, place, expected):
    with pytest.raises(SourceFormatError) as error:
        wikipathways.read(make_source(SOURCE, **FILES | {file: FILES[file].replace(old, new)}))
    assert f"file {SOURCE}/{file}, {place}: expected {expected}" in str(error.value)


def test_the_real_files_hold_257_pathways(real_source):
    parts = wikipathways.read(real_source(SOURCE))
    assert len(parts["pathways"]) == 257
    assert len(parts["nodes"]) == 17_525
    assert len(parts["references"]) == 3773
    assert set(parts["nodes"]["wpid"]) == set(parts["pathways"]["wpid"])
    assert parts["nodes"]["HGNC"].map(len).max() == 14
