"""Provenance, labels and lookups that the tables share."""

from __future__ import annotations

import pandas as pd

from ilkit.build.curated import SOURCE_ID as CURATED
from ilkit.errors import CheckError

__all__ = ["CURATED", "NOT_IN_SCOPE", "among", "by_accession", "curie", "finish", "pmid"]

NOT_IN_SCOPE = "the gene is not in scope"


def pmid(numbers: pd.Series) -> pd.Series:
    """Return PubMed ids as CURIEs."""
    return ("PMID:" + numbers.astype("Int64").astype("string")).astype("object")


def curie(ids: pd.Series) -> pd.Series:
    """Return ids such as ``EFO_0000384`` or ``MONDO_0005011`` as CURIEs."""
    return ids.str.replace("_", ":", n=1, regex=False)


def by_accession(genes: pd.DataFrame) -> pd.DataFrame:
    """Return the genes that have a reviewed protein, indexed by its UniProt accession."""
    return genes.dropna(subset=["uniprot_id"]).set_index("uniprot_id")


def among(rows: pd.DataFrame, others: pd.DataFrame, columns: list[str]) -> pd.Series:
    """Tell which rows have the same values in `columns` as a row of `others`."""
    known = pd.MultiIndex.from_frame(others[columns])
    return pd.Series(pd.MultiIndex.from_frame(rows[columns]).isin(known), index=rows.index)


def finish(frame: pd.DataFrame, schema: type) -> pd.DataFrame:
    """Return the columns of `schema` in its order and dtypes, sorted by its primary key.

    Categories get the vocabulary of the schema; a value outside it is an error here, since pandas would
    turn it into null.
    """
    columns = schema.to_schema().columns  # type: ignore[attr-defined]
    data = {}
    for name, column in columns.items():
        values = frame[name].reset_index(drop=True)
        dtype = column.dtype.type
        if isinstance(dtype, pd.CategoricalDtype):
            foreign = sorted(set(values.dropna().astype(str)) - set(dtype.categories))
            if foreign:
                raise CheckError(f"{schema.__name__}.{name}: {foreign[:5]} are not in the vocabulary {list(dtype.categories)}.")
            data[name] = values.astype("object").astype(dtype)
        elif isinstance(dtype, pd.Int64Dtype | pd.BooleanDtype) or str(dtype) == "float64":
            data[name] = values.astype(dtype)
        else:
            data[name] = values.astype("object").where(values.notna(), None).astype("str" if _has_str() else "object")
    ordered = [name for name, column in columns.items() if (column.metadata or {}).get("primary")]
    result = pd.DataFrame(data)
    return result.sort_values(ordered, key=_plain, kind="stable", ignore_index=True)


def _plain(values: pd.Series) -> pd.Series:
    """Sort categories by their text, nulls as the empty text, and IL-2 before IL-10."""
    if values.name == "il_id":
        return values.str.replace(r"^IL-(\d)(?!\d)", r"IL-0\1", regex=True)
    return values.astype("object").where(values.notna(), "") if not pd.api.types.is_numeric_dtype(values) else values


def _has_str() -> bool:
    return int(pd.__version__.split(".", 1)[0]) >= 3
