"""Genes in scope: names and ids from HGNC, coordinates from Ensembl, length, mass and processing of the protein from UniProt."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import NOT_IN_SCOPE, finish
from ilkit.errors import CheckError
from ilkit.schemas.genes import Genes

WATER = 18.01528
RESIDUE_MASS = {
    "A": 71.0788,
    "R": 156.1875,
    "N": 114.1038,
    "D": 115.0886,
    "C": 103.1388,
    "E": 129.1155,
    "Q": 128.1307,
    "G": 57.0519,
    "H": 137.1411,
    "I": 113.1594,
    "L": 113.1594,
    "K": 128.1741,
    "M": 131.1926,
    "F": 147.1766,
    "P": 97.1167,
    "S": 87.0782,
    "T": 101.1051,
    "W": 186.2132,
    "Y": 163.1760,
    "V": 99.1326,
    "U": 150.0388,
}


def build(
    curated_genes: pd.DataFrame,
    hgnc: dict[str, pd.DataFrame],
    ensembl_annotables: dict[str, pd.DataFrame],
    uniprot_reviewed_human: dict[str, pd.DataFrame],
    uniprot_secreted_fasta: dict[str, pd.DataFrame],
    uniprot_flatfiles_2025_2026: dict[str, pd.DataFrame],
    uniprot_signal_peptides_2021: dict[str, pd.DataFrame],
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `genes`."""
    lengths = uniprot_reviewed_human["entries"].set_index("Entry")["Length"]
    entries, features = uniprot_flatfiles_2025_2026["entries"], uniprot_flatfiles_2025_2026["features"]
    peptides = uniprot_signal_peptides_2021["peptides"]
    sequences = newest(entries, uniprot_secreted_fasta["sequences"])
    named = hgnc["genes"].set_index("hgnc_id")
    unknown = sorted(set(curated_genes["hgnc_id"]) - set(named.index))
    if unknown:
        raise CheckError(f"data/curated/genes.csv: HGNC knows no {', '.join(unknown[:5])}; correct the ids or take the rows out.")
    frame = curated_genes[["hgnc_id", "role"]].join(named, on="hgnc_id")
    frame = frame.assign(
        ncbi_gene_id=frame["entrez_id"],
        uniprot_id=frame["uniprot_ids"].map(lambda accessions: reviewed(accessions, lengths.index)),
        source_id="hgnc",
    )
    frame = frame.assign(
        length_aa=frame["uniprot_id"].map(lengths),
        mass_da=frame["uniprot_id"].map(sequences).map(average_mass, na_action="ignore").astype(float),
    )
    frame = frame.join(processing(features, entries, peptides), on="uniprot_id")
    for source_id, part, rows, key, ids in (
        ("hgnc", "genes", hgnc["genes"], "hgnc_id", frame["hgnc_id"]),
        ("ensembl_annotables", "genes", ensembl_annotables["genes"], "ensgene", frame["ensembl_gene_id"]),
        ("uniprot_reviewed_human", "entries", uniprot_reviewed_human["entries"], "Entry", frame["uniprot_id"]),
        ("uniprot_secreted_fasta", "sequences", uniprot_secreted_fasta["sequences"], "accession", frame["uniprot_id"]),
        ("uniprot_flatfiles_2025_2026", "entries", entries, "accession", frame["uniprot_id"]),
        ("uniprot_signal_peptides_2021", "peptides", peptides, "accession", frame["uniprot_id"]),
    ):
        ledger.look_up("genes", source_id, rows, part, rows[key].isin(ids), NOT_IN_SCOPE)
    return finish(frame.join(coordinates(ensembl_annotables["genes"]), on="ensembl_gene_id"), Genes)


def coordinates(genes: pd.DataFrame) -> pd.DataFrame:
    """Return chromosome, start, end and strand by Ensembl id; rows on alternative haplotypes are left out."""
    placed = genes[~genes["chr"].str.startswith("CHR_")]
    placed = placed.drop_duplicates("ensgene").set_index("ensgene")
    return placed[["chr", "start", "end", "strand"]].rename(columns={"chr": "chromosome"})


def reviewed(accessions: tuple[str, ...], entries: pd.Index) -> str | None:
    """Return the accession that is a reviewed entry, or null where none or several are."""
    found = [accession for accession in accessions if accession in entries]
    return found[0] if len(found) == 1 else None


def newest(entries: pd.DataFrame, older: pd.DataFrame) -> pd.Series:
    """Return the sequence of each accession: that of its flat file, else that of the older file."""
    rows = pd.concat([entries, older]).drop_duplicates("accession")
    return rows.set_index("accession")["sequence"]


def processing(features: pd.DataFrame, entries: pd.DataFrame, peptides: pd.DataFrame) -> pd.DataFrame:
    """Return signal peptide and mature chain by accession.

    An entry with a flat file has what the file says, also where it says that there is none; the others have the signal
    peptide of 2021, and no mature chain. An entry that names several chains has no mature chain, since it has several.
    """
    older = peptides[~peptides["accession"].isin(entries["accession"])]
    columns: dict[str, pd.Series] = {}
    for name, rows in (
        ("signal_peptide", pd.concat([features[features["type"] == "SIGNAL"], older])),
        ("mature", features[features["type"] == "CHAIN"]),
    ):
        single = rows[~rows["accession"].duplicated(keep=False)].set_index("accession")
        columns |= {f"{name}_start": single["begin"], f"{name}_end": single["end"]}
    return pd.DataFrame(columns).astype("Int64")


def average_mass(sequence: str) -> float | None:
    """Return the average mass of a protein in Da, or null where the sequence holds an undetermined residue.

    >>> average_mass("GG")
    132.12
    >>> average_mass("GX") is None
    True
    """
    if not set(sequence) <= set(RESIDUE_MASS):
        return None
    return round(sum(RESIDUE_MASS[residue] for residue in sequence) + WATER, 2)
