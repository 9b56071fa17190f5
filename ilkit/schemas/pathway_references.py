"""The table `pathway_references`."""

from __future__ import annotations

from ilkit.schemas.table import REFERENCE, Table, pathway_id, pathway_name, source_id, text


class PathwayReferences(Table):
    """The publications that a pathway cites as a whole (WikiPathways): none of them is said to be about one member."""

    pathway_id: str = pathway_id()
    pathway_name: str = pathway_name()
    reference: str = text("Publication, as a CURIE.", pattern=REFERENCE, primary=True)
    source_id: str = source_id()

    class Config:
        """Grain of the table."""

        title = "pathway × publication"
