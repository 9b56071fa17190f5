"""Gene sets per interleukin, as a frame and as a GMT file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import pandas as pd

from ilkit.api import opened
from ilkit.dataset import Dataset
from ilkit.evidence import is_active, is_contradicted, is_withdrawn
from ilkit.export.contents import Version, chosen, joined
from ilkit.export.target import Target, new_file

COLUMNS = ["set", "description", "gene", "kind", "il_id", "source_id", "reference"]
DEFAULT_KINDS = ("receptor_and_signaling", "production_raised_by", "production_lowered_by", "response")


def gmt(
    path: Target | None = None,
    *,
    kinds: Iterable[str] = DEFAULT_KINDS,
    overwrite: bool = False,
    version: Version = None,
) -> pd.DataFrame:
    """Return gene sets per interleukin, and write them as a GMT file where a path is given.

    For gseapy: ``gseapy.prerank(…, gene_sets="ilkit.gmt")``; for decoupler, rename ``set`` and ``gene`` to ``source`` and
    ``target``.

    Parameters
    ----------
    path
        The GMT file to write; none where left out.
    kinds
        Which sets. ``receptor_and_signaling``: ``IL-6_RECEPTOR_AND_SIGNALING``, the subunits of the receptors that the interleukin
        is an established agonist of, and the kinases, STATs and adaptors that these use. ``production_raised_by`` and
        ``production_lowered_by``: the genes that do so by GO, withdrawn and contradicted annotations left out. ``response``:
        published and hallmark signatures of an interleukin, under their names in MSigDB. Only where asked for: ``pathway``
        (the pathways with a chain of an interleukin, under name and id) and ``transcription_factors`` (TRRUST; under
        CC-BY-SA-4.0, as is then what is made from them).
    overwrite
        Whether to replace a file that exists.
    version
        A dataset version or a `Dataset`; the default version where left out.

    Returns
    -------
    pandas.DataFrame
        One row per set and gene: ``set``, ``description`` (what the set is, with its licence), ``gene`` (approved symbol),
        ``kind``, ``il_id`` (several joined by ``;``), and of the set as a whole ``source_id`` and ``reference`` (joined by ``;``).

    Raises
    ------
    ilkit.errors.FilterError
        There is no such kind.
    ilkit.errors.ExportError
        The file exists or cannot be written.
    ilkit.errors.UnknownTableError
        The version lacks a table (before 2026.11.1).

    Examples
    --------
    >>> import ilkit
    >>> sets = ilkit.export.gmt(kinds=["receptor_and_signaling"])
    >>> sorted(sets.loc[sets["set"] == "IL-31_RECEPTOR_AND_SIGNALING", "gene"])[:3]
    ['IL31RA', 'JAK1', 'JAK2']
    """
    data = opened(version)
    found = pd.concat([_gathered(data, kind) for kind in chosen("kind", kinds, KINDS)], ignore_index=True)
    if path is not None:
        with new_file(path, overwrite) as made:
            made.write_text(_lines(found), "utf-8", newline="")
    return found


def _gathered(data: Dataset, kind: str) -> pd.DataFrame:
    """Return the sets of a kind: each gene once, and what the set rests on beside it."""
    table, members_of = KINDS[kind]
    members = members_of(data)
    licence = str(data.tables().set_index("table").loc[table, "licence"])
    per_set = members.groupby("set", sort=False).agg({"about": "first", "il_id": joined, "source_id": joined, "reference": joined})
    made = f"ilkit {data.version}, {licence}"
    rests_on = per_set[["about", "source_id", "reference"]].itertuples(index=False)
    per_set["description"] = ["; ".join([*(str(part) for part in parts if pd.notna(part)), made]) for parts in rests_on]
    genes = members[["set", "gene"]].drop_duplicates().sort_values(["set", "gene"])
    return genes.merge(per_set.drop(columns="about"), on="set").assign(kind=kind)[COLUMNS]


def _receptor_and_signaling(data: Dataset) -> pd.DataFrame:
    binding = data.load("binding")
    bound = binding.loc[is_active(binding), ["il_id", "receptor_id"]].drop_duplicates()
    columns = ["receptor_id", "symbol", "source_id", "reference"]
    parts = pd.concat([data.load("receptor_subunits", columns), data.load("signaling", columns)])
    members = bound.merge(parts, on="receptor_id")
    return _named(members, "symbol", "RECEPTOR_AND_SIGNALING", "Receptor subunits and transducers of {}")


def _production(direction: str, suffix: str, data: Dataset) -> pd.DataFrame:
    rows = data.load("regulation")
    doubtful = is_withdrawn(rows) | is_contradicted(rows)
    kept = rows[(rows["direction"] == direction) & (rows["target"] == "molecule") & ~doubtful]
    return _named(kept, "regulator_symbol", suffix, f"Genes of which GO says that their product {direction} production of {{}}")


def _transcription_factors(data: Dataset) -> pd.DataFrame:
    chains = data.load("chains", ["il_id", "hgnc_id"])
    rows = data.load("regulators", ["hgnc_id", "regulator_symbol", "source_id", "reference"]).merge(chains, on="hgnc_id")
    return _named(rows, "regulator_symbol", "TRANSCRIPTION_FACTORS", "Transcription factors of a gene of {}, share-alike")


def _named(rows: pd.DataFrame, gene: str, suffix: str, about: str) -> pd.DataFrame:
    """Return rows about one interleukin each as members of a set that is named after it."""
    named = rows.assign(set=rows["il_id"] + "_" + suffix, about=rows["il_id"].map(about.format), gene=rows[gene])
    return named[["set", "about", "gene", "il_id", "source_id", "reference"]]


def _responses(data: Dataset) -> pd.DataFrame:
    rows = data.load("signatures")
    stimuli = rows["signature_id"].map(rows.groupby("signature_id")["stimulus"].agg(joined))
    change = rows["direction"].astype(object).where(rows["direction"].notna(), "up or down")
    done = rows["perturbation"].astype(object).where(rows["perturbation"].notna(), "not known how")
    about = "Genes " + change + " in cells with " + stimuli + " " + done
    sets = rows.assign(set=rows["signature_id"].str.removeprefix("msigdb:"), about=about, gene=rows["symbol"])
    return sets[sets["il_id"].notna()]


def _pathways(data: Dataset) -> pd.DataFrame:
    members = data.load("pathway_members")
    chains = data.load("chains", ["il_id", "hgnc_id"])
    reached = members.merge(chains, on="hgnc_id").groupby("pathway_id")["il_id"].agg(joined)
    kept = members[members["pathway_id"].isin(reached.index)]
    names = kept["pathway_name"].str.replace(" ", "_") + "_(" + kept["pathway_id"] + ")"
    return kept.assign(set=names, about="Pathway", gene=kept["symbol"], il_id=kept["pathway_id"].map(reached), reference=None)


KINDS: dict[str, tuple[str, Callable[[Dataset], pd.DataFrame]]] = {
    "receptor_and_signaling": ("signaling", _receptor_and_signaling),
    "production_raised_by": ("regulation", partial(_production, "raises", "PRODUCTION_RAISED_BY")),
    "production_lowered_by": ("regulation", partial(_production, "lowers", "PRODUCTION_LOWERED_BY")),
    "response": ("signatures", _responses),
    "pathway": ("pathway_members", _pathways),
    "transcription_factors": ("regulators", _transcription_factors),
}


def _lines(sets: pd.DataFrame) -> str:
    """Return the sets as GMT: name, description and genes, separated by tabs, one set a line.

    Blanks in descriptions are written as ``_``, since decoupler ends a field at any blank.
    """
    described = sets.assign(description=sets["description"].str.replace(" ", "_"))
    grouped = described.groupby(["set", "description"], sort=False)["gene"]
    return "".join("\t".join(map(str, (*names, *genes))) + "\n" for names, genes in grouped)
