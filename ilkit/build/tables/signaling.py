"""Which JAK, STAT or adaptor a receptor uses: Reactome complexes, WikiPathways edges and curated rows."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import CURATED, among, finish
from ilkit.errors import CheckError
from ilkit.schemas.signaling import Signaling

PAIR = ["receptor_id", "hgnc_id"]


def build(
    curated_signaling: pd.DataFrame,
    signaling_complexes: pd.DataFrame,
    signaling_edges: pd.DataFrame,
    receptors: pd.DataFrame,
    genes: pd.DataFrame,
    transducers: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `signaling`."""
    ids = genes.set_index("symbol")["hgnc_id"]
    found = pd.concat([signaling_complexes, signaling_edges], ignore_index=True)
    rows = pd.concat([from_curated(curated_signaling, found, receptors, ids, ledger), found], ignore_index=True)
    symbols = genes.set_index("hgnc_id")["symbol"]
    return finish(
        rows.assign(
            receptor_name=rows["receptor_id"].map(receptors.set_index("receptor_id")["name"]),
            symbol=rows["hgnc_id"].map(symbols),
            role=rows["hgnc_id"].map(transducers.set_index("hgnc_id")["role"]),
            subunit_symbol=rows["subunit_hgnc_id"].map(symbols),
        ),
        Signaling,
    )


def from_curated(
    curated: pd.DataFrame, found: pd.DataFrame, receptors: pd.DataFrame, ids: pd.Series, ledger: Ledger
) -> pd.DataFrame:
    """Return the curated statements; one that was not looked up stands only where nothing else states the pair.

    Raises
    ------
    CheckError
        A curated row names a receptor, a gene or a subunit that there is not.
    """
    rows = curated.assign(hgnc_id=curated["symbol"].map(ids), subunit_hgnc_id=curated["subunit_symbol"].map(ids), source_id=CURATED)
    own = rows["subunit_symbol"].isna() | rows.apply(lambda row: row["subunit_symbol"] in row["receptor_id"].split("_"), axis=1)
    wrong = rows[~rows["receptor_id"].isin(receptors["receptor_id"]) | rows["hgnc_id"].isna() | ~own]
    if len(wrong):
        raise CheckError(
            f"data/curated/signaling.csv, line {wrong.index[0]}: expected a receptor_id of receptors, a symbol of genes and a "
            f"subunit of the receptor, found {wrong.iloc[0][['receptor_id', 'symbol', 'subunit_symbol']].tolist()}."
        )
    selection = ledger.select("signaling", CURATED, rows, "signaling")
    looked_up = selection.rows[selection.rows["evidence"] != "textbook"]
    told = among(selection.rows, pd.concat([found[PAIR], looked_up[PAIR]]), PAIR)
    selection.drop((selection.rows["evidence"] == "textbook") & told, "a source or a row that was looked up has the pair")
    return selection.rows[[*PAIR, "subunit_hgnc_id", "source_id", "evidence", "reference"]]
