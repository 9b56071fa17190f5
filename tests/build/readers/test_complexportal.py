"""Complex Portal: names of complexes."""

import pytest

from ilkit.build.readers import complexportal
from ilkit.errors import SourceFormatError

HEADER = "text\tcurie\tname\tpredicate\tprovenance\tsource\n"
LABEL = "Alpha complex\tcomplexportal:CPX-1\tAlpha complex\trdfs:label\tpubmed:1\tcomplexportal\n"


def test_labels_and_synonyms_are_told_apart(make_source):
    synonym = 'A "1" dimer\tcomplexportal:CPX-1\tAlpha complex\toboInOwl:hasRelatedSynonym\t\tcomplexportal\n'
    source = make_source("complexportal", **{"complexportal.synonyms.tsv": HEADER + LABEL + synonym})
    names = complexportal.read(source)["names"]
    assert names["predicate"].tolist() == ["rdfs:label", "oboInOwl:hasRelatedSynonym"]
    assert names.loc[3, "text"] == 'A "1" dimer'


def test_another_predicate_is_a_fault_with_its_line(make_source):
    source = make_source("complexportal", **{"complexportal.synonyms.tsv": HEADER + LABEL.replace("rdfs:label", "label")})
    with pytest.raises(SourceFormatError, match="line 2, column 'predicate': expected one of 'rdfs:label'"):
        complexportal.read(source)


def test_the_real_file_names_the_interleukin_complexes(real_source):
    names = complexportal.read(real_source("complexportal"))["names"]
    labels = names[names["predicate"] == "rdfs:label"].set_index("text")["curie"]
    assert labels["Interleukin-23 complex"] == "complexportal:CPX-3290"
