"""Each filter works on every table that can answer it, and is refused by the others with a hint."""

import itertools

import pytest

import ilkit
from ilkit.errors import FilterError
from ilkit.filters import answerable

NAMES = {
    "interleukin": ["IL-6", "IL-4", "IL-23"],
    "gene": ["IL6", "IL4R", "JAK1"],
    "disease": ["psoriasis", "asthma", "severe combined immunodeficiency"],
    "term": ["immune response", "regulation of cytokine production"],
    "cell": ["T cell", "mast cell", "monocyte"],
    "drug": ["tocilizumab", "dupilumab"],
}
WITHOUT_ENTITIES = {"sources", "publications"}
TABLES = ilkit.tables().set_index("table")["rows"]
FILTERS = {name: answerable(ilkit.columns(name)["column"], TABLES.index) for name in TABLES.index}
PAIRS = list(itertools.product(TABLES.index, NAMES))


def test_only_tables_without_entities_have_no_filter():
    assert {name for name, allowed in FILTERS.items() if not allowed} == WITHOUT_ENTITIES


@pytest.mark.parametrize(("table", "name"), [pair for pair in PAIRS if pair[1] in FILTERS[pair[0]]], ids="-".join)
def test_a_filter_that_a_table_answers_finds_some_rows_of_it(table, name):
    rows = ilkit.load(table, **{name: NAMES[name]})
    whole = ilkit.load(table)
    assert 0 < len(rows.drop_duplicates(list(whole.columns))) <= len(whole)
    assert set(rows.columns) - set(whole.columns) <= {"il_id", "attribution"}
    single = ilkit.load(table, **{name: NAMES[name][0]})
    assert len(single) <= len(rows)


@pytest.mark.parametrize(("table", "name"), [pair for pair in PAIRS if pair[1] not in FILTERS[pair[0]]], ids="-".join)
def test_a_filter_that_a_table_cannot_answer_is_refused_with_those_that_it_can(table, name):
    with pytest.raises(FilterError) as refused:
        ilkit.load(table, **{name: NAMES[name]})
    assert all(allowed in str(refused.value) for allowed in FILTERS[table])
