"""Every PubMed record that a row refers to: bibliographic facts where a source has them, else an estimated year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import CURATED, finish, pmid
from ilkit.definition import reference_columns
from ilkit.schemas.publications import Publications

NEIGHBOURS = 14
FIRST_ESTIMATED = 1_000_000
METADATA = "pubmed_metadata_2026"


def build(
    referrers_of_publications: dict[str, pd.DataFrame],
    curated_first_described: pd.DataFrame,
    pubmed_metadata_2026: dict[str, pd.DataFrame],
    study_publications: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `publications`."""
    columns = [frame[name] for frame in referrers_of_publications.values() for name in reference_columns(frame.columns)]
    cited = pd.concat(columns).dropna()
    numbers = cited[cited.str.startswith("PMID:")].str.removeprefix("PMID:").astype(int).drop_duplicates().sort_values()
    known = pubmed_metadata_2026["publications"].astype({"pmid": int}).set_index("pmid")
    metadata = pubmed_metadata_2026["publications"]
    ledger.look_up("publications", METADATA, metadata, "publications", metadata["pmid"].isin(numbers), "no row refers to it")
    studies = study_publications.set_index("pmid")
    frame = pd.DataFrame({"pmid": numbers.to_numpy()}).join(known, on="pmid")
    own_year = first_years(curated_first_described)
    year = frame["year"].fillna(frame["pmid"].map(studies["year"])).fillna(frame["pmid"].map(own_year))
    estimate = frame["pmid"].map(lambda number: estimated_year(number, known["year"]))
    frame = frame.assign(
        reference=pmid(frame["pmid"]),
        journal=frame["journal"].fillna(frame["pmid"].map(studies["journal"])),
        doi="DOI:" + frame["doi"],
        year=year.fillna(estimate),
        year_estimated=year.isna().astype("boolean").where(year.notna() | estimate.notna()),
        title=frame["title"].fillna(frame["pmid"].map(studies["title"])),
        source_id=frame["pmid"].map(origin(known.index, studies["source_id"], own_year)),
    )
    return finish(frame, Publications)


def origin(known: pd.Index, studies: pd.Series, looked_up: Iterable[int]) -> dict[int, str]:
    """Return where what is known of a publication comes from; an estimated year comes from the metadata of its neighbours."""
    found = defaultdict(lambda: METADATA, dict.fromkeys(looked_up, CURATED))
    found.update(studies)
    found.update(dict.fromkeys(known, METADATA))
    return found


def first_years(described: pd.DataFrame) -> dict[int, int]:
    """Return PubMed id → year of the papers that first described a molecule, which a curator looked up."""
    papers = described[(described["evidence"] == "primary") & described["reference"].fillna("").str.startswith("PMID:")]
    numbers = papers["reference"].str.removeprefix("PMID:").astype(int)
    return dict(zip(numbers, papers["first_described_year"].astype(int), strict=True))


def estimated_year(number: int, years: pd.Series) -> int | None:
    """Return the median year of the nearest known PubMed ids; null below the range where this was found to hold.

    >>> estimated_year(30_000_000, pd.Series({29_999_990: 2018, 30_000_005: 2018, 30_000_009: 2019}))
    2018
    """
    if number < FIRST_ESTIMATED:
        return None
    ids = np.sort(years.index.to_numpy())
    place = int(np.searchsorted(ids, number))
    window = ids[max(0, place - NEIGHBOURS) : place + NEIGHBOURS]
    nearest = window[np.argsort(np.abs(window - number), kind="stable")[:NEIGHBOURS]]
    return int(np.median(years.loc[nearest].to_numpy(dtype=float)))
