"""The table `terms`."""

from __future__ import annotations

from ilkit.schemas.functions import ASPECTS
from ilkit.schemas.table import TERM, Category, Flag, Table, category, flag, source_id, text


class Terms(Table):
    """Gene Ontology terms that the annotations use, and all their ancestors."""

    term_id: str = text("GO id.", pattern=TERM, primary=True)
    term_name: str = text("Name of the term, the newest that a source gives.")
    aspect: Category = category("Branch of GO.", ASPECTS)
    obsolete: Flag = flag(
        "True where GO has made the term obsolete; null where the term is not in the ontology file, "
        "because it was merged into another term or is newer than the file.",
        nullable=True,
    )
    source_id: str = source_id()

    class Config:
        """Grain of the table."""

        title = "GO term"
