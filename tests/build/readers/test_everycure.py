"""Every Cure: approved drugs and their identifiers."""

import pytest

from ilkit.build.readers import everycure
from ilkit.errors import SourceFormatError

SOURCE = "everycure_medi_druglist"
NAME = "drug_list_stringent.csv.gz"
HEADER = ",".join([*everycure.COLUMNS, "smiles"])
ROW = "UNII:A,Inventumab,1,RX| DISCONTINUED,,1,\"['UNII:A', 'CHEMBL.COMPOUND:CHEMBL1']| ['RXCUI:1']\",\"['L04AC05']\",CCO"


def read(make_source, row):
    return everycure.read(make_source(SOURCE, **{NAME: f"{HEADER}\n{row}\n"}))["drugs"]


def test_printed_lists_are_read_also_where_several_were_joined(make_source):
    drug = read(make_source, ROW).loc[2]
    assert drug["alternate_ids"] == ("UNII:A", "CHEMBL.COMPOUND:CHEMBL1", "RXCUI:1")
    assert [state.strip() for state in drug["marketing_status_usa"]] == ["RX", "DISCONTINUED"]
    assert drug["approved_usa"] == "1"
    assert read(make_source, ROW)["approved_europe"].isna().all()


def test_smiles_are_not_read(make_source):
    assert "smiles" not in read(make_source, ROW)


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("UNII:A,", "A,", "curie", "a CURIE such as UNII:2A2DXS8D1N"),
        ("Inventumab", "", "curie_label", "a text"),
        ("mab,1,", "mab,yes,", "approved_usa", "one of '1', or nothing"),
        ("['L04AC05']", "L04AC05", "atc_codes", "a printed list of texts"),
        ("['L04AC05']", "[4]", "atc_codes", "a printed list of texts"),
        ("['UNII:A', ", "['UNII:A', open(1)", "alternate_ids", "a printed list of texts"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, ROW.replace(old, new, 1))
    assert f"file {SOURCE}/{NAME}, line 2, column '{column}': expected {expected}" in str(error.value)


def test_the_real_file_lists_2836_drugs(real_source):
    drugs = everycure.read(real_source(SOURCE))["drugs"].set_index("curie_label")
    assert len(drugs) == 2836
    assert "CHEMBL.COMPOUND:CHEMBL1237022" in drugs.loc["Tocilizumab", "alternate_ids"]
    assert drugs.loc["Oprelvekin", "marketing_status_usa"] == ("DISCONTINUED",)
