"""The table `publications`."""

from __future__ import annotations

from ilkit.schemas.table import Flag, Integer, Table, flag, integer, source_id, text


class Publications(Table):
    """Every PubMed record that a row of this version refers to."""

    reference: str = text("PubMed id as a CURIE.", pattern=r"^PMID:[1-9]\d{0,8}$", primary=True)
    pmid: Integer = integer("PubMed id as a bare number.", minimum=1, nullable=False)
    year: Integer = integer("Year of publication; null where it could be neither looked up nor estimated.", unit="a", minimum=1850)
    year_estimated: Flag = flag(
        "True where the year was estimated as the median year of the 14 nearest known PubMed ids "
        "(within one year in over 99 % of cases above PMID 8,000,000); null where there is no year.",
        nullable=True,
    )
    journal: str = text("Journal, abbreviated as in PubMed.", nullable=True)
    doi: str = text("DOI as a CURIE.", pattern=r"^DOI:10\.\d{4,9}/\S+$", nullable=True)
    title: str = text("Title of the publication.", nullable=True)
    source_id: str = source_id()

    class Config:
        """Grain of the table."""

        title = "PubMed record"
