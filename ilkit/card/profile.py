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
        """Return all facts of the card as values that JSON can hold; None is unknown, or a table that the version lacks.

        Returns
        -------
        dict
            Facts by part of the card, each a value or a list of dictionaries; a copy of one's own.

        Examples
        --------
        >>> import ilkit
        >>> facts = ilkit.profile("IL-23").to_dict()
        >>> [(chain["symbol"], chain["chain_name"]) for chain in facts["chains"]]
        [('IL23A', 'p19'), ('IL12B', 'p40')]
        """
        return copy.deepcopy(self._facts)

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The rows behind the card by table.

        ``regulated_by`` and ``regulates`` are the two sides of the table ``regulation``. Rows about chains of a molecule or
        subunits of a receptor have its id and ``attribution`` (unique or shared). Facts that were withdrawn are here too.

        Examples
        --------
        >>> import ilkit
        >>> ilkit.profile("IL-23").tables["chains"][["il_id", "symbol", "attribution"]]
           il_id symbol attribution
        0  IL-23  IL23A      unique
        1  IL-23  IL12B      shared
        """
        return {table: frame.reset_index(drop=True).copy() for table, frame in self._tables.items()}


def profile(data: Dataset, name: Any) -> Profile:
    """Return the card; see `ilkit.Dataset.profile`."""
    subject = find(data, name)
    tables = gather(data, subject)
    return Profile(compose(data, subject, tables), tables)
