"""What a card is about: from a name to one interleukin, gene or receptor with its chains."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from numbers import Integral
from typing import TYPE_CHECKING, Any

import pandas as pd

from ilkit.errors import AmbiguousNameError, FilterError, UnknownNameError, hint, shown
from ilkit.names import NameIndex, Resolver, as_name, index_names

if TYPE_CHECKING:
    from ilkit.dataset import Dataset


@dataclass(frozen=True)
class Chain:
    """A gene of the subject, and who else has it."""

    hgnc_id: str
    symbol: str
    attribution: str | None
    shared_with: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subject:
    """What a card is about: its kind (interleukin, gene or receptor), its id, and the genes of its chains."""

    kind: str
    id: str
    chains: tuple[Chain, ...]

    @property
    def genes(self) -> list[str]:
        """HGNC ids of the chains."""
        return [chain.hgnc_id for chain in self.chains]


def find(data: Dataset, name: Any) -> Subject:
    """Return the one interleukin, gene or receptor that `name` stands for.

    A molecule beats a gene, an approved symbol a receptor, and a receptor the other names of genes; the gene of a
    molecule of one chain stands for the molecule.
    """
    if isinstance(name, bool) or not isinstance(name, str | Integral) or not as_name(name).strip():
        raise FilterError(f"profile() was given {shown(name)}: expected one name as text, such as profile('IL-6').")
    given = as_name(name)
    resolver, receptors = data._lookup.resolver, _receptor_index(data)
    matched = [row for row in resolver.rows(given) if row["entity_type"]]
    found = receptors.candidates(given)
    if found and not any(row["entity_type"] == "interleukin" or row["matched_by"] == "approved" for row in matched):
        return _receptor(data, receptors.one(given))
    if len(matched) > 1:
        raise AmbiguousNameError(_ambiguous(given, matched))
    if not matched:
        raise UnknownNameError(_unknown(given, resolver, receptors))
    il_id, gene = matched[0]["il_id"], matched[0]["hgnc_id"]
    if matched[0]["entity_type"] == "interleukin" or (il_id and len(resolver.genes_of[il_id]) == 1):
        return _interleukin(data, str(il_id), resolver)
    return Subject("gene", str(gene), (Chain(str(gene), str(matched[0]["symbol"]), None),))


def _receptor_index(data: Dataset) -> NameIndex:
    """Return the receptors by id and name; none where the version has no table of them."""
    rows: list[tuple[str, str, str]] = []
    if "receptors" in data._resources:
        frame = data._frame("receptors")
        for receptor, name in zip(frame["receptor_id"], frame["name"], strict=True):
            rows += [(receptor, receptor, "identifier"), (name, receptor, "name")]
    return index_names("receptor", rows)


def _interleukin(data: Dataset, il_id: str, resolver: Resolver) -> Subject:
    frame = data._frame("chains")
    own = frame[frame["il_id"] == il_id]
    chains = []
    for gene, symbol, attribution in zip(own["hgnc_id"], own["symbol"], own["attribution"].astype(object), strict=True):
        others = [other for other in frame.loc[frame["hgnc_id"] == gene, "il_id"] if other != il_id]
        established = [other for other in others if resolver.status[other] == "established"]
        chains.append(Chain(gene, symbol, attribution, tuple(established or others) if attribution == "shared" else ()))
    return Subject("interleukin", il_id, tuple(chains))


def _receptor(data: Dataset, receptor_id: str) -> Subject:
    frame = data._frame("receptor_subunits")
    own = frame[frame["receptor_id"] == receptor_id]
    chains = [
        Chain(gene, symbol, "shared" if shared else "unique", others_with(frame, gene, receptor_id) if shared else ())
        for gene, symbol, shared in zip(own["hgnc_id"], own["symbol"], own["shared"], strict=True)
    ]
    return Subject("receptor", receptor_id, tuple(chains))


def others_with(subunits: pd.DataFrame, gene: str, receptor_id: str) -> tuple[str, ...]:
    """Return the other receptors that have the gene as a subunit."""
    return tuple(subunits.loc[(subunits["hgnc_id"] == gene) & (subunits["receptor_id"] != receptor_id), "receptor_id"])


def _ambiguous(name: str, matched: Iterable[dict[str, str | None]]) -> str:
    several = ", ".join(str(row["il_id"] if row["entity_type"] == "interleukin" else row["symbol"]) for row in matched)
    return f"The name {shown(name)} stands for several: {several}. Give one of these."


def _unknown(name: str, resolver: Resolver, receptors: NameIndex) -> str:
    spellings = [*resolver.interleukins.spellings, *resolver.genes.spellings, *receptors.spellings]
    return (
        f"This dataset knows no interleukin, gene or receptor named {name[:80]!r}.{hint(name, spellings)} "
        "Allowed are the ids and names in load('aliases') and in the table of receptors."
    )
