"""From the bytes of a released file to the frame in it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ilkit.catalog import WHAT_TO_DO
from ilkit.errors import IntegrityError


def parse(data: bytes, resource: dict[str, Any]) -> pd.DataFrame:
    """Return the frame in the bytes of a Parquet file whose sha256 was right.

    No thread of Arrow takes part: one that gave the bytes back last, while Python ends, would abort the process.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(pa.BufferReader(data)) as file:
            frame: pd.DataFrame = file.read(use_threads=False).to_pandas(use_threads=False)
    except (pa.ArrowException, OSError, ValueError) as broken:
        raise IntegrityError(f"{resource['path']} is no readable Parquet file: {broken}. {WHAT_TO_DO}") from broken
    columns = [field["name"] for field in resource["schema"]["fields"]]
    if frame.columns.tolist() != columns or len(frame) != resource["rows"]:
        raise IntegrityError(
            f"{resource['path']} does not hold what is recorded: expected {resource['rows']:,} rows of {', '.join(columns)}, "
            f"found {len(frame):,} of {', '.join(map(str, frame.columns))}. {WHAT_TO_DO}"
        )
    for shared in (frame.columns, *(frame[name].cat.categories for name in frame.select_dtypes("category"))):
        if isinstance(shared.values, np.ndarray):
            shared.values.setflags(write=False)
    return frame
