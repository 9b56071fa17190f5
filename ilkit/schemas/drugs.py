"""The table `drugs`."""

from __future__ import annotations

from ilkit.schemas.table import DRUG, Category, Flag, Integer, Table, category, flag, integer, number, reference, source_id, text

MODALITIES = (
    *("monoclonal antibody", "bispecific antibody", "multispecific antibody", "antibody fragment", "antibody-drug conjugate"),
    *("fusion protein", "recombinant cytokine", "receptor antagonist protein", "immunotoxin", "small molecule", "oligonucleotide"),
    "other",
)
STATUSES = ("authorised", "withdrawn", "never")


class Drugs(Table):
    """Drugs that target a gene in scope, one per INN, with their approval and identifiers; biosimilars count as their INN."""

    drug_id: str = text("INN of the drug in lower case.", pattern=DRUG, primary=True)
    name: str = text("INN as printed, with a capital.")
    modality: Category = category("What kind of substance the drug is.", MODALITIES)
    status: Category = category(
        "authorised: an authorisation stands in the EU or the United States, or, where neither ever gave one, in another country; "
        "withdrawn: EU or United States once authorised the drug and no authorisation stands there; never: the sources hold none.",
        STATUSES,
    )
    ema_status: Category = category(
        "Status in the EMA's list of 2026-03, over all medicines with the INN. The list holds central authorisations only: a drug "
        "authorised by member states alone is never here.",
        STATUSES,
    )
    fda_status: Category = category(
        "Status in the United States: for biological products by licence in the Purple Book of 2025-04, for others by the products "
        "in Every Cure's list of 2025-08, where a drug of which none is sold any more counts as withdrawn. Later approvals only "
        "where a curated row has them.",
        STATUSES,
    )
    authorised_elsewhere: Flag = flag(
        "True where Thera-SAbDab or Every Cure's list says that the drug is approved though neither EMA nor FDA authorised it."
    )
    first_approval_year: Integer = integer(
        "Earliest year of an approval in the EMA's list, the Purple Book, ChEMBL and curated rows; approvals by other agencies are "
        "known only from the last two. Null where none gives a year.",
        minimum=1900,
    )
    first_approval_agency: Category = category(
        "Which of EMA and FDA approved the drug in that year, the earlier where both did; another agency may have been earlier in "
        "the year. Null where neither did, and where the FDA's date is not known.",
        ("EMA", "FDA"),
        nullable=True,
    )
    max_phase: float = number(
        "Highest phase of trials for any indication, in ChEMBL and Thera-SAbDab: 0.5 (early 1), 1, 2, 3, or 4 (approved). A trial "
        "of two phases counts as the higher. Null where no source says.",
        minimum=0.5,
        maximum=4,
    )
    has_biosimilar: Flag = flag("True where the EMA or the FDA has authorised a biosimilar.")
    chembl_id: str = text(
        "ChEMBL id; of several (salts), the lowest that ChEMBL has facts for. ChEMBL gives no names: ids that no source ties to an "
        "INN were looked up, or deduced from target and trials, in data/curated/drug_molecules.csv.",
        pattern=r"^CHEMBL\d+$",
        nullable=True,
    )
    unii: str = text("FDA Unique Ingredient Identifier.", pattern=r"^[A-Z0-9]{10}$", nullable=True)
    rxcui: str = text("RxNorm id of the ingredient.", pattern=r"^\d+$", nullable=True)
    atc_code: str = text(
        "ATC code at the fifth level: the first in Every Cure's list, else the one that the EMA gives its medicines.",
        pattern=r"^[A-Z]\d\d[A-Z]{2}\d\d$",
        nullable=True,
    )
    evidence: Category = category(
        "Where the INN is from: regulator (EMA, FDA), database, or curated (the name of a ChEMBL molecule that was looked up).",
        ("regulator", "database", "curated"),
    )
    source_id: str = source_id()
    reference: str = reference()

    class Config:
        """Grain of the table."""

        title = "drug (INN)"
