"""Symbols of any date → the gene of today."""

import pandas as pd

from ilkit.build.tables.symbol_mapping import build

GENES = pd.DataFrame(
    {
        "hgnc_id": ["HGNC:1", "HGNC:2", "HGNC:3"],
        "symbol": ["AAA1", "BBB1", "CCC1"],
        "prev_symbol": [("OLD1", "SPLIT"), ("SPLIT", "CCC1"), ("SHORT",)],
        "alias_symbol": [("SHORT", "AAA1"), ("TWICE",), ("TWICE", "ONE")],
    }
)


def test_approved_beats_previous_beats_alias_and_what_several_genes_had_is_absent():
    mapping = build({"genes": GENES})
    assert mapping["symbol"].to_dict() == {
        "AAA1": "AAA1",
        "BBB1": "BBB1",
        "CCC1": "CCC1",
        "OLD1": "AAA1",
        "SHORT": "CCC1",
        "ONE": "CCC1",
    }
    assert mapping.loc["CCC1", "kind"] == "approved"
    assert mapping.loc["SHORT", "kind"] == "previous"
    assert mapping.loc["ONE", "kind"] == "alias"
    assert mapping.loc["OLD1", "hgnc_id"] == "HGNC:1"
