"""Thera-SAbDab: therapeutic antibodies."""

import pytest

from ilkit.build.readers import thera_sabdab
from ilkit.errors import SourceFormatError

SOURCE = "thera_sabdab"
NAME = "TheraSAbDab_SeqStruc_OnlineDownload.csv"
HEADER = ",".join(thera_sabdab.COLUMNS)


def read(make_source, *rows):
    return thera_sabdab.read(make_source(SOURCE, **{NAME: "\n".join([HEADER, *rows]) + "\n"}))["antibodies"]


def test_lists_are_tuples_and_na_and_tbc_are_null(make_source):
    antibodies = read(
        make_source,
        "Inventumab,Whole mAb,Phase-II/III,AAA1/CD1;BBB1,Asthma;Invented fever ,Eczema,na,INV-1; INV1",
        "Voidumab2,Canine Whole mAb,TBC,na,na,TBC,na,TBC",
    )
    assert antibodies.loc[2, "Conditions Approved"] == ("Asthma", "Invented fever")
    assert antibodies.loc[2, ["Conditions Active", "Conditions Discontinued"]].tolist() == [("Eczema",), ()]
    assert antibodies.loc[2, "Alternative Therapeutic Names"] == ("INV-1", "INV1")
    assert antibodies.loc[3, [thera_sabdab.STAGE, "Target"]].isna().all()
    assert antibodies.loc[3, "Alternative Therapeutic Names"] == ()


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        ("inventumab,Fab,Phase-I,AAA1,na,na,na,na", "Therapeutic", "a name such as Dupilumab"),
        ("Inventumab,,Phase-I,AAA1,na,na,na,na", "Format", "a text"),
        ("Inventumab,Fab,3,AAA1,na,na,na,na", thera_sabdab.STAGE, "a stage such as Phase-III"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, row, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, row)
    assert f"file {SOURCE}/{NAME}, line 2, column {column!r}: expected {expected}" in str(error.value)


def test_an_antibody_stands_once(make_source):
    with pytest.raises(SourceFormatError, match="line 3, column 'Therapeutic': expected each value once"):
        read(make_source, *["Inventumab,Fab,Phase-I,AAA1,na,na,na,na"] * 2)


def test_the_real_file_holds_1133_rows_some_of_them_veterinary(real_source):
    antibodies = thera_sabdab.read(real_source(SOURCE))["antibodies"].set_index("Therapeutic")
    assert len(antibodies) == 1133
    assert antibodies.loc["Dupilumab", "Target"] == "IL4R/CD124"
    assert antibodies.loc["Lokivetmab", "Format"] == "Canine Whole mAb"
    assert {"Lunsekimig1", "Lunsekimig2", "Lunsekimig3"} <= set(antibodies.index)
