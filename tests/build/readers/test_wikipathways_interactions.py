"""WikiPathways edges."""

import pytest

from ilkit.build.readers import wikipathways_interactions
from ilkit.errors import SourceFormatError

SOURCE = "wikipathways_il"
NAME = "interactions_il_pathways.tsv"
HEADER = "wpid\tsource\ttarget\tarrow\tpmids\n"
CONTENT = HEADER + "WP1\tAAA1 \tGROUP:BBB1+CCC1\tmim-binding\t\nWP1\tAAA1\tANCHOR\t\t\nWP2\t\tBBB1\tArrow|Arrow\t1\n"


def read(make_source, content):
    return wikipathways_interactions.read(make_source(SOURCE, **{NAME: content}))["edges"]


def test_an_edge_may_lack_an_end_and_an_arrow(make_source):
    edges = read(make_source, CONTENT)
    assert edges["source"].isna().tolist() == [False, False, True]
    assert edges["arrow"].isna().tolist() == [False, True, False]
    assert edges["target"].tolist() == ["GROUP:BBB1+CCC1", "ANCHOR", "BBB1"]


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [("WP2", "2", "wpid", "a pathway id such as WP127"), ("Arrow|Arrow", "arrows", "arrow", "an arrow such as mim-binding")],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, CONTENT.replace(old, new))
    assert f"file {SOURCE}/{NAME}, line 4, column '{column}': expected {expected}" in str(error.value)


def test_the_real_file_holds_the_edges_of_32_pathways(real_source):
    edges = wikipathways_interactions.read(real_source(SOURCE))["edges"]
    assert len(edges) == 1497
    assert edges["wpid"].nunique() <= 32
    assert edges["arrow"].eq("mim-binding").sum() == 269
