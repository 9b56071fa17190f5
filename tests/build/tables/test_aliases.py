"""The table aliases: which names belong to genes outside rather."""

import pandas as pd

from ilkit.build.tables.aliases import blocked
from ilkit.spelling import normalise

HGNC = pd.DataFrame(
    {
        "hgnc_id": ["HGNC:1", "HGNC:2", "HGNC:3"],
        "symbol": ["OURS", "OTHER-1", "THIRD"],
        "prev_symbol": [("OLD",), ("FORMER",), ("OURS", "SHARED")],
    }
)


def owner(*names):
    """Return who owns each of (alias, kind), or None where the name may be resolved."""
    frame = pd.DataFrame(names, columns=["alias", "kind"]).assign(entity_type="gene")
    found = blocked(frame, frame["alias"].map(normalise), HGNC, {"HGNC:1"})
    return found.astype("object").where(found.notna(), None).tolist()


def test_the_symbol_of_another_gene_is_blocked_however_it_is_spelled():
    assert owner(("Other 1", "alias"), ("other1", "designation"), ("OTHER-1", "previous")) == ["HGNC:2"] * 3


def test_a_former_symbol_of_another_gene_blocks_lesser_names_only():
    assert owner(("Former", "alias"), ("FORMER", "name")) == ["HGNC:2", "HGNC:2"]
    assert owner(("Shared", "previous"), ("SHARED", "alias")) == [None, None]
    assert owner(("OURS", "approved"), ("ours", "alias")) == [None, None]


def test_names_of_nobody_else_and_of_diseases_are_free():
    assert owner(("OLD", "previous"), ("new", "alias")) == [None, None]
    frame = pd.DataFrame({"alias": ["THIRD"], "kind": ["alias"], "entity_type": ["disease"]})
    assert blocked(frame, frame["alias"].map(normalise), HGNC, {"HGNC:1"}).isna().all()
