"""ClinGen 2025: validity of gene–disease pairs, joined to transcripts and ancestors."""

import pytest

from ilkit.build.readers import clingen_2025
from ilkit.errors import SourceFormatError

SOURCE = "clingen_2025_formatted"
HEADER = "Unnamed: 0\t" + "\t".join(clingen_2025.COLUMNS) + "\n"
ROW = (
    "7\tAAA1\tHGNC:1\tinvented fever\tMONDO_0000002\tLimited\t22\t100.0\t200.0\t+\tENSG00000000001\t{}\tENSP00000000001\t"
    "P00001\t11\tMONDO_0000001\tdisease\t\n"
)
TWO = HEADER + ROW.format("ENST00000000001") + ROW.format("ENST00000000002")


def test_rows_stay_one_per_transcript(make_source):
    validity = clingen_2025.read(make_source(SOURCE, **{"clingen.formatted.il.tsv": TWO}))["validity"]
    assert validity["transcript_id"].tolist() == ["ENST00000000001", "ENST00000000002"]
    assert validity["start"].tolist() == [100, 100] and validity["start"].dtype == "Int64"
    assert validity["case/control"].isna().all()


def test_the_file_of_upstream_is_called_txt(make_source):
    assert len(clingen_2025.read(make_source(SOURCE, **{"clingen.formatted.txt": TWO}))["validity"]) == 2


def test_a_position_that_is_not_whole_is_reported(make_source):
    source = make_source(SOURCE, **{"clingen.formatted.il.tsv": TWO.replace("200.0", "200.5", 1)})
    with pytest.raises(SourceFormatError, match=r"clingen.formatted.il.tsv, line 2, column 'end': expected a whole number"):
        clingen_2025.read(source)


def test_the_real_file_repeats_thirteen_curations(real_source):
    validity = clingen_2025.read(real_source(SOURCE))["validity"]
    assert len(validity) == 48
    curations = validity.drop_duplicates(["hgnc_id", "mondo_disease_id", "classification"])
    assert len(curations) == 13
    assert curations.set_index("gene_name").loc["IL10RA", "mondo_disease_id"] == "MONDO_0013153"
