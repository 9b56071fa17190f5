"""What every table definition is written with: the base model and the kinds of columns.

A column is declared once, with its dtype as annotation and one of the functions below, which carry
its description, unit, key and checks: ``length_aa: pd.Int64Dtype = integer("…", unit="aa", nullable=True)``.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

with warnings.catch_warnings():  # of pandas 3, by PySpark, which pandera imports now, with its first model and with its first check
    warnings.simplefilter("ignore")
    import pandera.pandas as pa

    class _First(pa.DataFrameModel):
        """The first model of the process."""

        column: str

    _First.to_schema()
    pa.DataFrameSchema({}).validate(pd.DataFrame())

SchemaErrors = pa.errors.SchemaErrors

Integer = pd.Int64Dtype
Flag = pd.BooleanDtype
Category = pd.CategoricalDtype

LARGEST = 1.797e308
TEXT = r"(?s)^\S(?:.*\S)?$"
REFERENCE = (
    r"^(PMID:[1-9]\d{0,8}|DOI:10\.\d{4,9}/\S+|GO_REF:\d{7}|Reactome:R-[A-Z]{3}-\d+|complexportal:CPX-\d+"
    r"|wikipathways:WP\d+|pdb:[0-9][a-z0-9]{3})$"
)
GENE = r"^HGNC:\d+$"
INTERLEUKIN = r"^IL-[0-9]{1,2}[A-Z]{0,2}$"
DISEASE = r"^(MONDO:\d{7}|DOID:\d+|EFO:\d{7}|Orphanet:\d+)$"
TERM = r"^GO:\d{7}$"
CELL = r"^CL:\d{7}$"
TISSUE = r"^UBERON:\d{7}$"
RECEPTOR = r"^[A-Z0-9]+(_[A-Z0-9]+)*$"
DRUG = r"^[a-z0-9]+([ -][a-z0-9]+)*$"
PATHWAY = r"^(Reactome:R-HSA-\d+|wikipathways:WP\d+|msigdb:PID_[A-Z0-9_]+)$"
DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"


class Table(pa.DataFrameModel):
    """Base of all tables: exactly the declared columns, in the declared order."""

    class Config:
        """Options of pandera that hold for all tables."""

        strict = True
        ordered = True


def schema_of(fields: Iterable[Mapping[str, Any]]) -> pa.DataFrameSchema:
    """Return the schema that the fields of a descriptor state: the definition that a table had when it was released."""
    return pa.DataFrameSchema({field["name"]: _column(field) for field in fields}, strict=True, ordered=True)


def _column(field: Mapping[str, Any]) -> pa.Column:
    rules, dtype = field["constraints"], field["dtype"]
    checks = []
    if dtype == "str":
        checks.append(pa.Check.str_matches(rules.get("pattern", TEXT)))
    if "minimum" in rules or dtype == "float64":
        checks.append(pa.Check.ge(rules.get("minimum", -LARGEST)))
    if dtype == "float64":
        checks.append(pa.Check.le(rules.get("maximum", LARGEST)))
    kinds = {"str": str, "float64": float, "category": pd.CategoricalDtype(rules.get("enum"), ordered=False)}
    return pa.Column(kinds.get(dtype, dtype), checks, nullable=not rules.get("required", False))


def _field(description: str, nullable: bool, metadata: dict[str, Any], **checks: Any) -> Any:
    return pa.Field(description=description, nullable=nullable, metadata=metadata, **checks)


def text(
    description: str,
    *,
    pattern: str = TEXT,
    nullable: bool = False,
    primary: bool = False,
    refers_to: str | None = None,
    label_of: str | None = None,
) -> Any:
    """Declare a text column.

    `primary` makes it part of the primary key, `refers_to` (``table.column``) a foreign key, and `label_of`
    says that it repeats ``table.column`` of the row that the named key column of this table points at.
    """
    metadata = {"primary": primary, "refers_to": refers_to, "label_of": label_of, "pattern": None if pattern == TEXT else pattern}
    return _field(description, nullable, metadata, str_matches=pattern)


def category(description: str, values: Sequence[str], *, nullable: bool = False, primary: bool = False) -> Any:
    """Declare a column with a closed vocabulary."""
    kwargs = {"categories": list(values), "ordered": False}
    return _field(description, nullable, {"primary": primary, "values": tuple(values)}, dtype_kwargs=kwargs)


def integer(
    description: str,
    *,
    unit: str | None = None,
    minimum: int | None = None,
    nullable: bool = True,
    primary: bool = False,
) -> Any:
    """Declare a whole-number column."""
    return _field(description, nullable, {"unit": unit, "minimum": minimum, "primary": primary}, ge=minimum)


def number(
    description: str,
    *,
    unit: str | None = None,
    minimum: float | None = None,
    maximum: float | None = None,
    nullable: bool = True,
) -> Any:
    """Declare a floating-point column; null is NaN."""
    bounds = {"unit": unit, "minimum": minimum, "maximum": maximum}
    upper = LARGEST if maximum is None else maximum
    lower = -LARGEST if minimum is None else minimum
    return _field(description, nullable, bounds, in_range={"min_value": lower, "max_value": upper})


def flag(description: str, *, nullable: bool = False) -> Any:
    """Declare a true/false column."""
    return _field(description, nullable, {})


def gene_id(description: str = "HGNC id of the gene.", *, nullable: bool = False) -> Any:
    """Declare the foreign key to `genes`."""
    return text(description, pattern=GENE, primary=True, nullable=nullable, refers_to="genes.hgnc_id")


def gene_symbol(nullable: bool = False) -> Any:
    """Declare the approved symbol that stands next to ``hgnc_id``."""
    return text("Approved symbol of the gene.", nullable=nullable, label_of="hgnc_id -> genes.symbol")


def disease_id(*, primary: bool = True, nullable: bool = False) -> Any:
    """Declare the foreign key to `diseases`."""
    description = "Id of the disease: MONDO where Mondo has it, else DOID, else EFO."
    return text(description, pattern=DISEASE, primary=primary, nullable=nullable, refers_to="diseases.disease_id")


def disease_name(nullable: bool = False) -> Any:
    """Declare the name that stands next to ``disease_id``."""
    return text("Name of the disease.", nullable=nullable, label_of="disease_id -> diseases.name")


def interleukin_id(description: str = "The molecule.", *, primary: bool = True, nullable: bool = False) -> Any:
    """Declare the foreign key to `interleukins`."""
    return text(description, pattern=INTERLEUKIN, primary=primary, nullable=nullable, refers_to="interleukins.il_id")


def cell_id(description: str = "Cell Ontology id of the cell type.", *, primary: bool = True, nullable: bool = False) -> Any:
    """Declare the foreign key to `cells`."""
    return text(description, pattern=CELL, primary=primary, nullable=nullable, refers_to="cells.cell_id")


def cell_name(nullable: bool = False) -> Any:
    """Declare the name that stands next to ``cell_id``."""
    return text("Name of the cell type (Cell Ontology).", nullable=nullable, label_of="cell_id -> cells.name")


def receptor_id() -> Any:
    """Declare the foreign key to `receptors`."""
    description = "The receptor: the symbols of its subunits, joined by _."
    return text(description, pattern=RECEPTOR, primary=True, refers_to="receptors.receptor_id")


def receptor_name() -> Any:
    """Declare the name that stands next to ``receptor_id``."""
    return text("Name of the receptor.", label_of="receptor_id -> receptors.name")


def drug_id() -> Any:
    """Declare the foreign key to `drugs`."""
    return text("The drug: its INN in lower case.", pattern=DRUG, primary=True, refers_to="drugs.drug_id")


def pathway_id() -> Any:
    """Declare the foreign key to `pathways`."""
    return text("Id of the pathway.", pattern=PATHWAY, primary=True, refers_to="pathways.pathway_id")


def pathway_name() -> Any:
    """Declare the name that stands next to ``pathway_id``."""
    return text("Name of the pathway.", label_of="pathway_id -> pathways.name")


def as_of(description: str = "Date of the file that the row was read from, ISO 8601.") -> Any:
    """Declare the date of the source file."""
    return text(description, pattern=DATE)


def source_id(primary: bool = False) -> Any:
    """Declare the foreign key to `sources`."""
    return text("Raw source that the row comes from.", primary=primary, refers_to="sources.source_id")


def reference(
    description: str = "Publication or record behind the row, as a CURIE; null where the source gives none.",
    *,
    primary: bool = False,
) -> Any:
    """Declare the reference of a row."""
    return text(description, pattern=REFERENCE, nullable=True, primary=primary)
