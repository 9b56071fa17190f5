"""From the names that a filter was given to the ids that it means, with everything below them in a hierarchy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from ilkit.names import NameIndex, Resolver, alias_rows, index_names, ortholog_rows
from ilkit.once import once

HIERARCHIES = {"disease": "disease_ancestors", "term": "term_ancestors", "cell": "cell_ancestors"}


class Lookup:
    """The names of one dataset version, indexed when they are first asked for.

    Parameters
    ----------
    frame
        Returns a table of the version by its name.
    """

    def __init__(self, frame: Callable[[str], pd.DataFrame]) -> None:
        self._frame = frame
        self._indexes: dict[str, NameIndex] = {}
        self._resolvers: dict[str, Resolver] = {}

    def ids(self, filter_name: str, given: list[str], frame: pd.DataFrame) -> list[str]:
        """Return the ids that the names of a filter stand for, with everything below them where there is a hierarchy.

        `frame` is the table to be filtered: where it names genes outside the dataset, they are known as well.
        """
        if filter_name == "interleukin":
            names = [self.resolver.untangled(name, "il_id") for name in given]
            return list(dict.fromkeys(map(self.resolver.interleukin, names)))
        if filter_name == "gene":
            given = [self.resolver.untangled(name, "hgnc_id") for name in given]
        index = self._genes(frame) if filter_name == "gene" else self._index(filter_name)
        ids = list(dict.fromkeys(index.one(name) for name in given))
        if filter_name not in HIERARCHIES:
            return ids
        below = self._frame(HIERARCHIES[filter_name])
        return ids + below.loc[below["ancestor_id"].isin(ids), f"{filter_name}_id"].tolist()

    def _genes(self, frame: pd.DataFrame) -> NameIndex:
        """Return the names of the genes; genes outside the dataset that `frame` names are known by symbol and HGNC id."""
        known = self._frame("genes")["hgnc_id"]
        rows: list[tuple[str, str, str]] = []
        for key in (str(column) for column in frame.columns if str(column).endswith("hgnc_id")):
            outside = frame[frame[key].notna() & ~frame[key].isin(known)].drop_duplicates(key)
            for gene, symbol in zip(outside[key], outside[key.replace("hgnc_id", "symbol")], strict=True):
                rows += [(symbol, gene, "approved"), (gene, gene, "identifier")]
        return index_names("gene", [*alias_rows(self._frame("aliases"), "gene"), *rows]) if rows else self.resolver.genes

    @once
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

    def resolver_of(self, species: str) -> Resolver:
        """Return what finds interleukins and genes by the names of a species.

        For another species than the human that are the symbols and ids of orthologs, and the designations of
        genes and interleukins whose chains have an ortholog each.
        """
        if species == "human":
            return self.resolver
        if species not in self._resolvers:
            orthologs = self._frame("orthologs")
            own = orthologs[orthologs["species"] == species]
            designated = alias_rows(self._frame("aliases"), "gene")
            aliases = [row for row in designated if row[2] == "designation" and row[1] in set(own["hgnc_id"])]
            there = {il_id for il_id, genes in self.resolver.genes_of.items() if set(genes) <= set(own["hgnc_id"])}
            molecules = [row for row in alias_rows(self._frame("aliases"), "interleukin") if row[1] in there]
            self._resolvers[species] = replace(
                self.resolver,
                interleukins=index_names("interleukin", molecules),
                genes=index_names("gene", [*ortholog_rows(own), *aliases]),
            )
        return self._resolvers[species]

    def _index(self, filter_name: str) -> NameIndex:
        """Return the names of the diseases, terms, cells (in the plural too) or drugs."""
        if filter_name not in self._indexes:
            rows = self._term_rows() if filter_name == "term" else list(alias_rows(self._frame("aliases"), filter_name))
            if filter_name == "cell":
                rows += [(f"{name}s", cell, kind) for name, cell, kind in rows]
            self._indexes[filter_name] = index_names(filter_name, rows)
        return self._indexes[filter_name]

    def _term_rows(self) -> list[tuple[str, str, str]]:
        terms = self._frame("terms")
        rows = [(name, term, "approved") for term, name in zip(terms["term_id"], terms["term_name"], strict=True)]
        return rows + [(term, term, "identifier") for term in terms["term_id"]]
