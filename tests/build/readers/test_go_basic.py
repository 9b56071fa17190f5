"""Gene Ontology of 2024: terms with their parents and ancestors."""

import pytest

from ilkit.build.readers import go_basic
from ilkit.errors import SourceFormatError

SOURCE = "go_basic_2024"
TERMS = (
    "id\tname\tnamespace\tobsolete\tparents\tancestors\n"
    "GO:0000001\tinvented root\tbiological_process\tFalse\t\t\n"
    "GO:0000002\tinvented 3'->5' \"thing\"\tbiological_process\tFalse\tGO:0000001\tGO:0000001\n"
    "GO:0000003\tinvented leaf\tbiological_process\tFalse\tGO:0000002\tGO:0000001|GO:0000002\n"
    "GO:0000004\tobsolete thing\t\tTrue\t\t\n"
)
FILES = {"go_terms_closure.tsv": TERMS, "missing_terms.txt": "GO:0000008\nGO:0000009"}


def test_parents_and_ancestors_become_tuples(make_source):
    terms = go_basic.read(make_source(SOURCE, **FILES))["terms"]
    assert terms["parents"].tolist() == [(), ("GO:0000001",), ("GO:0000002",), ()]
    assert terms.loc[4, "ancestors"] == ("GO:0000001", "GO:0000002")


def test_an_obsolete_term_has_no_namespace(make_source):
    terms = go_basic.read(make_source(SOURCE, **FILES))["terms"]
    assert terms["obsolete"].dtype == "boolean"
    assert terms["obsolete"].tolist() == terms["namespace"].isna().tolist() == [False, False, False, True]


def test_the_first_line_of_the_missing_ids_is_an_id(make_source):
    assert go_basic.read(make_source(SOURCE, **FILES))["missing"]["id"].to_dict() == {1: "GO:0000008", 2: "GO:0000009"}


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        ("go_terms_closure.tsv", "\tTrue", "\tyes", "line 5, column 'obsolete': expected True or False, found 'yes'"),
        ("go_terms_closure.tsv", "|", ",", r"line 4, column 'ancestors': expected a '\|'-separated list of: a GO id"),
        ("missing_terms.txt", "GO:0000009", "GO_0000009", "line 2, column 'id': expected a GO id"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, name, old, new, place):
    with pytest.raises(SourceFormatError, match=f"file {SOURCE}/{name}, {place}"):
        go_basic.read(make_source(SOURCE, **FILES | {name: FILES[name].replace(old, new)}))


def test_the_real_file_is_closed_under_is_a(real_source):
    parts = go_basic.read(real_source(SOURCE))
    terms = parts["terms"]
    assert {name: len(part) for name, part in parts.items()} == {"terms": 2_819, "missing": 50}
    assert set(terms["ancestors"].explode().dropna()) <= set(terms["id"])
    assert not set(parts["missing"]["id"]) & set(terms["id"])
    assert terms["obsolete"].sum() == 19
    by_id = terms.set_index("id")
    assert by_id.loc["GO:0032755", "parents"] == ("GO:0001819", "GO:0032675")
