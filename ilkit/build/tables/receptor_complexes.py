"""The complexes of Complex Portal that hold a ligand and a receptor, one row per complex and gene of the receptor."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import by_accession
from ilkit.errors import CheckError

SOURCE = "complexportal_complextab_2026"
PHYSICAL = "ECO:0000353"
SOLUBLE = r"\bs(?:oluble|IL)"


def build(
    complexportal_complextab_2026: dict[str, pd.DataFrame],
    curated_receptor_subunits: pd.DataFrame,
    curated_binding: pd.DataFrame,
    chains: pd.DataFrame,
    interleukins: pd.DataFrame,
    genes: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Return ``complex_ac``, ``ligand``, ``receptor_id``, ``hgnc_id`` of a subunit, its ``copies``, ``evidence`` and ``soluble``.

    ``ligand`` is the id of an interleukin, or the symbol of another ligand; ``soluble`` tells complexes whose name says that
    a chain of the receptor is soluble.

    Raises
    ------
    CheckError
        A complex has a ligand or a receptor that no curated row holds.
    """
    gene_of = by_accession(genes)["hgnc_id"]
    rows = complexportal_complextab_2026["participants"]
    rows = rows.assign(hgnc_id=rows["uniprot_accession"].map(gene_of))
    role = rows["hgnc_id"].map(genes.set_index("hgnc_id")["role"])
    role = role.mask(rows["hgnc_id"].isin(curated_receptor_subunits["hgnc_id"]), "receptor")
    selection = ledger.select("binding", SOURCE, rows.assign(role=role), "participants")
    foreign = selection.rows.loc[selection.rows["role"].isna(), "complex_ac"]
    selection.drop(selection.rows["complex_ac"].isin(foreign), "the complex has a participant that is not in scope")
    selection.drop(selection.rows["role"] == "regulator", "kinases and adaptors are no part of the receptor")
    for needed in ("receptor", "ligand"):
        having = selection.rows.loc[selection.rows["role"] == needed, "complex_ac"]
        selection.drop(~selection.rows["complex_ac"].isin(having), f"the complex holds no {needed}")
    kept = selection.rows
    kept = kept.assign(
        ligand=named(kept, "ligand", ligands(chains, interleukins, curated_binding, genes)),
        receptor_id=named(kept, "receptor", receptors(curated_receptor_subunits)),
        copies=kept["stoichiometry"],
        evidence=kept["eco"].eq(PHYSICAL).fillna(False).map({True: "complex", False: "complex_inferred"}),
        soluble=kept["recommended_name"].str.contains(SOLUBLE),
    )
    columns = ["complex_ac", "ligand", "receptor_id", "hgnc_id", "copies", "evidence", "soluble"]
    return kept.loc[kept["role"] == "receptor", columns].reset_index(drop=True)


def named(rows: pd.DataFrame, role: str, names: dict[frozenset[str], str]) -> pd.Series:
    """Return for each row the name of what the participants of one role of its complex make up."""
    sets = rows[rows["role"] == role].groupby("complex_ac")["hgnc_id"].agg(frozenset)
    unknown = sets[~sets.isin(list(names))]
    if len(unknown):
        raise CheckError(
            f"Complex Portal {unknown.index[0]} has a {role} of {', '.join(sorted(unknown.iloc[0]))}, which no curated row "
            "holds; add it to data/curated/, or leave the complex out by a row of corrections.csv."
        )
    return rows["complex_ac"].map(sets.map(names))


def ligands(
    chains: pd.DataFrame, interleukins: pd.DataFrame, curated_binding: pd.DataFrame, genes: pd.DataFrame
) -> dict[frozenset[str], str]:
    """Return the genes of a ligand → its ``il_id``, or its symbol where it is no interleukin; retired names are left out."""
    retired = interleukins.loc[interleukins["status"] == "retired", "il_id"]
    molecules = chains[~chains["il_id"].isin(retired)].groupby("il_id")["hgnc_id"].agg(frozenset)
    others = curated_binding["ligand_symbol"].dropna().unique()
    ids = genes.set_index("symbol")["hgnc_id"]
    return dict(zip(molecules, molecules.index, strict=True)) | {frozenset([ids[symbol]]): symbol for symbol in others}


def receptors(subunits: pd.DataFrame) -> dict[frozenset[str], str]:
    """Return the genes of a receptor → its id."""
    sets = subunits.groupby("receptor_id")["hgnc_id"].agg(frozenset)
    return dict(zip(sets, sets.index, strict=True))
