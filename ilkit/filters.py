"""What the filters of `load` mean for a table: which rows stay, and what is said of the molecule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from numbers import Integral
from typing import Any

import pandas as pd

from ilkit.errors import FilterError, hint, shown
from ilkit.evidence import is_active, is_direct
from ilkit.names import as_name

KEYS = {
    "interleukin": ("il_id", "receptor_id", "drug_id", "hgnc_id", "pathway_id"),
    "gene": ("hgnc_id", "ligand_hgnc_id", "regulator_hgnc_id", "il_id", "receptor_id", "drug_id", "pathway_id"),
    "disease": ("disease_id", "drug_id"),
    "term": ("term_id",),
    "cell": ("cell_id",),
    "drug": ("drug_id",),
}
OWN_GENE = ("hgnc_id", "ligand_hgnc_id", "regulator_hgnc_id")
LINKS = {
    ("receptor_id", "il_id"): "binding",
    ("receptor_id", "hgnc_id"): "receptor_subunits",
    ("drug_id", "hgnc_id"): "drug_targets",
    ("drug_id", "disease_id"): "drug_indications",
    ("pathway_id", "hgnc_id"): "pathway_members",
    ("il_id", "hgnc_id"): "chains",
}
ENTITY_FILTERS = ("interleukin", "gene", "disease", "cell", "drug")
TableOf = Callable[[str], pd.DataFrame]


def answerable(columns: Iterable[str], tables: Iterable[str]) -> list[str]:
    """Return the filters that a table with these columns can answer, by itself or through another of `tables`."""
    present, there = set(columns), set(tables)
    if {"entity_type", "entity_id"} <= present:
        return [name for name in ENTITY_FILTERS if f"{name}s" in there]
    return [name for name, keys in KEYS.items() if any(key in present and _route(name, key) <= there for key in keys)]


def _route(filter_name: str, key: str) -> set[str]:
    """Return the tables that lead from the entities of a filter to `key`."""
    wanted = {"interleukin": "il_id", "gene": "hgnc_id", "disease": "disease_id"}.get(filter_name, key)
    if key == wanted or key.endswith(f"_{wanted}"):
        return set()
    if (key, wanted) in LINKS:
        return {LINKS[key, wanted]}
    receptors = {"binding", "receptor_subunits"} if key == "drug_id" else set()
    return {"chains"} if key == "hgnc_id" else {"chains", LINKS[key, "hgnc_id"]} | receptors


def names_of(filter_name: str, value: Any) -> list[str]:
    """Return the names that a filter was given, one or many, as a list of texts, each once."""
    many = [value] if isinstance(value, str | Integral) else value
    if isinstance(many, Mapping | bytes | pd.DataFrame) or not isinstance(many, Iterable) or getattr(many, "ndim", 1) != 1:
        raise FilterError(f"{filter_name}={shown(value)}: expected a name or a list of names, found {type(value).__name__}.")
    names = []
    for name in many:
        if isinstance(name, bool) or not isinstance(name, str | Integral) or not as_name(name).strip():
            raise FilterError(
                f"{filter_name}= was given {shown(name)}: expected names as text, such as {filter_name}={EXAMPLE[filter_name]!r}."
            )
        names.append(as_name(name))
    return list(dict.fromkeys(names))


EXAMPLE = {
    "interleukin": "IL-6",
    "gene": "IL6",
    "disease": "psoriasis",
    "term": "GO:0006955",
    "cell": "T cell",
    "drug": "tocilizumab",
    "names": "IL-6",
}


def refuse(table: str, filter_name: str, allowed: list[str]) -> FilterError:
    """Compose the error for a filter that the table cannot answer."""
    return FilterError(
        f"The table {table!r} cannot be filtered by {filter_name!r}: it has no column for it.{hint(filter_name, allowed, 1)} "
        f"Filters that it has: {', '.join(allowed) or 'none'}."
    )


def keep(table: str, frame: pd.DataFrame, filter_name: str, ids: list[str], table_of: TableOf) -> pd.DataFrame:
    """Return the rows of `frame`, the table of that name, that concern the entities `ids` of the kind `filter_name`.

    A table without molecules narrowed to interleukins gets their ``il_id`` and ``attribution``: one row per molecule
    and row of a gene of its chains, of a receptor that it binds, of a pathway of such a gene, of a drug on either.
    """
    if "entity_type" in frame and "entity_id" in frame:
        return frame[(frame["entity_type"] == filter_name) & frame["entity_id"].isin(ids)]
    if filter_name == "gene":
        return frame[_about_genes(table, frame, ids, table_of)]
    key = next(key for key in KEYS[filter_name] if key in frame)
    if filter_name == "interleukin" and key != "il_id":
        return _with_molecules(frame, key, ids, table_of)
    if filter_name == "disease" and key == "drug_id":
        return frame[frame[key].isin(_linked(key, "disease_id", ids, table_of))]
    return frame[frame[key].isin(ids)]


def _about_genes(table: str, frame: pd.DataFrame, ids: list[str], table_of: TableOf) -> pd.Series:
    """Tell which rows are about the genes `ids`.

    Those are rows that name one of them in whatever part, rows about a receptor that has it as a subunit, and, where a
    row names no gene of its own, rows about the interleukin, drug or pathway that it is a chain, target or member of.
    """
    parts = [frame[column].isin(ids) for column in frame.columns if column == "hgnc_id" or str(column).endswith("_hgnc_id")]
    unnamed = frame[[column for column in OWN_GENE if column in frame]].isna().all(axis=1)
    for key in ("receptor_id", "il_id", "drug_id", "pathway_id"):
        if key in frame and LINKS[key, "hgnc_id"] != table:
            linked = frame[key].isin(_linked(key, "hgnc_id", ids, table_of))
            parts.append(linked if key == "receptor_id" else linked & unnamed)
    return pd.concat(parts, axis=1).any(axis=1)


def _linked(key: str, wanted: str, ids: list[str], table_of: TableOf) -> pd.Series:
    """Return the values of `key` that a table links to the ids in its column `wanted`."""
    link = table_of(LINKS[key, wanted])
    return link.loc[link[wanted].isin(ids), key]


def _with_molecules(frame: pd.DataFrame, key: str, ids: list[str], table_of: TableOf) -> pd.DataFrame:
    """Return the rows whose `key` belongs to the molecules `ids`, in their order, with ``il_id`` and ``attribution``."""
    links = molecules_by(key, table_of)
    links = links[links["il_id"].isin(ids)]
    row = "__row__"
    joined = frame.assign(**{row: range(len(frame))}).merge(links, on=key, how="inner")
    order = joined["il_id"].map({il_id: place for place, il_id in enumerate(ids)})
    joined = joined.assign(__place__=order).sort_values(["__place__", row], kind="stable")
    return joined.drop(columns=[row, "__place__"])


def molecules_by(key: str, table_of: TableOf) -> pd.DataFrame:
    """Return which molecule a gene, receptor, drug or pathway belongs to, and whether to it alone.

    Columns ``il_id``, `key`, ``attribution``. A receptor is shared where several molecules bind it; a drug or a
    pathway where it reaches the molecule only by chains, of itself or of its receptor, that other molecules share. A drug
    on a shared chain counts only where it is known to act on that chain and not on another of the complex.
    """
    if key == "receptor_id":
        return _marked(table_of("binding")[["il_id", key]], key)
    chains = table_of("chains")[["il_id", "hgnc_id", "attribution"]]
    if key == "hgnc_id":
        return chains
    links = table_of(LINKS[key, "hgnc_id"])
    if key == "drug_id":
        chains = pd.concat([chains, _receptor_chains(table_of)], ignore_index=True)
        links = links[is_direct(links)].merge(chains, on="hgnc_id")
        links = links[links["direct"].notna() | (links["attribution"] == "unique")]
    else:
        links = links[[key, "hgnc_id"]].drop_duplicates().merge(chains, on="hgnc_id")
    best = links.sort_values("attribution", key=lambda kinds: kinds != "unique", kind="stable")
    return best.drop_duplicates([key, "il_id"])[["il_id", key, "attribution"]]


def _receptor_chains(table_of: TableOf) -> pd.DataFrame:
    """Return the chains of the receptors that each molecule is established to activate."""
    binding = table_of("binding")
    bound = binding[is_active(binding)].merge(table_of("receptor_subunits"), on="receptor_id")
    return _marked(bound[["il_id", "hgnc_id"]], "hgnc_id")


def _marked(links: pd.DataFrame, key: str) -> pd.DataFrame:
    """Return the distinct links, each marked as shared where several molecules have its `key`, else as unique."""
    links = links.drop_duplicates()
    shared = links.duplicated(key, keep=False)
    return links.assign(attribution=shared.map({True: "shared", False: "unique"}).astype("category"))
