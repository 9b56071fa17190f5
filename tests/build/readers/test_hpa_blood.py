"""Human Protein Atlas of 2021: blood cells and tissues, one column per sample."""

import pytest

from ilkit.build.readers import hpa_blood
from ilkit.errors import SourceFormatError

SOURCE = "hpa_blood_v20_filtered"
HEADER = "GeneID\thgnc_symbol_added\t"
BLOOD = HEADER + "basophil\tT_reg\nENSG00000000001\tAAA1\t0.0\t3.4\n"
TISSUE = HEADER + "lung\tskin\nENSG00000000001\tAAA1\t\t0.2\nENSG00000000002\tBBB1\t1.5\t\n"


def read(make_source, blood=BLOOD, tissue=TISSUE):
    return hpa_blood.read(make_source(SOURCE, **{"RNAtableBlood.tsv": blood, "RNAtableTissue.tsv": tissue}))


def test_each_sample_becomes_a_row_and_a_zero_stays_a_zero(make_source):
    blood = read(make_source)["blood"]
    assert blood[["sample", "value"]].to_numpy().tolist() == [["basophil", 0.0], ["T_reg", 3.4]]


def test_an_empty_cell_has_no_row(make_source):
    tissue = read(make_source)["tissue"]
    assert sorted(zip(tissue["hgnc_symbol_added"], tissue["sample"], tissue["value"], strict=True)) == [
        ("AAA1", "skin", 0.2),
        ("BBB1", "lung", 1.5),
    ]


def test_the_line_of_the_gene_is_kept(make_source):
    assert sorted(read(make_source)["tissue"].index) == [2, 3]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("\t3.4", "\tn/a", "line 2, column 'T_reg': expected a finite number of at least 0"),
        ("\t3.4", "\t3.4\t1", "line 2: expected 4 columns, found '5 columns'"),
        ("ENSG00000000001", "AAA1", "line 2, column 'GeneID': expected an Ensembl gene id"),
        ("basophil\tT_reg", "T_reg\tT_reg", "column 'T_reg': expected column names that occur once"),
        ("basophil\tT_reg", "basophil\t", "line 1: expected named samples after the columns GeneID, hgnc_symbol_added"),
    ],
)
def test_a_malformed_file_is_reported_with_its_place(make_source, old, new, place):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, blood=BLOOD.replace(old, new))
    assert f"file {SOURCE}/RNAtableBlood.tsv, {place}" in str(error.value)


def test_a_file_without_samples_is_reported(make_source):
    with pytest.raises(SourceFormatError, match="expected named samples"):
        read(make_source, blood="GeneID\thgnc_symbol_added\nENSG00000000001\tAAA1\n")


def test_the_real_files_hold_159_genes_in_19_and_61_samples(real_source):
    parts = hpa_blood.read(real_source(SOURCE))
    assert {name: rows["sample"].nunique() for name, rows in parts.items()} == {"blood": 19, "tissue": 61}
    assert len(parts["blood"]) == 159 * 19
    assert len(parts["tissue"]) == 159 * 61 - 81


def test_the_real_tissue_file_repeats_the_highest_of_the_sorted_blood_cells(real_source):
    parts = hpa_blood.read(real_source(SOURCE))
    blood, tissue = (rows.pivot(index="GeneID", columns="sample", values="value").astype(float) for rows in parts.values())
    highest = blood[["basophil", "eosinophil", "neutrophil"]].max(axis="columns")
    assert (tissue["granulocytes"] == highest).all()
    assert (tissue["total_PBMC"] == blood["total_PBMC"]).all()
