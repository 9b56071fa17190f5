"""Every name of interleukins, genes, diseases, cells and drugs, with its source; collisions are kept and marked."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.readers.uniprot_geneinfo import protein_names
from ilkit.build.tables.diseases import exact_matches
from ilkit.build.tables.provenance import CURATED, by_accession, finish
from ilkit.names import RANK
from ilkit.schemas.aliases import Aliases
from ilkit.spelling import normalise


def build(
    interleukins: pd.DataFrame,
    genes: pd.DataFrame,
    diseases: pd.DataFrame,
    cells: pd.DataFrame,
    cell_names: pd.DataFrame,
    drugs: pd.DataFrame,
    drug_names: pd.DataFrame,
    curated_designations: pd.DataFrame,
    curated_disease_mappings: pd.DataFrame,
    hgnc: dict[str, pd.DataFrame],
    ncbi_gene_info: dict[str, pd.DataFrame],
    uniprot_cellchat_geneinfo: dict[str, pd.DataFrame],
    mondo_2026_05_05_cellxgene: dict[str, pd.DataFrame],
    mondo_2026_08_04: dict[str, pd.DataFrame],
    disease_ontology_2026_07_31: dict[str, pd.DataFrame],
    efo_3_62_0: dict[str, pd.DataFrame],
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `aliases`."""
    parts = [
        _molecules(interleukins, curated_designations),
        _genes(genes, hgnc["genes"]),
        _other_gene_names(genes, ncbi_gene_info["genes"], uniprot_cellchat_geneinfo["entries"], ledger),
        _designated(curated_designations, "gene"),
        _diseases(diseases, mondo_2026_05_05_cellxgene["nodes"], mondo_2026_08_04["mappings"], curated_disease_mappings),
        _designated(curated_designations, "disease"),
        _retired_disease_ids(diseases, curated_disease_mappings),
        _other_disease_names(diseases, disease_ontology_2026_07_31["terms"], efo_3_62_0),
        cell_names.assign(entity_type="cell"),
        drug_names.assign(entity_type="drug"),
    ]
    frame = pd.concat(parts, ignore_index=True).dropna(subset=["alias", "entity_id"])
    frame = frame[(frame["entity_type"] != "disease") | frame["entity_id"].isin(diseases["disease_id"])]
    frame = frame.assign(alias=frame["alias"].str.strip())
    frame = frame[frame["alias"].str.contains(r"\w", regex=True)]
    frame = frame.sort_values("kind", key=lambda kinds: kinds.map(RANK.index), kind="stable")
    frame = frame.drop_duplicates(["alias", "entity_id", "source_id"])
    labels = {
        **dict(zip(interleukins["il_id"], interleukins["name"], strict=True)),
        **dict(zip(genes["hgnc_id"], genes["symbol"], strict=True)),
        **dict(zip(diseases["disease_id"], diseases["name"], strict=True)),
        **dict(zip(cells["cell_id"], cells["name"], strict=True)),
        **dict(zip(drugs["drug_id"], drugs["name"], strict=True)),
    }
    spelling = frame["alias"].map(normalise)
    holders = frame.groupby([spelling, frame["entity_type"]])["entity_id"].transform("nunique")
    frame = frame.assign(
        entity_name=frame["entity_id"].map(labels),
        ambiguous=holders > 1,
        blocked_by=blocked(frame, spelling, hgnc["genes"], set(genes["hgnc_id"])),
    )
    return finish(frame, Aliases)


def blocked(frame: pd.DataFrame, spelling: pd.Series, hgnc: pd.DataFrame, scope: set[str]) -> pd.Series:
    """Return the gene outside the scope that a name of a gene or interleukin belongs to rather, spelling aside.

    An approved symbol beats every other kind of name; a previous symbol beats aliases and names that are nothing better here.
    """
    others = hgnc[~hgnc["hgnc_id"].isin(scope)]
    former = others[["hgnc_id", "prev_symbol"]].explode("prev_symbol").dropna()
    approved = dict(zip(others["symbol"].map(normalise), others["hgnc_id"], strict=True))
    previous = dict(zip(former["prev_symbol"].map(normalise), former["hgnc_id"], strict=True))
    named = frame["entity_type"].isin(["gene", "interleukin"])
    owner = spelling.map(approved).where(named & (frame["kind"] != "approved"))
    better = frame["kind"].isin(["approved", "designation", "previous"])
    former_owner = spelling.map(previous).where(named & ~spelling.isin(spelling[named & better]))
    return pd.Series(np.where(owner.notna(), owner, former_owner), frame.index, dtype="object")


def _rows(names: Iterable[tuple[str, str]], entity_type: str, kind: str, source_id: str) -> pd.DataFrame:
    """Return alias rows from (name, entity id) pairs."""
    frame = pd.DataFrame(list(names), columns=["alias", "entity_id"], dtype="object")
    return frame.assign(entity_type=entity_type, kind=kind, source_id=source_id)


def _pairs(frame: pd.DataFrame, column: str, key: str) -> list[tuple[str, str]]:
    """Return (name, entity id) of a column, one pair per item where the column holds lists."""
    listed = frame[[column]].assign(key=frame[key]).explode(column).dropna()
    return list(zip(listed[column].astype(str), listed["key"], strict=True))


def _molecules(interleukins: pd.DataFrame, designations: pd.DataFrame) -> pd.DataFrame:
    own = [_rows(_pairs(interleukins, column, "il_id"), "interleukin", "approved", CURATED) for column in ("il_id", "name")]
    return pd.concat(
        [
            *own,
            _rows(_pairs(interleukins, "full_name", "il_id"), "interleukin", "name", CURATED),
            _designated(designations, "interleukin"),
        ]
    )


def _designated(designations: pd.DataFrame, entity_type: str) -> pd.DataFrame:
    return designations.loc[designations["entity_type"] == entity_type, ["alias", "entity_id", "entity_type", "kind"]].assign(
        source_id=CURATED
    )


def _genes(genes: pd.DataFrame, hgnc: pd.DataFrame) -> pd.DataFrame:
    own = hgnc[hgnc["hgnc_id"].isin(genes["hgnc_id"])]
    own = own.assign(itself=own["hgnc_id"], ncbi="NCBIGene:" + own["entrez_id"].astype("string").astype("object"))
    kinds = {
        "symbol": "approved",
        "prev_symbol": "previous",
        "alias_symbol": "alias",
        "name": "name",
        "prev_name": "name",
        "alias_name": "name",
        "itself": "identifier",
        "ncbi": "identifier",
        "ensembl_gene_id": "identifier",
        "uniprot_ids": "identifier",
    }
    return pd.concat([_rows(_pairs(own, column, "hgnc_id"), "gene", kind, "hgnc") for column, kind in kinds.items()])


def _other_gene_names(genes: pd.DataFrame, ncbi: pd.DataFrame, uniprot: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    by_number = genes.dropna(subset=["ncbi_gene_id"]).set_index("ncbi_gene_id")["hgnc_id"]
    gene_of = by_accession(genes)["hgnc_id"]
    ncbi = ncbi.assign(hgnc_id=ncbi["GeneID"].map(by_number))
    uniprot = uniprot.assign(
        hgnc_id=uniprot["EntryID.uniprot"].map(gene_of),
        names=uniprot["ProteinName"].map(protein_names, na_action="ignore"),
    )
    names = _rows(_pairs(uniprot, "names", "hgnc_id"), "gene", "name", "uniprot_cellchat_geneinfo")
    return pd.concat(
        [
            _rows(_pairs(ncbi, "Synonyms", "hgnc_id"), "gene", "alias", "ncbi_gene_info"),
            ledger.select("aliases", "uniprot_cellchat_geneinfo", names, "entries").rows,
            _rows(_pairs(uniprot, "EntryName", "hgnc_id"), "gene", "identifier", "uniprot_cellchat_geneinfo"),
        ]
    )


def _diseases(diseases: pd.DataFrame, nodes: pd.DataFrame, mappings: pd.DataFrame, curated: pd.DataFrame) -> pd.DataFrame:
    synonyms = nodes[nodes["id"].isin(diseases["disease_id"])]
    own = [
        _rows(_pairs(known, column, "disease_id"), "disease", kind, str(source_id))
        for source_id, known in diseases.groupby("source_id")
        for column, kind in (("name", "approved"), ("disease_id", "identifier"))
    ]
    matches = exact_matches(mappings, set(curated.dropna(subset=["disease_id"])["upstream_id"]))
    return pd.concat(
        [
            *own,
            _rows(_pairs(matches, "object_id", "subject_id"), "disease", "identifier", "mondo_2026-08-04"),
            _rows(_pairs(synonyms, "synonyms", "id"), "disease", "alias", "mondo_2026-05-05_cellxgene"),
        ]
    )


def _retired_disease_ids(diseases: pd.DataFrame, mappings: pd.DataFrame) -> pd.DataFrame:
    """Return ids that EFO has given up for Mondo's; ids of the Disease Ontology that are mapped by hand have changed meaning."""
    retired = mappings[mappings["upstream_id"].str.startswith("EFO:") & mappings["disease_id"].isin(diseases["disease_id"])]
    return _rows(_pairs(retired, "upstream_id", "disease_id"), "disease", "identifier", CURATED)


def _other_disease_names(diseases: pd.DataFrame, do: pd.DataFrame, efo: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return labels of the Disease Ontology, and labels and synonyms of EFO, for ids that mean the same disease."""
    same = _same(diseases, "disease_id") | _same(diseases, "doid") | _same(diseases, "efo_id")
    do_names = [(label, same[term]) for term, label in zip(do["id"], do["label"], strict=True) if term in same]
    labels, synonyms = efo["labels"], efo["synonyms"]
    names = pd.concat([labels[["Subject", "Object"]], synonyms[["Subject", "Object"]]])
    efo_names = [(name, same[term]) for term, name in zip(names["Subject"], names["Object"], strict=True) if term in same]
    return pd.concat(
        [
            _rows(do_names, "disease", "alias", "disease_ontology_2026-07-31"),
            _rows(efo_names, "disease", "alias", "efo_3.62.0"),
        ]
    )


def _same(diseases: pd.DataFrame, column: str) -> dict[str, str]:
    known = diseases.dropna(subset=[column])
    return dict(zip(known[column], known["disease_id"], strict=True))
