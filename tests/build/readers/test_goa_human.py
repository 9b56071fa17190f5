"""GOA human: pairs of proteins and GO terms."""

import json

import pytest

from ilkit.build.readers import goa_human
from ilkit.errors import SourceFormatError

SOURCE = "goa_human_2025"
BP = '{\n"P00001": [\n"GO:0000001",\n"GO:0000002"\n],\n"P00002": []\n}\n'
FILES = {
    "associations_BP.json": BP,
    "associations_MF.json": '{"P00002": ["GO:0000003"]}',
    "associations_CC.json": '{"P00001": ["GO:0000004"]}',
    "uniprot_to_gene.tsv": "uniprot\tgene_id\tsymbol\nP00001\t11\tAAA1\nP00002\t12\tBBB1\n",
}


def test_every_term_of_a_protein_is_a_row_with_the_namespace_of_its_file(make_source):
    pairs = goa_human.read(make_source(SOURCE, **FILES))["pairs"]
    assert pairs.to_numpy().tolist() == [
        ["P00001", "GO:0000001", "BP"],
        ["P00001", "GO:0000002", "BP"],
        ["P00002", "GO:0000003", "MF"],
        ["P00001", "GO:0000004", "CC"],
    ]


def test_a_pair_is_indexed_by_its_place_in_the_file(make_source):
    pairs = goa_human.read(make_source(SOURCE, **FILES))["pairs"]
    assert pairs.index.tolist() == [1, 2, 1, 1]
    assert pairs.index.name == "line"


def test_accessions_have_their_gene(make_source):
    accessions = goa_human.read(make_source(SOURCE, **FILES))["accessions"]
    assert accessions.loc[3].tolist() == ["P00002", 12, "BBB1"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (BP.replace('"GO:0000001",', '"GO:0000001"'), "line 4: expected well-formed JSON"),
        (BP.replace("GO:0000002", "0000002"), "line 4, column 'P00001': expected a GO id such as GO:0006955, found '0000002'"),
        (BP.replace('"GO:0000002"', "2"), "line 2, column 'P00001': expected a GO id such as GO:0006955, found 2"),
        (BP.replace("P00002", "BBB1"), "line 6, column 'accession': expected a UniProt accession"),
        (BP.replace("P00002", "P00001"), "line 2, column 'accession': expected accessions that occur once"),
        (BP.replace("[]", "null"), "line 6, column 'P00002': expected a list of GO ids"),
        (json.dumps(["P00001"]), r"line 1: expected an object \{accession"),
        ("{}", "line 1: expected at least one accession with a GO id"),
        ("[" * 100_000, "expected well-formed JSON"),
        ("9" * 5_000, "expected well-formed JSON"),
    ],
)
def test_malformed_json_is_reported_with_its_line(make_source, content, message):
    with pytest.raises(SourceFormatError, match=rf"file {SOURCE}/associations_BP.json(, |: ){message}"):
        goa_human.read(make_source(SOURCE, **FILES | {"associations_BP.json": content}))


def test_a_gene_id_that_is_no_number_is_reported_with_file_line_and_column(make_source):
    files = FILES | {"uniprot_to_gene.tsv": FILES["uniprot_to_gene.tsv"].replace("12", "BBB1")}
    with pytest.raises(SourceFormatError, match=r"uniprot_to_gene.tsv, line 3, column 'gene_id': expected a whole number"):
        goa_human.read(make_source(SOURCE, **files))


def test_the_real_files_hold_the_pairs_of_117_proteins(real_source):
    parts = goa_human.read(real_source(SOURCE))
    pairs = parts["pairs"]
    assert pairs["namespace"].value_counts().to_dict() == {"BP": 2_030, "MF": 597, "CC": 504}
    assert not pairs.duplicated().any()
    assert set(pairs["accession"]) == set(parts["accessions"]["uniprot"])
    assert parts["accessions"].set_index("uniprot").loc["P05231", "symbol"] == "IL6"
