"""The table `sources`."""

from __future__ import annotations

from ilkit.schemas.table import Flag, Integer, Table, flag, integer, text


class Sources(Table):
    """Raw sources that this version was built from, with licence, version and checksum."""

    source_id: str = text("Name of the raw source.", primary=True)
    title: str = text("Title of the source.")
    licence: str = text("Licence of the data as an SPDX expression.")
    licence_url: str = text("Page that states the licence.", pattern=r"^https?://\S+$", nullable=True)
    share_alike: Flag = flag("Whether the licence asks that derived data carry the same licence.")
    version: str = text("Upstream's version, or the date that stands for it.")
    url: str = text("Home page of the source.", pattern=r"^https?://\S+$", nullable=True)
    download_url: str = text("Where upstream publishes the files.", nullable=True)
    citation: str = text("How upstream asks to be cited.")
    filtered: Flag = flag("Whether the copy that was read had been narrowed to interleukins and their receptors beforehand.")
    licence_verified: Flag = flag("False where the licence, or the page that states it, was noted from memory or inferred.")
    version_verified: Flag = flag("False where upstream states no version and a date stands for it.")
    citation_verified: Flag = flag("False where the citation was noted from memory.")
    n_files: Integer = integer("Number of files that were read.", minimum=0, nullable=False)
    sha256: str = text("sha256 over the sorted (file name, sha256) pairs of the files that were read.", pattern=r"^[0-9a-f]{64}$")

    class Config:
        """Grain of the table."""

        title = "raw source"
