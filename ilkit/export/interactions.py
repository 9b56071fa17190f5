"""The input files from which CellPhoneDB makes a database."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from ilkit.api import opened
from ilkit.dataset import Dataset
from ilkit.export.contents import Version, read_me, resources
from ilkit.export.ligand_receptor import AGONISTS, pairs_of
from ilkit.export.target import Target, new_folder

LAYOUT = {
    "gene_input": "gene_name uniprot hgnc_symbol ensembl",
    "protein_input": "uniprot protein_name transmembrane peripheral secreted secreted_desc secreted_highlight receptor "
    "receptor_desc integrin biosynthetic_pathway_desc biosynthetic_pathway other other_desc tags tags_reason tags_description "
    "pfam version",
    "complex_input": "complex_name uniprot_1 uniprot_2 uniprot_3 uniprot_4 uniprot_5 transmembrane peripheral secreted "
    "secreted_desc secreted_highlight receptor receptor_desc integrin other other_desc pdb_id pdb_structure stoichiometry "
    "comments_complex reactome_reaction reactome_complex complexPortal_complex rhea_reaction curator version",
    "interaction_input": "id_cp_interaction partner_a partner_b protein_name_a protein_name_b annotation_strategy source is_ppi "
    "curator reactome_complex reactome_reaction reactome_pathway complexPortal_complex comments version interactors "
    "classification directionality modulatory_effect",
}
PLACES = 5
USED = ["aliases", "binding", "chains", "functions", "genes", "receptor_subunits"]
ABSENT = dict.fromkeys(["peripheral", "integrin", "other", "biosynthetic_pathway", "pdb_structure"], False)


def cellphonedb(
    folder: Target,
    *,
    effects: Iterable[str] = AGONISTS,
    provisional: bool = False,
    overwrite: bool = False,
    version: Version = None,
) -> Path:
    """Write the ``*_input.csv`` files of CellPhoneDB 5, from which ``cellphonedb.utils.db_utils.create_db`` makes a database.

    Complexes are named by their symbols, joined by ``_``. A protein is ``secreted`` where it is a ligand here or GO has it in the
    extracellular region, and ``transmembrane`` where it is a subunit of a receptor and GO has it in the plasma membrane by
    other evidence than descent (IBA). Columns that ilkit knows nothing of are empty. ``README.txt`` has licences and sources.

    Parameters
    ----------
    folder
        A folder that is new or empty; its parent exists.
    effects, provisional
        Which pairs to write, as in `liana`.
    overwrite
        Whether to replace a folder that holds files of the same names and no others.
    version
        A dataset version or a `Dataset`; the default version where left out.

    Returns
    -------
    pathlib.Path
        The folder.

    Raises
    ------
    ilkit.errors.ExportError
        The folder is not empty or cannot be written.
    ilkit.errors.FilterError
        There is no such effect.
    ilkit.errors.UnknownTableError
        The version has no receptors (before 2026.11.1).

    Examples
    --------
    >>> import ilkit, pandas as pd, tempfile
    >>> folder = ilkit.export.cellphonedb(tempfile.mkdtemp())
    >>> pd.read_csv(folder / "interaction_input.csv").set_index("interactors").loc["IL6-IL6R+IL6ST", "partner_b"]
    'IL6R_IL6ST'
    """
    data = opened(version)
    pairs = pairs_of(data, effects, provisional)
    proteins = _proteins(data, pairs)
    content = {
        "gene_input": proteins.assign(gene_name=proteins["hgnc_symbol"]),
        "protein_input": proteins,
        "complex_input": _complexes(pairs, proteins),
        "interaction_input": _interactions(pairs, proteins),
    }
    with new_folder(folder, overwrite) as made:
        for name, columns in LAYOUT.items():
            known = content[name].assign(curator="ilkit", version=f"ilkit {data.version}", **ABSENT)
            laid_out = known.replace({True: "TRUE", False: "FALSE"}).reindex(columns=columns.split())
            (made / f"{name}.csv").write_text(laid_out.to_csv(index=False, lineterminator="\n"), "utf-8", newline="")
        (made / "README.txt").write_text(read_me(data, resources(data, USED)), "utf-8")
    return Path(folder)


def _proteins(data: Dataset, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the proteins of all pairs, with what is known of them."""
    ligands, receptors = (set("_".join(pairs[side]).split("_")) for side in ("ligand", "receptor_id"))
    genes = data.load("genes")
    kept = genes[genes["symbol"].isin(ligands | receptors)]
    names = data.load("aliases", ["alias", "entity_id", "kind"])
    entry_names = names[names["alias"].str.endswith("_HUMAN") & (names["kind"] == "identifier")].drop_duplicates("entity_id")
    located = data.load("functions", term="plasma membrane")
    membrane = located.loc[located["evidence"] != "IBA", "symbol"]
    outside = data.load("functions", term="extracellular region")["symbol"]
    symbol = kept["symbol"]
    return pd.DataFrame(
        {
            "uniprot": kept["uniprot_id"],
            "hgnc_symbol": symbol,
            "ensembl": kept["ensembl_gene_id"],
            "protein_name": kept["hgnc_id"].map(entry_names.set_index("entity_id")["alias"]).fillna(symbol),
            "receptor": symbol.isin(receptors),
            "transmembrane": symbol.isin(receptors) & symbol.isin(membrane),
            "secreted": symbol.isin(ligands) | symbol.isin(outside),
            "secreted_highlight": symbol.isin(ligands),
        }
    ).sort_values("hgnc_symbol", ignore_index=True)


def _complexes(pairs: pd.DataFrame, proteins: pd.DataFrame) -> pd.DataFrame:
    """Return the ligands and receptors of several proteins.

    Ligands fill the columns of accessions from the left and receptors from the right, since ``create_db`` cannot read a column
    without any.
    """
    known = proteins.set_index("hgnc_symbol")
    sides = {name: side for side in ("ligand", "receptor_id") for name in pairs[side] if "_" in name}
    rows = []
    for name, side in sorted(sides.items()):
        parts = known.loc[name.split("_")]
        first = 1 if side == "ligand" else PLACES + 1 - len(parts)
        rows.append(
            {
                "complex_name": name,
                **{f"uniprot_{place}": accession for place, accession in enumerate(parts["uniprot"], first)},
                "transmembrane": parts["transmembrane"].any(),
                "secreted": side == "ligand",
                "secreted_highlight": side == "ligand",
                "receptor": side == "receptor_id",
            }
        )
    return pd.DataFrame(rows)


def _interactions(pairs: pd.DataFrame, proteins: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs; a partner is the accession of a protein or the name of a complex."""
    known = proteins.set_index("hgnc_symbol")
    ligand, receptor = pairs["ligand"], pairs["receptor_id"]
    return pd.DataFrame(
        {
            "partner_a": ligand.map(known["uniprot"]).fillna(ligand),
            "partner_b": receptor.map(known["uniprot"]).fillna(receptor),
            "protein_name_a": ligand.map(known["protein_name"]),
            "protein_name_b": receptor.map(known["protein_name"]),
            "annotation_strategy": "curated",
            "source": pairs["references"].fillna(pairs["sources"]),
            "is_ppi": True,
            "comments": pairs["effect"].astype(str) + ", " + pairs["status"].astype(str),
            "interactors": ligand.str.replace("_", "+") + "-" + receptor.str.replace("_", "+"),
            "classification": "Signaling by " + pairs["ligand_name"].where(pairs["il_id"].isna(), "Interleukin"),
            "directionality": "Ligand-Receptor",
        }
    )
