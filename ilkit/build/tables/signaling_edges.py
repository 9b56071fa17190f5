"""Intermediate frame: the edges of WikiPathways between a subunit of a receptor and a JAK, STAT or adaptor."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger

SOURCE = "wikipathways_il"
SPEAKING = ("Arrow", "arrow", "mim-binding", "mim-stimulation", "mim-modification", "mim-catalysis", "mim-conversion")
KEY = ["receptor_id", "hgnc_id", "reference"]


def build(
    wikipathways_il: dict[str, pd.DataFrame],
    wikipathways_nodes: pd.DataFrame,
    human_symbols: pd.DataFrame,
    pathway_rows: pd.DataFrame,
    receptor_parts: pd.DataFrame,
    transducers: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Return one row per receptor, transducer and pathway, with the subunit where the pathway joins one alone to it.

    An edge speaks of each signalling receptor that holds the subunit, if the pathway draws all its subunits and a ligand.
    """
    edges = wikipathways_il["edges"].assign(edge=lambda rows: rows.index)
    pairs = joined(edges, labels(wikipathways_nodes, human_symbols), receptor_parts, transducers)
    stated = pairs.merge(drawn(pathway_rows, receptor_parts), on=["wpid", "subunit_hgnc_id"])
    selection = ledger.select("signaling", SOURCE, edges, "edges")
    selection.drop(~selection.rows["edge"].isin(pairs["edge"]), "no edge of a receptor subunit with a JAK, STAT or adaptor")
    selection.drop(~selection.rows["arrow"].isin(SPEAKING), "the edge is one of inhibition, of transcription or of no kind")
    selection.drop(
        ~selection.rows["edge"].isin(stated["edge"]), "the pathway draws no signalling receptor with the subunit and a ligand"
    )
    kept = stated[stated["edge"].isin(selection.rows["edge"])]
    kept = kept.assign(reference="wikipathways:" + kept["wpid"], evidence="wikipathways_edge", source_id=SOURCE)
    several = kept.groupby(KEY)["subunit_hgnc_id"].transform("nunique") > 1
    return kept.assign(subunit_hgnc_id=kept["subunit_hgnc_id"].mask(several)).drop_duplicates(KEY)


def labels(nodes: pd.DataFrame, symbols: pd.DataFrame) -> pd.DataFrame:
    """Return ``wpid``, ``label`` and ``gene``, one row per gene that a label means in a pathway."""
    ids = symbols.drop_duplicates("symbol").set_index("symbol")["hgnc_id"]
    found = nodes.explode("genes").dropna(subset=["genes"])
    found = found.assign(label=found["Label"], gene=found["genes"].map(ids))
    return found[["wpid", "label", "gene"]].drop_duplicates()


def joined(edges: pd.DataFrame, labels_of: pd.DataFrame, receptor_parts: pd.DataFrame, transducers: pd.DataFrame) -> pd.DataFrame:
    """Return ``edge``, ``wpid``, ``subunit_hgnc_id`` and ``hgnc_id`` for each subunit and transducer that an edge joins.

    An edge that points at the receptor counts as well, since JAKs phosphorylate it; not so from a STAT, which acts on genes.
    """
    ends = {side: end_genes(edges, side, labels_of) for side in ("source", "target")}
    pairs = ends["source"].merge(ends["target"], on=["edge", "wpid"], suffixes=("_source", "_target"))
    forth = pairs.rename(columns={"gene_source": "subunit_hgnc_id", "gene_target": "hgnc_id"})
    back = pairs.rename(columns={"gene_target": "subunit_hgnc_id", "gene_source": "hgnc_id"})
    back = back[~back["hgnc_id"].isin(transducers.loc[transducers["role"] == "STAT", "hgnc_id"])]
    both = pd.concat([forth, back], ignore_index=True)
    subunits = receptor_parts["subunits"].explode()
    return both[both["subunit_hgnc_id"].isin(subunits) & both["hgnc_id"].isin(transducers["hgnc_id"])].drop_duplicates()


def end_genes(edges: pd.DataFrame, side: str, labels_of: pd.DataFrame) -> pd.DataFrame:
    """Return the genes at one end of each edge: those of its label, or of every label of a group ``GROUP:A+B``."""
    names = edges[side].str.removeprefix("GROUP:").str.split("+")
    ends = edges[["edge", "wpid"]].assign(label=names).explode("label").dropna()
    ends = ends.assign(label=ends["label"].str.strip())
    return ends.merge(labels_of, on=["wpid", "label"])[["edge", "wpid", "gene"]].drop_duplicates()


def drawn(pathway_rows: pd.DataFrame, receptor_parts: pd.DataFrame) -> pd.DataFrame:
    """Return ``wpid``, ``receptor_id`` and ``subunit_hgnc_id`` of the signalling receptors that a pathway draws with a ligand."""
    genes = pathway_rows[pathway_rows["database"] == "WikiPathways"].groupby("pathway_id")["hgnc_id"].agg(frozenset)
    rows = [
        (str(pathway).removeprefix("wikipathways:"), receptor, subunit)
        for pathway, there in genes.items()
        for receptor, parts in receptor_parts[receptor_parts["signals"]].iterrows()
        if parts["subunits"] <= there and parts["ligands"] & there
        for subunit in sorted(parts["subunits"])
    ]
    return pd.DataFrame(rows, columns=["wpid", "receptor_id", "subunit_hgnc_id"])
