"""The molecules: curated, with the number of chains and the Complex Portal id."""

from __future__ import annotations

import re

import pandas as pd

from ilkit.build.tables.provenance import CURATED, finish
from ilkit.schemas.interleukins import Interleukins


def build(
    curated_interleukins: pd.DataFrame,
    curated_first_described: pd.DataFrame,
    chains: pd.DataFrame,
    complexportal: dict[str, pd.DataFrame],
) -> pd.DataFrame:
    """Build `interleukins`."""
    first = curated_first_described.set_index("il_id")
    molecules = curated_interleukins
    frame = molecules.assign(
        n_chains=molecules["il_id"].map(chains.groupby("il_id")["hgnc_id"].nunique()),
        first_described_year=molecules["il_id"].map(first["first_described_year"]).astype("Int64"),
        first_described_reference=molecules["il_id"].map(first["reference"]),
        complex_id=molecules["il_id"].map(complex_ids(complexportal["names"])),
        source_id=CURATED,
    )
    return finish(frame, Interleukins)


def complex_ids(names: pd.DataFrame) -> dict[str, str]:
    """Return il_id → complex id for complexes whose recommended name is that of the molecule alone."""
    labels = names[names["predicate"] == "rdfs:label"]
    found = {}
    for label, complex_id in zip(labels["text"], labels["curie"], strict=True):
        match = re.fullmatch(r"Interleukin-(\d+[A-Z]?)(?:-([A-Z]))? complex", label)
        if match:
            found[f"IL-{match[1]}{match[2] or ''}"] = complex_id.removeprefix("complexportal:")
    return found
