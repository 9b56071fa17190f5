"""Book-keeping of rows: how many of a source were read, left out and why, and kept, per table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from ilkit.errors import CheckError
from ilkit.evidence import truth


class Selection:
    """Rows of one source on their way into one table.

    `rows` are what is left, under a fresh index, since the lines of two files may bear the same number (they stay as
    the column ``line``); each `drop` takes rows out and records how many and why.
    """

    def __init__(self, rows: pd.DataFrame, entry: dict[str, Any]) -> None:
        self.rows = rows
        self._entry = entry

    def drop(self, mask: pd.Series[bool], reason: str) -> None:
        """Leave out the rows where `mask` is true."""
        dropped = int(mask.sum())
        if dropped:
            reasons = self._entry["dropped"]
            reasons[reason] = reasons.get(reason, 0) + dropped
            self.rows = self.rows[~mask.astype(bool)]
        self._entry["kept"] = len(self.rows)


@dataclass
class Ledger:
    """All selections of one build, in the order in which they were opened.

    `corrections` are curated rows (``source_id``, ``column``, ``value``, ``reason``): what a source says there is
    wrong or of no use, and is left out of every selection.
    """

    corrections: pd.DataFrame
    entries: list[dict[str, Any]] = field(default_factory=list)
    _met: set[tuple[str, str]] = field(default_factory=set, init=False, repr=False)

    def select(self, table: str, source_id: str, rows: pd.DataFrame, part: str) -> Selection:
        """Open a selection for the rows of one part of a source that are meant for `table`."""
        entry = {"table": table, "source_id": source_id, "part": part, "read": len(rows), "dropped": {}, "kept": len(rows)}
        self.entries.append(entry)
        selection = Selection(rows.reset_index(drop=rows.index.name in rows.columns), entry)
        own = self.corrections[self.corrections["source_id"] == source_id]
        for column, value, reason in zip(own["column"], own["value"], own["reason"], strict=True):
            if column in selection.rows:
                self._met.add((source_id, column))
                selection.drop(truth(selection.rows[column].astype("string").eq(value)), reason)
        return selection

    def look_up(self, table: str, source_id: str, rows: pd.DataFrame, part: str, wanted: pd.Series, reason: str) -> None:
        """Record how many rows of a source that is only looked up by id were asked for, and why the others were not."""
        selection = self.select(table, source_id, rows.assign(wanted_here=wanted), part)
        selection.drop(~selection.rows["wanted_here"].astype(bool), reason)

    def expect_that_corrections_meet_their_columns(self) -> None:
        """Raise where a correction names a source or a column that no selection had, so that it corrected nothing."""
        pairs = self.corrections[["source_id", "column"]].drop_duplicates().itertuples(index=False, name=None)
        lost = sorted(f"{source_id}.{column}" for source_id, column in pairs if (source_id, column) not in self._met)
        if lost:
            raise CheckError(f"corrections.csv names what no source has: {', '.join(lost)}. Give the source and column as read.")
