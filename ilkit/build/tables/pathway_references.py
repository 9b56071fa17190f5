"""What the pathways cite."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.pathway_rows import OUT_OF_SCOPE, WIKIPATHWAYS
from ilkit.build.tables.provenance import finish
from ilkit.schemas.pathway_references import PathwayReferences


def build(pathways: pd.DataFrame, wikipathways_2026_08: dict[str, pd.DataFrame], ledger: Ledger) -> pd.DataFrame:
    """Build `pathway_references`."""
    names = pathways.set_index("pathway_id")["name"]
    rows = wikipathways_2026_08["references"]
    rows = rows.assign(
        pathway_id="wikipathways:" + rows["wpid"], reference=curies(rows["Database"], rows["ID"]), source_id=WIKIPATHWAYS
    )
    selection = ledger.select("pathway_references", WIKIPATHWAYS, rows, "references")
    selection.drop(selection.rows["reference"].isna(), "the id is neither a PubMed id nor a DOI")
    selection.drop(~selection.rows["pathway_id"].isin(names.index), OUT_OF_SCOPE)
    selection.drop(selection.rows.duplicated(["pathway_id", "reference"]), "the pathway cites it twice")
    return finish(selection.rows.assign(pathway_name=selection.rows["pathway_id"].map(names)), PathwayReferences)


def curies(databases: pd.Series, ids: pd.Series) -> pd.Series:
    """Return PubMed ids and DOIs as CURIEs, without the full stop that some end with; null for anything else."""
    plain = ids.str.strip().str.removesuffix(".")
    numbers = (databases == "Pubmed") & plain.str.fullmatch(r"[1-9]\d{0,8}")
    dois = (databases == "DOI") & plain.str.fullmatch(r"10\.\d{4,9}/\S+")
    return ("PMID:" + plain).where(numbers, ("DOI:" + plain).where(dois, None))
