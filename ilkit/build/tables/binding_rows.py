"""What CellPhoneDB and connectomeDB say of ligands and receptors, as rows for `binding`."""

from __future__ import annotations

import re

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import among, by_accession, pmid
from ilkit.build.tables.receptor_complexes import ligands, receptors
from ilkit.errors import CheckError

INTERACTIONS = "cellphonedb_v5"
PAIRS = "connectomedb2020"
PAIR = ["ligand", "receptor_id"]
SIDES = ["ligand_hgnc_id", "subunit_hgnc_id"]
PUBMED = re.compile(r"(?:^|;)(PMID:[1-9]\d*)(?=;|$)")
STRUCTURE = re.compile(r"PDB:([1-9][a-z0-9]{3})|([1-9][a-z0-9]{3});PDB")


def build(
    cellphonedb_v5: dict[str, pd.DataFrame],
    connectomedb2020: dict[str, pd.DataFrame],
    curated_binding: pd.DataFrame,
    curated_receptor_subunits: pd.DataFrame,
    chains: pd.DataFrame,
    interleukins: pd.DataFrame,
    genes: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Return ``ligand`` (``il_id``, or the symbol of another ligand), ``receptor_id``, evidence and reference.

    A gene-level pair has the chain, the subunit and the ``attribution`` of the chain beside them.
    """
    names = ligands(chains, interleukins, curated_binding, genes)
    accepted = curated_binding.assign(ligand=curated_binding["il_id"].fillna(curated_binding["ligand_symbol"]))
    links = supportable(accepted, members(names, chains), curated_receptor_subunits)
    return pd.concat(
        [
            from_interactions(cellphonedb_v5, names, receptors(curated_receptor_subunits), genes, ledger),
            from_pairs(connectomedb2020["pairs"], links, ledger),
        ],
        ignore_index=True,
    )


def members(names: dict[frozenset[str], str], chains: pd.DataFrame) -> pd.DataFrame:
    """Return one row per ligand and gene of it, with the attribution of the chain of an interleukin."""
    rows = [(name, gene) for genes, name in names.items() for gene in sorted(genes)]
    shared = chains.set_index(["il_id", "hgnc_id"])["attribution"].astype("object")
    frame = pd.DataFrame(rows, columns=["ligand", "ligand_hgnc_id"])
    return frame.assign(attribution=[shared.get(row, "unique") for row in rows])


def supportable(accepted: pd.DataFrame, chains: pd.DataFrame, subunits: pd.DataFrame) -> pd.DataFrame:
    """Return one row per ligand, receptor, chain and subunit for which a gene-level pair can speak.

    A pair that an established receptor of agonists explains says nothing of a decoy, an antagonist or a provisional receptor
    with the same subunit, and of what is provisional only where the pair is the whole of ligand and receptor.
    """
    subunits = subunits.rename(columns={"hgnc_id": "subunit_hgnc_id"})[["receptor_id", "subunit_hgnc_id"]]
    links = accepted[[*PAIR, "effect", "status"]].drop_duplicates(PAIR).merge(chains, on="ligand").merge(subunits, on="receptor_id")
    established = links["status"] == "established"
    first = established & (links["effect"] == "agonist")
    explained = first.groupby([links["ligand"], links["ligand_hgnc_id"], links["subunit_hgnc_id"]]).transform("any")
    whole = ~links.duplicated(PAIR, keep=False)
    return links[(first | ~explained) & (established | whole)].drop(columns=["effect", "status"])


def from_interactions(
    parts: dict[str, pd.DataFrame],
    names: dict[frozenset[str], str],
    compositions: dict[frozenset[str], str],
    genes: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Return one row per interaction of a ligand with a whole receptor, and reference.

    Raises
    ------
    CheckError
        Subunits in scope make up a receptor that no curated row holds.
    """
    gene_of = by_accession(genes)["hgnc_id"].to_dict()
    complexes = parts["complexes"].set_index("complex_name")
    whole = {name: row.dropna().tolist() for name, row in complexes.iterrows()}
    rows = parts["interactions"]
    ligand, receptor = (
        rows[side].map(lambda partner: frozenset(gene_of.get(one) for one in whole.get(partner, [partner])))
        for side in ("partner_a", "partner_b")
    )
    known = frozenset().union(*compositions)
    rows = rows.assign(ligand=ligand.map(names), receptor_id=receptor.map(compositions), in_scope=receptor.map(known.issuperset))
    selection = ledger.select("binding", INTERACTIONS, rows, "interactions")
    selection.drop(selection.rows["ligand"].isna(), "the first partner is no ligand in scope")
    selection.drop(~selection.rows["in_scope"], "the second partner is no receptor in scope")
    unknown = selection.rows[selection.rows["receptor_id"].isna()]
    if len(unknown):
        raise CheckError(
            f"CellPhoneDB {unknown['interactors'].iloc[0]}: no curated receptor is made of these subunits; add it to "
            "data/curated/, or leave the row out by a row of corrections.csv."
        )
    kept = selection.rows.assign(reference=selection.rows["source"].map(references)).explode("reference")
    kept = kept.assign(evidence="interaction", source_id=INTERACTIONS)
    return kept[[*PAIR, "evidence", "source_id", "reference"]].drop_duplicates()


def references(source: str) -> list[str]:
    """Return the PubMed ids and the PDB entry that the cell ``source`` of an interaction names without reserve.

    >>> references("3bpo;PDB"), references("PMID:25421700"), references("3wo3;PDB_partially")
    (['pdb:3bpo'], ['PMID:25421700'], [])
    """
    structure = STRUCTURE.fullmatch(source)
    return PUBMED.findall(source) + (["pdb:" + (structure[1] or structure[2])] if structure else [])


def from_pairs(rows: pd.DataFrame, links: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Return one row per pair of genes, molecule and receptor that it supports, and PubMed id.

    `links` has one row per molecule, receptor, chain and subunit.
    """
    rows = rows.assign(
        pair=rows["Ligand gene symbol"] + "-" + rows["Receptor gene symbol"],
        ligand_hgnc_id=rows["Ligand HGNC ID"],
        subunit_hgnc_id=rows["Receptor HGNC ID"],
    )
    selection = ledger.select("binding", PAIRS, rows, "pairs")
    for side in SIDES:
        selection.drop(~selection.rows[side].isin(links[side]), "the ligand or the receptor is not in scope")
    selection.drop(~among(selection.rows, links, SIDES), "no receptor of the ligand has the subunit")
    cited = selection.rows.assign(pmid=selection.rows["PMID support"]).explode("pmid")
    selection = ledger.select("binding", PAIRS, cited, "references of pairs")
    selection.drop(selection.rows.duplicated([*SIDES, "pmid"]), "the pair names the paper twice")
    kept = selection.rows.merge(links, on=SIDES)
    kept = kept.assign(evidence="ligand_receptor_pair", source_id=PAIRS, reference=pmid(kept["pmid"]))
    return kept[[*PAIR, *SIDES, "attribution", "evidence", "source_id", "reference"]]
