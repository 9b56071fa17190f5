"""What interleukins are expected to raise or lower in turn: signed edges between molecules and cells, and paths along them.

An edge stands for what the tables state of one pair. A path multiplies the signs of its edges, which is a guess at what
happens and no observation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from ilkit.errors import FilterError, UnknownColumnError, shown
from ilkit.evidence import standing, truth

SIGN = {"raises": 1, "stimulates": 1, "lowers": -1, "inhibits": -1}
MORE = {
    "activation": 1,
    "proliferation": 1,
    "differentiation": 1,
    "cytokine production": 1,
    "apoptosis": -1,
}
"""Whether more of a process means more of what the cells make; other processes are not followed any further."""
EXPERIMENTAL = ("experimental", "primary", "expression", "complex")
MOST_STEPS = 4
PAIR = ["source", "target", "relation", "process", "sign"]
PATH = [
    "start",
    "steps",
    "target_type",
    "target_id",
    "target_name",
    "process",
    "direction",
    "path",
    "experimental",
    "shared",
    "contradicted",
    "evidence",
    "references",
]
NEEDED = {
    "regulation": [
        "regulator_hgnc_id",
        "il_id",
        "process",
        "direction",
        "withdrawn",
        "contradicted",
        "evidence_class",
        "reference",
    ],
    "effects": ["hgnc_id", "cell_id", "process", "direction", "withdrawn", "contradicted", "evidence_class", "reference"],
    "production": ["il_id", "cell_id", "produces", "attribution", "evidence", "reference"],
    "binding": ["il_id", "receptor_id", "effect", "status", "evidence", "reference"],
}
Frames = dict[str, pd.DataFrame]
TableOf = Callable[[str], pd.DataFrame]


def cascade(starts: Iterable[str], steps: int, table_of: TableOf, given: Mapping[str, pd.DataFrame | None]) -> pd.DataFrame:
    """Return the paths of at most `steps` edges from the molecules `starts`; see `ilkit.Dataset.cascade`.

    `given` holds the frames that are taken in place of tables.
    """
    if isinstance(steps, bool) or not isinstance(steps, int | np.integer) or not 1 <= steps <= MOST_STEPS:
        raise FilterError(f"steps={shown(steps)}: expected a whole number from 1 to {MOST_STEPS}; paths multiply with each step.")
    own = {table: table_of(table) for table in (*NEEDED, "chains", "receptor_subunits", "cell_ancestors")}
    frames = own | {table: frame for table, frame in given.items() if frame is not None}
    names = names_of_nodes(table_of)
    onward: dict[str, list[Any]] = defaultdict(list)
    for edge in edges(frames).itertuples(index=False):
        onward[str(edge.source)].append(edge)
    rows = [_row(path, names) for start in starts for path in paths(start, steps, onward)]
    dtypes = dict.fromkeys(PATH, "str") | {"steps": "int64"} | dict.fromkeys(["experimental", "shared", "contradicted"], "boolean")
    found = pd.DataFrame(rows, columns=PATH).astype(dtypes)
    order = ["start", "steps", "experimental", "target_type", "target_name", "process"]
    return found.sort_values(order, ascending=[True, True, False, True, True, True], kind="stable", ignore_index=True)


def paths(start: str, steps: int, onward: dict[str, list[Any]]) -> Iterator[tuple[Any, ...]]:
    """Return every path of at most `steps` edges from `start` that comes to no molecule or cell twice."""
    open_paths: list[tuple[Any, ...]] = [()]
    for _ in range(steps):
        longer = []
        for path in open_paths:
            end = path[-1] if path else None
            seen = {start, *(edge.target for edge in path)}
            if end is None or end.relation != "acts on" or end.process in MORE:
                longer += [(*path, edge) for edge in onward[end.target if end else start] if edge.target not in seen]
        yield from longer
        open_paths = longer


def _row(path: tuple[Any, ...], names: dict[str, str]) -> dict[str, Any]:
    """Return a path as a row."""
    end = path[-1]
    cell = end.relation == "acts on"
    sign, text = 1, names.get(path[0].source, path[0].source)
    for edge in path:
        sign *= edge.sign
        arrow = "→" if edge.sign > 0 else "⊣"
        text += f" {arrow} {names.get(edge.target, edge.target)}" + (f" ({edge.process})" if edge.relation == "acts on" else "")
        if edge.relation == "acts on" and edge is not end:
            sign *= MORE[edge.process]
    return {
        "start": path[0].source,
        "steps": len(path),
        "target_type": "cell" if cell else "interleukin",
        "target_id": end.target,
        "target_name": names.get(end.target, end.target),
        "process": end.process,
        "direction": "raises" if sign > 0 else "lowers",
        "path": text,
        "experimental": all(edge.experimental for edge in path),
        "shared": any(edge.shared for edge in path),
        "contradicted": any(edge.contradicted for edge in path),
        "evidence": "; ".join(f"{edge.relation}: {edge.evidence}" for edge in path),
        "references": "; ".join(edge.references for edge in path),
    }


def edges(frames: Frames) -> pd.DataFrame:
    """Return the signed edges, one row per pair, relation, process and sign.

    Columns ``source``, ``target`` (il_id or cell_id), ``relation`` (regulates, acts on, makes, competes with), ``process``,
    ``sign``, ``evidence`` (the best), ``experimental``, ``shared``, ``contradicted``, ``references``.
    """
    for table, needed in NEEDED.items():
        frame = frames[table]
        missing = [column for column in needed if column not in frame] if isinstance(frame, pd.DataFrame) else needed
        if missing:
            raise UnknownColumnError(f"{table}= lacks the columns {missing}: expected rows of ilkit.load({table!r}).")
    carriers = molecules_of_genes(frames)
    several = [
        _of_genes(frames["regulation"], "regulator_hgnc_id", "il_id", carriers).assign(relation="regulates", process="production"),
        _of_genes(frames["effects"], "hgnc_id", "cell_id", carriers).assign(relation="acts on"),
        _makers(frames),
        _competitors(frames),
    ]
    kept = [*PAIR, "evidence", "shared", "contradicted", "reference"]
    rows = pd.concat([each[kept].astype("object") for each in several], ignore_index=True)
    rows = rows[rows["source"] != rows["target"]].assign(experimental=rows["evidence"].isin(EXPERIMENTAL))
    rows = rows.sort_values(["experimental", "shared"], ascending=[False, True], kind="stable")
    best = rows.groupby(PAIR, sort=False).agg(
        evidence=("evidence", "first"),
        experimental=("experimental", "first"),
        shared=("shared", "all"),
        contradicted=("contradicted", "any"),
        references=("reference", _listed),
    )
    best = best.reset_index()
    opposed = best.groupby(["source", "target", "process"])["sign"].transform("nunique") > 1
    return best.assign(contradicted=best["contradicted"] | opposed).sort_values(PAIR, kind="stable", ignore_index=True)


def established(binding: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of established agonists and antagonists."""
    return binding[(binding["status"] == "established") & binding["effect"].isin(["agonist", "antagonist"])]


def molecules_of_genes(frames: Frames) -> pd.DataFrame:
    """Return through which molecules a gene acts: those that it is a chain of, and those that signal through it as a receptor.

    Columns ``gene``, ``molecule``, ``sign`` (-1 where the molecule is an antagonist of the receptor), ``shared``.
    """
    chains = frames["chains"]
    chains = chains.assign(sign=1, shared=chains["attribution"].astype(str).eq("shared"))[["hgnc_id", "il_id", "sign", "shared"]]
    bound = established(frames["binding"])
    bound = bound.assign(sign=bound["effect"].astype(str).map({"agonist": 1, "antagonist": -1}))
    through = bound[["il_id", "receptor_id", "sign"]].dropna().merge(frames["receptor_subunits"][["receptor_id", "hgnc_id"]])
    through = through[["hgnc_id", "il_id", "sign"]].drop_duplicates()
    links = pd.concat([chains, through.assign(shared=through.duplicated("hgnc_id", keep=False))])
    return links.rename(columns={"hgnc_id": "gene", "il_id": "molecule"})


def _of_genes(rows: pd.DataFrame, gene: str, target: str, carriers: pd.DataFrame) -> pd.DataFrame:
    """Return rows about genes as edges from the molecules that act through them; withdrawn rows are left out."""
    kept = [gene, target, "process", "direction", "contradicted", "evidence_class", "reference"]
    rows = standing(rows)[kept].rename(columns={gene: "gene", target: "target"})
    joined = rows.merge(carriers, on="gene")
    sign = joined["sign"] * joined["direction"].astype(str).map(SIGN)
    return joined.assign(source=joined["molecule"], sign=sign, evidence=joined["evidence_class"].astype(str))


def _makers(frames: Frames) -> pd.DataFrame:
    """Return the edges from cells to what they make; what a cell type makes, its subtypes make."""
    made = frames["production"]
    made = made[truth(made["produces"])]
    made = made.assign(shared=made["attribution"].astype(str).eq("shared"), evidence=made["evidence"].astype(str))
    below = frames["cell_ancestors"][["cell_id", "ancestor_id"]]
    subtypes = made.merge(below.rename(columns={"cell_id": "source", "ancestor_id": "cell_id"}), on="cell_id")
    every = pd.concat([made.assign(source=made["cell_id"]), subtypes])
    return every.assign(target=every["il_id"], relation="makes", process="production", sign=1, contradicted=False)


def _competitors(frames: Frames) -> pd.DataFrame:
    """Return the edges from antagonists to the molecules that act through the subunits that these occupy."""
    bound = established(frames["binding"])
    bound = bound[bound["il_id"].notna()].merge(frames["receptor_subunits"][["receptor_id", "hgnc_id"]], on="receptor_id")
    agonists = bound.loc[bound["effect"] == "agonist", ["hgnc_id", "il_id"]].drop_duplicates()
    against = bound[bound["effect"] == "antagonist"].rename(columns={"il_id": "source"})
    both = against.merge(agonists.rename(columns={"il_id": "target"}), on="hgnc_id")
    evidence = both["evidence"].astype(str)
    return both.assign(relation="competes with", process="signal", sign=-1, evidence=evidence, shared=False, contradicted=False)


def _listed(references: pd.Series) -> str:
    """Return the distinct references of an edge as text."""
    return ", ".join(dict.fromkeys(references.dropna())) or "no reference"


def names_of_nodes(table_of: TableOf) -> dict[str, str]:
    """Return the printed name of every molecule and cell."""
    molecules, cells = table_of("interleukins"), table_of("cells")
    return dict(zip(molecules["il_id"], molecules["name"], strict=True)) | dict(zip(cells["cell_id"], cells["name"], strict=True))
