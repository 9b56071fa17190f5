"""The table `diseases`."""

from __future__ import annotations

from ilkit.schemas.table import DISEASE, Flag, Table, flag, source_id, text


class Diseases(Table):
    """Diseases that this version has rows for, and all their ancestors, with identifiers elsewhere."""

    disease_id: str = text("MONDO where Mondo has the disease, else DOID, else EFO.", pattern=DISEASE, primary=True)
    name: str = text("Name of the disease.")
    category: str = text(
        "Top-level class, one per disease, chosen by the ranked list of classes in data/curated/disease_categories.csv; "
        "null for classes above all of them.",
        nullable=True,
    )
    doid: str = text("Disease Ontology id with the same meaning.", pattern=r"^DOID:\d+$", nullable=True)
    efo_id: str = text("Experimental Factor Ontology id with the same meaning.", pattern=r"^EFO:\d{7}$", nullable=True)
    mesh_id: str = text("MeSH id with the same meaning.", pattern=r"^MESH:[CD]\d+$", nullable=True)
    icd10cm: str = text("ICD-10-CM code with the same meaning.", pattern=r"^ICD10CM:[A-Z]\d[0-9A-Z.\-]*$", nullable=True)
    omim_id: str = text("OMIM phenotype or phenotypic series with the same meaning.", pattern=r"^OMIM(PS)?:\d{6}$", nullable=True)
    orphanet_id: str = text("Orphanet id with the same meaning.", pattern=r"^Orphanet:\d+$", nullable=True)
    obsolete: Flag = flag("True where the ontology has retired the id.")
    source_id: str = source_id()

    class Config:
        """Grain of the table."""

        title = "disease"
