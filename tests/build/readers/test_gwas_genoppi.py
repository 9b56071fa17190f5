"""The complete GWAS Catalog of 2020-03: five columns."""

import pytest

from ilkit.build.readers import gwas_genoppi
from ilkit.errors import SourceFormatError

SOURCE = "gwas_catalog_2020-03-08_genoppi"
NAME = "gwas_table.tsv.gz"
CONTENT = (
    "\t".join(gwas_genoppi.COLUMNS)
    + "\n101\tInvented fever\trs1\t2e-14\tGCST000001\n"
    + '102\tInvented "rash"\trs2 x rs3\t0\tGCST000002\n'
)


def read(make_source, content=CONTENT):
    return gwas_genoppi.read(make_source(SOURCE, **{NAME: content, "gwas_table.il_snps.tsv.gz": "not read"}))["associations"]


def test_variants_are_kept_as_written_and_p_may_be_0(make_source):
    rows = read(make_source)
    assert rows.loc[2].tolist() == [101, "Invented fever", "rs1", 2e-14, "GCST000001"]
    assert rows.loc[3, ["DISEASE.TRAIT", "SNP", "P.VALUE"]].tolist() == ['Invented "rash"', "rs2 x rs3", 0]


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("101\t", "PMID101\t", "PUBMEDID"),
        ("2e-14", "1.5", "P.VALUE"),
        ("2e-14", "", "P.VALUE"),
        ("GCST000001", "", "STUDY.ACCESSION"),
        ("Invented fever", "", "DISEASE.TRAIT"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, CONTENT.replace(old, new, 1))
    assert f"file {SOURCE}/{NAME}, line 2, column '{column}': expected " in str(error.value)


def test_the_real_file_is_the_whole_catalog(real_source):
    rows = gwas_genoppi.read(real_source(SOURCE))["associations"]
    assert len(rows) == 188_925
    assert not rows.duplicated().any()
    assert (rows["P.VALUE"] == 0).sum() == 212
    assert (rows["PUBMEDID"] == 23251661).sum() == 919
