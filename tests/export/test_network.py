"""The graph: typed nodes, edges with evidence and licence, the same after GraphML."""

from collections import Counter

import pytest

import ilkit
from ilkit.export.network import RELATIONS

nx = pytest.importorskip("networkx", reason="networkx is not installed: pip install 'ilkit[export]'")


@pytest.fixture(scope="module")
def graph():
    return ilkit.export.networkx()


def test_every_node_has_a_kind_and_a_name(graph):
    kinds = {"interleukin", "gene", "receptor", "cell", "disease", "drug"}
    assert {attributes["kind"] for _, attributes in graph.nodes(data=True)} == kinds
    assert all(attributes["name"] for _, attributes in graph.nodes(data=True))
    assert graph.nodes["IL-17AF"] == {"kind": "interleukin", "name": "IL-17A/F"}
    assert graph.nodes["HGNC:6018"] == {"kind": "gene", "name": "IL6"}


def test_a_table_gives_one_edge_per_row_or_per_row_of_each_sign(graph):
    counts = Counter(attributes["table"] for *_, attributes in graph.edges(data=True))
    assert counts == {table: len(ilkit.load(table)) for table in {relation.table for relation in RELATIONS.values()}}


def test_edges_lead_from_a_drug_over_its_target_to_the_cells_of_the_ligand(graph):
    def relations(start: str, end: str) -> set:
        return {attributes["relation"] for attributes in graph.get_edge_data(start, end).values()}

    assert relations("tocilizumab", "HGNC:6019") == {"targets"}
    assert relations("HGNC:6019", "IL6R_IL6ST") == {"subunit_of"}
    assert relations("IL-6", "IL6R_IL6ST") == {"binds"}
    assert relations("HGNC:6018", "IL-6") >= {"chain_of"}
    assert "produced_by" in relations("IL-6", "CL:0000576")


def test_what_a_cell_does_not_produce_or_bear_is_a_relation_of_its_own(graph):
    negative = [attributes for *_, attributes in graph.edges(data=True) if attributes["relation"] in ("not_produced_by", "lacks")]
    production, receptors = ilkit.load("production"), ilkit.load("cell_receptors")
    assert len(negative) == (~production["produces"]).sum() + (~receptors["present"]).sum()


def test_every_edge_tells_its_source_and_whether_its_licence_is_share_alike(graph):
    licences = ilkit.tables().set_index("table")["licence"]
    for *_, attributes in graph.edges(data=True):
        assert attributes["source_id"] and attributes["evidence"]
        assert attributes["licence"] == licences[attributes["table"]]
        assert attributes["share_alike"] == (attributes["licence"] == "CC-BY-SA-4.0")
    shared = {attributes["relation"] for *_, attributes in graph.edges(data=True) if attributes["share_alike"]}
    assert shared == {"produced_by", "not_produced_by", "regulates_transcription_of", "targets", "developed_for"}


def test_relations_asked_for_alone_bring_only_the_nodes_they_touch():
    few = ilkit.export.networkx(relations=["binds"])
    assert {attributes["relation"] for *_, attributes in few.edges(data=True)} == {"binds"}
    assert {attributes["kind"] for _, attributes in few.nodes(data=True)} == {"interleukin", "receptor", "gene"}
    assert len([node for node, attributes in few.nodes(data=True) if attributes["kind"] == "interleukin"]) == 52


@pytest.mark.parametrize("relation", RELATIONS)
def test_each_relation_can_be_asked_for_alone(relation, graph):
    alone = ilkit.export.networkx(relations=[relation])
    whole = [edge for edge in graph.edges(data=True) if edge[2]["relation"] == relation]
    assert alone.number_of_edges() == len(whole) > 0
    assert all({"kind", "name"} <= attributes.keys() for _, attributes in alone.nodes(data=True))


def test_graphml_read_back_is_the_same_graph(graph, tmp_path):
    path = ilkit.export.graphml(tmp_path / "ilkit.graphml")
    again = nx.read_graphml(path, force_multigraph=True)
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert sorted(map(repr, again.edges(data=True))) == sorted(map(repr, graph.edges(data=True)))
    assert again.graph["version"] == ilkit.DEFAULT_VERSION
    assert again.graph["digest"] == ilkit.Dataset().digest
