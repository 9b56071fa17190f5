"""Rules of the pathways: which symbols mean which gene, what a node means, what a pathway cites."""

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables import human_symbols, pathway_ancestors, pathway_rows, symbol_mapping, wikipathways_nodes
from ilkit.build.tables.pathway_references import curies

HGNC = {
    "genes": pd.DataFrame(
        {
            "hgnc_id": ["HGNC:1", "HGNC:2", "HGNC:3"],
            "symbol": ["AAA", "BBB", "CCC"],
            "prev_symbol": [("OLDA", "BBB", "SHARED"), (), ("SHARED",)],
            "alias_symbol": [(), (), ()],
        }
    )
}
CORRECTIONS = pd.DataFrame(
    {
        "source_id": ["reactome_gmt_2022"],
        "column": ["member_of"],
        "value": ["CCC of R-HSA-1"],
        "reason": ["of a virus"],
    }
)
SYMBOLS = human_symbols.build(symbol_mapping.build(HGNC))


def ledger():
    return Ledger(CORRECTIONS)


def test_a_previous_symbol_means_a_gene_only_where_it_means_one():
    assert SYMBOLS.loc["OLDA", ["hgnc_id", "symbol", "matched_by"]].tolist() == ["HGNC:1", "AAA", "previous symbol"]
    assert SYMBOLS.loc["BBB", "hgnc_id"] == "HGNC:2"
    assert "SHARED" not in SYMBOLS.index


def test_members_of_reactome_are_human_genes_once_each_under_the_newest_name():
    members = pd.DataFrame(
        {
            "pathway": ["R-HSA-1"] * 5 + ["R-HSA-2"],
            "name": "older name",
            "member": ["AAA", "OLDA", "18S rRNA", "BBB", "CCC", "BBB"],
        }
    )
    book = ledger()
    names = pd.Series({"R-HSA-1": "newer name"})
    rows = pathway_rows.from_reactome(members, names, SYMBOLS, {"HGNC:1"}, book)
    assert rows[["pathway_id", "name", "symbol", "matched_by"]].to_numpy().tolist() == [
        ["Reactome:R-HSA-1", "newer name", "AAA", "approved symbol"],
        ["Reactome:R-HSA-1", "newer name", "BBB", "approved symbol"],
    ]
    entry = book.entries[0]
    assert entry["read"] == entry["kept"] + sum(entry["dropped"].values()) == 6
    assert set(entry["dropped"]) == {
        "of a virus",
        "neither an approved nor an unambiguous previous symbol of a human gene",
        "the pathway holds the gene by another symbol as well",
        pathway_rows.OUT_OF_SCOPE,
    }


def test_a_node_means_the_gene_of_its_label_where_the_identifier_is_that_of_another():
    nodes = pd.DataFrame(
        {
            "wpid": "WP1",
            "Label": ["AAA", "BBB", "alias", "AAA", "none"],
            "HGNC": [
                ("hgnc.symbol:OLDA",),
                ("hgnc.symbol:CCC",),
                ("hgnc.symbol:CCC", "hgnc.symbol:NONE"),
                ("hgnc.symbol:AAA",),
                (),
            ],
        }
    )
    meant = wikipathways_nodes.build({"nodes": nodes}, SYMBOLS, HGNC)
    pathways = pd.DataFrame({"wpid": ["WP1"], "title": ["Invented"], "last_edited": ["2026-01-01"]})
    book = ledger()
    rows = pathway_rows.from_wikipathways(meant, pathways, SYMBOLS, {"HGNC:1"}, book)
    assert rows[["symbol", "hgnc_id", "matched_by"]].to_numpy().tolist() == [
        ["AAA", "HGNC:1", "identifier"],
        ["BBB", "HGNC:2", "label"],
        ["CCC", "HGNC:3", "identifier"],
    ]
    assert rows["as_of"].unique().tolist() == ["2026-01-01"]
    assert book.entries[0]["dropped"] == {
        "no human gene is known by the identifier": 1,
        "the pathway draws the gene more than once": 1,
    }


def test_a_reference_is_a_pubmed_id_or_a_doi():
    databases = pd.Series(["Pubmed", "Pubmed", "Pubmed", "Pubmed", "DOI", "DOI", "KEGG Pathway"])
    ids = pd.Series(["123", " 456.", "NA", "PMC789", "10.1101/2020.04.19.20068015", "sita", "map04620"])
    assert curies(databases, ids).dropna().tolist() == ["PMID:123", "PMID:456", "DOI:10.1101/2020.04.19.20068015"]


def test_an_ancestor_has_the_distance_of_the_shortest_way():
    pathways = pd.DataFrame({"pathway_id": [f"Reactome:R-HSA-{number}" for number in (1, 2, 3)], "name": ["top", "middle", "leaf"]})
    relations = pd.DataFrame(
        {
            "whole": ["R-HSA-1", "R-HSA-2", "R-HSA-1", "R-HSA-9", "R-HSA-1"],
            "part": ["R-HSA-2", "R-HSA-3", "R-HSA-3", "R-HSA-3", "R-HSA-8"],
        }
    )
    table = pathway_ancestors.build(pathways, {"relations": relations}, Ledger(CORRECTIONS.head(0)))
    assert table[["pathway_name", "ancestor_name", "distance"]].to_numpy().tolist() == [
        ["middle", "top", 1],
        ["leaf", "top", 1],
        ["leaf", "middle", 1],
    ]


def test_pathways_of_pid_are_told_from_signatures_by_their_name():
    members = pd.DataFrame(
        [("PID_A_PATHWAY", "OLDA"), ("PID_A_PATHWAY", "AC000001.1"), ("A_RESPONSE_UP", "AAA"), ("PID_B_PATHWAY", "CCC")],
        columns=["set_name", "symbol"],
    )
    rows = pathway_rows.from_pid(members, SYMBOLS, {"HGNC:1"}, ledger())
    assert rows[["pathway_id", "name", "hgnc_id", "symbol", "matched_by", "database"]].to_numpy().tolist() == [
        ["msigdb:PID_A_PATHWAY", "PID_A_PATHWAY", "HGNC:1", "AAA", "previous symbol", "PID"]
    ]
