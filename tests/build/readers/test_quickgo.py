"""QuickGO: annotations of one protein per file."""

import pytest

from ilkit.build.readers import quickgo
from ilkit.errors import SourceFormatError

SOURCE = "quickgo_2025_2026"
HEADER = (
    "GENE PRODUCT DB\tGENE PRODUCT ID\tSYMBOL\tQUALIFIER\tGO TERM\tGO NAME\tGO ASPECT\tECO ID\tGO EVIDENCE CODE\tREFERENCE\t"
    "WITH/FROM\tTAXON ID\tTAXON NAME\tASSIGNED BY\tGENE NAME\tDATE\n"
)
FIRST = (
    "UniProtKB\tP00001\tAAA1\tinvolved_in\tGO:0000001\tinvented process\tbiological_process\tECO:0000318\tIBA\t"
    "GO_REF:0000033\tMGI:MGI:1|UniProtKB:P00002\t9606\tHomo sapiens\tSomebody\tInvented 1\t20230407\n"
)
SECOND = (
    "UniProtKB\tP00001-PRO_0000000001\tAAA1\tNOT|enables\tGO:0000002\tinvented binding\tmolecular_function\tECO:0000314\tIDA\t"
    "PMID:101\t\t9606\tHomo sapiens\tSomebody\tInvented 1\t20251231\n"
)
OTHER = FIRST.replace("P00001", "A0A000AAA1").replace("AAA1\t", "BBB1\t").replace("GO_REF:0000033", "Reactome:R-HSA-1")
FILES = {"AAA1-goa.tsv": HEADER + FIRST + SECOND, "BBB1-goa.tsv": HEADER + OTHER}


def test_the_files_are_put_together_and_each_row_names_its_file(make_source):
    annotations = quickgo.read(make_source(SOURCE, **FILES))["annotations"]
    assert annotations["file"].tolist() == ["AAA1-goa.tsv", "AAA1-goa.tsv", "BBB1-goa.tsv"]
    assert annotations.index.tolist() == [2, 3, 2]


def test_negation_chain_and_date_stay_as_they_are_written(make_source):
    row = quickgo.read(make_source(SOURCE, **FILES))["annotations"].iloc[1]
    assert row[["GENE PRODUCT ID", "QUALIFIER", "DATE"]].tolist() == ["P00001-PRO_0000000001", "NOT|enables", "20251231"]


def test_with_from_is_text_or_null(make_source):
    column = quickgo.read(make_source(SOURCE, **FILES))["annotations"]["WITH/FROM"]
    assert column.iloc[0] == "MGI:MGI:1|UniProtKB:P00002"
    assert column.isna().tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("20251231", "20251331", "DATE", "a date such as 20260105"),
        ("PMID:101", "PMID:", "REFERENCE", "a reference such as PMID:16034134"),
        ("P00001-PRO", "AAA1-PRO", "GENE PRODUCT ID", "a UniProt accession"),
        ("molecular_function", "F", "GO ASPECT", "one of 'biological_process'"),
        ("NOT|enables", "NOT enables", "QUALIFIER", "a qualifier such as involved_in"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    files = FILES | {"AAA1-goa.tsv": FILES["AAA1-goa.tsv"].replace(old, new)}
    with pytest.raises(SourceFormatError, match=rf"file {SOURCE}/AAA1-goa.tsv, line 3, column '{column}': expected {expected}"):
        quickgo.read(make_source(SOURCE, **files))


def test_an_export_without_a_column_is_reported(make_source):
    files = FILES | {"BBB1-goa.tsv": FILES["BBB1-goa.tsv"].replace("ECO ID", "ECO")}
    with pytest.raises(SourceFormatError, match=r"BBB1-goa.tsv, column 'ECO ID': expected a column named 'ECO ID'"):
        quickgo.read(make_source(SOURCE, **files))


def test_the_real_files_hold_fifteen_genes(real_source):
    annotations = quickgo.read(real_source(SOURCE))["annotations"]
    assert len(annotations) == 1_874
    assert annotations["SYMBOL"].nunique() == annotations["file"].nunique() == 15
    assert annotations["QUALIFIER"].str.startswith("NOT|").sum() == 3
    assert annotations["GENE PRODUCT ID"].str.contains("-PRO_").sum() == 11
    assert annotations.groupby("file")["DATE"].max()["IL22-goa.tsv"] == "20250902"
