"""The rows of the tables that a card is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd

from ilkit.card.subject import Subject
from ilkit.evidence import is_direct

if TYPE_CHECKING:
    from ilkit.dataset import Dataset

Tables = dict[str, pd.DataFrame]
BY_GENE = ("effects", "functions", "disease_associations", "variants", "cell_receptors")
BEHIND = {
    "interleukin": ("binding", "receptors", "receptor_subunits", "signaling", "effects", "production", "regulation"),
    "gene": ("binding", "receptors", "receptor_subunits", "signaling", "effects", "cell_receptors", "regulation"),
    "receptor": ("binding", "receptors", "receptor_subunits", "signaling", "cell_receptors"),
}
ALWAYS = ("functions", "terms", "diseases", "disease_associations", "variants", "drugs", "drug_targets")


def needed(kind: str) -> list[str]:
    """Return the tables that a card of this kind is made of."""
    return ["interleukins", "chains", "genes", *BEHIND[kind], *ALWAYS]


def gather(data: Dataset, subject: Subject) -> Tables:
    """Return the rows about the subject, of each table that the version has.

    ``regulation`` becomes ``regulated_by`` and ``regulates``. Rows about a chain say in ``attribution`` whether the subject
    alone has it.
    """
    there = [table for table in needed(subject.kind) if table in data._resources]
    frames = {table: data._frame(table) for table in there}
    found = {**_identity(frames, subject), **_receptors(frames, subject)}
    for table in set(BY_GENE) & set(frames):
        found[table] = _marked(_having(frames[table], "hgnc_id", subject.genes), "hgnc_id", subject)
    found["terms"] = _having(frames["terms"], "term_id", found["functions"]["term_id"])
    found["diseases"] = _having(frames["diseases"], "disease_id", found["disease_associations"]["disease_id"])
    if "production" in frames:
        found["production"] = _having(frames["production"], "il_id", [subject.id])
    if "regulation" in frames:
        regulates = _having(frames["regulation"], "regulator_hgnc_id", subject.genes)
        found["regulates"] = _marked(regulates, "regulator_hgnc_id", subject)
        if subject.kind == "interleukin":
            found["regulated_by"] = _having(frames["regulation"], "il_id", [subject.id])
    if "drug_targets" in frames:
        found |= _drugs(data, frames, subject, found)
    return found


def records(frame: pd.DataFrame, columns: Iterable[str]) -> list[dict[str, Any]]:
    """Return the rows as dictionaries of plain Python values, None for nulls."""
    names = [column for column in columns if column in frame]
    values = frame[names].astype(object).to_numpy(copy=True)
    values[frame[names].isna().to_numpy()] = None
    return [dict(zip(names, row, strict=True)) for row in values.tolist()]


def _having(frame: pd.DataFrame, column: str, ids: Iterable[str]) -> pd.DataFrame:
    return frame[frame[column].isin(list(ids))]


def _marked(frame: pd.DataFrame, column: str, subject: Subject) -> pd.DataFrame:
    """Return rows about chains with the id of their molecule or receptor and the attribution of the chain."""
    if subject.kind == "gene":
        return frame
    attribution = frame[column].map({chain.hgnc_id: chain.attribution for chain in subject.chains}).astype("category")
    key = "il_id" if subject.kind == "interleukin" else "receptor_id"
    return frame.assign(**({} if key in frame else {key: subject.id}), attribution=attribution)


def _identity(frames: Tables, subject: Subject) -> Tables:
    chains = frames["chains"]
    own = chains["il_id"] == subject.id if subject.kind == "interleukin" else chains["hgnc_id"].isin(subject.genes)
    return {
        "interleukins": _having(frames["interleukins"], "il_id", {subject.id, *chains.loc[own, "il_id"]}),
        "chains": chains[own],
        "genes": _having(frames["genes"], "hgnc_id", subject.genes),
    }


def _receptors(frames: Tables, subject: Subject) -> Tables:
    """Return the receptors of the subject, with all that binds them, their subunits, and what they signal through."""
    if "binding" not in frames:
        return {}
    ids = set(_receptor_ids(frames, subject))
    tables = ("receptors", "receptor_subunits", "signaling", "binding")
    return {table: _having(frames[table], "receptor_id", ids) for table in tables}


def _receptor_ids(frames: Tables, subject: Subject) -> list[str]:
    if subject.kind == "receptor":
        return [subject.id]
    binding = frames["binding"]
    if subject.kind == "interleukin":
        return binding.loc[binding["il_id"] == subject.id, "receptor_id"].tolist()
    molecules = _having(frames["chains"], "hgnc_id", subject.genes)["il_id"]
    parts = [_having(frames[table], "hgnc_id", subject.genes) for table in ("receptor_subunits", "signaling")]
    return [receptor for part in (_having(binding, "il_id", molecules), *parts) for receptor in part["receptor_id"]]


def _drugs(data: Dataset, frames: Tables, subject: Subject, found: Tables) -> Tables:
    """Return the drugs on the subject and what of it they act on; of a molecule, also those on its receptors."""
    targets = frames["drug_targets"]
    if subject.kind == "interleukin":
        links = _having(data._molecules_of_drugs, "il_id", [subject.id])
        genes = {*subject.genes, *found["receptor_subunits"]["hgnc_id"]}
        rows = _having(targets, "hgnc_id", genes).merge(links, on="drug_id")
        rows = rows[is_direct(rows)]
        return {"drug_targets": rows, "drugs": frames["drugs"].merge(links, on="drug_id")}
    rows = _having(targets, "hgnc_id", subject.genes)
    rows = _marked(rows[is_direct(rows)], "hgnc_id", subject)
    return {"drug_targets": rows, "drugs": _having(frames["drugs"], "drug_id", rows["drug_id"])}
