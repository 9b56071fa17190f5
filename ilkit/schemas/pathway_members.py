"""The table `pathway_members`."""

from __future__ import annotations

from ilkit.schemas.pathways import EVIDENCE, EVIDENCE_DESCRIPTION
from ilkit.schemas.table import GENE, Category, Flag, Table, category, flag, pathway_id, pathway_name, source_id, text


class PathwayMembers(Table):
    """All human genes of the pathways, those in scope and the others: what an enrichment test needs.

    Microbial genes, RNA without a symbol and gene regions, which the databases list as well, are left out.
    """

    pathway_id: str = pathway_id()
    pathway_name: str = pathway_name()
    hgnc_id: str = text("HGNC id of the gene, which need not be in the table genes.", pattern=GENE, primary=True)
    symbol: str = text("Approved symbol of the gene.")
    in_scope: Flag = flag("Whether the gene is in the table genes.")
    matched_by: Category = category(
        "How the gene was told: by an identifier of the database; by a label that is its approved symbol, where the identifier "
        "beside it is that of another gene and taken for a slip; or by a symbol that is approved, or a previous one of this "
        "gene alone.",
        ("identifier", "label", "approved symbol", "previous symbol"),
    )
    source_id: str = source_id()
    evidence: Category = category(EVIDENCE_DESCRIPTION, EVIDENCE)

    class Config:
        """Grain of the table."""

        title = "pathway × human gene"
