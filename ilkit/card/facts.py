"""All facts of a card as plain values: texts, numbers, lists and dictionaries, None where nothing is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ilkit.card import biology, medicine
from ilkit.card.grouping import Record
from ilkit.card.receptors import receptors
from ilkit.card.rows import Tables, needed, records
from ilkit.card.subject import Subject

if TYPE_CHECKING:
    from ilkit.dataset import Dataset

MOLECULE = ("family", "structural_class", "form", "status", "first_described_year", "first_described_reference")
GENE = ("role", "location", "length_aa", "mass_da")
IDS = ("ncbi_gene_id", "ensembl_gene_id", "uniprot_id")
PREFIXES = {"ncbi_gene_id": "NCBIGene", "ensembl_gene_id": "ensembl", "uniprot_id": "uniprot"}


def compose(data: Dataset, subject: Subject, tables: Tables) -> Record:
    """Return the facts about the subject; a part is None where the version lacks its table."""
    lacking = [table for table in needed(subject.kind) if table not in data._resources]
    return {
        **_title(subject, tables),
        "chains": _chains(subject, tables),
        **_parts(subject, tables),
        "shared_chains": {chain.symbol: list(chain.shared_with) for chain in subject.chains if chain.attribution == "shared"},
        "version": data.version,
        "citation": f"ilkit dataset {data.version}, {data.digest}",
        "licences": _licences(data, subject, lacking),
        "lacking_tables": lacking,
    }


def _title(subject: Subject, tables: Tables) -> Record:
    """Return what the subject is called and is."""
    if subject.kind == "interleukin":
        [row] = records(tables["interleukins"], ("name", "full_name", *MOLECULE))
        return {"kind": subject.kind, "id": subject.id, **row}
    if subject.kind == "receptor":
        [row] = records(tables["receptors"], ("name", "receptor_class", "signals"))
        return {"kind": subject.kind, "id": subject.id, "full_name": subject.id.replace("_", " + "), **row}
    [row] = records(tables["genes"], ("name", *GENE))
    return {"kind": subject.kind, "id": subject.id, **row, "full_name": row["name"], "name": subject.chains[0].symbol}


def _chains(subject: Subject, tables: Tables) -> list[Record]:
    """Return the genes of the chains with their ids as CURIEs."""
    genes = {row["hgnc_id"]: row for row in records(tables["genes"], ("hgnc_id", "name", "location", "length_aa", *IDS))}
    source = "receptor_subunits" if subject.kind == "receptor" else "chains"
    own = {row["hgnc_id"]: row for row in records(tables[source], ("hgnc_id", "chain_name", "copies", "role"))}
    found = []
    for chain in subject.chains:
        gene, link = genes[chain.hgnc_id], own.get(chain.hgnc_id, {})
        ids = {key: f"{prefix}:{gene[key]}" if gene[key] is not None else None for key, prefix in PREFIXES.items()}
        found.append(
            {"symbol": chain.symbol, "hgnc_id": chain.hgnc_id, **ids}
            | {key: gene[key] for key in ("name", "location", "length_aa")}
            | {key: link.get(key) for key in ("chain_name", "copies", "role")}
            | {"attribution": chain.attribution, "shared_with": list(chain.shared_with)}
        )
    return found


def _parts(subject: Subject, tables: Tables) -> dict[str, Any]:
    """Return the parts that a card of this kind has."""
    parts: dict[str, Any] = {}
    if subject.kind == "gene" and len(tables["chains"]):
        parts["molecules"] = _molecules(tables)
    parts["receptors"] = receptors(tables, subject) if "binding" in tables else None
    if subject.kind != "receptor":
        parts["effects"] = _part(biology.effects, tables, "effects")
    if subject.kind == "interleukin":
        parts["production"] = _part(biology.production, tables, "production")
        parts["regulated_by"] = _part(biology.regulated_by, tables, "regulated_by")
    elif subject.kind == "receptor" or set(tables["genes"]["role"]) & {"receptor", "both"}:
        parts["cells"] = _part(biology.bearers, tables, "cell_receptors")
    if subject.kind != "receptor":
        parts["regulates"] = _part(biology.regulates, tables, "regulates")
    parts["functions"] = biology.functions(tables["functions"], tables["terms"])
    parts["diseases"] = medicine.diseases(tables["disease_associations"], tables["diseases"])
    parts["variants"] = medicine.variants(tables["variants"])
    there = "drug_targets" in tables
    parts["drugs"] = medicine.drugs(tables["drugs"], tables["drug_targets"], subject.genes, subject.kind) if there else None
    return parts


def _part(facts_of: Any, tables: Tables, table: str) -> list[Record] | None:
    return facts_of(tables[table]) if table in tables else None


def _molecules(tables: Tables) -> list[Record]:
    """Return the molecules that the gene is a chain of."""
    status = {row["il_id"]: row for row in records(tables["interleukins"], ("il_id", "name", "status"))}
    return [status[row["il_id"]] | row for row in records(tables["chains"], ("il_id", "chain_name", "attribution"))]


def _licences(data: Dataset, subject: Subject, lacking: list[str]) -> dict[str, list[str]]:
    """Return the tables of the card under their licences."""
    found: dict[str, list[str]] = {}
    for table in needed(subject.kind):
        if table not in lacking:
            found.setdefault(data._resources[table]["licenses"][0]["name"], []).append(table)
    return found
