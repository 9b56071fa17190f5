"""Intermediate frame: the nodes of WikiPathways with the human genes that they mean."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd


def build(
    wikipathways_2026_08: dict[str, pd.DataFrame], human_symbols: pd.DataFrame, hgnc: dict[str, pd.DataFrame]
) -> pd.DataFrame:
    """Return the nodes with ``genes``, approved symbols as a tuple, and ``matched_by``: identifier or label."""
    nodes = wikipathways_2026_08["nodes"]
    approved = dict(zip(human_symbols.index, human_symbols["symbol"], strict=True))
    genes = hgnc["genes"]
    aliases = {
        symbol: frozenset(alias.upper() for alias in (*other, *previous))
        for symbol, other, previous in zip(genes["symbol"], genes["alias_symbol"], genes["prev_symbol"], strict=True)
    }
    meant = [meant_genes(label, named, approved, aliases) for label, named in zip(nodes["Label"], nodes["HGNC"], strict=True)]
    return nodes.assign(
        genes=pd.Series([symbols for symbols, _ in meant], index=nodes.index),
        matched_by=pd.Series([matched for _, matched in meant], index=nodes.index),
    )


def meant_genes(
    label: str, named: tuple[str, ...], approved: Mapping[str, str], aliases: Mapping[str, frozenset[str]]
) -> tuple[tuple[str, ...], str]:
    """Return the approved symbols of the genes that a node means, and what told so.

    `named` are the genes of the identifier, `approved` every symbol with the approved one of its gene, `aliases` the other
    names of each gene. The identifier tells, unless the label is the approved symbol of another gene and no alias of the
    identifier's: then the label, which the reader of the pathway sees, was meant and the identifier mistaken. Of several
    genes of an identifier the label chooses.

    >>> approved = {name: name for name in ("CHML", "OPN3", "IL2", "IL5", "CXCL8", "PDK1", "PDPK1", "BMAL1")} | {"ARNTL": "BMAL1"}
    >>> aliases = {"PDPK1": frozenset({"PDK1"})}
    >>> meant_genes("IL-8", ("hgnc.symbol:CXCL8",), approved, aliases)
    (('CXCL8',), 'identifier')
    >>> meant_genes("OPN3", ("hgnc.symbol:CHML", "hgnc.symbol:OPN3"), approved, aliases)
    (('OPN3',), 'identifier')
    >>> meant_genes("BMAL1", ("hgnc.symbol:ARNTL",), approved, aliases)
    (('BMAL1',), 'identifier')
    >>> meant_genes("PDK1", ("hgnc.symbol:PDPK1",), approved, aliases)
    (('PDPK1',), 'identifier')
    >>> meant_genes("IL5", ("hgnc.symbol:IL2",), approved, aliases)
    (('IL5',), 'label')
    """
    known = [approved.get(name.removeprefix("hgnc.symbol:")) for name in named]
    symbols = tuple(symbol for symbol in known if symbol is not None)
    if label in symbols:
        return (label,), "identifier"
    readthrough = bool(set(label.split("-")) & set(symbols))
    other_name = any(label.upper() in aliases.get(symbol, frozenset()) for symbol in symbols)
    if approved.get(label) != label or readthrough or other_name:
        return symbols, "identifier"
    return (label,), "label"
