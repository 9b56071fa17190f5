"""The table `pathway_ancestors`."""

from __future__ import annotations

from ilkit.schemas.table import PATHWAY, Integer, Table, integer, pathway_id, pathway_name, source_id, text


class PathwayAncestors(Table):
    """Every pathway of which a pathway is a part (Reactome). At distance 1 are its parents, of which it may have several."""

    pathway_id: str = pathway_id()
    pathway_name: str = pathway_name()
    ancestor_id: str = text("Pathway of which it is a part.", pattern=PATHWAY, primary=True, refers_to="pathways.pathway_id")
    ancestor_name: str = text("Name of that pathway.", label_of="ancestor_id -> pathways.name")
    distance: Integer = integer("Number of part_of steps on the shortest way.", minimum=1, nullable=False)
    source_id: str = source_id()

    class Config:
        """Grain of the table."""

        title = "pathway × ancestor"
