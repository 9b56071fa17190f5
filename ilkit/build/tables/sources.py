"""The raw sources themselves, with what is doubtful about their licence, version and citation."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from ilkit.build.tables.provenance import finish
from ilkit.catalog import digest_of
from ilkit.schemas.sources import Sources

DOUBT = re.compile(
    r"from memory|verif|not checked|not stated|not seen|inferred|unknown|likely|\babout\b|between|as read by|or before"
    r"|commit date|no date",
    re.IGNORECASE,
)

PART = re.compile(r"subset|closure|\.il[._]")


def build(all_sources: dict[str, dict[str, Any]], curated_source_notes: pd.DataFrame) -> pd.DataFrame:
    """Build `sources`; curated notes overrule what follows from SOURCE.toml by rule."""
    frame = pd.DataFrame([_row(source_id, facts) for source_id, facts in sorted(all_sources.items())]).set_index("source_id")
    for source_id, column, value in curated_source_notes[["source_id", "column", "value"]].itertuples(index=False):
        frame.loc[source_id, column] = value == "true" if column.endswith("_verified") else value
    return finish(frame.reset_index(), Sources)


def _row(source_id: str, facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "source_id": source_id,
        "title": facts["title"],
        "licence": facts["licence"],
        "licence_url": facts.get("licence_url"),
        "share_alike": facts["share_alike"],
        "version": short_version(facts["version"]),
        "url": facts["homepage"],
        "download_url": facts["upstream_url"],
        "citation": facts["citation"],
        "filtered": bool(facts.get("filtered", False)) or any(PART.search(name) for name in facts["sha256"]),
        "licence_verified": not doubtful(facts, "licence_note", "citation_note", about="licen"),
        "version_verified": not doubtful(facts, "version", "version_evidence"),
        "citation_verified": not doubtful(facts, "citation", "citation_note"),
        "n_files": len(facts["sha256"]),
        "sha256": digest_of(facts["sha256"]).removeprefix("sha256:"),
    }


def short_version(version: str) -> str:
    """Return a version without the remarks on where it was found.

    >>> short_version("between 2025-07-18 (obo_mtime) and 2026-03-30 (commit); by its LFS pointer")
    'between 2025-07-18 and 2026-03-30'
    """
    return re.split(r"[;:]", re.sub(r"\s*\([^)]*\)", "", version))[0].strip()


def doubtful(facts: dict[str, Any], *notes: str, about: str = "") -> bool:
    """Tell whether one of the notes on a source says that something was not looked up.

    >>> doubtful({"citation_note": "citation written from memory"}, "citation", "citation_note")
    True
    """
    found = [str(facts[note]) for note in notes if note in facts]
    return any(DOUBT.search(note) for note in found if about in note.casefold())
