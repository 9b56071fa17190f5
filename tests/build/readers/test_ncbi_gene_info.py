"""NCBI Gene: symbols and synonyms."""

import pytest

from ilkit.build.readers import ncbi_gene_info
from ilkit.errors import SourceFormatError

HEADER = (
    "#tax_id\tGeneID\tSymbol\tLocusTag\tSynonyms\tdbXrefs\tchromosome\tmap_location\tdescription\ttype_of_gene\t"
    "Symbol_from_nomenclature_authority\tFull_name_from_nomenclature_authority\tNomenclature_status\tOther_designations\t"
    "Modification_date\tFeature_type\n"
)
ROW = '9606\t1\tAAA1\t-\tA1|A "one"\tHGNC:HGNC:1\t1\t1p1\tinvented\tprotein-coding\tAAA1\tinvented 1\tO\t-\t20210101\t-\n'


def test_dashes_are_null_and_quotes_plain_characters(make_source):
    source = make_source("ncbi_gene_info", **{"Homo_sapiens.gene_info.gz": HEADER + ROW})
    gene = ncbi_gene_info.read(source)["genes"].loc[2]
    assert gene["Synonyms"] == ("A1", 'A "one"')
    assert gene["Other_designations"] == ()
    assert gene["GeneID"] == 1


def test_a_gene_id_that_is_no_number_is_a_fault(make_source):
    source = make_source("ncbi_gene_info", **{"Homo_sapiens.gene_info": HEADER + ROW + ROW.replace("\t1\tAAA1", "\tone\tAAA1")})
    with pytest.raises(
        SourceFormatError,
        match=r"Homo_sapiens\.gene_info, line 3, column 'GeneID': expected a whole number of at least 1, found 'one'",
    ):
        ncbi_gene_info.read(source)


def test_the_real_file_knows_both_receptors_of_il8_by_one_name(real_source):
    genes = ncbi_gene_info.read(real_source("ncbi_gene_info"))["genes"]
    assert len(genes) == 119
    named = genes[["IL8RA" in synonyms for synonyms in genes["Synonyms"]]]
    assert set(named["Symbol"]) == {"CXCR1", "CXCR2"}


def test_a_gene_that_no_authority_names_has_nulls_and_empty_lists(make_source):
    row = "9606\t2\tLOC2\t-\t-\t-\t-\t-\tinvented\tncRNA\t-\t-\t-\t-\t20210709\t-\n"
    gene = ncbi_gene_info.read(make_source("ncbi_gene_info", **{"Homo_sapiens.gene_info.gz": HEADER + row}))["genes"]
    assert gene[["Synonyms", "dbXrefs", "Other_designations"]].iloc[0].tolist() == [(), (), ()]
    nulls = ["chromosome", "map_location", "Symbol_from_nomenclature_authority", "Full_name_from_nomenclature_authority"]
    assert gene[nulls].isna().all(axis=None)


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("protein-coding", "gene-like", "type_of_gene", "one of 'protein-coding'"),
        ("20210101", "20211301", "Modification_date", "a date such as 20210708"),
        ("\tHGNC:HGNC:1\t", "\t100001\t", "dbXrefs", "a '|'-separated list of: a cross-reference such as MIM:147620"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    source = make_source("ncbi_gene_info", **{"Homo_sapiens.gene_info.gz": HEADER + ROW + ROW.replace(old, new)})
    with pytest.raises(SourceFormatError) as error:
        ncbi_gene_info.read(source)
    assert f"file ncbi_gene_info/Homo_sapiens.gene_info.gz, line 3, column '{column}': expected {expected}" in str(error.value)


def test_the_real_file_names_each_gene_as_the_authority_does(real_source):
    genes = ncbi_gene_info.read(real_source("ncbi_gene_info"))["genes"]
    assert genes["GeneID"].is_unique
    assert (genes["Symbol"] == genes["Symbol_from_nomenclature_authority"]).all()
