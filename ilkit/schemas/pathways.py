"""The table `pathways`."""

from __future__ import annotations

from ilkit.schemas.table import PATHWAY, Category, Integer, Table, as_of, category, integer, source_id, text

DATABASES = ("Reactome", "WikiPathways", "PID")
EVIDENCE = ("expert_curated", "community_curated")
EVIDENCE_DESCRIPTION = (
    "Who drew the pathway: expert_curated (curators of the database, with reviewers), community_curated (anybody may edit; "
    "the database's curators check)."
)


class Pathways(Table):
    """The pathways of which a gene in scope is a member.

    A pathway of Reactome holds the members of the pathways below it, up to the whole immune system: see `pathway_ancestors`, and
    `n_members` for how special a pathway is.
    """

    pathway_id: str = text("Id of the pathway, with the prefix of its database.", pattern=PATHWAY, primary=True)
    name: str = text("Name of the pathway.")
    database: Category = category("Database that draws the pathway.", DATABASES)
    n_members: Integer = integer("Number of human genes in it: its rows in pathway_members.", minimum=1, nullable=False)
    n_in_scope: Integer = integer("How many of them are in the table genes.", minimum=1, nullable=False)
    as_of: str = as_of()
    source_id: str = source_id()
    evidence: Category = category(EVIDENCE_DESCRIPTION, EVIDENCE)

    class Config:
        """Grain of the table."""

        title = "pathway"
