"""Intermediate frame: the GO terms that raise or lower something, and what."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.errors import CheckError
from ilkit.evidence import standing

LABEL = r"^(?P<sign>positive|negative) regulation of (?P<regulated>\S.*)$"
SIGN = {"regulates": None, "positively_regulates": "positive", "negatively_regulates": "negative"}
STATEMENT = ["hgnc_id", "term_id", "evidence", "reference"]


def build(go_vocabulary: pd.DataFrame, go_relations: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return ``term_name``, ``sign`` and ``regulated``, the words for what is regulated, indexed by ``term_id``.

    The sign is read from the name, which the terms retired since 2020 have as well, and must be the one that GO asserts
    where it asserts any. Plain regulation has no sign and is not here, nor are obsolete terms, which say so in front.
    """
    return signed(go_vocabulary["term_name"], go_relations["regulates"])


def signed(names: pd.Series, regulates: pd.DataFrame) -> pd.DataFrame:
    """Return the names that state a direction, parted into the sign and what is regulated.

    Raises
    ------
    CheckError
        A name states another direction than the relation of GO does.
    """
    found = names.str.extract(LABEL).assign(term_name=names).dropna()
    relation = regulates.set_index("term_id")["relation"].reindex(found.index)
    wrong = found[relation.notna() & (relation.map(SIGN) != found["sign"])]
    if len(wrong):
        raise CheckError(
            f"{wrong.index[0]} is named {wrong['term_name'].iloc[0]!r}, and GO relates it by {relation[wrong.index[0]]!r}: "
            "read the term before an effect is derived from it."
        )
    return found[["term_name", "sign", "regulated"]]


def signed_annotations(table: str, functions: pd.DataFrame, reasons: list[tuple[pd.Index, str]], ledger: Ledger) -> pd.DataFrame:
    """Return the annotations of `functions` that `table` takes, each statement once.

    `reasons` are pairs: ids of terms, and why an annotation with another term is left out.
    """
    kept = []
    for source_id, rows in functions.groupby("source_id"):
        selection = ledger.select(table, str(source_id), rows, "functions")
        for terms, reason in reasons:
            selection.drop(~selection.rows["term_id"].isin(terms), reason)
        selection.drop(selection.rows.duplicated(STATEMENT), "differs from another row by the qualifier only")
        kept.append(selection.rows)
    return pd.concat(kept)


def contradicted(rows: pd.DataFrame, about: list[str], opposite: dict[str, str]) -> pd.Series:
    """Tell which rows another row that is not withdrawn contradicts: the same in the columns `about`, the opposite direction."""
    claims = pd.MultiIndex.from_frame(standing(rows)[[*about, "direction"]])
    denials = pd.MultiIndex.from_frame(rows[about].assign(direction=rows["direction"].map(opposite)))
    return pd.Series(denials.isin(claims), index=rows.index)
