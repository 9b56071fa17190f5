"""The table `aliases`."""

from __future__ import annotations

from ilkit.schemas.table import GENE, Category, Flag, Table, category, flag, source_id, text


class Aliases(Table):
    """Every name of an interleukin, gene, disease, cell type or drug, with its source; collisions are kept and marked."""

    alias: str = text("The name or identifier, as the source writes it.", primary=True)
    entity_id: str = text("Id of the entity: il_id, hgnc_id, disease_id, cell_id or drug_id.", primary=True)
    entity_name: str = text("Label of the entity: symbol of the gene, name of the others.")
    entity_type: Category = category("Table that entity_id belongs to.", ("interleukin", "gene", "disease", "cell", "drug"))
    kind: Category = category(
        "approved: official symbol or label; previous: former symbol; alias: other symbol; designation: interleukin name in "
        "use for a molecule; name: name in full; identifier: database id.",
        ("approved", "designation", "previous", "alias", "name", "identifier"),
    )
    ambiguous: Flag = flag("True where the name, spelling aside, belongs to another entity of the same type as well.")
    blocked_by: str = text(
        "HGNC id of the human gene outside this dataset whose approved symbol the name is, or whose previous symbol where the "
        "name is of a lesser kind here; such a name is never resolved.",
        pattern=GENE,
        nullable=True,
    )
    source_id: str = source_id(primary=True)

    class Config:
        """Grain of the table."""

        title = "name × entity × source"
