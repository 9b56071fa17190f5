"""From the names that a filter was given to the ids that it means, with everything below them in a hierarchy."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import pandas as pd

from ilkit.names import NameIndex, Resolver, alias_rows, index_names


class Lookup:
    """The names of one dataset version, indexed when they are first asked for.

    Parameters
    ----------
    frame
        Returns a table of the version by its name.
    """

    def __init__(self, frame: Callable[[str], pd.DataFrame]) -> None:
        self._frame = frame

    def ids(self, filter_name: str, given: list[str]) -> list[str]:
        """Return the ids that the names of a filter stand for, with everything below them where there is a hierarchy."""
        if filter_name == "interleukin":
            return list(dict.fromkeys(self.resolver.interleukin(name) for name in given))
        index = {"gene": self.resolver.genes, "disease": self._diseases, "term": self._terms}[filter_name]
        ids = list(dict.fromkeys(index.one(name) for name in given))
        if filter_name == "gene":
            return ids
        below = self._frame(f"{filter_name}_ancestors")
        return ids + below.loc[below["ancestor_id"].isin(ids), f"{filter_name}_id"].tolist()

    @cached_property
    def resolver(self) -> Resolver:
        """Interleukins and genes by name."""
        aliases, molecules, genes = self._frame("aliases"), self._frame("interleukins"), self._frame("genes")
        return Resolver(
            interleukins=index_names("interleukin", alias_rows(aliases, "interleukin")),
            genes=index_names("gene", alias_rows(aliases, "gene")),
            chains=self._frame("chains"),
            status=dict(zip(molecules["il_id"], molecules["status"].astype("object"), strict=True)),
            symbols=dict(zip(genes["hgnc_id"], genes["symbol"], strict=True)),
        )

    @cached_property
    def _diseases(self) -> NameIndex:
        return index_names("disease", alias_rows(self._frame("aliases"), "disease"))

    @cached_property
    def _terms(self) -> NameIndex:
        terms = self._frame("terms")
        rows = [(name, term, "approved") for term, name in zip(terms["term_id"], terms["term_name"], strict=True)]
        return index_names("term", rows + [(term, term, "identifier") for term in terms["term_id"]])
