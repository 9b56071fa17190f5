"""The table `drug_indications`."""

from __future__ import annotations

from ilkit.schemas.table import Category, Table, category, disease_id, disease_name, drug_id, number, reference, source_id, text


class DrugIndications(Table):
    """Diseases that the drugs were tried or authorised for, with the highest phase that the source gives."""

    drug_id: str = drug_id()
    drug_name: str = text("Name of the drug (INN).", label_of="drug_id -> drugs.name")
    disease_id: str = disease_id()
    disease_name: str = disease_name()
    max_phase: float = number(
        "Highest phase for the disease in the source: 0.5 (early 1), 1, 2, 3, or 4 (approved); null where the source gives none, "
        "as for active and discontinued conditions.",
        minimum=0.5,
        maximum=4,
    )
    status: Category = category(
        "Whether a medicine of the EMA with the disease among its therapeutic areas is authorised, or all were withdrawn; null for "
        "other sources.",
        ("authorised", "withdrawn"),
        nullable=True,
    )
    evidence: Category = category(
        "Kind of evidence: trials (ChEMBL's indications, from trials and product information), therapeutic area (MeSH heading of "
        "an EMA medicine, often wider than its indication), approved, active or discontinued condition (Thera-SAbDab: what an "
        "antibody is approved for by any agency, in development for, or no longer).",
        ("trials", "therapeutic area", "approved condition", "active condition", "discontinued condition"),
    )
    source_id: str = source_id(primary=True)
    reference: str = reference()

    class Config:
        """Grain of the table."""

        title = "drug × disease × source"
