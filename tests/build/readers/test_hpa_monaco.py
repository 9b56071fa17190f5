"""Human Protein Atlas: RNA of the immune cell types of Monaco and others."""

import pytest

from ilkit.build.readers import hpa_monaco
from ilkit.errors import SourceFormatError

SOURCE, NAME = "hpa_monaco_v22_filtered", "rna_immune_cell_monaco.tsv"
CONTENT = (
    "Gene\tGene name\tImmune cell\tTPM\tpTPM\nENSG00000000001\tAAA1\tbasophil\t\t0.0\nENSG00000000001\tAAA1\tNK-cell\t\t15258.3\n"
)


def read(make_source, content):
    return hpa_monaco.read(make_source(SOURCE, **{NAME: content}))["values"]


def test_the_empty_column_is_not_read_and_a_zero_stays_a_zero(make_source):
    values = read(make_source, CONTENT)
    assert values["pTPM"].tolist() == [0.0, 15258.3]
    assert "TPM" not in values


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("ENSG00000000001\tAAA1\tNK", "AAA1\tAAA1\tNK", "Gene", "an Ensembl gene id"),
        ("AAA1\tNK-cell", "AAA1\t", "Immune cell", "a text"),
        ("15258.3", "", "pTPM", "a finite number of at least 0"),
        ("15258.3", "-1", "pTPM", "a finite number of at least 0"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, CONTENT.replace(old, new))
    assert f"file {SOURCE}/{NAME}, line 3, column '{column}': expected {expected}" in str(error.value)


def test_the_real_file_holds_159_genes_in_30_cell_types(real_source):
    values = hpa_monaco.read(real_source(SOURCE))["values"]
    assert len(values) == 4770
    assert values["Gene"].nunique() == 159
    assert values["Immune cell"].nunique() == 30
    assert not values.duplicated(["Gene", "Immune cell"]).any()
