"""The graph of molecules, genes, receptors, cells, diseases and drugs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ilkit.api import opened
from ilkit.dataset import Dataset
from ilkit.definition import is_share_alike
from ilkit.export.contents import Version, chosen, rows
from ilkit.export.target import Target, new_file
from ilkit.extras import require

NODES = {
    "interleukin": ("interleukins", "il_id", "name"),
    "gene": ("genes", "hgnc_id", "symbol"),
    "receptor": ("receptors", "receptor_id", "name"),
    "cell": ("cells", "cell_id", "name"),
    "disease": ("diseases", "disease_id", "name"),
    "drug": ("drugs", "drug_id", "name"),
}
PROVENANCE = ("evidence", "source_id", "reference")


@dataclass(frozen=True)
class Relation:
    """A kind of edge: the rows of a table that make it, the columns with its ends, and those that it carries."""

    table: str
    start: tuple[str, ...]
    end: str
    carries: tuple[str, ...] = ()
    where: tuple[str, Any] | None = None


RAISING = ("process", "target", "withdrawn", "contradicted")
PRODUCED = ("symbol", "attribution", "condition", "species", "sample", "value", "unit")
BOUND = ("effect", "status", "ligand_symbol", "subunit_symbol")
RELATIONS = {
    "chain_of": Relation("chains", ("hgnc_id",), "il_id", ("chain_name", "copies", "attribution")),
    "subunit_of": Relation("receptor_subunits", ("hgnc_id",), "receptor_id", ("role", "copies")),
    "binds": Relation("binding", ("il_id", "ligand_hgnc_id"), "receptor_id", BOUND),
    "signals_through": Relation("signaling", ("receptor_id",), "hgnc_id", ("role", "subunit_symbol", "alternative")),
    "produced_by": Relation("production", ("il_id",), "cell_id", PRODUCED, ("produces", True)),
    "not_produced_by": Relation("production", ("il_id",), "cell_id", PRODUCED, ("produces", False)),
    "acts_on": Relation("effects", ("hgnc_id",), "cell_id", ("process", "direction", "withdrawn", "contradicted")),
    "raises_production_of": Relation("regulation", ("regulator_hgnc_id",), "il_id", RAISING, ("direction", "raises")),
    "lowers_production_of": Relation("regulation", ("regulator_hgnc_id",), "il_id", RAISING, ("direction", "lowers")),
    "regulates_transcription_of": Relation("regulators", ("regulator_hgnc_id",), "hgnc_id", ("mode",)),
    "bears": Relation("cell_receptors", ("cell_id",), "hgnc_id", ("amount",), ("present", True)),
    "lacks": Relation("cell_receptors", ("cell_id",), "hgnc_id", (), ("present", False)),
    "associated_with": Relation("disease_associations", ("hgnc_id",), "disease_id", ("score", "confidence", "effect_direction")),
    "targets": Relation("drug_targets", ("drug_id",), "hgnc_id", ("action", "target_type", "direct")),
    "developed_for": Relation("drug_indications", ("drug_id",), "disease_id", ("max_phase", "status")),
}


def networkx(*, relations: Iterable[str] | None = None, version: Version = None) -> Any:
    """Return the relations of the dataset as a graph.

    Parameters
    ----------
    relations
        Kinds of edges, all where left out: ``chain_of``, ``subunit_of``, ``binds``, ``signals_through``, ``produced_by``,
        ``not_produced_by``, ``acts_on``, ``raises_production_of``, ``lowers_production_of``, ``regulates_transcription_of``,
        ``bears``, ``lacks``, ``associated_with``, ``targets``, ``developed_for`` (any phase, also given up: see ``max_phase``,
        ``status``, ``evidence``). Those under a share-alike licence can so be left out.
    version
        A dataset version or a `Dataset`; the default version where left out.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes are ids (``IL-6``, ``HGNC:6018``, ``IL6R_IL6ST``, ``CL:0000084``, ``MONDO:0005083``, ``anakinra``) with ``kind`` and
        ``name``. One edge per row of a table, with ``relation``, ``table``, ``licence``, ``share_alike``, what the relation
        carries, ``evidence``, ``source_id`` and ``reference``; what is null is left out. The graph has ``version`` and ``digest``.

    Raises
    ------
    ilkit.errors.FilterError
        There is no such relation.
    ilkit.errors.UnknownTableError
        The version lacks the table of a relation.
    ilkit.errors.MissingExtraError
        networkx is not installed: ``ilkit[export]``.

    Examples
    --------
    >>> import ilkit
    >>> graph = ilkit.export.networkx(relations=["binds"])
    >>> graph.nodes["IL6R_IL6ST"]
    {'kind': 'receptor', 'name': 'IL-6 receptor'}
    >>> sorted(graph.successors("IL-13"))
    ['IL13RA2', 'IL4R_IL13RA1']
    """
    data = opened(version)
    wanted = list(RELATIONS) if relations is None else chosen("relation", relations, RELATIONS)
    graph = require("networkx", "export").MultiDiGraph(name="ilkit", version=data.version, digest=data.digest)
    for name in wanted:
        graph.add_edges_from(_edges(data, name))
    for kind, (table, key, label) in NODES.items():
        for row in rows(data, table).select([key, label]).to_pylist():
            if row[key] in graph or kind == "interleukin":
                graph.add_node(row[key], kind=kind, name=row[label])
    for node, name in _outside(data, wanted):
        if node in graph and "kind" not in graph.nodes[node]:
            graph.add_node(node, kind="gene", name=name)
    return graph


def graphml(path: Target, *, relations: Iterable[str] | None = None, overwrite: bool = False, version: Version = None) -> Path:
    """Write the graph of `networkx` as GraphML, for Cytoscape, Gephi, igraph or yEd.

    Parameters
    ----------
    path
        The file to write; its folder exists.
    relations, version
        As in `networkx`.
    overwrite
        Whether to replace a file that exists.

    Returns
    -------
    pathlib.Path
        The file; ``networkx.read_graphml(path, force_multigraph=True)`` reads it.

    Raises
    ------
    ilkit.errors.ExportError
        The file exists or cannot be written.
    ilkit.errors.FilterError, ilkit.errors.UnknownTableError, ilkit.errors.MissingExtraError
        As in `networkx`.

    Examples
    --------
    >>> import ilkit, pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "binding.graphml"
    >>> ilkit.export.graphml(path, relations=["binds"]).name
    'binding.graphml'
    """
    engine = require("networkx", "export")
    with new_file(path, overwrite) as made:
        engine.write_graphml(networkx(relations=relations, version=version), made)
    return Path(path)


def _edges(data: Dataset, name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    relation = RELATIONS[name]
    licence = str(data.tables().set_index("table").loc[relation.table, "licence"])
    fixed = {"relation": name, "table": relation.table, "licence": licence, "share_alike": is_share_alike(licence)}
    for row in rows(data, relation.table).to_pylist():
        if relation.where is None or row[relation.where[0]] == relation.where[1]:
            start = next(row[column] for column in relation.start if row[column] is not None)
            carried = {column: row[column] for column in (*relation.carries, *PROVENANCE) if row[column] is not None}
            yield start, row[relation.end], fixed | carried


def _outside(data: Dataset, wanted: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give id and symbol of the genes that regulate others, which need not be in the table of genes."""
    for table in sorted({RELATIONS[name].table for name in wanted if RELATIONS[name].start == ("regulator_hgnc_id",)}):
        for row in rows(data, table).to_pylist():
            yield row["regulator_hgnc_id"], row["regulator_symbol"]
