"""Which ligand binds which receptor: curated pairs, supported by complexes, interactions and gene-level pairs."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.binding_rows import PAIR
from ilkit.build.tables.provenance import CURATED, among, finish
from ilkit.build.tables.receptor_complexes import SOURCE as COMPLEXES
from ilkit.errors import CheckError
from ilkit.schemas.binding import Binding


def build(
    curated_binding: pd.DataFrame,
    receptor_complexes: pd.DataFrame,
    binding_rows: pd.DataFrame,
    receptors: pd.DataFrame,
    interleukins: pd.DataFrame,
    genes: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `binding`."""
    curated = curated_binding.assign(ligand=curated_binding["il_id"].fillna(curated_binding["ligand_symbol"]))
    accepted = curated.drop_duplicates(PAIR).rename(columns={"ligand_symbol": "symbol"})
    accepted = accepted[[*PAIR, "il_id", "symbol", "ligand_name", "effect", "status"]]
    supported = pd.concat([from_complexes(receptor_complexes), binding_rows], ignore_index=True)
    statements = from_curated(curated, supported, ledger)
    rows = pd.concat([statements, supported], ignore_index=True)
    return finish(labelled(rows, accepted, receptors, interleukins, genes), Binding)


def from_complexes(complexes: pd.DataFrame) -> pd.DataFrame:
    """Return one row per complex of a ligand and its receptor."""
    rows = complexes.drop_duplicates("complex_ac")
    return rows.assign(reference="complexportal:" + rows["complex_ac"], source_id=COMPLEXES)[
        [*PAIR, "evidence", "source_id", "reference"]
    ]


def from_curated(curated: pd.DataFrame, supported: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Return the curated statements; what was not looked up stands only where no source has the whole receptor."""
    selection = ledger.select("binding", CURATED, curated.assign(source_id=CURATED), "binding")
    told = among(selection.rows, supported[supported["subunit_hgnc_id"].isna()], PAIR)
    selection.drop((selection.rows["evidence"] == "textbook") & told, "a source has the ligand with the whole receptor")
    return selection.rows[[*PAIR, "evidence", "source_id", "reference"]]


def labelled(
    rows: pd.DataFrame, accepted: pd.DataFrame, receptors: pd.DataFrame, interleukins: pd.DataFrame, genes: pd.DataFrame
) -> pd.DataFrame:
    """Return the rows with effect, status, ids and names; a pair that no curated row states is an error."""
    joined = rows.merge(accepted, on=PAIR, how="left", validate="many_to_one")
    foreign = joined[joined["status"].isna()]
    if len(foreign):
        first = foreign.iloc[0]
        raise CheckError(
            f"{first['source_id']} has {first['ligand']} at {first['receptor_id']} ({first['reference']}), which data/curated/"
            "binding.csv does not state; add it there, or leave it out by a row of corrections.csv."
        )
    symbols = genes.set_index("hgnc_id")["symbol"]
    own = joined["symbol"].map(genes.set_index("symbol")["hgnc_id"])
    names = joined["il_id"].map(interleukins.set_index("il_id")["name"])
    joined = joined.assign(ligand_hgnc_id=joined["ligand_hgnc_id"].fillna(own))
    return joined.assign(
        ligand_name=names.fillna(joined["ligand_name"]),
        receptor_name=joined["receptor_id"].map(receptors.set_index("receptor_id")["name"]),
        ligand_symbol=joined["ligand_hgnc_id"].map(symbols),
        subunit_symbol=joined["subunit_hgnc_id"].map(symbols),
    )
