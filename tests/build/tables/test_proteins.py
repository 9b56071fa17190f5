"""Processing of the proteins, and their chains in structures."""

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables import structures
from ilkit.build.tables.genes import newest, processing

ENTRIES = pd.DataFrame({"accession": ["P1", "P2", "P3"], "sequence": ["MK", "MT", "ML"]})
PEPTIDES = pd.DataFrame({"accession": ["P1", "P2", "P4"], "begin": 1, "end": [19, 25, 30]})
FEATURES = pd.DataFrame(
    [
        ("P1", "SIGNAL", 1, 20),
        ("P1", "PROPEP", 21, 30),
        ("P1", "CHAIN", 31, 90),
        ("P2", "CHAIN", 2, 80),
        ("P3", "CHAIN", 1, 90),
        ("P3", "CHAIN", 50, 90),
    ],
    columns=["accession", "type", "begin", "end"],
)


def test_the_newer_entry_wins_also_where_it_names_no_signal_peptide():
    found = processing(FEATURES, ENTRIES, PEPTIDES)
    assert found.loc["P1"].tolist() == [1, 20, 31, 90]
    assert found.loc["P2", ["mature_start", "mature_end"]].tolist() == [2, 80]
    assert found.loc["P2", ["signal_peptide_start", "signal_peptide_end"]].isna().all()


def test_without_an_entry_the_mature_chain_is_not_known():
    found = processing(FEATURES, ENTRIES, PEPTIDES).loc["P4"]
    assert found[["signal_peptide_start", "signal_peptide_end"]].tolist() == [1, 30]
    assert found[["mature_start", "mature_end"]].isna().all()


def test_a_protein_with_several_chains_has_no_one_mature_chain():
    assert "P3" not in processing(FEATURES, ENTRIES, PEPTIDES).index


def test_the_newest_sequence_of_a_protein_counts():
    older = pd.DataFrame({"accession": ["P1", "P9"], "sequence": ["MA", "MV"]})
    assert newest(ENTRIES, older).to_dict() == {"P1": "MK", "P2": "MT", "P3": "ML", "P9": "MV"}


def test_a_chain_with_residues_of_a_foreign_protein_is_a_chimera():
    genes = pd.DataFrame({"hgnc_id": ["HGNC:1", "HGNC:2"], "symbol": ["AAA1", "BBB1"], "uniprot_id": ["P00001", "P00002"]})
    columns = ["PDB", "CHAIN", "SP_PRIMARY", "RES_BEG", "RES_END", "PDB_BEG", "PDB_END", "SP_BEG", "SP_END"]
    rows = [
        ("1abc", "A", "P00001", 1, 10, "1", None, 21, 30),
        ("1abc", "A", "P00001", 21, 30, None, None, 41, 50),
        ("1abc", "A", "P99999", 11, 20, None, None, 1, 10),
        ("1abc", "a", "P00002", 1, 10, None, None, 1, 10),
    ]
    ledger = Ledger(pd.DataFrame(columns=["source_id", "column", "value", "reason"]))
    table = structures.build(genes, {"segments": pd.DataFrame(rows, columns=columns)}, ledger)
    assert table["pdb_chain"].tolist() == ["A", "A", "a"]
    assert table["chimera"].tolist() == [True, True, False]
    assert table["n_segments"].tolist() == [2, 2, 1]
    assert table["n_genes"].tolist() == [2, 2, 2]
