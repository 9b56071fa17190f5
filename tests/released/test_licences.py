"""Share-alike is kept apart: a table is under such a licence if and only if one of its sources is."""

import json

import ilkit
from ilkit.build.licences import RELEASED_AS, STRICTNESS

from ..conftest import PROJECT, RELEASED

SHARE_ALIKE = "CC-BY-SA-4.0"


def resources() -> list[dict]:
    return json.loads((RELEASED / ilkit.DEFAULT_VERSION / "datapackage.json").read_text("utf-8"))["resources"]


def test_tables_of_share_alike_sources_say_so_and_no_others(tables):
    sources = tables["sources"].set_index("source_id")["share_alike"]
    licences = ilkit.tables().set_index("table")["licence"]
    for resource in resources():
        named = {source["title"] for source in resource["sources"]}
        assert sources[list(named)].any() == (licences[resource["name"]] == SHARE_ALIKE), resource["name"]


def test_no_row_of_a_share_alike_source_stands_in_another_table(tables):
    sources = tables["sources"].set_index("source_id")["share_alike"]
    licences = ilkit.tables().set_index("table")["licence"]
    for name in licences.index[licences != SHARE_ALIKE].difference(["sources"]):
        assert not sources[tables[name]["source_id"].unique()].any(), name


def test_the_tables_under_share_alike_are_these():
    licences = ilkit.tables().set_index("table")["licence"]
    assert set(licences.index[licences == SHARE_ALIKE]) == {
        "drug_indications",
        "drug_targets",
        "drugs",
        "expression",
        "production",
        "regulators",
    }


def test_every_licence_is_in_the_order_of_strictness(tables):
    assert set(tables["sources"]["licence"]) <= set(STRICTNESS)
    assert set(ilkit.tables()["licence"]) <= set(STRICTNESS) - set(RELEASED_AS)


def test_every_source_stands_with_its_licence_in_the_list_of_licences(tables):
    lines = (PROJECT / "DATA_LICENSES.md").read_text("utf-8").splitlines()
    listed = {line.partition("(`")[2].partition("`)")[0]: line.split("|")[2].split()[0] for line in lines if "(`" in line}
    own = tables["sources"].set_index("source_id")["licence"]
    assert listed == own.to_dict()
