"""Expression: genes by Ensembl id or HGNC number, samples by the curated mapping, no sample twice."""

import pandas as pd
import pytest

from ilkit.build.ledger import Ledger
from ilkit.build.tables import expression

GENES = pd.DataFrame({"hgnc_id": ["HGNC:1", "HGNC:2"], "symbol": ["AAA1", "BBB1"], "ensembl_gene_id": ["ENSG1", None]})
MONACO = {"values": pd.DataFrame({"Gene": ["ENSG1", "ENSG9"], "Immune cell": ["NK-cell"] * 2, "pTPM": [1.5, 2.0]})}
ATLAS = {
    "blood": pd.DataFrame({"GeneID": ["ENSG1"], "sample": ["total_PBMC"], "value": [3.0]}),
    "tissue": pd.DataFrame({"GeneID": ["ENSG1"] * 2, "sample": ["lung", "total_PBMC"], "value": [4.0, 3.0]}),
}
FANTOM5 = {
    "values": pd.DataFrame({"ApprovedSymbol": ["OLD2"], "sample": ["Mast cells"], "value": [5.0]}),
    "genes": pd.DataFrame({"ApprovedSymbol": ["OLD2"], "HGNCID": [2]}),
}
SAMPLES = pd.DataFrame(
    [
        (expression.MONACO, "NK-cell", "cell_type", "CL:0000623", "natural killer cell", None, None, "resting", "why"),
        (expression.BLOOD, "total_PBMC", "cell_mixture", None, None, None, None, "resting", "why"),
        (expression.BLOOD, "lung", "tissue", None, None, "UBERON:0002048", "lung", "unspecified", "why"),
        (expression.FANTOM5, "Mast cells", "primary_cell", "CL:0000097", "mast cell", None, None, "resting", "why"),
    ],
    columns=["source_id", "sample", "sample_type", "cell_id", "cell_name", "tissue_id", "tissue_name", "condition", "reason"],
)
SOURCES = pd.DataFrame(
    [
        (expression.MONACO, "values", "rna_seq", "pTPM", "10", "PMID:1", "why"),
        (expression.BLOOD, "blood", "rna_seq", "NX", "10", None, "why"),
        (expression.BLOOD, "tissue", "consensus", "NX", "10", None, "why"),
        (expression.FANTOM5, "values", "cage", "CAGE TPM", "10", None, "why"),
    ],
    columns=["source_id", "part", "evidence", "unit", "threshold", "reference", "reason"],
)


@pytest.fixture
def ledger():
    """Return an empty book of rows without corrections."""
    return Ledger(pd.DataFrame({"source_id": [], "column": [], "value": [], "reason": []}))


@pytest.fixture
def built(ledger):
    """Return the table made of the invented sources."""
    return expression.build(GENES, MONACO, ATLAS, FANTOM5, SAMPLES, SOURCES, ledger)


def test_each_source_names_the_gene_in_its_own_way(built):
    assert sorted(zip(built["symbol"], built["sample"], built["value"], strict=True)) == [
        ("AAA1", "NK-cell", 1.5),
        ("AAA1", "lung", 4.0),
        ("AAA1", "total_PBMC", 3.0),
        ("BBB1", "Mast cells", 5.0),
    ]


def test_each_part_of_a_source_has_its_unit_and_method(built):
    kinds = built.set_index("sample")[["unit", "evidence"]].astype(str)
    assert kinds.loc["lung"].tolist() == ["NX", "consensus"]
    assert kinds.loc["total_PBMC"].tolist() == ["NX", "rna_seq"]
    assert kinds.loc["Mast cells"].tolist() == ["CAGE TPM", "cage"]


def test_what_is_left_out_is_counted_with_its_reason(built, ledger):
    dropped = {(entry["source_id"], entry["part"]): entry["dropped"] for entry in ledger.entries}
    assert dropped[expression.MONACO, "values"] == {"the gene is not in scope": 1}
    assert dropped[expression.BLOOD, "tissue"] == {"the part with the blood cells has the sample as well": 1}
