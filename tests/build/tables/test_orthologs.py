"""Orthologs: which pairs count, and what is said of them."""

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables import ortholog_genes, orthologs

GENES = pd.DataFrame({"hgnc_id": ["HGNC:1", "HGNC:2"], "symbol": ["AAA1", "BBB1"]})
HGNC = pd.DataFrame(
    {
        "hgnc_id": ["HGNC:1", "HGNC:2", "HGNC:3"],
        "symbol": ["AAA1", "BBB1", "CCC1"],
        "mgd_id": [("MGI:1",), (), ("MGI:1",)],
        "rgd_id": [("RGD:1",), (), ()],
    }
)
CLASSES = pd.DataFrame(
    [(11, "9606", "AAA1", 1, None, "HGNC:1"), (11, "10090", "Aaa1", 101, "MGI:1", None)],
    columns=["DB Class Key", "NCBI Taxon ID", "Symbol", "EntrezGene ID", "Mouse MGI ID", "HGNC ID"],
)
REPORT = pd.DataFrame(
    [("MGI:1", "Aaa1", 101, "ENSMUSG00000000001", ("HGNC:1",))],
    columns=["MGI Accession ID", "Marker Symbol", "EntrezGene ID", "Ensembl Gene ID", "HGNC ID"],
)
ENTRIES = {
    "mouse": pd.DataFrame({"ID": [1, 2], "symbol": ["Aaa1", "Bbb2"], "ensembl": [("ENSMUSG00000000001",), ()]}),
    "rat": pd.DataFrame({"ID": [1], "symbol": ["Aaa1"], "ensembl": [("ENSRNOG00000000001", "ENSRNOG00000000009")]}),
}
HCOP = pd.DataFrame(
    [
        ("AAA1", "10090", "Aaa1", 101, "ENSMUSG00000000001", 12),
        ("AAA1", "10116", "Aaa1", 201, "ENSRNOG00000000001", 3),
        ("AAA1", "10116", "Aaa1-ps1", 202, "ENSRNOG00000000009", 2),
        ("BBB1", "10090", "Bbb2", 102, None, 9),
    ],
    columns=["human_symbol", "taxon_id", "symbol", "entrez", "ensembl", "support_n"],
).astype({"entrez": "Int64", "support_n": "Int64"})
ALLIANCE = pd.DataFrame([("AAA1", "Aaa1", "Mus musculus")], columns=["human_symbol", "species_symbol", "species_name"])
CURATED = pd.DataFrame({"species": ["mouse"], "ortholog_id": ["MGI:9"], "ortholog_symbol": ["Ccc1"]})


def build():
    homology = {"classes": CLASSES, "alliance": REPORT}
    ledger = Ledger(pd.DataFrame(columns=["source_id", "column", "value", "reason"]))
    known = ortholog_genes.build(homology, ENTRIES, CURATED)
    table = orthologs.build(GENES, {"genes": HGNC}, homology, ENTRIES, {"hcop": HCOP, "alliance": ALLIANCE}, known, ledger)
    return table.set_index(["symbol", "species"]), ledger


def test_what_the_databases_of_hcop_alone_predict_is_no_ortholog_however_many_agree():
    table, ledger = build()
    assert table.index.tolist() == [("AAA1", "mouse"), ("AAA1", "rat")]
    hcop = next(entry for entry in ledger.entries if entry["part"] == "hcop")
    assert hcop["dropped"][orthologs.PREDICTED_ONLY] == 1


def test_the_flags_say_which_sources_agree_and_are_null_where_a_source_was_not_read():
    table, _ = build()
    mouse, rat = table.loc[("AAA1", "mouse")], table.loc[("AAA1", "rat")]
    assert mouse[["in_hgnc", "in_mgi", "in_alliance", "n_hcop"]].tolist() == [True, True, True, 12]
    assert rat[["in_mgi", "in_alliance"]].isna().all()
    assert mouse["source_id"] == "hgnc"


def test_of_two_rows_for_one_gene_the_better_supported_counts():
    table, _ = build()
    assert table.loc[("AAA1", "rat"), ["n_hcop", "ncbi_gene_id", "ensembl_gene_id"]].tolist() == [3, 201, "ENSRNOG00000000001"]


def test_a_human_gene_out_of_scope_counts_for_the_relation():
    table, _ = build()
    assert table["relation"].astype(str).to_dict() == {("AAA1", "mouse"): "many_to_one", ("AAA1", "rat"): "one_to_one"}


def test_the_relation_counts_both_sides_within_a_species():
    pairs = pd.DataFrame(
        [
            ("A", "mouse", "m1"),
            ("A", "mouse", "m2"),
            ("B", "mouse", "m2"),
            ("C", "mouse", "m3"),
            ("C", "mouse", "m4"),
            ("A", "rat", "m1"),
        ],
        columns=orthologs.PAIR,
    )
    assert orthologs.relation(pairs).tolist() == [
        "one_to_many",
        "many_to_many",
        "many_to_one",
        "one_to_many",
        "one_to_many",
        "one_to_one",
    ]


def test_a_gene_is_known_by_its_ncbi_id_before_its_symbol_and_its_symbol_before_its_ensembl_id():
    known = pd.DataFrame(
        [("mouse", "MGI:1", 1, "Aaa1", "E1"), ("mouse", "MGI:2", 2, "Aaa2", "E2"), ("rat", "RGD:1", None, "Aaa1", "E9")],
        columns=["species", "ortholog_id", "ncbi_gene_id", "symbol", "ensembl_gene_id"],
    ).astype({"ncbi_gene_id": "Int64"})
    rows = pd.DataFrame(
        [("mouse", 1, "Aaa2", "E2"), ("mouse", None, "Aaa2", "E1"), ("mouse", 9, "Gm9", "E2"), ("rat", 1, "Gm9", None)],
        columns=["species", "ncbi_gene_id", "symbol", "ensembl_gene_id"],
    ).astype({"ncbi_gene_id": "Int64"})
    found = ortholog_genes.identify(rows, known)
    assert found.where(found.notna(), None).tolist() == ["MGI:1", "MGI:2", "MGI:2", None]
