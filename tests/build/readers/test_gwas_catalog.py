"""GWAS Catalog: associations of versions 1.0.1 and 1.0.2."""

import pytest

from ilkit.build.readers import gwas_catalog
from ilkit.errors import SourceFormatError

ROW = {
    "DATE ADDED TO CATALOG": "",
    "PUBMEDID": "101",
    "FIRST AUTHOR": "Odd A",
    "DATE": "23-Jul-2014",
    "JOURNAL": "J Odd",
    "STUDY": 'An invented "study',
    "DISEASE/TRAIT": "Invented fever",
    "INITIAL SAMPLE DESCRIPTION": "10 individuals",
    "REGION": "1p1",
    "CHR_ID": "1",
    "CHR_POS": "100",
    "REPORTED GENE(S)": "AAA1",
    "MAPPED_GENE": "AAA1 - BBB1",
    "UPSTREAM_GENE_ID": "11",
    "DOWNSTREAM_GENE_ID": "12",
    "SNP_GENE_IDS": "",
    "STRONGEST SNP-RISK ALLELE": "rs1-T",
    "SNPS": "rs1",
    "MERGED": "0",
    "SNP_ID_CURRENT": "1",
    "CONTEXT": "intergenic",
    "INTERGENIC": "1",
    "RISK ALLELE FREQUENCY": "NR",
    "P-VALUE": "1E-9",
    "PVALUE_MLOG": "9.0",
    "P-VALUE (TEXT)": "",
    "OR or BETA": ".04",
    "95% CI (TEXT)": "[0.026-0.054] (unit increase)",
    "CNV": "N",
    "MAPPED_TRAIT": "fever",
    "MAPPED_TRAIT_URI": "http://www.ebi.ac.uk/efo/EFO_0000001",
    **dict.fromkeys(
        ("LINK", "REPLICATION SAMPLE DESCRIPTION", "UPSTREAM_GENE_DISTANCE", "DOWNSTREAM_GENE_DISTANCE", "PLATFORM [SNPS]"), ""
    ),
}
NEWER = {name.replace("DESCRIPTION", "SIZE"): cell for name, cell in ROW.items()} | {
    "DATE": "2014-07-23",
    "CHR_ID": "1 x 2",
    "CHR_POS": "100 x 200",
    "SNPS": "rs1 x rs2",
    "SNP_GENE_IDS": "ENSG00000000001, ENSG00000000002",
    "UPSTREAM_GENE_ID": "",
    "DOWNSTREAM_GENE_ID": "",
    "P-VALUE": "0.0",
    "PVALUE_MLOG": "482.4",
    "95% CI (TEXT)": "[1.60–2.05]",
    "MAPPED_TRAIT_URI": "http://www.ebi.ac.uk/efo/EFO_0000001, http://www.orpha.net/ORDO/Orphanet_2",
    "STUDY ACCESSION": "GCST000001",
}
OLD_NAME = "gwas_catalog_v1.0.1_r2015-06-08.il_genes.tsv"


def table(*rows: dict[str, str]) -> str:
    return "".join("\t".join(cells) + "\n" for cells in [rows[0].keys(), *(row.values() for row in rows)])


def test_the_older_version_has_no_study_accession(make_source):
    associations = gwas_catalog.read(make_source("gwas_catalog_2015", **{OLD_NAME: table(ROW)}))["associations"]
    assert associations["STUDY ACCESSION"].isna().all()
    assert associations.loc[2, "OR or BETA"] == pytest.approx(0.04)
    assert associations.loc[2, "RISK ALLELE FREQUENCY"] == "NR"
    assert associations.loc[2, "PUBMEDID"] == 101


def test_the_newer_version_lists_variants_genes_and_traits_in_one_cell(make_source):
    source = make_source("gwas_catalog_2020_sample", **{"gwas_catalog_v1.0.2-associations_r2020-04-30.tsv": table(NEWER)})
    row = gwas_catalog.read(source)["associations"].loc[2]
    assert (row["CHR_ID"], row["SNPS"]) == ("1 x 2", "rs1 x rs2")
    assert row["SNP_GENE_IDS"] == "ENSG00000000001, ENSG00000000002"
    assert row["MAPPED_TRAIT_URI"].count("http") == 2
    assert row["STUDY ACCESSION"] == "GCST000001"


def test_a_p_value_that_underflows_keeps_its_logarithm(make_source):
    source = make_source("gwas_catalog_2020_sample", **{"gwas_catalog_v1.0.2.tsv.gz": table(NEWER)})
    row = gwas_catalog.read(source)["associations"].loc[2]
    assert (row["P-VALUE"], row["PVALUE_MLOG"]) == (0, 482.4)


def test_rows_tell_their_file_and_duplicates_stay(make_source):
    traits = OLD_NAME.replace("genes", "traits")
    associations = gwas_catalog.read(make_source("gwas_catalog_2015", **{OLD_NAME: table(ROW), traits: table(ROW)}))["associations"]
    assert associations["file"].tolist() == [OLD_NAME, traits]
    assert associations.drop(columns="file").duplicated().sum() == 1


@pytest.mark.parametrize(
    ("column", "cell"), [("P-VALUE", "2"), ("CHR_POS", "1,x"), ("DATE", "2014"), ("MAPPED_TRAIT_URI", "EFO_1")]
)
def test_a_malformed_cell_is_reported(make_source, column, cell):
    source = make_source("gwas_catalog_2015", **{OLD_NAME: table(ROW, ROW | {column: cell})})
    with pytest.raises(SourceFormatError, match=rf"il_genes.tsv, line 3, column '{column}': expected .* found '{cell}'"):
        gwas_catalog.read(source)


def test_the_real_files_of_2015_hold_genes_and_traits(real_source):
    associations = gwas_catalog.read(real_source("gwas_catalog_2015"))["associations"]
    assert sorted(associations["file"].value_counts()) == [991, 1_861]
    assert (associations["PUBMEDID"] == 23251661).sum() == 224 + 1_071
    assert associations.drop(columns="file").duplicated().sum() == 60


def test_the_real_files_of_2020_hold_seven_p_values_that_underflow(real_source):
    associations = gwas_catalog.read(real_source("gwas_catalog_2020_sample"))["associations"]
    assert sorted(associations["file"].value_counts()) == [275, 481]
    underflown = associations[associations["P-VALUE"] == 0]
    assert len(underflown) == 7 and underflown["PVALUE_MLOG"].min() > 468
    assert associations["STUDY ACCESSION"].notna().all()
