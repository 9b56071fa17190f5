"""The table `term_ancestors`."""

from __future__ import annotations

from ilkit.schemas.table import TERM, Integer, Table, integer, source_id, text


class TermAncestors(Table):
    """Every is_a ancestor of every GO term: what `term=` descends by."""

    term_id: str = text("GO term.", pattern=TERM, primary=True, refers_to="terms.term_id")
    term_name: str = text("Name of the term.", label_of="term_id -> terms.term_name")
    ancestor_id: str = text("More general GO term.", pattern=TERM, primary=True, refers_to="terms.term_id")
    ancestor_name: str = text("Name of the ancestor.", label_of="ancestor_id -> terms.term_name")
    distance: Integer = integer("Number of is_a steps on the shortest way.", minimum=1, nullable=False)
    source_id: str = source_id()

    class Config:
        """Grain of the table."""

        title = "GO term × ancestor"
