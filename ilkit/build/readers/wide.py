"""Read a matrix of expression strictly: some columns name the gene, each other column is a sample."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from ilkit.build.readers.delimited import fault, read_delimited, read_text
from ilkit.build.readers.fields import Field


def read_wide(path: Path, keys: Mapping[str, Field], value: Field) -> pd.DataFrame:
    """Return one row per gene and sample, indexed by the line of the gene.

    Parameters
    ----------
    path
        A tab-separated file, gzipped where its name ends in ``.gz``.
    keys
        The columns that name the gene, each with its field; they come first in the file.
    value
        What the cells of all other columns hold. A cell that reads as null has no row: nothing was measured there.

    Returns
    -------
    pandas.DataFrame
        The key columns, ``sample`` (the header of the column) and ``value``.
    """
    names = read_text(path).split("\n", 1)[0].split("\t")
    samples = names[len(keys) :]
    if not samples or "" in samples:
        raise fault(path, f"named samples after the columns {', '.join(keys)}", line=1, got=samples[:12])
    frame = read_delimited(path, {**keys, **dict.fromkeys(samples, value)}, quoted=False)
    long = frame.melt(list(keys), samples, "sample", "value", ignore_index=False)
    return long.dropna(subset=["value"])
