"""Cell types: one parent out of several, names, axioms, and complete molecules only."""

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables import cell_names
from ilkit.build.tables.axiom_rows import by_reference, select_axioms
from ilkit.build.tables.cells import above, chosen_parent
from ilkit.build.tables.production import complete, thresholds

PARENTS = {"CL:9": ["CL:3", "CL:2"], "CL:3": ["CL:1"], "CL:2": ["CL:4"], "CL:4": ["CL:1"], "CL:1": []}
ONTOLOGY = {
    "terms": pd.DataFrame(
        {
            "cl_id": ["CL:1", "CL:2", "CL:3"],
            "label": ["a cell", "a cell, mouse", "obsolete cell"],
            "synonyms": [("EXACT:one", "BROAD:two"), (), ()],
            "deprecated": pd.array([False, False, True], dtype="boolean"),
        }
    ),
    "axioms": pd.DataFrame(
        {
            "cl_id": ["CL:1", "CL:1", "CL:2", "CL:3"],
            "cl_label": ["a cell", "a cell", "a cell, mouse", "obsolete cell"],
            "property": ["makes", "lacks", "makes", "makes"],
            "definition_pmids": [("PMID:1", "PMID:2"), (), (), ()],
        }
    ),
}


def test_the_parent_with_the_most_ancestors_is_chosen():
    assert chosen_parent(PARENTS["CL:9"], PARENTS) == "CL:2"


def test_of_equal_parents_the_lowest_id_is_chosen():
    assert chosen_parent(["CL:4", "CL:3"], PARENTS) == "CL:3"


def test_the_root_has_no_parent():
    assert chosen_parent([], PARENTS) is None


def test_the_distance_of_an_ancestor_is_that_of_the_shortest_way():
    assert above("CL:9", PARENTS) == {"CL:3": 1, "CL:2": 1, "CL:1": 2, "CL:4": 2}


def test_axioms_of_other_properties_of_mouse_cells_and_of_deprecated_cells_are_left_out_and_counted():
    ledger = Ledger(pd.DataFrame({"source_id": [], "column": [], "value": [], "reason": []}))
    kept = select_axioms("production", ONTOLOGY, {"makes"}, ledger).rows
    assert kept[["cl_id", "property"]].to_numpy().tolist() == [["CL:1", "makes"]]
    entry = ledger.entries[0]
    assert entry["read"] == 4
    assert entry["kept"] + sum(entry["dropped"].values()) == 4


def test_an_axiom_has_one_row_per_reference_and_one_with_null_where_there_is_none():
    rows = by_reference(ONTOLOGY["axioms"].head(2))
    assert rows["reference"].fillna("none").tolist() == ["PMID:1", "PMID:2", "none"]
    assert rows["cell_id"].tolist() == ["CL:1"] * 3


def test_only_exact_synonyms_are_names_and_only_of_cells_in_use():
    designations = pd.DataFrame({"alias": ["I", "III"], "entity_id": ["CL:1", "CL:3"], "kind": ["alias", "alias"]})
    names = cell_names.build(pd.DataFrame({"cell_id": ["CL:1"]}), ONTOLOGY, designations)
    assert names[["alias", "kind", "source_id"]].to_numpy().tolist() == [
        ["a cell", "approved", "cell_ontology_immune"],
        ["CL:1", "identifier", "cell_ontology_immune"],
        ["one", "alias", "cell_ontology_immune"],
        ["I", "alias", "ilkit_curated"],
    ]


CHAINS = pd.DataFrame(
    {
        "il_id": ["IL-2", "IL-12", "IL-12", "IL-23", "IL-23"],
        "hgnc_id": ["HGNC:1", "HGNC:2", "HGNC:3", "HGNC:3", "HGNC:4"],
        "attribution": ["unique", "unique", "shared", "shared", "unique"],
    }
)


def levels(**by_gene):
    rows = [(gene.replace("HGNC", "HGNC:"), sample, value) for gene, values in by_gene.items() for sample, value in values.items()]
    return pd.DataFrame(rows, columns=["hgnc_id", "sample", "value"]).assign(unit="pTPM")


def made(frame):
    found = complete(frame, CHAINS, pd.Series({"pTPM": 10.0}))
    return sorted(zip(found["il_id"], found["hgnc_id"], found["sample"], strict=True))


def test_a_chain_at_the_threshold_counts_and_one_below_does_not():
    assert made(levels(HGNC1={"a": 10.0, "b": 9.9})) == [("IL-2", "HGNC:1", "a")]


def test_a_heterodimer_needs_both_chains_in_the_same_sample():
    assert made(levels(HGNC2={"a": 20.0, "b": 1.0}, HGNC3={"a": 3.0, "b": 30.0})) == []
    assert made(levels(HGNC2={"a": 20.0}, HGNC3={"a": 30.0})) == [("IL-12", "HGNC:2", "a"), ("IL-12", "HGNC:3", "a")]


def test_a_heterodimer_of_which_a_chain_was_not_measured_is_not_told():
    assert made(levels(HGNC3={"a": 30.0})) == []


def test_there_is_one_threshold_for_each_unit():
    sources = pd.DataFrame({"unit": ["NX", "NX", "pTPM"], "threshold": [10.0, 10.0, 5.0]})
    assert thresholds(sources).to_dict() == {"NX": 10.0, "pTPM": 5.0}
