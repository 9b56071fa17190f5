"""DrugCentral of 2016: targets of drugs and identifiers."""

import pytest

from ilkit.build.readers import drugcentral
from ilkit.errors import SourceFormatError

SOURCE = "drugcentral_drugtarget_2016"
TARGETS = (
    "\t".join(drugcentral.TARGETS)
    + "\n7\tCHEMBL1\tinventumab\tInvented receptor\tP00001|P00002\tAGONIST\tDRUG LABEL\thttp://example.org/1\n"
    + '8\t\tvoidinib\tInvented "kinase"\tP00003\t\tSCIENTIFIC LITERATURE\tA. NONYMOUS, 1999\n'
)
IDENTIFIERS = "\t".join(drugcentral.IDENTIFIERS) + '\n7\t"inventumab"\t"UNII"\t"A000000000"\n'


def read(make_source, targets=TARGETS, identifiers=IDENTIFIERS):
    return drugcentral.read(make_source(SOURCE, **{"drug_target.tsv": targets, "identifiers.tsv.gz": identifiers}))


def test_chains_of_a_target_are_a_list_and_quotes_are_taken_off_identifiers(make_source):
    frames = read(make_source)
    assert frames["targets"]["UNIPROT"].tolist() == [("P00001", "P00002"), ("P00003",)]
    assert frames["targets"]["ACTION_TYPE"].isna().tolist() == [False, True]
    assert frames["targets"].loc[3, "TARGET_NAME"] == 'Invented "kinase"'
    assert frames["identifiers"].loc[2].tolist() == [7, "inventumab", "UNII", "A000000000"]


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("7\tCHEMBL1", "0\tCHEMBL1", "DRUG_ID", "a whole number of at least 1"),
        ("CHEMBL1", "C1", "CHEMBL_ID", "a ChEMBL id such as CHEMBL1201835"),
        ("AGONIST", "agonist", "ACTION_TYPE", "an action such as INHIBITOR"),
        ("inventumab", "", "DRUG_NAME", "a text"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, TARGETS.replace(old, new))
    assert f"file {SOURCE}/drug_target.tsv, line 2, column '{column}': expected {expected}" in str(error.value)


def test_the_real_files_hold_their_rows(real_source):
    frames = drugcentral.read(real_source(SOURCE))
    assert {name: len(rows) for name, rows in frames.items()} == {"targets": 2373, "identifiers": 61547}
    ustekinumab = frames["targets"][frames["targets"]["DRUG_NAME"] == "ustekinumab"]
    assert {chain for chains in ustekinumab["UNIPROT"] for chain in chains} == {"P29459", "P29460", "Q9NPF7"}
