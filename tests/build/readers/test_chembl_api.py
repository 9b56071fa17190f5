"""ChEMBL: mechanisms, indications and years of approval."""

import pytest

from ilkit.build.readers import chembl_api
from ilkit.errors import SourceFormatError

SOURCE = "chembl_api_2026"
FILES = {
    "chembl_mechanisms.csv": "action_type,mechanism_of_action,molecule_chembl_id,target_chembl_id\n"
    "INHIBITOR,Invented inhibitor,CHEMBL1,CHEMBL11\nNEGATIVE ALLOSTERIC MODULATOR,Invented modulator,CHEMBL2,CHEMBL12\n",
    "chembl_indications.csv.gz": "efo_id,efo_term,max_phase_for_ind,molecule_chembl_id\n"
    "EFO:0000001,invented disease,2.0,CHEMBL1\n,,0.5,CHEMBL2\n",
    "drug_approval_years.csv": "drug_id,first_approval\nCHEMBL1,2001\n",
}


def read(make_source, **changed):
    return chembl_api.read(make_source(SOURCE, **(FILES | changed)))


def test_each_file_is_a_frame_and_a_disease_may_be_missing(make_source):
    frames = read(make_source)
    assert frames["mechanisms"].loc[3].tolist() == ["CHEMBL2", "CHEMBL12", "NEGATIVE ALLOSTERIC MODULATOR"]
    assert frames["indications"]["efo_id"].isna().tolist() == [False, True]
    assert frames["indications"]["max_phase_for_ind"].tolist() == [2.0, 0.5]
    assert frames["years"].loc[2].tolist() == ["CHEMBL1", 2001]


@pytest.mark.parametrize(
    ("name", "old", "new", "column", "expected"),
    [
        ("chembl_mechanisms.csv", "INHIBITOR,Inv", "inhibitor,Inv", "action_type", "an action such as INHIBITOR"),
        ("chembl_mechanisms.csv", "CHEMBL11", "11", "target_chembl_id", "a ChEMBL id such as CHEMBL1201835"),
        ("chembl_indications.csv.gz", "2.0", "5.0", "max_phase_for_ind", "a finite number between 0 and 4"),
        ("chembl_indications.csv.gz", "EFO:0000001", "EFO 1", "efo_id", "an ontology id such as EFO:0000685"),
        ("drug_approval_years.csv", "2001", "01", "first_approval", "a whole number between 1900 and 2100"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, name, old, new, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, **{name: FILES[name].replace(old, new)})
    assert f"file {SOURCE}/{name}, line 2, column '{column}': expected {expected}" in str(error.value)


def test_the_real_files_have_their_rows(real_source):
    frames = chembl_api.read(real_source(SOURCE))
    assert {name: len(rows) for name, rows in frames.items()} == {"mechanisms": 6990, "indications": 58741, "years": 1681}
    assert frames["mechanisms"].duplicated().any()
    assert frames["indications"]["efo_id"].isna().sum() == 167
