"""Mondo: the whole hierarchy."""

import pytest

from ilkit.build.readers import mondo_hierarchy
from ilkit.errors import SourceFormatError

SOURCE = "mondo_2026-05-05_cellxgene"
NODES = (
    "id\tlabel\tdescription\tdeprecated\treplaced_by\tsynonyms\n"
    "MONDO:0000001\tdisease\tinvented\tFalse\t\tailment|illness\n"
    'MONDO:0000002\tinvented fever\t"an ""odd"" one"\tFalse\t\t\n'
    "MONDO:0000003\t\t\tTrue\tHP:0000001\t\n"
)
ANCESTORS = "id\tancestor\tdistance\nMONDO:0000002\tMONDO:0000001\t1\n"


def test_nodes_have_synonyms_and_deprecated_ones_may_lack_a_label(make_source):
    nodes = mondo_hierarchy.read(make_source(SOURCE, **{"nodes.tsv.gz": NODES, "ancestors.tsv.gz": ANCESTORS}))["nodes"]
    assert nodes["deprecated"].tolist() == [False, False, True] and nodes["deprecated"].dtype == "boolean"
    assert nodes["synonyms"].tolist() == [("ailment", "illness"), (), ()]
    assert nodes["label"].isna().tolist() == [False, False, True]
    assert nodes.loc[4, "replaced_by"] == "HP:0000001"
    assert nodes["replaced_by"].isna().tolist() == [True, True, False]


def test_descriptions_are_left_out(make_source):
    nodes = mondo_hierarchy.read(make_source(SOURCE, **{"nodes.tsv": NODES, "ancestors.tsv": ANCESTORS}))["nodes"]
    assert "description" not in nodes


def test_an_ancestor_is_at_least_one_step_away(make_source):
    source = make_source(SOURCE, **{"nodes.tsv": NODES, "ancestors.tsv": ANCESTORS.replace("\t1\n", "\t0\n")})
    with pytest.raises(SourceFormatError, match=r"ancestors.tsv, line 2, column 'distance': expected a whole number of at least 1"):
        mondo_hierarchy.read(source)


def test_a_truth_that_is_neither_true_nor_false_is_reported(make_source):
    source = make_source(SOURCE, **{"nodes.tsv": NODES.replace("True", "yes"), "ancestors.tsv": ANCESTORS})
    with pytest.raises(SourceFormatError, match=r"nodes.tsv, line 4, column 'deprecated': expected True or False"):
        mondo_hierarchy.read(source)


def test_the_real_files_hold_the_whole_of_mondo(real_source):
    parts = mondo_hierarchy.read(real_source(SOURCE))
    nodes, ancestors = parts["nodes"], parts["ancestors"]
    assert (len(nodes), len(ancestors)) == (31_958, 363_479)
    assert nodes["id"].is_unique and nodes["deprecated"].sum() == 3_968
    assert (ancestors["distance"] == 1).sum() == 41_908
    assert not nodes.loc[~nodes["deprecated"], "label"].isna().any()
