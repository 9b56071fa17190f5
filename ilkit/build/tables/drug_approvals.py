"""Intermediate frame: whether and when EMA and FDA authorised each drug of the sources, and whether another agency did."""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.thera_sabdab import STAGE
from ilkit.build.tables.drug_ids import antibody_ids, drug_id, medicine_ids, proper_ids, spellings_of

LAPSED = ("Withdrawn", "Lapsed", "Expired", "Revoked", "Suspended")
ON_SALE = {"RX", "OTC"}


def build(
    ema_medicines: dict[str, pd.DataFrame],
    fda_purple_book: dict[str, pd.DataFrame],
    everycure_medi_druglist: dict[str, pd.DataFrame],
    thera_sabdab: dict[str, pd.DataFrame],
    curated_drug_spellings: pd.DataFrame,
    curated_approvals: pd.DataFrame,
) -> pd.DataFrame:
    """Return a frame indexed by drug.

    It has ``ema_status``, ``ema_date``, ``fda_status``, ``fda_date``, ``biosimilar``, ``elsewhere`` and ``other_year``, the year of
    an approval by another agency.

    A status is *authorised* where an authorisation stands, *withdrawn* where all were given up, lapsed or revoked, and null
    where there never was one. The Purple Book holds biological products only: for other drugs the status is that of their
    products in Every Cure's list, which gives no date; a drug of which no product is sold any more counts as withdrawn.
    """
    spellings = spellings_of(curated_drug_spellings)
    medicines = ema_medicines["medicines"]
    medicines = medicines[medicines["Category"] == "Human"]
    ema = of_ema(medicines, medicine_ids(medicines, spellings))
    products = fda_purple_book["products"]
    fda = of_fda(products, proper_ids(products, spellings))
    listed = everycure_medi_druglist["drugs"]
    listed = listed.assign(drug_id=listed["curie_label"].map(lambda name: drug_id(name, spellings))).dropna(subset=["drug_id"])
    frame = pd.concat([ema, fda], axis=1)
    frame["biosimilar"] = frame[["ema_biosimilar", "fda_biosimilar"]].eq(True).any(axis=1)
    frame = frame.reindex(frame.index.union(list(listed["drug_id"].unique())))
    frame["fda_status"] = frame["fda_status"].fillna(_marketed(listed))
    antibodies = thera_sabdab["antibodies"]
    approved = set(antibody_ids(antibodies)[antibodies[STAGE] == "Approved"].dropna())
    approved |= set(listed.loc[listed["approved_japan"].notna() | listed["approved_europe"].notna(), "drug_id"])
    late = curated_approvals[curated_approvals["agency"] == "FDA"].set_index("drug_id")["approved"]
    other = curated_approvals[curated_approvals["agency"] == "other"].set_index("drug_id")["approved"]
    frame = frame.reindex(frame.index.union(sorted(approved)).union(list(curated_approvals["drug_id"].unique())))
    return frame.assign(
        fda_status=frame["fda_status"].mask(frame["fda_status"].isna() & frame.index.isin(late.index), "authorised"),
        fda_date=frame["fda_date"].fillna(pd.to_datetime(late, format="%Y-%m-%d")),
        elsewhere=frame.index.isin(approved),
        other_year=other.astype("Int64").reindex(frame.index),
    )


def ema_status(medicines: pd.DataFrame) -> pd.Series:
    """Return whether each medicine of the EMA is authorised or no longer is; null where it never was."""
    return medicines["Medicine status"].map({"Authorised": "authorised", **dict.fromkeys(LAPSED, "withdrawn")})


def of_ema(medicines: pd.DataFrame, drugs: pd.Series) -> pd.DataFrame:
    """Return status and first date of authorisation by drug, over all its medicines: one that stands comes before the others."""
    status = ema_status(medicines)
    dates = pd.to_datetime(medicines["Marketing authorisation date"], format="%d/%m/%Y").where(status.notna())
    similar = medicines["Biosimilar"].eq("Yes") & status.notna()
    frame = pd.DataFrame({"ema_status": status, "ema_date": dates, "ema_biosimilar": similar})
    return frame.sort_values("ema_status").groupby(drugs).agg({"ema_status": "first", "ema_date": "min", "ema_biosimilar": "any"})


def of_fda(products: pd.DataFrame, drugs: pd.Series) -> pd.DataFrame:
    """Return status and first date of licence by drug, over all its presentations."""
    status = products["Licensure"].map(lambda licensure: "authorised" if licensure == "Licensed" else "withdrawn")
    dates = pd.to_datetime(products["Approval Date"], format="%B %d, %Y")
    frame = pd.DataFrame({"fda_status": status, "fda_date": dates, "fda_biosimilar": products["BLA Type"].str.startswith("351(k)")})
    return frame.groupby(drugs).agg({"fda_status": "min", "fda_date": "min", "fda_biosimilar": "any"})


def _marketed(listed: pd.DataFrame) -> pd.Series:
    """Return the status that Every Cure's list gives in the United States, by drug."""
    listed = listed[listed["approved_usa"].notna()]
    sold = listed["marketing_status_usa"].map(lambda states: bool(ON_SALE & {state.strip() for state in states}))
    return sold.map({True: "authorised", False: "withdrawn"}).groupby(listed["drug_id"]).min()
