"""MSigDB: gene sets in GMT."""

import pytest

from ilkit.build.readers import msigdb
from ilkit.errors import SourceFormatError

SOURCE = "msigdb_v7_0_cytokine"
CONTENT = "AAA_RESPONSE_UP\thttp://invented/AAA\tGENE1\tAC000001.1\nBBB_PATHWAY\thttp://invented/BBB\tGENE1\n"


def read(make_source, content):
    return msigdb.read(make_source(SOURCE, **{"sets.gmt": content}))["members"]


def test_every_gene_of_a_set_is_a_row_that_knows_its_line(make_source):
    members = read(make_source, CONTENT)
    assert members.reset_index().to_numpy().tolist() == [
        [1, "AAA_RESPONSE_UP", "GENE1"],
        [1, "AAA_RESPONSE_UP", "AC000001.1"],
        [2, "BBB_PATHWAY", "GENE1"],
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("BBB_PATHWAY", "bbb pathway", "column 'name': expected the name of a set such as"),
        ("BBB_PATHWAY", "AAA_RESPONSE_UP", "column 'name': expected each set once"),
        ("http://invented/BBB\tGENE1", "http://invented/BBB", "expected an address and at least one gene"),
        ("/BBB\tGENE1", "/BBB\tGENE1\t", "column 'genes': expected a gene symbol such as IL6, found ''"),
        ("/BBB\tGENE1", "/BBB\tGENE1\tGENE1", "column 'genes': expected each gene once"),
    ],
)
def test_a_malformed_set_is_reported_with_file_and_line(make_source, old, new, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, CONTENT.replace(old, new))
    assert f"file {SOURCE}/sets.gmt, line 2" in str(error.value)
    assert expected in str(error.value)


def test_a_file_without_sets_is_reported(make_source):
    with pytest.raises(SourceFormatError, match="expected at least one set"):
        read(make_source, "")


def test_the_real_file_holds_hallmark_pid_and_published_sets(real_source):
    members = msigdb.read(real_source(SOURCE))["members"]
    sizes = members.groupby("set_name").size()
    assert len(sizes) == 88
    assert sizes.index.str.startswith("HALLMARK_").sum() == 7
    assert sizes.index.str.startswith("PID_").sum() == 14
    assert len(members) == 8639
    assert sizes["HALLMARK_IL6_JAK_STAT3_SIGNALING"] == 87
