"""The genes and diseases of the dataset, to which the rows of all sources of gene–disease links are narrowed."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger, Selection
from ilkit.build.tables.provenance import NOT_IN_SCOPE

NO_DISEASE = "the disease is in no ontology read here, or too general"


class Scope:
    """Narrows rows of a source to the genes and diseases of the dataset, and keeps the books."""

    def __init__(self, genes: pd.DataFrame, mapping: pd.DataFrame, ledger: Ledger) -> None:
        self.genes = genes
        self.mapping = mapping
        self.ledger = ledger

    def select(self, source_id: str, part: str, rows: pd.DataFrame) -> Selection:
        """Open the selection of rows that carry ``hgnc_id`` and ``upstream_id``, without genes out of scope."""
        rows = rows.assign(disease_id=rows["upstream_id"].map(self.mapping["disease_id"]), source_id=source_id)
        selection = self.ledger.select("disease_associations", source_id, rows, part)
        selection.drop(~selection.rows["hgnc_id"].isin(self.genes["hgnc_id"]), NOT_IN_SCOPE)
        return selection

    def by_symbol(self, symbols: pd.Series) -> pd.Series:
        """Return the gene of each approved symbol."""
        return symbols.str.strip().map(self.genes.set_index("symbol")["hgnc_id"])
