"""Which GO terms state an effect on a cell, on invented and real names."""

import pandas as pd
import pytest

from ilkit.build.curated import read_curated
from ilkit.build.ledger import Ledger
from ilkit.build.tables import effects, signed_terms
from ilkit.errors import CheckError
from ilkit.schemas.effects import PROCESSES
from tests.conftest import PROJECT

NO_RELATIONS = pd.DataFrame(columns=["term_id", "relation"])


@pytest.fixture(scope="module")
def curated() -> dict[str, pd.DataFrame]:
    """Return the curated tables."""
    return read_curated(PROJECT / "data" / "curated")


def stated(name: str, curated: dict[str, pd.DataFrame]) -> tuple | None:
    """Return cell, process, direction and rule that a term of this name states, or None."""
    signed = signed_terms.signed(pd.Series({"GO:1": name}), NO_RELATIONS)
    found = effects.effects_of(signed, curated["effect_cells"], curated["effect_processes"])
    columns = ["cell_id", "process", "direction", "rule"]
    return tuple(found.loc["GO:1", columns]) if len(found) else None


@pytest.mark.parametrize(
    ("name", "effect"),
    [
        ("positive regulation of B cell proliferation", ("CL:0000236", "proliferation", "stimulates", "named_cell")),
        ("negative regulation of B cell apoptotic process", ("CL:0000236", "apoptosis", "inhibits", "named_cell")),
        ("positive regulation of NK T cell activation", ("CL:0000814", "activation", "stimulates", "named_cell")),
        ("positive regulation of activated T cell proliferation", ("CL:0000084", "proliferation", "stimulates", "named_cell")),
        ("positive regulation of T-helper 17 cell differentiation", ("CL:0000899", "differentiation", "stimulates", "formed_cell")),
        (
            "positive regulation of macrophage derived foam cell differentiation",
            ("CL:0000517", "differentiation", "stimulates", "formed_cell"),
        ),
        ("positive regulation of T cell differentiation in thymus", ("CL:0000893", "differentiation", "stimulates", "formed_cell")),
        ("negative regulation of stem cell differentiation", ("CL:0000034", "differentiation", "inhibits", "named_cell")),
        (
            "positive regulation of leukocyte adhesion to vascular endothelial cell",
            ("CL:0000738", "adhesion", "stimulates", "named_cell"),
        ),
        (
            "positive regulation of natural killer cell mediated cytotoxicity directed against tumor cell target",
            ("CL:0000623", "cytotoxicity", "stimulates", "named_cell"),
        ),
        (
            "positive regulation of isotype switching to IgE isotypes",
            ("CL:0000236", "isotype switching", "stimulates", "implied_cell"),
        ),
        (
            "negative regulation of immunoglobulin secretion",
            ("CL:0000945", "immunoglobulin production", "inhibits", "implied_cell"),
        ),
    ],
)
def test_a_name_that_is_a_sign_a_cell_and_a_process_states_an_effect(name, effect, curated):
    assert stated(name, curated) == effect


@pytest.mark.parametrize(
    "name",
    [
        "regulation of T cell proliferation",
        "T cell proliferation",
        "obsolete negative regulation of neuron death",
        "obsolete positive regulation of T cell proliferation",
        "positive regulation of macrophage colony-stimulating factor production",
        "positive regulation of granulocyte macrophage colony-stimulating factor production",
        "positive regulation of monocyte chemotactic protein-1 production",
        "negative regulation of T cell receptor signaling pathway",
        "negative regulation of T cell receptor activation",
        "positive regulation of B cell proliferation factor activity",
        "positive regulation of endothelial cell-cell adhesion",
        "negative regulation of establishment of Sertoli cell barrier",
        "positive regulation of cell population proliferation",
        "positive regulation of response to T cell proliferation",
        "modulation by virus of negative regulation of T cell proliferation",
    ],
)
def test_any_other_word_in_the_name_and_there_is_no_effect(name, curated):
    assert stated(name, curated) is None


def test_a_name_that_disagrees_with_the_relation_of_go_stops_the_build():
    names = pd.Series({"GO:1": "positive regulation of T cell proliferation"})
    agreed = pd.DataFrame({"term_id": ["GO:1"], "relation": ["positively_regulates"]})
    assert signed_terms.signed(names, agreed).loc["GO:1", "sign"] == "positive"
    for relation in ("negatively_regulates", "regulates"):
        with pytest.raises(CheckError, match=f"GO:1 .* relates it by '{relation}'"):
            signed_terms.signed(names, agreed.assign(relation=relation))


def test_a_row_is_contradicted_by_the_opposite_unless_that_was_withdrawn():
    rows = pd.DataFrame(
        [("G1", "up", False), ("G1", "down", pd.NA), ("G2", "up", False), ("G2", "down", True), ("G3", "up", False)],
        columns=["gene", "direction", "withdrawn"],
    )
    found = signed_terms.contradicted(rows, ["gene"], {"up": "down", "down": "up"})
    assert found.tolist() == [True, True, False, True, False]


def test_annotations_without_an_effect_are_counted_and_qualifiers_make_no_second_row(curated):
    rows = [
        ("GO:1", "involved_in", "IDA", "PMID:1"),
        ("GO:1", "acts_upstream_of", "IDA", "PMID:1"),
        ("GO:2", "involved_in", "IDA", "PMID:1"),
        ("GO:3", "involved_in", "IDA", "PMID:1"),
    ]
    functions = pd.DataFrame(rows, columns=["term_id", "qualifier", "evidence", "reference"]).assign(
        hgnc_id="HGNC:1", symbol="AAA", evidence_class="experimental", withdrawn=False, as_of="2026", source_id="s"
    )
    names = {
        "GO:1": "positive regulation of T cell proliferation",
        "GO:2": "T cell proliferation",
        "GO:3": "positive regulation of cell growth",
    }
    functions = functions.assign(term_name=functions["term_id"].map(names))
    ledger = Ledger(pd.DataFrame(columns=["source_id", "column", "value", "reason"]))
    signed = signed_terms.signed(pd.Series(names), NO_RELATIONS)
    table = effects.build(functions, signed, curated["effect_cells"], curated["effect_processes"], ledger)
    assert table["term_id"].tolist() == ["GO:1"]
    assert ledger.entries[0]["dropped"] == {
        effects.UNSIGNED_REASON: 1,
        effects.OTHER_REASON: 1,
        "differs from another row by the qualifier only": 1,
    }


def test_the_words_for_cells_and_processes_are_unique_and_known(curated):
    cells, processes = curated["effect_cells"], curated["effect_processes"]
    assert cells["phrase"].is_unique
    assert processes["phrase"].is_unique
    assert set(processes["process"]) == set(PROCESSES)
    assert (processes["cell_id"].isna() == processes["cell_name"].isna()).all()
