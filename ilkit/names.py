"""From any name to the entity it stands for.

`NameIndex` holds the names of one kind of entity, `Resolver`
leads from names to interleukins and genes, `resolve` does so for a whole column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from ilkit.encoding import untyped
from ilkit.errors import AmbiguousNameError, FilterError, UnknownNameError, hint, shown
from ilkit.once import once
from ilkit.spelling import normalise, parts_of

MATCH = ["entity_type", "il_id", "hgnc_id", "symbol", "matched_by", "alias"]
RANK = ("approved", "designation", "previous", "alias", "name", "identifier")
SPECIES = ("human", "mouse", "rat")


@dataclass(frozen=True)
class NameIndex:
    """All names of one kind of entity: normalised name → {entity id: (kind, name as written)}."""

    entity_type: str
    names: Mapping[str, Mapping[str, tuple[str, str]]]

    def candidates(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the entities that carry `name`, only those of the best kind, the first in `RANK`."""
        found = self.names.get(normalise(name), {})
        best = min((RANK.index(kind) for kind, _ in found.values()), default=0)
        return {entity: match for entity, match in found.items() if RANK.index(match[0]) == best}

    def one(self, name: str) -> str:
        """Return the only entity that `name` stands for, or raise with the candidates or the closest names."""
        found = sorted(self.candidates(name))
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousNameError(
                f"The {self.entity_type} name {shown(name)} stands for {len(found)}: {', '.join(found)}. "
                "Give one of these ids, or several as a list."
            )
        raise UnknownNameError(
            f"This dataset knows no {self.entity_type} named {name[:80]!r}.{hint(name, self.spellings)} "
            f"Allowed are the ids and names in load('aliases') and in the table of {self.entity_type}s."
        )

    @once
    def spellings(self) -> list[str]:
        """Every name as a source writes it."""
        return sorted({match[1] for found in self.names.values() for match in found.values()})


def index_names(entity_type: str, rows: Iterable[tuple[str, str, str]]) -> NameIndex:
    """Return the index over rows of (name, entity id, kind); where a name comes twice, its best kind counts."""
    names: dict[str, dict[str, tuple[str, str]]] = {}
    for alias, entity, kind in rows:
        found = names.setdefault(normalise(alias), {})
        if entity not in found or RANK.index(kind) < RANK.index(found[entity][0]):
            found[entity] = (kind, alias)
    names.pop("", None)
    return NameIndex(entity_type, names)


def alias_rows(aliases: pd.DataFrame, entity_type: str) -> Iterable[tuple[str, str, str]]:
    """Return (name, entity id, kind) of the names in `aliases` that may be resolved."""
    own = aliases[(aliases["entity_type"] == entity_type) & aliases["blocked_by"].isna()]
    return zip(own["alias"], own["entity_id"], own["kind"].astype("object"), strict=True)


def ortholog_rows(orthologs: pd.DataFrame) -> Iterable[tuple[str, str, str]]:
    """Return (name, HGNC id, kind) of the symbols and ids of orthologs."""
    kinds = {
        "ortholog_symbol": "approved",
        "ortholog_id": "identifier",
        "ensembl_gene_id": "identifier",
        "ncbi_gene_id": "identifier",
    }
    for column, kind in kinds.items():
        known = orthologs.dropna(subset=[column])
        names = known[column].astype("string").astype("object")
        yield from zip(
            "NCBIGene:" + names if column == "ncbi_gene_id" else names, known["hgnc_id"], [kind] * len(known), strict=True
        )


@dataclass(frozen=True)
class Resolver:
    """Finds interleukins and genes by name, and the one from the other through the chains."""

    interleukins: NameIndex
    genes: NameIndex
    chains: pd.DataFrame
    status: Mapping[str, str]
    symbols: Mapping[str, str]

    @once
    def genes_of(self) -> dict[str, list[str]]:
        """il_id → genes of its chains."""
        return {str(il_id): list(genes) for il_id, genes in self.chains.groupby("il_id")["hgnc_id"]}

    @once
    def molecules_of(self) -> dict[str, list[str]]:
        """Gene → the molecules that its name may stand for.

        That is the established molecule which the gene makes up alone, else the established molecules that
        hold it as a chain, else the provisional and retired ones.
        """
        found: dict[str, list[str]] = {}
        for gene, holders in self.chains.groupby("hgnc_id")["il_id"]:
            established = [il_id for il_id in holders if self.status[il_id] == "established"]
            alone = [il_id for il_id in established if len(self.genes_of[il_id]) == 1]
            found[str(gene)] = sorted(alone or established or holders)
        return found

    def interleukin(self, name: str) -> str:
        """Return the il_id that `name` stands for, be it the name of the molecule or of its gene."""
        if self.interleukins.candidates(name):
            return self.interleukins.one(name)
        genes = sorted(self.genes.candidates(name))
        if len(genes) > 1:
            chains = ", ".join(
                f"{self.symbols[gene]} ({'/'.join(self.molecules_of.get(gene, ['no interleukin']))})" for gene in genes
            )
            raise AmbiguousNameError(f"{shown(name)} is a name of several genes: {chains}. Give the interleukin that is meant.")
        molecules = self.molecules_of.get(genes[0], []) if len(genes) == 1 else []
        if len(molecules) > 1:
            raise AmbiguousNameError(
                f"{shown(name)} is the gene {self.symbols[genes[0]]}, a chain of {', '.join(molecules)}. "
                f"Give one of these, or filter by gene={shown(name)}."
            )
        return molecules[0] if molecules else self.interleukins.one(name)

    @once
    def molecule_of(self) -> dict[frozenset[str], str]:
        """Genes of the chains → the molecule of several chains that they make up, established ones first."""
        several = [(il_id, genes) for il_id, genes in self.genes_of.items() if len(genes) > 1]
        several.sort(key=lambda molecule: self.status[molecule[0]] == "established")
        return {frozenset(genes): il_id for il_id, genes in several}

    def rows(self, name: str) -> list[dict[str, str | None]]:
        """Return one row per entity that `name` stands for, itself or by the names that it is made of."""
        return self._named(name) or self._named_twice(name) or [self._row(None, None, None, None, None)]

    def untangled(self, label: str, key: str) -> str:
        """Return the id of what a label of several names stands for, and any other name as it is."""
        rows = [] if self._named(label) else self._named_twice(label)
        return (rows[0][key] if len(rows) == 1 else None) or label

    def _named(self, name: str) -> list[dict[str, str | None]]:
        """Return one row per entity that carries `name`: molecules first, genes where no molecule does."""
        key = normalise(name)
        if key not in self.interleukins.names and key not in self.genes.names:
            return []
        genes = self.genes.candidates(name)
        rows: list[dict[str, str | None]] = []
        for il_id, (kind, alias) in sorted(self.interleukins.candidates(name).items()):
            own = self.genes_of[il_id]
            named = [gene for gene, (gene_kind, _) in genes.items() if gene in own and gene_kind == "approved"]
            gene = own[0] if len(own) == 1 else named[0] if named else None
            rows.append(self._row("interleukin", il_id, gene, kind, alias))
        if not rows:
            for gene, (kind, alias) in sorted(genes.items()):
                molecules = self.molecules_of.get(gene, [])
                rows.append(self._row("gene", molecules[0] if len(molecules) == 1 else None, gene, kind, alias))
        return rows

    def _named_twice(self, label: str) -> list[dict[str, str | None]]:
        """Return the rows of the one entity that every name in a label stands for, or of the molecule whose chains they name."""
        found: list[list[dict[str, str | None]]] = []
        for part in parts_of(label):
            found.append(self._named(part))
            if not found[-1]:
                return []
        if not found:
            return []
        common = set.intersection(*({entity(row) for row in rows} for rows in found))
        chosen = [[row for row in rows if entity(row) in common] for rows in found]
        if not common:
            molecule = self.molecule_of.get(frozenset(str(row["hgnc_id"]) for rows in found for row in rows))
            if molecule is None or any(len(rows) > 1 for rows in found):
                return []
            whole = {"entity_type": "interleukin", "il_id": molecule, "hgnc_id": None, "symbol": None}
            chosen = [[row | whole] for [row] in found]
        best = min(chosen, key=lambda rows: rows[0]["entity_type"] != "interleukin")
        if len(best) > 1:
            return best
        kind = max((str(rows[0]["matched_by"]) for rows in chosen), key=RANK.index)
        return [best[0] | {"matched_by": kind, "alias": " / ".join(str(rows[0]["alias"]) for rows in chosen)}]

    def _row(
        self, entity_type: str | None, il_id: str | None, gene: str | None, kind: str | None, alias: str | None
    ) -> dict[str, str | None]:
        return {
            "entity_type": entity_type,
            "il_id": il_id,
            "hgnc_id": gene,
            "symbol": self.symbols[gene] if gene else None,
            "matched_by": kind,
            "alias": alias,
        }


def resolve(resolver: Resolver, queries: pd.Series) -> pd.DataFrame:
    """Return one row per (query, match) in the order of the queries; see `ilkit.Dataset.resolve`.

    Each distinct query is looked up once, and its matches are repeated for every place where it stands; a null has the
    code -1, which is the last of the distinct queries and matches nothing.
    """
    try:
        codes, distinct = pd.factorize(untyped(queries))
    except (TypeError, NotImplementedError) as nested:
        raise FilterError(
            f"resolve() was given a list within the list ({nested}): expected names as text, such as 'IL-6'."
        ) from nested
    names = [as_name(value) for value in distinct]
    found = [*map(resolver.rows, names), resolver.rows("")]
    counts = np.array([len(rows) for rows in found])
    columns = {
        "query": [name for name, rows in zip([*names, None], found, strict=True) for _ in rows],
        "status": [status(rows) for rows in found for _ in rows],
        **{column: [row[column] for rows in found for row in rows] for column in MATCH},
    }
    matches = pd.DataFrame(columns)
    each = counts[codes]
    position = np.repeat(np.arange(len(codes)), each)
    if len(matches) == len(found):
        rows = codes if len(codes) == 0 else np.where(codes < 0, len(distinct), codes)
    else:
        within = np.arange(len(position)) - np.repeat(each.cumsum() - each, each)
        rows = np.repeat((counts.cumsum() - counts)[codes], each) + within
    frame = matches.take(rows).reset_index(drop=True)
    frame.insert(0, "position", position)
    return frame


def as_series(queries: Any) -> pd.Series:
    """Return the names that `resolve` was given, one or many, as a series; nulls are kept.

    Raises
    ------
    FilterError
        Something else than a name or a flat list of names was given.
    """
    many = [queries] if queries is None or queries is pd.NA or isinstance(queries, str | Real) else queries
    if isinstance(many, Mapping | bytes | pd.DataFrame) or not isinstance(many, Iterable) or getattr(many, "ndim", 1) != 1:
        raise FilterError(
            f"resolve() was given {type(queries).__name__}: expected a name or a flat list of names, such as ['IL-6']."
        )
    return many if isinstance(many, pd.Series) else pd.Series(list(many), dtype="object")


def as_name(value: object) -> str:
    """Return a query as text; a whole number, which a column with gaps holds as a float, is an NCBI Gene id.

    >>> as_name(3569.0), as_name("IL-6")
    ('3569', 'IL-6')
    """
    try:
        name = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
        name.encode()
    except UnicodeEncodeError as half:
        raise FilterError(f"{shown(value)} was given as a name, half of a sign and no text: expected names.") from half
    except ValueError as endless:
        raise FilterError(f"{shown(value)} was given as a name, a number of too many digits: expected NCBI Gene ids.") from endless
    return name


def entity(row: Mapping[str, str | None]) -> str | None:
    """Return the molecule of a match, or the gene where there is none."""
    return row["il_id"] or row["hgnc_id"]


def status(rows: list[dict[str, str | None]]) -> str:
    """Return what became of a query with these matches."""
    return "unmatched" if rows[0]["entity_type"] is None else "matched" if len(rows) == 1 else "ambiguous"
