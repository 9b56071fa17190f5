"""Receptor chains that a cell type carries or lacks, from the axioms of the Cell Ontology."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.axiom_rows import by_reference, select_axioms
from ilkit.build.tables.provenance import NOT_IN_SCOPE, finish
from ilkit.schemas.cell_receptors import CellReceptors

LACKS = "CL_4030046"
AMOUNTS = {"RO_0015015": "high", "RO_0015016": "low"}
PROPERTIES = {"RO_0002104", LACKS, *AMOUNTS}


def build(genes: pd.DataFrame, cell_ontology_immune: dict[str, pd.DataFrame], ledger: Ledger) -> pd.DataFrame:
    """Build `cell_receptors`."""
    by_symbol = genes.set_index("symbol")["hgnc_id"]
    selection = select_axioms("cell_receptors", cell_ontology_immune, PROPERTIES, ledger)
    selection.drop(~selection.rows["filler_gene"].isin(by_symbol.index), NOT_IN_SCOPE)
    rows = selection.rows
    rows = rows.assign(
        hgnc_id=rows["filler_gene"].map(by_symbol),
        symbol=rows["filler_gene"],
        present=rows["property"] != LACKS,
        amount=rows["property"].map(AMOUNTS),
    )
    return finish(by_reference(rows), CellReceptors)
