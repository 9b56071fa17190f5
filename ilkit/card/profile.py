"""The card of one interleukin, gene or receptor."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pandas as pd

from ilkit.card.facts import compose
from ilkit.card.html import as_html
from ilkit.card.rows import gather
from ilkit.card.subject import find
from ilkit.card.text import as_text

if TYPE_CHECKING:
    from ilkit.dataset import Dataset


class Profile:
    """What a dataset version knows about one interleukin, gene or receptor; see `ilkit.Dataset.profile`."""

    def __init__(self, facts: dict[str, Any], tables: dict[str, pd.DataFrame]) -> None:
        self._facts = facts
        self._tables = tables

    def __str__(self) -> str:
        return as_text(self._facts)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return as_html(self._facts)

    def to_dict(self) -> dict[str, Any]:
        """Return all facts of the card as values that JSON can hold; None is unknown, or a table that the version lacks."""
        return copy.deepcopy(self._facts)

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The rows behind the card by table.

        ``regulated_by`` and ``regulates`` are the two sides of the table ``regulation``. Rows about chains of a molecule or
        subunits of a receptor have its id and ``attribution`` (unique or shared). Facts that were withdrawn are here too.
        """
        return {table: frame.reset_index(drop=True).copy() for table, frame in self._tables.items()}


def profile(data: Dataset, name: Any) -> Profile:
    """Return the card; see `ilkit.Dataset.profile`."""
    subject = find(data, name)
    tables = gather(data, subject)
    return Profile(compose(data, subject, tables), tables)
