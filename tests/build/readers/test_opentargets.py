"""Open Targets: scores of targets and immune diseases."""

import pytest

from ilkit.build.readers import opentargets
from ilkit.errors import SourceFormatError

SOURCE = "opentargets_autoimmune_2025"
NAME = "disease_gene_associations_detailed_{}.csv"
HEADER = "disease_efo,disease_name,gene_symbol,gene_id,gene_name,association_score,genetic_evidence_score,genetic_evidence_types\n"
ROW = 'EFO_0000001,invented fever,AAA1,ENSG00000000001,"gene, invented",0.5,0.25,genetic_association\n'


def test_both_pulls_are_put_together_with_their_dates(make_source):
    source = make_source(SOURCE, **{NAME.format("2025-01-02"): HEADER + ROW, NAME.format("2025-03-04") + ".gz": HEADER + ROW})
    associations = opentargets.read(source)["associations"]
    assert associations["pull"].tolist() == ["2025-01-02", "2025-03-04"]
    assert associations["association_score"].tolist() == [0.5, 0.5]
    assert associations["genetic_evidence_types"].tolist() == [("genetic_association",)] * 2


def test_a_score_above_one_is_reported(make_source):
    source = make_source(SOURCE, **{NAME.format("2025-01-02"): HEADER + ROW + ROW.replace("0.25", "2.5")})
    expected = r"line 3, column 'genetic_evidence_score': expected a finite number between 0 and 1, found '2.5'"
    with pytest.raises(SourceFormatError, match=expected):
        opentargets.read(source)


@pytest.mark.parametrize("pull", ["2025-13-01", "newest"])
def test_a_file_name_without_a_date_is_reported(make_source, pull):
    source = make_source(SOURCE, **{NAME.format(pull): HEADER + ROW})
    with pytest.raises(SourceFormatError, match=rf"{pull}.csv: expected a file name that ends in the date of the pull"):
        opentargets.read(source)


def test_the_real_files_hold_two_pulls(real_source):
    associations = opentargets.read(real_source(SOURCE))["associations"]
    assert associations["pull"].value_counts().to_dict() == {"2025-12-18": 12_580, "2025-09-02": 7_527}
    assert not associations.duplicated(["pull", "disease_efo", "gene_id"]).any()
    assert (associations["genetic_evidence_score"] >= 0.1).all()
