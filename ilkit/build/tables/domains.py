"""Pfam families that the proteins match."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import NOT_IN_SCOPE, by_accession, finish
from ilkit.schemas.domains import Domains

COLUMNS = {
    "seq id": "uniprot_id",
    "hmm name": "domain_name",
    "envelope start": "start",
    "envelope end": "end",
    "alignment start": "aligned_start",
    "alignment end": "aligned_end",
    "hmm start": "profile_start",
    "hmm end": "profile_end",
    "hmm length": "profile_length",
    "bit score": "bit_score",
    "E-value": "e_value",
}


def build(genes: pd.DataFrame, pfam: dict[str, pd.DataFrame], ledger: Ledger) -> pd.DataFrame:
    """Build `domains`."""
    proteins = by_accession(genes)
    selection = ledger.select("domains", "pfam", pfam["regions"], "regions")
    selection.drop(~selection.rows["seq id"].isin(proteins.index), NOT_IN_SCOPE)
    rows = selection.rows.rename(columns=COLUMNS)
    clans = pfam["clans"].set_index("identifier")["name"]
    asked = pfam["clans"]["identifier"].isin(rows["clan"])
    ledger.look_up("domains", "pfam", pfam["clans"], "clans", asked, "no hit is of a family of the clan")
    rows = rows.assign(
        hgnc_id=rows["uniprot_id"].map(proteins["hgnc_id"]),
        symbol=rows["uniprot_id"].map(proteins["symbol"]),
        domain_id="pfam:" + rows["hmm acc"],
        domain_type=rows["type"].str.lower(),
        clan_id="pfam.clan:" + rows["clan"],
        clan_name=rows["clan"].map(clans),
        evidence="profile",
        reference=None,
        source_id="pfam",
    )
    return finish(rows, Domains)
