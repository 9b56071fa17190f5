"""Intermediate frame: what is known of every GO term that a source mentions, the newest name first."""

from __future__ import annotations

import pandas as pd

ASPECT = {
    "Process": "biological_process",
    "Function": "molecular_function",
    "Component": "cellular_component",
    "BP": "biological_process",
    "MF": "molecular_function",
    "CC": "cellular_component",
}


def build(
    go_relations: dict[str, pd.DataFrame],
    quickgo_2025_2026: dict[str, pd.DataFrame],
    go_basic_2024: dict[str, pd.DataFrame],
    ncbi_gene2go_2020: dict[str, pd.DataFrame],
    goa_human_2025: dict[str, pd.DataFrame],
) -> pd.DataFrame:
    """Return ``term_name``, ``aspect``, ``obsolete``, ``source_id`` (of the name), indexed by ``term_id``."""
    labels = go_relations["labels"].assign(term_id=lambda frame: frame["curie"], term_name=lambda frame: frame["label"])
    quick = quickgo_2025_2026["annotations"]
    quick = quick.assign(term_id=quick["GO TERM"], term_name=quick["GO NAME"], aspect=quick["GO ASPECT"])
    basic = go_basic_2024["terms"].rename(columns={"id": "term_id", "name": "term_name", "namespace": "aspect"})
    older = pd.concat(ncbi_gene2go_2020.values())
    older = older.assign(term_id=older["GO_ID"], term_name=older["GO_term"], aspect=older["Category"].map(ASPECT))
    pairs = goa_human_2025["pairs"]
    pairs = pairs.assign(term_id=pairs["go_id"], aspect=pairs["namespace"].map(ASPECT))
    names = _first(
        [(labels, "go_relations"), (quick, "quickgo_2025_2026"), (basic, "go_basic_2024"), (older, "ncbi_gene2go_2020")],
        "term_name",
    )
    aspects = _first([(quick, ""), (basic, ""), (pairs, ""), (older, "")], "aspect")
    frame = names.join(aspects[["aspect"]]).join(basic.set_index("term_id")["obsolete"].astype("boolean"))
    return frame.assign(obsolete=frame["obsolete"].mask(frame["term_name"].str.startswith("obsolete "), True))


def _first(frames: list[tuple[pd.DataFrame, str]], column: str) -> pd.DataFrame:
    """Return `column` by term, each value from the first frame that has it."""
    parts = [frame[["term_id", column]].dropna().assign(source_id=source_id) for frame, source_id in frames]
    return pd.concat(parts).drop_duplicates("term_id").set_index("term_id")
