"""Reference tables of human interleukins as pandas DataFrames: versioned, offline, with provenance on each row.

>>> import ilkit
>>> ilkit.load("chains", columns=["il_id", "symbol", "chain_name"], interleukin="IL-23")
   il_id symbol chain_name
0  IL-23  IL23A        p19
1  IL-23  IL12B        p40

`tables` lists what there is, `columns` describes the columns of a table, `load` returns it, narrowed to
interleukins, genes, diseases, terms, cells or drugs by any of their names; `path` is the Parquet file for other engines.
`resolve` tells what names stand for, `annotate` puts the answer beside a table of one's own, `validate` checks one against
the definition of a table, `cite` names the version and its sources. `Dataset` pins one version for all of these.
`ilkit.plots` draws pictures, `ilkit.export` writes files for other programs.
"""

from typing import Any

from ilkit import errors
from ilkit.api import (
    annotate,
    cascade,
    cite,
    columns,
    diff,
    fetch,
    load,
    path,
    profile,
    resolve,
    tables,
    validate,
    verify,
    versions,
)
from ilkit.catalog import DEFAULT_VERSION
from ilkit.dataset import Dataset

__version__ = "0.3.1"

LAZY = ("export", "plots")

__all__ = [
    "DEFAULT_VERSION",
    "Dataset",
    "__version__",
    "annotate",
    "cascade",
    "cite",
    "columns",
    "diff",
    "errors",
    "fetch",
    "load",
    "path",
    "profile",
    "resolve",
    "tables",
    "validate",
    "verify",
    "versions",
]


def __getattr__(name: str) -> Any:
    """Import a part of the package when it is first asked for."""
    if name in LAZY:
        from importlib import import_module

        return import_module(f"ilkit.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names, with the parts that are imported when they are first asked for and can be here."""
    from importlib.util import find_spec

    return sorted([*__all__, *(name for name in LAZY if name != "plots" or find_spec("matplotlib"))])
