"""Rules of signatures, regulators and variants of proteins, each on a few invented rows."""

import pandas as pd
import pytest

from ilkit.build.ledger import Ledger
from ilkit.build.tables import human_symbols, protein_variants, regulators, signatures
from ilkit.errors import CheckError

NO_CORRECTIONS = pd.DataFrame(columns=["source_id", "column", "value", "reason"])
GENES = pd.DataFrame({"hgnc_id": ["HGNC:1"], "symbol": ["AAA1"], "uniprot_id": ["P00001"]})
MAPPING = pd.DataFrame(
    [
        ("AAA1", "HGNC:1", "AAA1", "approved"),
        ("OLD1", "HGNC:1", "AAA1", "previous"),
        ("SHORT", "HGNC:1", "AAA1", "alias"),
        ("TF1", "HGNC:9", "TF1", "approved"),
    ],
    columns=["alias", "hgnc_id", "symbol", "kind"],
).set_index("alias")
CELLS = {"terms": pd.DataFrame({"cl_id": ["CL:0000084"], "label": ["T cell"]})}
SET = {
    "set_name": "AAA_RESPONSE_UP",
    "stimulus": "IL-2",
    "stimulus_type": "interleukin",
    "il_id": "IL-2",
    "perturbation": "stimulated",
    "direction": "up",
    "cell_id": "CL:0000084",
    "context_verified": True,
    "reason": "invented",
    **dict.fromkeys(["compared_with", "species", "system", "cell", "reference"]),
}


def members(*rows):
    return {"members": pd.DataFrame(rows, columns=["set_name", "symbol"])}


def signature_rows(source, *curated, ledger=None):
    return signatures.build(
        source,
        pd.DataFrame(curated),
        human_symbols.build(MAPPING),
        GENES,
        CELLS,
        ledger if ledger is not None else Ledger(NO_CORRECTIONS),
    )


def test_a_combined_treatment_has_its_genes_once_for_each_stimulus():
    second = {**SET, "stimulus": "GM-CSF", "stimulus_type": "other cytokine", "il_id": None}
    frame = signature_rows(members(("AAA_RESPONSE_UP", "AAA1"), ("AAA_RESPONSE_UP", "TF1")), SET, second)
    assert frame[["symbol", "stimulus"]].to_numpy().tolist() == [
        ["AAA1", "GM-CSF"],
        ["AAA1", "IL-2"],
        ["TF1", "GM-CSF"],
        ["TF1", "IL-2"],
    ]
    assert frame["in_scope"].tolist() == [True, True, False, False]
    assert set(frame["cell_name"]) == {"T cell"}


def test_genes_without_one_meaning_pathways_and_undescribed_sets_are_left_out_and_counted():
    ledger = Ledger(NO_CORRECTIONS)
    source = members(
        ("AAA_RESPONSE_UP", "OLD1"),
        ("AAA_RESPONSE_UP", "AAA1"),
        ("AAA_RESPONSE_UP", "SHORT"),
        ("PID_AAA_PATHWAY", "AAA1"),
        ("OTHER_SET", "AAA1"),
    )
    frame = signature_rows(source, SET, ledger=ledger)
    assert frame["symbol"].tolist() == ["AAA1"]
    entry = ledger.entries[0]
    assert entry["read"] == 5
    assert entry["kept"] == 1
    assert sorted(entry["dropped"].values()) == [1, 1, 1, 1]


def test_a_described_set_that_the_source_lacks_stops_the_build():
    with pytest.raises(CheckError, match="MSigDB has no set AAA_RESPONSE_UP"):
        signature_rows(members(("OTHER_SET", "AAA1")), SET)


def test_each_publication_of_a_regulation_is_a_row_and_conflicts_stay():
    rows = pd.DataFrame(
        [
            ("TF1", "AAA1", "Activation", ("11", "12")),
            ("TF1", "OLD1", "Activation", ("12",)),
            ("TF1", "SHORT", "Repression", ("12",)),
            ("TF1", "TF1", "Unknown", ("13",)),
            ("TYPO", "AAA1", "Unknown", ("14",)),
        ],
        columns=["Gene1", "Gene2", "Mode_of_Regulation", "PMID"],
    )
    ledger = Ledger(NO_CORRECTIONS)
    frame = regulators.build({"regulations": rows}, GENES, MAPPING, ledger)
    assert frame[["regulator_symbol", "symbol", "mode", "reference"]].to_numpy().tolist() == [
        ["TF1", "AAA1", "activation", "PMID:11"],
        ["TF1", "AAA1", "activation", "PMID:12"],
        ["TF1", "AAA1", "repression", "PMID:12"],
    ]
    assert ledger.entries[0]["dropped"] == {
        "the regulated gene is not in scope": 1,
        "the name of the regulator means no gene of HGNC, or several": 1,
        "repeats a row of the same genes under another name": 1,
    }


def test_a_publication_that_a_correction_names_is_left_out():
    corrections = pd.DataFrame([("trrust_v2", "PMID", "12e", "no number")], columns=NO_CORRECTIONS.columns)
    rows = pd.DataFrame([("TF1", "AAA1", "Unknown", ("11", "12e"))], columns=["Gene1", "Gene2", "Mode_of_Regulation", "PMID"])
    frame = regulators.build({"regulations": rows}, GENES, MAPPING, Ledger(corrections))
    assert frame["reference"].tolist() == ["PMID:11"]


def variant_rows(*rows, sequences=()):
    columns = ["Swiss-Prot AC", "FTId", "AA change", "Variant category", "dbSNP", "Disease name"]
    mapping = pd.DataFrame({"disease_id": ["MONDO:0000001"], "disease_name": ["invented disease 1"]}, index=["OMIM:600000"])
    return protein_variants.build(
        {"variants": pd.DataFrame(rows, columns=columns)},
        {"sequences": pd.DataFrame(sequences, columns=["accession", "sequence"])},
        GENES,
        mapping,
        Ledger(NO_CORRECTIONS),
    )


def test_a_disease_is_mapped_by_its_number_and_keeps_the_name_of_the_source():
    frame = variant_rows(
        ("P00001", "VAR_000001", "p.Leu61Val", "LP/P", "rs1", "Invented disease 1 (INV1) [MIM:600000]"),
        ("P00001", "VAR_000002", "p.Trp9Sec", "US", None, "A tumour sample"),
        ("P00001", "VAR_000003", "p.Gly5Arg", "LB/B", None, None),
        ("P00002", "VAR_000004", "p.Gly5Arg", "LB/B", None, None),
    )
    assert frame["variant_id"].tolist() == ["VAR_000001", "VAR_000002", "VAR_000003"]
    assert frame.loc[0, ["disease_id", "disease_name"]].tolist() == ["MONDO:0000001", "invented disease 1"]
    assert frame["source_disease"].tolist()[:2] == ["Invented disease 1 (INV1)", "A tumour sample"]
    assert frame["disease_id"].notna().tolist() == [True, False, False]
    assert frame["classification"].tolist() == [
        "likely pathogenic or pathogenic",
        "uncertain significance",
        "likely benign or benign",
    ]
    assert frame.loc[1, ["position", "reference_aa", "variant_aa"]].tolist() == [9, "W", "U"]


def test_the_reference_residue_is_compared_with_the_sequence_where_there_is_one():
    rows = [("P00001", f"VAR_00000{place}", f"p.Leu{place}Val", "LB/B", None, None) for place in (1, 2, 9)]
    assert variant_rows(*rows)["agrees_with_sequence"].isna().all()
    assert variant_rows(*rows, sequences=[("P00001", "LM")])["agrees_with_sequence"].tolist() == [True, False, False]
