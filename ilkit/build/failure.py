"""What a check reports: a broken rule of a table with the rows that break it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

SHOWN = 20


@dataclass(frozen=True)
class Failure:
    """A broken rule of a table with the rows that break it."""

    table: str
    rule: str
    rows: pd.DataFrame

    def __str__(self) -> str:
        shown = self.rows.head(SHOWN).to_string(max_colwidth=60)
        more = f"\n… and {len(self.rows) - SHOWN} more" if len(self.rows) > SHOWN else ""
        return f"{self.table}: {self.rule} ({len(self.rows)} rows)\n{shown}{more}"


def failing(table: str, rule: str, rows: pd.DataFrame) -> Iterable[Failure]:
    """Return the failure of a rule, or none where no row breaks it."""
    return [] if rows.empty else [Failure(table, rule, rows)]
