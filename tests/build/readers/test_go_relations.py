"""Gene Ontology of 2026: labels, and which term regulates which."""

import pytest

from ilkit.build.readers import go_relations
from ilkit.errors import SourceFormatError

SOURCE = "go_relations"
FILES = {
    "go_labels_2026-03_terms.csv": (
        "curie,label,retrieved_at\n"
        "GO:0000001,invented process,2026-03-07T20:31:06.174440\n"
        'GO:0000002,"invented A-positive, B cell process",2026-03-07T20:31:06.164385\n'
    ),
    "go_regulates_2026-08.tsv": (
        "term_id\tterm_label\trelation\ttarget_id\ttarget_label\n"
        "GO:0000003\tregulation of 'x' \"process\"\tregulates\tGO:0000001\t'x' \"process\"\n"
        "GO:0000004\tinvented silencing\tnegatively_regulates\tGO:0000001\tinvented process\n"
    ),
}


def test_a_label_with_a_comma_is_one_label(make_source):
    labels = go_relations.read(make_source(SOURCE, **FILES))["labels"]
    assert labels["label"].tolist() == ["invented process", "invented A-positive, B cell process"]


def test_a_term_regulates_its_target(make_source):
    regulates = go_relations.read(make_source(SOURCE, **FILES))["regulates"]
    assert regulates.loc[3, ["term_id", "relation", "target_id"]].tolist() == ["GO:0000004", "negatively_regulates", "GO:0000001"]
    assert regulates.loc[2, "target_label"] == "'x' \"process\""


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        ("go_labels_2026-03_terms.csv", "GO:0000002", "GO:2", "line 3, column 'curie': expected a GO id"),
        ("go_labels_2026-03_terms.csv", '"invented', "invented", "line 3: expected 3 columns, found '4 columns'"),
        ("go_regulates_2026-08.tsv", "negatively_", "neg_", "line 3, column 'relation': expected one of 'regulates'"),
        ("go_regulates_2026-08.tsv", "GO:0000001\tinv", "obo/GO_0000001\tinv", "line 3, column 'target_id': expected a GO id"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, name, old, new, place):
    with pytest.raises(SourceFormatError, match=f"file {SOURCE}/{name}, {place}"):
        go_relations.read(make_source(SOURCE, **FILES | {name: FILES[name].replace(old, new)}))


def test_the_real_files_say_what_regulates_what(real_source):
    parts = go_relations.read(real_source(SOURCE))
    assert {name: len(part) for name, part in parts.items()} == {"labels": 6_475, "regulates": 7_912}
    regulates = parts["regulates"]
    assert regulates["term_id"].is_unique and parts["labels"]["curie"].is_unique
    counts = {"regulates": 2_844, "positively_regulates": 2_535, "negatively_regulates": 2_533}
    assert regulates["relation"].value_counts().to_dict() == counts
    known = regulates.set_index("term_id").loc["GO:0032755"]
    assert known[["relation", "target_id"]].tolist() == ["positively_regulates", "GO:0032635"]
