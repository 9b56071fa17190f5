"""Intermediate frame: the edges of WikiPathways between a subunit of a receptor and a JAK, STAT or adaptor."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.pathway_rows import meant_genes

SOURCE = "wikipathways_il"
SPEAKING = frozenset(("Arrow", "arrow", "mim-binding", "mim-stimulation", "mim-modification", "mim-catalysis", "mim-conversion"))


def build(
    wikipathways_il: dict[str, pd.DataFrame],
    wikipathways_2026_08: dict[str, pd.DataFrame],
    human_symbols: pd.DataFrame,
    pathway_rows: pd.DataFrame,
    receptor_parts: pd.DataFrame,
    transducers: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Return one row per receptor, transducer, subunit and pathway.

    An edge speaks of each receptor that holds the subunit, if the pathway draws all its subunits and a ligand.
    """
    genes_of = labels(wikipathways_2026_08["nodes"], human_symbols)
    subunits = frozenset().union(*receptor_parts["subunits"])
    own = frozenset(transducers["hgnc_id"])
    edges = wikipathways_il["edges"]
    ends = {
        side: [genes_at(genes_of, *end) for end in zip(edges["wpid"], edges[side], strict=True)] for side in ("source", "target")
    }
    pairs = [oriented(one, other, subunits, own) for one, other in zip(ends["source"], ends["target"], strict=True)]
    edges = edges.assign(pair=pd.Series(pairs, index=edges.index))
    selection = ledger.select("signaling", SOURCE, edges, "edges")
    selection.drop(selection.rows["pair"].map(len) == 0, "no edge between a receptor subunit and a JAK, STAT or adaptor")
    selection.drop(~selection.rows["arrow"].isin(SPEAKING), "the edge is one of inhibition, of transcription or of no kind")
    drawn = pathway_rows.groupby("pathway_id")["hgnc_id"].agg(frozenset)
    receptors = [
        [
            (receptor, *pair)
            for pair in pairs
            for receptor in receptors_of(pair[0], drawn.get(f"wikipathways:{wpid}"), receptor_parts)
        ]
        for wpid, pairs in zip(selection.rows["wpid"], selection.rows["pair"], strict=True)
    ]
    selection.rows = selection.rows.assign(receptors=pd.Series(receptors, index=selection.rows.index))
    selection.drop(
        selection.rows["receptors"].map(len) == 0, "the pathway draws no signalling receptor with the subunit and a ligand"
    )
    rows = selection.rows.explode("receptors")
    parts = pd.DataFrame(rows["receptors"].tolist(), columns=["receptor_id", "subunit_hgnc_id", "hgnc_id"], index=rows.index)
    frame = parts.assign(reference="wikipathways:" + rows["wpid"], evidence="wikipathways_edge", source_id=SOURCE)
    key = ["receptor_id", "hgnc_id", "reference"]
    several = frame.groupby(key)["subunit_hgnc_id"].transform("nunique") > 1
    return frame.assign(subunit_hgnc_id=frame["subunit_hgnc_id"].mask(several)).drop_duplicates(key)


def labels(nodes: pd.DataFrame, symbols: pd.DataFrame) -> dict[tuple[str, str], frozenset[str]]:
    """Return the genes of each label in each pathway; a label that contradicts its identifier has none."""
    approved = dict(zip(symbols.index, symbols["symbol"], strict=True))
    ids = dict(zip(symbols["symbol"], symbols["hgnc_id"], strict=True))
    found: dict[tuple[str, str], frozenset[str]] = {}
    for wpid, label, named in zip(nodes["wpid"], nodes["Label"], nodes["HGNC"], strict=True):
        genes = frozenset(ids[symbol] for symbol in meant_genes(label, named, approved))
        found[wpid, label] = found.get((wpid, label), frozenset()) | genes
    return found


def genes_at(genes_of: dict[tuple[str, str], frozenset[str]], wpid: str, end: object) -> frozenset[str]:
    """Return the genes at one end of an edge: those of its label, or of every label of a group ``GROUP:A+B``."""
    names = end.removeprefix("GROUP:").split("+") if isinstance(end, str) else []
    return frozenset().union(*(genes_of.get((wpid, name.strip()), frozenset()) for name in names))


def oriented(
    one: frozenset[str], other: frozenset[str], subunits: frozenset[str], transducers: frozenset[str]
) -> tuple[tuple[str, str], ...]:
    """Return the pairs of subunit and transducer that an edge joins, whichever way it points."""
    return tuple(
        sorted(
            {(subunit, gene) for subunit in one & subunits for gene in other & transducers}
            | {(subunit, gene) for subunit in other & subunits for gene in one & transducers}
        )
    )


def receptors_of(subunit: str, drawn: frozenset[str] | None, parts: pd.DataFrame) -> list[str]:
    """Return the signalling receptors with `subunit` of which a pathway draws every subunit and at least one ligand."""
    there = drawn or frozenset()
    signalling = parts[parts["signals"]]
    return [
        str(receptor)
        for receptor, own, ligands in zip(signalling.index, signalling["subunits"], signalling["ligands"], strict=True)
        if subunit in own and own <= there and ligands & there
    ]
