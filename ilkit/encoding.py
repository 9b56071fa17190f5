"""A column of names as a code for each row and the distinct names that the codes stand for."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from ilkit.errors import FilterError

NAMES = "expected names as text, or NCBI Gene ids as whole numbers"
PART = 4_000_000
"""Rows that one processor reads at a time."""
NOT_ENCODED = pa.ArrowException, TypeError, ValueError, OverflowError


def encode(names: pa.Array | pa.ChunkedArray) -> tuple[np.ndarray, list[Any]]:
    """Return a code for each row of an Arrow array, and the names that the codes stand for, null among them."""
    codes, start, code_of = np.empty(len(names), np.uint32), 0, dict[Any, int]()
    dictionary, own = None, codes
    for chunk in encoded(names):
        if dictionary is None or not chunk.dictionary.equals(dictionary):
            dictionary = chunk.dictionary
            own = np.array([code_of.setdefault(name, len(code_of)) for name in [*dictionary.to_pylist(), None]], np.uint32)
        indices = chunk.indices.cast(pa.int32()).fill_null(len(dictionary))
        codes[start : start + len(chunk)] = pa.array(own).take(indices).to_numpy()
        start += len(chunk)
    distinct = list(code_of)
    return codes, of_rows(distinct, codes) if pa.types.is_dictionary(names.type) else distinct


def categories(names: pd.Categorical) -> tuple[np.ndarray, list[Any]]:
    """Return what `encode` does, with the codes that the categories have, and a null behind them."""
    distinct = [*names.categories, None]
    own = names.codes.view(f"u{names.codes.itemsize}")  # in which a null, -1, is the largest number
    codes = np.minimum(own, own.dtype.type(len(distinct) - 1)) if names.isna().any() else own
    return codes, of_rows(distinct, codes)


def of_rows(distinct: list[Any], codes: np.ndarray) -> list[Any]:
    """Return the names with null for those that no row has, of which a category or dictionary may hold some."""
    seen = np.zeros(len(distinct), np.bool_)
    for start in range(0, len(codes), PART):
        seen[codes[start : start + PART]] = True
    return [name if some else None for name, some in zip(distinct, seen, strict=True)]


def encoded(names: pa.Array | pa.ChunkedArray) -> Iterator[pa.DictionaryArray]:
    """Give the array in dictionary-encoded chunks; a long one is encoded by all processors, of which Arrow itself would use one."""
    parts = [names.slice(start, PART) for start in range(0, len(names), PART)]
    if len(parts) < 2:
        yield from chain.from_iterable(map(encoded_chunks, parts))
        return
    with ThreadPoolExecutor(pa.cpu_count()) as threads:
        yield from chain.from_iterable(threads.map(encoded_chunks, parts))


def encoded_chunks(names: pa.Array | pa.ChunkedArray) -> list[pa.DictionaryArray]:
    """Return the chunks of an Arrow array as dictionaries, which those of a column that was none share."""
    whole = names if pa.types.is_dictionary(names.type) else names.dictionary_encode()
    return whole.chunks if isinstance(whole, pa.ChunkedArray) else [whole]


def factorize(on: Any, names: pd.Series) -> tuple[np.ndarray, list[Any]]:
    """Return what `encode` does, of a column that holds texts and numbers."""
    try:
        codes, distinct = pd.factorize(untyped(names), use_na_sentinel=False)
    except TypeError as nested:
        raise FilterError(f"The column {on!r} cannot be read as names ({nested}): {NAMES}.") from nested
    return codes, list(distinct)


def untyped(names: pd.Series) -> pd.Series | np.ndarray:
    """Return a column of objects as an array of them, whose type pandas 2 does not guess, which fails for large numbers."""
    return names.to_numpy() if names.dtype == np.object_ else names


def dictionaries(answers: pa.Table) -> pa.Table:
    """Return the answers with each column as a dictionary, so that the columns of the user's frame are small."""
    return pa.table({name: column.dictionary_encode() for name, column in zip(answers.column_names, answers.columns, strict=True)})
