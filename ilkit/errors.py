"""Every exception that ilkit raises on purpose.

Each class is also the builtin that fits it, so that ``except KeyError`` or ``except ValueError``
in a caller's code goes on working. A message states the fact, what was given, what is allowed,
the closest match, and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

__all__ = [
    "AmbiguousNameError",
    "BuildError",
    "CheckError",
    "ExportError",
    "FetchError",
    "FilterError",
    "IlkitError",
    "IntegrityError",
    "MissingExtraError",
    "PinError",
    "SourceFormatError",
    "UnknownColumnError",
    "UnknownNameError",
    "UnknownTableError",
    "UnknownVersionError",
    "closest",
    "hint",
    "shown",
    "unknown",
]


class IlkitError(Exception):
    """Base class of every error that ilkit raises on purpose."""

    def __str__(self) -> str:  # KeyError would print the repr of its message
        return str(self.args[0]) if self.args else ""


class UnknownVersionError(IlkitError, KeyError):
    """No such dataset version in the folder that was looked at."""


class UnknownTableError(IlkitError, KeyError):
    """No such table in this dataset version."""


class UnknownColumnError(IlkitError, KeyError):
    """No such column in this table."""


class UnknownNameError(IlkitError, KeyError):
    """A filter was given a name that the dataset does not know."""


class AmbiguousNameError(IlkitError, ValueError):
    """A filter was given a name that belongs to more than one entity."""


class FilterError(IlkitError, TypeError):
    """A filter that this table cannot answer, or a filter value of the wrong kind."""


class IntegrityError(IlkitError, OSError):
    """A released file is missing, damaged or not the one that was released.

    ``report`` is the frame of all checks where `verify` raised it, else None.
    """

    report: Any = None


class PinError(IlkitError, ValueError):
    """A file holds no pin of a dataset version, or a malformed one."""


class MissingExtraError(IlkitError, ImportError):
    """An optional package that this needs is not installed."""


class ExportError(IlkitError, OSError):
    """An export could not be written; what was there before is as it was."""


class FetchError(IlkitError, OSError):
    """A version could not be fetched from a mirror; what the cache held before is as it was."""


class BuildError(IlkitError, RuntimeError):
    """A dataset version could not be built; nothing was written."""


class SourceFormatError(BuildError, ValueError):
    """A raw file is missing or is not laid out as its reader expects."""


class CheckError(BuildError, ValueError):
    """A check on the built tables failed; nothing was written."""


MOST_SIGNS = 1_000
"""Signs of what was given that are compared; no name is that long."""


def closest(given: object, allowed: Iterable[str], n: int = 3) -> list[str]:
    """Return up to `n` of `allowed` that look like `given`, best first, whatever their case."""
    import difflib

    names = {name.casefold(): name for name in allowed}
    text = given if isinstance(given, str) else shown(given)
    return [names[match] for match in difflib.get_close_matches(text[:MOST_SIGNS].casefold(), names, n)]


def shown(given: object) -> str:
    """Return what was given as it stands in a message: cut where it is long, its type where it cannot be written.

    >>> shown("IL-6"), shown(10**5000)
    ("'IL-6'", '<int>')
    """
    try:
        text = repr(given)
    except Exception:
        return f"<{type(given).__name__}>"
    return text if len(text) <= 80 else text[:77] + "…"


def hint(given: object, allowed: Iterable[str], n: int = 3) -> str:
    """Return the question whether one of up to `n` names that look like `given` was meant, with a space before it, or nothing.

    >>> hint("IL-66", ["IL-6", "TNF"])
    " Did you mean 'IL-6'?"
    """
    near = closest(given, allowed, n)
    return f" Did you mean {' or '.join(map(repr, near))}?" if near else ""


def unknown(what: str, given: object, allowed: Iterable[str], where: str = "") -> str:
    """Compose the message for a name that is not among the allowed ones."""
    allowed = list(allowed)
    listed = ", ".join(allowed[:40]) + (f", … ({len(allowed)} in all)" if len(allowed) > 40 else "")
    return f"There is no {what} {shown(given)}{where}.{hint(given, allowed)} Allowed: {listed or 'none'}."
