"""ClinGen 2023: validity of gene–disease pairs."""

import pytest

from ilkit.build.readers import clingen_2023
from ilkit.errors import SourceFormatError

SOURCE = "clingen_2023-10-18"
NAME = "Clingen-Gene-Disease-Summary.csv"
TITLES = [
    "GENE SYMBOL",
    "GENE ID (HGNC)",
    "DISEASE LABEL",
    "DISEASE ID (MONDO)",
    "MOI",
    "SOP",
    "CLASSIFICATION",
    "ONLINE REPORT",
    "CLASSIFICATION DATE",
    "GCEP",
]


def quoted(*cells: str) -> str:
    return ",".join(f'"{cell}"' for cell in cells) + "\n"


PREAMBLE = quoted("CLINGEN INVENTED", *[""] * 9) + quoted("FILE CREATED: 2000-01-01", *[""] * 9)
RULE = quoted(*["++++++"] * 10)
ROW = quoted(
    "AAA1",
    "HGNC:1",
    "fever, invented",
    "MONDO:0000002",
    "AR",
    "SOP9",
    "Definitive",
    "https://example.org",
    "2020-01-02T00:00:00",
    "Odd GCEP",
)
TABLE = PREAMBLE + RULE + quoted(*TITLES) + RULE + ROW


def test_preamble_and_rules_are_passed_over(make_source):
    validity = clingen_2023.read(make_source(SOURCE, **{NAME: TABLE}))["validity"]
    assert validity.index.tolist() == [6]
    assert validity.loc[6, "DISEASE LABEL"] == "fever, invented"
    assert "ONLINE REPORT" not in validity


def test_a_classification_that_clingen_does_not_have_is_reported(make_source):
    source = make_source(SOURCE, **{NAME: TABLE + ROW.replace("Definitive", "Certain")})
    with pytest.raises(SourceFormatError, match=rf"{NAME}, line 7, column 'CLASSIFICATION': expected one of 'Definitive'"):
        clingen_2023.read(source)


def test_a_file_without_its_header_is_reported(make_source):
    with pytest.raises(SourceFormatError, match=rf"{NAME}: expected a header line, found 'none'"):
        clingen_2023.read(make_source(SOURCE, **{NAME: PREAMBLE + RULE}))


def test_the_real_file_holds_every_curation(real_source):
    validity = clingen_2023.read(real_source(SOURCE))["validity"]
    assert len(validity) == 2_345
    assert not validity.duplicated(["GENE ID (HGNC)", "DISEASE ID (MONDO)", "MOI"]).any()
    il21r = validity[validity["GENE SYMBOL"] == "IL21R"].squeeze()
    assert (il21r["DISEASE ID (MONDO)"], il21r["CLASSIFICATION"]) == ("MONDO:0021094", "Definitive")
