"""The receptors: curated compositions, with the Complex Portal record where one holds them."""

from __future__ import annotations

import pandas as pd

from ilkit.build.tables.provenance import CURATED, finish
from ilkit.build.tables.receptor_complexes import SOURCE as COMPLEXES
from ilkit.schemas.receptors import Receptors


def build(curated_receptors: pd.DataFrame, receptor_complexes: pd.DataFrame) -> pd.DataFrame:
    """Build `receptors`."""
    ids = curated_receptors["receptor_id"]
    complexes = best_complex(receptor_complexes)
    complex_id = ids.map(complexes["complex_ac"])
    held = complex_id.notna()
    frame = curated_receptors.assign(
        signals=curated_receptors["signals"],
        n_subunits=ids.str.count("_") + 1,
        complex_id=complex_id,
        source_id=held.map({True: COMPLEXES, False: CURATED}),
        evidence=curated_receptors["evidence"].mask(held, ids.map(complexes["evidence"])),
        reference=curated_receptors["reference"].mask(held, "complexportal:" + complex_id),
    )
    return finish(frame, Receptors)


def best_complex(complexes: pd.DataFrame) -> pd.DataFrame:
    """Return receptor → the complex that stands for it: membrane-bound, with physical evidence, of the lowest number."""
    numbered = complexes.assign(
        inferred=complexes["evidence"] == "complex_inferred", number=complexes["complex_ac"].str.removeprefix("CPX-").astype(int)
    )
    ordered = numbered.sort_values(["soluble", "inferred", "number"])
    return ordered.drop_duplicates("receptor_id").set_index("receptor_id")[["complex_ac", "evidence"]]
