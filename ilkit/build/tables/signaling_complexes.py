"""Intermediate frame: the JAKs, STATs and adaptors that Reactome puts into one complex with a receptor and its ligand."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import by_accession, pmid

SOURCE = "reactome_complexes"
KEY = ["receptor_id", "hgnc_id"]
FOREIGN = "a ligand in the complex does not bind the receptor"


def build(
    reactome_complexes: dict[str, pd.DataFrame],
    genes: pd.DataFrame,
    receptor_parts: pd.DataFrame,
    transducers: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Return one row per receptor, transducer and publication of the smallest complexes that hold both and a ligand."""
    complexes = read_sets(reactome_complexes["complexes"], genes, receptor_parts, transducers)
    selection = ledger.select("signaling", SOURCE, complexes, "complexes")
    selection.drop(~selection.rows["identifier"].str.startswith("R-HSA-"), "the complex mixes species")
    seats = single_seats(selection.rows, transducers)
    selection.drop(selection.rows["transducers"].map(len) == 0, "no JAK, STAT or adaptor is in the complex")
    selection.drop(selection.rows["ligands"].map(len) == 0, "no ligand is in the complex")
    selection.drop(selection.rows["receptor_id"].isna(), "the receptor genes of the complex make up no receptor")
    known = receptor_parts["ligands"].to_dict()
    bound = [own <= known[receptor] for own, receptor in selection.rows[["ligands", "receptor_id"]].to_numpy()]
    selection.drop(~pd.Series(bound, index=selection.rows.index, dtype=bool), FOREIGN)
    pairs = selection.rows.explode("transducers").rename(columns={"transducers": "hgnc_id"})
    pairs = pairs.merge(transducers, on="hgnc_id")
    pairs = pairs.assign(statement=pairs["symbol"] + " at " + pairs["receptor_id"])
    chosen = ledger.select("signaling", SOURCE, pairs, "transducers of complexes")
    chosen.drop(~chosen.rows["receptor_id"].map(receptor_parts["signals"]), "the receptor gives no signal by itself")
    fewest = chosen.rows.groupby([*KEY, "ligands"])["size"].transform("min")
    chosen.drop(chosen.rows["size"] > fewest, "a smaller complex holds the same receptor, ligand and transducer")
    found = [seat(subunits, gene, seats) for subunits, gene in chosen.rows[["subunits", "hgnc_id"]].to_numpy()]
    rows = chosen.rows.assign(
        subunit_hgnc_id=pd.Series(found, index=chosen.rows.index, dtype="object"),
        alternative=(chosen.rows["n_jaks"] > 2).astype("boolean").where(chosen.rows["role"] == "JAK"),
        complex_id="Reactome:" + chosen.rows["identifier"],
        evidence="reactome_complex",
        source_id=SOURCE,
    )
    return with_references(rows)


def read_sets(
    complexes: pd.DataFrame, genes: pd.DataFrame, receptor_parts: pd.DataFrame, transducers: pd.DataFrame
) -> pd.DataFrame:
    """Return the complexes with the sets of their ``subunits``, ``ligands`` and ``transducers``, and the receptor they make."""
    gene_of = by_accession(genes)["hgnc_id"].to_dict()
    proteins = complexes["participants"].map(accessions)
    held = proteins.map(lambda own: frozenset(gene_of[accession] for accession in own if accession in gene_of))
    subunits = frozenset().union(*receptor_parts["subunits"])
    ligands = frozenset(genes.loc[genes["role"] == "ligand", "hgnc_id"])
    own = frozenset(transducers["hgnc_id"])
    jaks = frozenset(transducers.loc[transducers["role"] == "JAK", "hgnc_id"])
    receptor_of = {parts: receptor for receptor, parts in receptor_parts["subunits"].items()}
    found = held.map(lambda ids: ids & subunits)
    return complexes.assign(
        subunits=found,
        ligands=held.map(lambda ids: ids & ligands),
        transducers=held.map(lambda ids: tuple(sorted(ids & own))),
        n_jaks=held.map(lambda ids: len(ids & jaks)),
        size=proteins.map(len),
        receptor_id=found.map(receptor_of),
    )


def accessions(participants: tuple[str, ...]) -> frozenset[str]:
    """Return the UniProt accessions among participants, without isoforms.

    >>> sorted(accessions(("uniprot:P08887-2", "uniprot:P05231", "chebi:30616")))
    ['P05231', 'P08887']
    """
    named = (name.removeprefix("uniprot:") for name in participants if name.startswith("uniprot:"))
    return frozenset(name.split("-")[0] for name in named)


def single_seats(complexes: pd.DataFrame, transducers: pd.DataFrame) -> frozenset[tuple[str, str]]:
    """Return the pairs of subunit and JAK that a complex with no other receptor gene holds."""
    jaks = frozenset(transducers.loc[transducers["role"] == "JAK", "hgnc_id"])
    alone = complexes[complexes["subunits"].map(len) == 1]
    return frozenset(
        (subunit, gene)
        for subunits, held in zip(alone["subunits"], alone["transducers"], strict=True)
        for subunit in subunits
        for gene in held
        if gene in jaks
    )


def seat(subunits: frozenset[str], gene: str, seats: frozenset[tuple[str, str]]) -> str | None:
    """Return the one subunit that `seats` has with a JAK; null where they have none or several."""
    found = [subunit for subunit in subunits if (subunit, gene) in seats]
    return found[0] if len(found) == 1 else None


def with_references(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row per receptor, transducer and publication; the complex stands for it where a pair has no publication."""
    numbered = rows.assign(number=rows["identifier"].str.removeprefix("R-HSA-").astype(int)).sort_values("number")
    cited = numbered.explode("pubMedIdentifiers", ignore_index=True)
    has_any = cited["pubMedIdentifiers"].notna().groupby([cited[name] for name in KEY]).transform("any")
    cited = cited[cited["pubMedIdentifiers"].notna() | ~has_any]
    reference = pmid(cited["pubMedIdentifiers"])
    cited = cited.assign(reference=reference.where(cited["pubMedIdentifiers"].notna(), cited["complex_id"]))
    return cited.drop_duplicates([*KEY, "reference"])
