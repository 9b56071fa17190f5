"""Effects of the genes on cells: GO annotations whose term raises or lowers a process of a cell type, by rule.

The rules are data: ``effect_cells.csv`` holds the words for cells, ``effect_processes.csv`` the words for what they do.
A term is used where its whole name is a sign, a cell and a process of these, or a sign and one of the phrases that name or
imply the cell by themselves; a name with any other word in it is not. ``docs/effect-terms.csv`` lists the terms hit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import finish
from ilkit.build.tables.signed_terms import contradicted, signed_annotations
from ilkit.schemas.effects import Effects

DIRECTION = {"positive": "stimulates", "negative": "inhibits"}
UNSIGNED_REASON = "the term states no direction, or is obsolete"
OTHER_REASON = "the term is about no process of a cell type that the rules know"


def build(
    functions: pd.DataFrame,
    signed_terms: pd.DataFrame,
    curated_effect_cells: pd.DataFrame,
    curated_effect_processes: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `effects`."""
    stated = effects_of(signed_terms, curated_effect_cells, curated_effect_processes)
    reasons = [(signed_terms.index, UNSIGNED_REASON), (stated.index, OTHER_REASON)]
    rows = signed_annotations("effects", functions, reasons, ledger).join(stated, on="term_id")
    opposite = {"stimulates": "inhibits", "inhibits": "stimulates"}
    return finish(rows.assign(contradicted=contradicted(rows, ["hgnc_id", "cell_id", "process"], opposite)), Effects)


def effects_of(signed_terms: pd.DataFrame, cells: pd.DataFrame, processes: pd.DataFrame) -> pd.DataFrame:
    """Return cell, process, direction and rule of the terms that the rules hit, indexed by ``term_id``."""
    whole = processes[processes["cell_id"].notna()].set_index("phrase")
    process = processes[processes["cell_id"].isna()].set_index("phrase")
    cell = cells.set_index("phrase")
    parts = signed_terms["regulated"].str.extract(f"^(?P<cell>{_one_of(cell.index)}) (?P<process>{_one_of(process.index)})$")
    composed = pd.DataFrame(
        {
            **{column: parts["cell"].map(cell[column]) for column in ("cell_id", "cell_name")},
            **{column: parts["process"].map(process[column]) for column in ("process", "rule")},
        }
    )
    columns = list(composed.columns)
    fixed = signed_terms[["regulated"]].join(whole, on="regulated")[columns]
    found = fixed.where(fixed["cell_id"].notna(), composed).dropna()
    return found.assign(direction=signed_terms.loc[found.index, "sign"].map(DIRECTION))


def _one_of(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, phrases))
