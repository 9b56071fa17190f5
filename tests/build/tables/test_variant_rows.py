"""Genes by known variants, protein QTLs and Mendelian randomisation: rules on a few invented rows."""

import pandas as pd
import pytest

from ilkit.build.ledger import Ledger
from ilkit.build.tables import association_rows, complete_catalog_rows, protein_mr_rows, protein_qtl_rows, variants

NO_CORRECTIONS = pd.DataFrame(columns=["source_id", "column", "value", "reason"])
GENES = pd.DataFrame(
    [("G1", "1", 10_000_000, 10_010_000, "P1"), ("G2", "2", 5_000_000, 5_010_000, "P2")],
    columns=["hgnc_id", "chromosome", "start", "end", "uniprot_id"],
)


def test_a_variant_is_known_where_it_is_mapped_or_reported_nearby():
    rows = [
        ("rs1", "1", 10_400_000, [("G1", "reported")]),
        ("rs2", "1", 11_000_000, [("G1", "reported")]),
        ("rs3", "2", 10_000_000, [("G1", "reported")]),
        ("rs4", "2", pd.NA, [("G2", "mapped"), ("G1", "reported")]),
        ("rs5", "1", 10_000_000, []),
        ("rs6", "1", pd.NA, [("G1", "reported")]),
    ]
    placed = pd.DataFrame(rows, columns=["rsid", "chromosome", "position", "gene_mapping"]).astype({"position": "Int64"})
    assert variants.known_genes(placed, GENES) == {"rs1": ["G1"], "rs4": ["G2"]}


def test_known_genes_are_added_to_the_gene_that_was_measured():
    rows = pd.DataFrame({"rsid": ["rs1", "rs1", "rs9"], "gene_mapping": [[("G1", "x")], [("G3", "x")], []]})
    found = variants.at_known_variants(rows, {"rs1": ["G1", "G2"]})["gene_mapping"].tolist()
    assert found == [
        [("G1", "x"), ("G2", "by_known_variant")],
        [("G3", "x"), ("G1", "by_known_variant"), ("G2", "by_known_variant")],
        [],
    ]


def test_only_a_trans_variant_may_be_on_another_chromosome():
    rows = pd.DataFrame(
        [("G1", "1", "reported"), ("G1", "2", "reported"), ("G1", "2", "measured_protein_trans"), ("G1", None, "mapped")],
        columns=["hgnc_id", "chromosome", "gene_mapping"],
    )
    assert variants.elsewhere(rows, GENES).tolist() == [False, True, False, False]


def others(*rows):
    columns = ["source_id", "pmid", "rsid", "reported_trait", "neg_log10_p", "traits"]
    return pd.DataFrame(rows, columns=columns)


SAMPLE, HARMONISED, OLDER = association_rows.NEWEST_FIRST
FEVER, CHILL = [("E:1", "fever")], [("E:2", "chill")]


def complete(rows, known):
    columns = ["PUBMEDID", "DISEASE.TRAIT", "SNP", "P.VALUE", "STUDY.ACCESSION"]
    ledger = Ledger(NO_CORRECTIONS)
    parts = {"associations": pd.DataFrame(rows, columns=columns)}
    return complete_catalog_rows.build(parts, known, ledger), ledger.entries[0]["dropped"]


def test_a_result_that_another_source_has_is_not_taken_twice():
    known = others((OLDER, 1, "rs1", "Fever", 9.0, FEVER), (OLDER, 1, "rs2", "Fever antibodies", 12.0, []))
    rows = [
        (1, "fever", "rs1", 5e-8, "GCST1"),
        (1, "Antibodies in fever", "rs2", 1e-12, "GCST1"),
        (2, "Fever", "rs1", 1e-9, "GCST2"),
        (2, "Fever", "rs9", 1e-9, "GCST2"),
        (2, "Fever", "rs1 x rs2", 1e-9, "GCST2"),
    ]
    kept, dropped = complete(rows, known)
    assert kept[["pmid", "rsid", "study_id"]].to_numpy().tolist() == [[2, "rs1", "GCST2"]]
    assert kept["traits"].tolist() == [FEVER]
    assert sorted(dropped.values()) == [1, 1, 1, 1]


def test_a_result_under_a_new_name_is_taken_where_the_name_is_mapped():
    known = others((OLDER, 1, "rs2", "Fever antibodies", 12.0, []), (OLDER, 3, "rs2", "Fever", 9.0, FEVER))
    kept, _ = complete([(1, "Fever", "rs2", 1e-12, "GCST1")], known)
    assert kept["traits"].tolist() == [FEVER]


def test_a_trait_is_mapped_as_the_newest_source_does_where_it_does_so_one_way():
    known = others(
        (OLDER, 1, "rs1", "Fever", 9.0, CHILL),
        (SAMPLE, 2, "rs1", "fever", 9.0, FEVER),
        (SAMPLE, 2, "rs1", "Blood protein levels", 9.0, FEVER),
        (SAMPLE, 3, "rs1", "Blood protein levels", 9.0, CHILL),
        (HARMONISED, 3, "rs1", None, 9.0, CHILL),
    )
    assert complete_catalog_rows.trait_mappings(known) == {"fever": FEVER}


def test_a_p_value_of_0_is_unknown():
    kept, _ = complete([(2, "Fever", "rs1", 0.0, "GCST2")], others((OLDER, 1, "rs1", "Fever", 9.0, FEVER)))
    assert kept["neg_log10_p"].isna().all()


@pytest.fixture
def scallop():
    loci = pd.DataFrame(
        [
            ("P1", "A.1", "1", 10, "chr1:10_A_G", -400.5, "Protein A1", "A-1", "cis"),
            ("P9", "B", "2", 20, "chr2:20_C_T", -12.0, "Protein B", "B", "trans"),
        ],
        columns=["uniprot", "prot", "Chr", "bp", "SNP", "log10p", "p.target", "p.target.short", "cis.trans"],
    )
    signals = pd.DataFrame(
        [
            ("A.1", "rs1", "1", "rs1", 10, "G", 0.2, -0.5, 0.01, 0.0),
            ("A.1", "rs1", "1", "rs2", 15, "T", 0.3, 0.1, 0.01, 1e-9),
            ("A.1", "rs1", "1", "rs3", 16, "T", 0.3, 0.9, 0.01, 0.0),
            ("B", "rs4", "2", "rs4", 20, "C", 0.4, 0.2, 0.02, 1e-12),
        ],
        columns=["prot", "SNPID", "Chr", "SNP", "bp", "refA", "freq", "b", "se", "p"],
    )
    panel = pd.DataFrame([("A-1", "P1"), ("B", "P9")], columns=["target.short", "uniprot"])
    outcomes = pd.DataFrame(
        [
            ("A-1", "Fever", "ieu-a-1", 9, 1e-10, -0.3, 0.04),
            ("A-1", "Chill", "ieu-a-2", 9, 0.06, 0.1, 0.04),
            ("B", "Fever", "ieu-a-1", 9, 1e-10, 0.3, 0.04),
            ("A-1", "Stay in hospital", "ieu-a-3", 9, 1e-10, 0.3, 0.04),
        ],
        columns=["protein", "Disease", "id", "nsnp", "fdr", "bxy", "se"],
    )
    return {"loci": loci, "signals": signals, "panel": panel, "outcomes": outcomes}


def test_all_signals_of_a_locus_share_its_class_but_not_its_p_value(scallop):
    rows = protein_qtl_rows.build(scallop, GENES).set_index("rsid")
    assert rows.loc[["rs1", "rs2", "rs3"], "gene_mapping"].tolist() == [[("G1", "measured_protein_cis")]] * 3
    assert rows.loc["rs4", "gene_mapping"] == []
    assert rows["neg_log10_p"].fillna(-1).tolist() == [400.5, 9.0, -1, 12.0]
    assert rows["other_allele"].isna().tolist() == [False, True, True, False]
    assert rows.loc[["rs1", "rs4"], "other_allele"].tolist() == ["A", "T"]
    assert "position" not in rows


def test_mendelian_randomisation_keeps_significant_effects_on_diseases(scallop):
    mapping = pd.DataFrame({"disease_id": ["D1", "D2"]}, index=["D1", "D2"])
    outcomes = pd.DataFrame({"outcome": ["ieu-a-1", "ieu-a-2", "ieu-a-3"], "disease_id": ["D1", "D2", None]})
    ledger = Ledger(NO_CORRECTIONS)
    rows = protein_mr_rows.build(GENES, mapping, scallop, outcomes, ledger)
    assert rows[["hgnc_id", "disease_id", "effect_direction", "log_odds_ratio"]].to_numpy().tolist() == [
        ["G1", "D1", "lowers_risk", -0.3]
    ]
    assert rows["raw_value"].tolist() == ["10"]
    assert len(ledger.entries[0]["dropped"]) == 3
