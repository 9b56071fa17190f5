"""The table `disease_ancestors`."""

from __future__ import annotations

from ilkit.schemas.table import DISEASE, Integer, Table, integer, source_id, text


class DiseaseAncestors(Table):
    """Every ancestor of every disease: what `disease=` descends by."""

    disease_id: str = text("The disease.", pattern=DISEASE, primary=True, refers_to="diseases.disease_id")
    disease_name: str = text("Name of the disease.", label_of="disease_id -> diseases.name")
    ancestor_id: str = text("More general disease.", pattern=DISEASE, primary=True, refers_to="diseases.disease_id")
    ancestor_name: str = text("Name of the ancestor.", label_of="ancestor_id -> diseases.name")
    distance: Integer = integer("Number of is_a steps on the shortest way.", minimum=1, nullable=False)
    source_id: str = source_id()

    class Config:
        """Grain of the table."""

        title = "disease × ancestor"
