"""Ensembl: coordinates of genes, alternative haplotypes included."""

import pytest

from ilkit.build.readers import ensembl_annotables
from ilkit.errors import SourceFormatError

HEADER = "ensgene\tentrez\tsymbol\tchr\tstart\tend\tstrand\tbiotype\tdescription\n"
ROW = "ENSG00000000001\t11\tAAA1\t1\t100\t200\t-1\tprotein_coding\tinvented\n"
PATCH = "ENSG00000000002\tNA\tAAA1\tCHR_HG1_PATCH\t5\t9\t1\tprotein_coding\tinvented\n"


def test_places_are_numbers_and_a_missing_entrez_id_null(make_source):
    source = make_source("ensembl_annotables", **{"grch38.tsv": HEADER + ROW + PATCH})
    genes = ensembl_annotables.read(source)["genes"]
    assert genes.loc[2, ["start", "end", "strand"]].tolist() == [100, 200, -1]
    assert genes["entrez"].isna().tolist() == [False, True]
    assert genes.loc[3, "chr"] == "CHR_HG1_PATCH"


@pytest.mark.parametrize(("wrong", "column"), [("0\t200", "start"), ("1e3\t200", "start"), ("100\t1,000", "end")])
def test_a_place_that_is_none_is_a_fault(make_source, wrong, column):
    source = make_source("ensembl_annotables", **{"grch38.tsv": HEADER + ROW.replace("100\t200", wrong)})
    with pytest.raises(SourceFormatError, match=f"grch38.tsv, line 2, column '{column}': expected a whole number"):
        ensembl_annotables.read(source)


def test_the_real_file_places_il6_on_chromosome_7(real_source):
    genes = ensembl_annotables.read(real_source("ensembl_annotables"))["genes"]
    assert len(genes) == 121
    assert genes.set_index("symbol").loc["IL6", ["chr", "start", "end"]].tolist() == ["7", 22725884, 22732002]
    assert genes["chr"].str.startswith("CHR_").sum() == 2


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("ENSG00000000002", "ENSMUSG00000000002", "ensgene", "an Ensembl gene id such as ENSG00000136244"),
        ("9\t1\t", "9\t+\t", "strand", "one of '1', '-1'"),
        ("\tprotein_coding", "\t", "biotype", "a text"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    source = make_source("ensembl_annotables", **{"grch38.tsv": HEADER + ROW + PATCH.replace(old, new)})
    with pytest.raises(
        SourceFormatError, match=f"file ensembl_annotables/grch38.tsv, line 3, column '{column}': expected {expected}"
    ):
        ensembl_annotables.read(source)


def test_a_gene_may_have_no_symbol(make_source):
    source = make_source("ensembl_annotables", **{"grch38.tsv": HEADER + ROW + PATCH.replace("AAA1", "")})
    assert ensembl_annotables.read(source)["genes"]["symbol"].isna().tolist() == [False, True]


def test_the_real_file_gives_a_gene_of_both_sex_chromosomes_on_x_only(real_source):
    genes = ensembl_annotables.read(real_source("ensembl_annotables"))["genes"].set_index("symbol")
    assert genes.loc[["IL3RA", "CSF2RA", "CRLF2", "IL9R"], "chr"].tolist() == ["X"] * 4
