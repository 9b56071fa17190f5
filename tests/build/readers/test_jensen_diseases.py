"""DISEASES: knowledge and experiments."""

import pytest

from ilkit.build.readers import jensen_diseases
from ilkit.errors import SourceFormatError

KNOWLEDGE = "ENSP00000000001\tAAA1\tDOID:1\tFever, invented\tOddPlus\tCURATED\t5\n"
EXPERIMENTS = 'ENSP00000000001\tAAA1\tDOID:2\tRash "odd"\tTIGA\tMeanRankScore = 40\t1.067\n'
NAME = "human_disease_{}_filtered.tsv"


def test_there_is_no_header_and_the_first_line_is_a_row(make_source):
    source = make_source("jensen_diseases_2024", **{NAME.format("knowledge"): KNOWLEDGE, NAME.format("experiments"): EXPERIMENTS})
    parts = jensen_diseases.read(source)
    assert parts["knowledge"].loc[1, "gene_name"] == "AAA1"
    assert parts["experiments"].loc[1, "disease_name"] == 'Rash "odd"'
    assert parts["experiments"].loc[1, "confidence"] == pytest.approx(1.067)


def test_a_copy_may_hold_one_channel_only(make_source):
    source = make_source("jensen_diseases_2024-10", **{"human_disease_knowledge_filtered.il.tsv": KNOWLEDGE})
    assert list(jensen_diseases.read(source)) == ["knowledge"]


def test_a_copy_without_any_channel_is_reported(make_source):
    with pytest.raises(SourceFormatError, match=r"expected a file 'human_disease_knowledge_filtered\*.tsv\*' or .* found none"):
        jensen_diseases.read(make_source("jensen_diseases_2024", **{"other.tsv": KNOWLEDGE}))


def test_a_confidence_above_five_stars_is_reported(make_source):
    source = make_source("jensen_diseases_2024", **{NAME.format("knowledge"): KNOWLEDGE + KNOWLEDGE.replace("\t5\n", "\t6\n")})
    expected = r"human_disease_knowledge_filtered.tsv, line 2, column 'confidence': expected a finite number between 0 and 5"
    with pytest.raises(SourceFormatError, match=expected):
        jensen_diseases.read(source)


@pytest.mark.parametrize(
    ("source_id", "sizes"),
    [("jensen_diseases_2024-10", {"knowledge": 63}), ("jensen_diseases_2024", {"knowledge": 63, "experiments": 259})],
)
def test_the_real_files_hold_the_channels(real_source, source_id, sizes):
    parts = jensen_diseases.read(real_source(source_id))
    assert {name: len(part) for name, part in parts.items()} == sizes
    assert parts["knowledge"].loc[1, ["gene_name", "disease_id"]].tolist() == ["IL2RB", "DOID:676"]
