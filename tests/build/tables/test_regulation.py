"""Which GO terms say that the production of an interleukin is raised or lowered, and of which."""

import pandas as pd
import pytest

from ilkit.build.ledger import Ledger
from ilkit.build.tables import regulation, signed_terms
from ilkit.build.tables.functions import NOT_REASON, OUTDONE_REASON
from ilkit.errors import CheckError

NO_RELATIONS = pd.DataFrame(columns=["term_id", "relation"])


def targets(*names: str) -> pd.DataFrame:
    """Return what terms of these names, numbered from 1, say of interleukins."""
    series = pd.Series({f"GO:{number}": name for number, name in enumerate(names, 1)})
    return regulation.targets_of(signed_terms.signed(series, NO_RELATIONS))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("positive regulation of interleukin-6 production", ("interleukin-6", "production", "raises")),
        ("negative regulation of interleukin-1 beta secretion", ("interleukin-1 beta", "secretion", "lowers")),
        ("positive regulation of interleukin-2 biosynthetic process", ("interleukin-2", "biosynthesis", "raises")),
        ("negative regulation of interleukin-17A production", ("interleukin-17A", "production", "lowers")),
    ],
)
def test_the_whole_name_must_be_of_the_form(name, found):
    assert targets(name)[["phrase", "process", "direction"]].to_numpy().tolist() == [list(found)]


@pytest.mark.parametrize(
    "name",
    [
        "regulation of interleukin-6 production",
        "interleukin-6 production",
        "obsolete positive regulation of interleukin-6 production",
        "negative regulation of interleukin-1-mediated signaling pathway",
        "positive regulation of response to interleukin-6",
        "positive regulation of interleukin-4-dependent isotype switching to IgE isotypes",
        "positive regulation of interleukin-2 receptor production",
        "negative regulation of cytokine production",
        "positive regulation of T-helper 2 cell cytokine production",
    ],
)
def test_signaling_response_and_plain_regulation_have_no_target(name):
    assert targets(name).empty


def test_a_family_name_stands_for_each_of_its_molecules():
    curated = pd.DataFrame(
        [("interleukin-1", "IL-1A", "family"), ("interleukin-1", "IL-1B", "family"), ("interleukin-6", "IL-6", "molecule")],
        columns=["phrase", "il_id", "target"],
    )
    rows = pd.DataFrame({"hgnc_id": ["G1", "G2"], "phrase": ["interleukin-1", "interleukin-6"]})
    found = regulation.at_molecules(rows, curated)
    assert list(zip(found["hgnc_id"], found["il_id"], strict=True)) == [("G1", "IL-1A"), ("G1", "IL-1B"), ("G2", "IL-6")]


def test_a_name_that_nobody_has_read_stops_the_build():
    rows = pd.DataFrame({"hgnc_id": ["G1"], "phrase": ["interleukin-99"]})
    with pytest.raises(CheckError, match=r"regulation_targets.csv lacks interleukin-99"):
        regulation.at_molecules(rows, pd.DataFrame({"phrase": [], "il_id": [], "target": []}))


def test_genes_beyond_the_scope_come_from_gene2go_without_denials():
    columns = ["GeneID", "GO_ID", "Qualifier", "Evidence", "PubMed"]
    rows = [
        (1, "GO:1", None, "IDA", (5, 6)),
        (1, "GO:1", None, "IEA", ()),
        (2, "GO:1", "NOT", "IDA", (7,)),
        (3, "GO:1", None, "IDA", (8,)),
        (4, "GO:1", None, "IDA", (9,)),
        (5, "GO:2", None, "IDA", (9,)),
        (5, "GO:1", None, "ISS", ()),
    ]
    stated = targets("positive regulation of interleukin-6 production", "cellular response to interleukin-6")
    ledger = Ledger(pd.DataFrame(columns=["source_id", "column", "value", "reason"]))
    by_number = pd.Series({1: "G1", 2: "G2", 3: "G3", 5: "G5"})
    kept = regulation.of_other_genes(pd.DataFrame(rows, columns=columns), stated, by_number, {"G3"}, ledger)
    assert list(zip(kept["hgnc_id"], kept["reference"].fillna(""), strict=True)) == [
        ("G1", "PMID:5"),
        ("G1", "PMID:6"),
        ("G5", ""),
    ]
    assert kept["withdrawn"].isna().all()
    assert ledger.entries[0]["dropped"] == {
        regulation.OTHER_REASON: 1,
        "the gene is in scope: its annotations come from functions": 1,
        "HGNC has no gene with the number": 1,
        NOT_REASON: 1,
        OUTDONE_REASON: 1,
    }
