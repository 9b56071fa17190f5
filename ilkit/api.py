"""The verbs of the package: each opens the version asked for and hands the call to its `Dataset`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from ilkit.catalog import DEFAULT_VERSION, data_root, find_versions, read_descriptor
from ilkit.dataset import Dataset, Names

if TYPE_CHECKING:
    from ilkit.card.profile import Profile


def versions(*, root: str | os.PathLike[str] | None = None) -> pd.DataFrame:
    """List the dataset versions that are at hand.

    Parameters
    ----------
    root
        Folder of versions to list instead of the one that `load` reads from.

    Returns
    -------
    pandas.DataFrame
        One row per version, oldest first: ``version``, ``released`` (date), ``rows``, ``bytes``, ``digest``,
        ``is_default``, ``summary``.

    Raises
    ------
    ilkit.errors.UnknownVersionError
        The folder of versions does not exist.
    ilkit.errors.IntegrityError
        The descriptor of a version is damaged.

    Examples
    --------
    >>> import ilkit
    >>> ilkit.versions().columns.tolist()
    ['version', 'released', 'rows', 'bytes', 'digest', 'is_default', 'summary']
    """
    folder = data_root(root)
    rows = []
    for version in find_versions(folder):
        descriptor = read_descriptor(folder / version)
        resources = descriptor["resources"]
        rows.append(
            {
                "version": version,
                "released": descriptor["created"][:10],
                "rows": sum(resource["rows"] for resource in resources),
                "bytes": sum(resource["bytes"] for resource in resources),
                "digest": descriptor["digest"],
                "is_default": version == DEFAULT_VERSION,
                "summary": descriptor["description"],
            }
        )
    return pd.DataFrame(rows, columns=["version", "released", "rows", "bytes", "digest", "is_default", "summary"])


@lru_cache(maxsize=8)
def _dataset(version: str, root: Path) -> Dataset:
    return Dataset(version, root=root)


def opened(version: Any) -> Dataset:
    """Return the dataset of `version`, or the one given; a version that was opened stays so for the whole process."""
    if isinstance(version, Dataset):
        return version
    if version is not None and not isinstance(version, str):
        return Dataset(version)
    return _dataset(DEFAULT_VERSION if version is None else version, data_root())


def tables(*, version: str | None = None) -> pd.DataFrame:
    """List the tables of a version; see `Dataset.tables`.

    Examples
    --------
    >>> import ilkit
    >>> ilkit.tables().set_index("table").loc["chains", "one_row_per"]
    'molecule × gene'
    """
    return opened(version).tables()


def columns(table: str, *, version: str | None = None) -> pd.DataFrame:
    """Describe the columns of a table; see `Dataset.columns`.

    Examples
    --------
    >>> import ilkit
    >>> ilkit.columns("genes").set_index("column").loc["mass_da", "unit"]
    'Da'
    """
    return opened(version).columns(table)


def load(
    table: str,
    columns: Iterable[str] | None = None,
    *,
    interleukin: Names = None,
    gene: Names = None,
    disease: Names = None,
    term: Names = None,
    cell: Names = None,
    drug: Names = None,
    version: str | None = None,
) -> pd.DataFrame:
    """Return a table, or the part of it that concerns given entities; see `Dataset.load`.

    Examples
    --------
    >>> import ilkit
    >>> mendelian = ilkit.load("disease_associations", gene="IL10RA", disease="inflammatory bowel disease")
    >>> "mendelian" in set(mendelian["evidence"])
    True
    """
    data = opened(version)
    return data.load(table, columns, interleukin=interleukin, gene=gene, disease=disease, term=term, cell=cell, drug=drug)


def path(table: str, *, version: str | None = None) -> Path:
    """Return where the Parquet file of a table lies, for DuckDB, Polars, Spark or R; see `Dataset.path`.

    Examples
    --------
    >>> import ilkit
    >>> ilkit.path("genes").name
    'genes.parquet'
    """
    return opened(version).path(table)


def fetch(version: str, url: str, *, digest: str, cache: str | os.PathLike[str] | None = None) -> Dataset:
    """Bring a version that the package does not carry from a mirror into the cache, and open it.

    The descriptor is fetched first; nothing else is, unless it has the digest. Each file is checked before it is kept, and
    the version appears in the cache at once when it is whole. A call that was cut short is made again and goes on from the
    files that are there. A version that the cache holds whole is opened without network; files that were damaged since are
    fetched anew. Several processes may fetch at once. Needs ``pip install 'ilkit[fetch]'``.

    Parameters
    ----------
    version
        A dataset version such as ``"2026.11.0"``.
    url
        A mirror: the address (https, http or file) of the folder that holds the folders of versions, or of the folder of
        the version itself. A query such as a key is sent along with each request.
    digest
        The digest of the version, as in the changelog: ``sha256:`` and 64 hexadecimal digits.
    cache
        Folder to keep versions in; the user's cache where it is left out. A folder holds one version of a name.

    Returns
    -------
    Dataset
        The version, opened from the cache: `Dataset(version, root=cache, digest=digest)` opens it again.

    Raises
    ------
    ilkit.errors.FetchError
        The mirror cannot be reached or lacks a file, the cache cannot be written, or an argument is malformed.
    ilkit.errors.IntegrityError
        The mirror has other files than those of the digest, or the cache has a version of this name with another digest.
    ilkit.errors.UnknownVersionError
        That is no name of a version.
    ilkit.errors.FilterError
        The digest is no text.
    ilkit.errors.MissingExtraError
        The packages of the extra ``fetch`` are not installed.

    Notes
    -----
    The digest covers the name and each byte of every Parquet file, and thereby all values. It does not cover the other
    entries of ``datapackage.json``: descriptions, licences, the date. For versions that were published when this ilkit was
    released, its sha256 is known and checked too, and ``build-report.json`` and ``croissant.json`` are fetched as well.

    A mirror is a copy of ``data/parquet`` on any static server, with a folder for each version.

    Examples
    --------
    >>> import ilkit, tempfile
    >>> mirror = ilkit.path("genes").parents[1].as_uri()
    >>> digest = "sha256:4836a1d301ac3b4cf3b296eaa67e9923fcfeafc9c297f9be945166ff0b91d393"
    >>> with tempfile.TemporaryDirectory() as cache:
    ...     data = ilkit.fetch("2026.11.0", mirror, digest=digest, cache=cache)
    ...     data.load("chains", ["il_id", "symbol"], interleukin="IL-8")
      il_id symbol
    0  IL-8  CXCL8
    """
    from ilkit.fetching import fetch

    return fetch(version, url, digest=digest, cache=cache)


def resolve(names: Names, *, species: str = "human", version: str | None = None) -> pd.DataFrame:
    """Find the interleukins and genes that names stand for; see `Dataset.resolve`.

    Examples
    --------
    >>> import ilkit
    >>> ilkit.resolve(["IL8", "P05231"])[["query", "status", "il_id", "symbol"]]
        query   status il_id symbol
    0     IL8  matched  IL-8  CXCL8
    1  P05231  matched  IL-6    IL6
    """
    return opened(version).resolve(names, species=species)


def annotate(
    frame: Any,
    on: str = "gene",
    columns: Iterable[str] | None = None,
    *,
    prefix: str = "",
    on_ambiguous: str = "raise",
    species: str = "human",
    version: str | None = None,
) -> Any:
    """Return a frame with columns that tell which gene and interleukin each row is about; see `Dataset.annotate`.

    Examples
    --------
    >>> import ilkit, pandas as pd
    >>> panel = pd.DataFrame({"assay": ["IL-1ra", "IL.17A"]})
    >>> ilkit.annotate(panel, on="assay", columns=["il_id", "symbol"])
        assay   il_id symbol
    0  IL-1ra  IL-1RA  IL1RN
    1  IL.17A  IL-17A  IL17A
    """
    return opened(version).annotate(frame, on, columns, prefix=prefix, on_ambiguous=on_ambiguous, species=species)


def validate(frame: Any, table: str, *, keys: bool = True, version: str | None = None) -> pd.DataFrame:
    """Check a frame against the definition of a table, all failures at once; see `Dataset.validate`.

    Examples
    --------
    >>> import ilkit
    >>> mine = ilkit.load("genes", gene="IL6").assign(length_aa=-212, my_note="checked")
    >>> ilkit.validate(mine, "genes")
      row     column value             rule
    0   0  length_aa  -212  is at least 1 aa
    """
    return opened(version).validate(frame, table, keys=keys)


def cascade(
    names: Names,
    steps: int = 2,
    *,
    regulation: pd.DataFrame | None = None,
    effects: pd.DataFrame | None = None,
    production: pd.DataFrame | None = None,
    binding: pd.DataFrame | None = None,
    version: str | None = None,
) -> pd.DataFrame:
    """Follow interleukins to what they are expected to raise or lower, path by path; see `Dataset.cascade`.

    Examples
    --------
    >>> import ilkit
    >>> found = ilkit.cascade("IL-1RA", steps=1)
    >>> found.loc[found["target_type"] == "interleukin", ["path", "process", "direction"]]
                 path process direction
    2  IL-1Ra ⊣ IL-1α  signal    lowers
    3  IL-1Ra ⊣ IL-1β  signal    lowers
    """
    tables = {"regulation": regulation, "effects": effects, "production": production, "binding": binding}
    return opened(version).cascade(names, steps, **tables)


def cite(of: Any = None, *, format: str = "text", version: str | None = None) -> str:
    """Return how to cite the dataset, and the sources behind tables or behind the rows of a frame; see `Dataset.cite`.

    Examples
    --------
    >>> import ilkit
    >>> print(ilkit.cite(ilkit.load("domains")))
    The ilkit authors (2026). ilkit: reference tables of human interleukins. Dataset, version 2026.11.1, ...
    ...
    [1] Pfam-A regions per human protein (9606) + Pfam family and clan names. Version: ...
    """
    return opened(version).cite(of, format=format)


def diff(old: str | Dataset, new: str | Dataset, table: str | None = None) -> pd.DataFrame:
    """Compare two dataset versions, as a summary or row by row.

    Rows are the same where their primary keys are, whatever the order of the rows; a row with another key is a row
    removed and one added. Cells are compared by value, floats exactly: a null equals a null, and 1 equals 1.0. Where
    the key itself was changed, it is the newer one; where no key is unique in both versions, rows are compared whole.

    Parameters
    ----------
    old, new
        Versions, or `Dataset` objects, such as a build of one's own opened with ``root=``.
    table
        The table to show row by row; where left out, all tables are summed up.

    Returns
    -------
    pandas.DataFrame
        Without `table`, one row per table of either version: ``table``, ``status`` (added, removed, changed, equal),
        ``rows_old``, ``rows_new`` (null where the version lacks the table), ``rows_added``, ``rows_removed``,
        ``rows_changed``, ``columns_added``, ``columns_removed``, ``columns_retyped`` (names, or None).
        With `table`, one row per difference: ``change`` (column added, column removed, column retyped, key changed,
        removed, added, changed), the columns that rows were compared by, which are the primary key (``key_`` before a
        name that is taken; categories are text), ``column``, ``old``, ``new``. A row that was added or removed is one
        row with no ``column``, a changed row is one per changed cell, a change of a column shows its dtypes, and one of
        the key its columns. No difference gives no row.

    Raises
    ------
    ilkit.errors.UnknownVersionError, ilkit.errors.UnknownTableError
        There is no such version, or no such table in either.

    Examples
    --------
    >>> import ilkit
    >>> found = ilkit.diff("2026.11.0", "2026.11.1", "genes")
    >>> found["change"].value_counts().to_dict()
    {'changed': 7, 'added': 5, 'column added': 4}
    >>> found[found["change"] == "changed"].head(2)
        change     hgnc_id   column   old       new
    9  changed  HGNC:11362  mass_da  None  87334.76
    10  changed  HGNC:11364  mass_da  None   88067.8
    """
    from ilkit import comparison

    before, after = map(opened, (old, new))
    return comparison.summary(before, after) if table is None else comparison.rows(before, after, table)


def verify(version: str | None = None) -> pd.DataFrame:
    """Check all files of a version, and every table against the definition that the version carries; see `Dataset.verify`.

    Examples
    --------
    >>> import ilkit
    >>> report = ilkit.verify("2026.11.0")
    >>> sorted(set(report["check"]))
    ['file', 'foreign keys', 'labels', 'metadata', 'primary key', 'schema']
    """
    return Dataset(version).verify()


def profile(name: str, *, version: str | None = None) -> Profile:
    """Return one interleukin, gene or receptor on a card; see `Dataset.profile`.

    Examples
    --------
    >>> import ilkit
    >>> [receptor["name"] for receptor in ilkit.profile("IL-6").to_dict()["receptors"]]
    ['IL-6 receptor']
    """
    return opened(version).profile(name)
