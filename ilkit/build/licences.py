"""Which licence a table has: the strictest among those of its sources."""

from __future__ import annotations

from collections.abc import Iterable

from ilkit.errors import BuildError

STRICTNESS = (
    "LicenseRef-US-Public-Domain",
    "LicenseRef-US-public-domain",
    "CC0-1.0",
    "LicenseRef-US-Government-Public-Domain",
    "LicenseRef-Ensembl-no-restrictions",
    "MIT",
    "Apache-2.0",
    "LicenseRef-EMA-reuse-with-acknowledgement",
    "LicenseRef-EMBL-EBI-terms",
    "CC-BY-4.0",
    "CC-BY-SA-3.0",
    "CC-BY-SA-4.0",
)
RELEASED_AS = {"CC-BY-SA-3.0": "CC-BY-SA-4.0"}


def strictest(licences: Iterable[str]) -> str:
    """Return the licence that asks for most: public domain, then attribution, then share-alike.

    What is made from CC-BY-SA-3.0 is released under the later version 4.0, as that licence allows.

    >>> strictest(["CC0-1.0", "CC-BY-4.0", "Apache-2.0"])
    'CC-BY-4.0'
    >>> strictest(["CC-BY-4.0", "CC-BY-SA-3.0"])
    'CC-BY-SA-4.0'
    """
    found = set(licences)
    strange = sorted(found - set(STRICTNESS))
    if not found:
        raise BuildError("A table of no source has no licence: name a source in each row.")
    if strange:
        raise BuildError(f"Licence {strange} is not in the order of strictness {STRICTNESS}: place it there first.")
    return RELEASED_AS.get(most := max(found, key=STRICTNESS.index), most)
