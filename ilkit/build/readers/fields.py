"""What one cell of a raw file may hold.

A field is a parser with a sentence about what it expects. It turns the text of a cell into a value,
or raises ``ValueError``; `ilkit.build.readers.delimited` adds the file, the line and the column.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Field:
    """How to parse a cell, what is expected there, and the pandas dtype of the column."""

    parse: Callable[[str], Any]
    expected: str
    dtype: str = "str"


GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
RUN = re.compile(r"[^\x00-\x7f]{2,}")


def is_garbled(cell: str) -> bool:
    """Tell whether a text was read in the wrong encoding: signs were lost, or signs of UTF-8 were taken for several each.

    Examples
    --------
    >>> is_garbled("SjÃ¶gren"), is_garbled("Sj\ufffdgren"), is_garbled("Sjögren")
    (True, True, False)
    """
    return not cell.isascii() and ("\ufffd" in cell or any(map(_is_utf8_within, RUN.findall(cell))))


def _is_utf8_within(signs: str) -> bool:
    """Tell whether the signs, written in an encoding of one byte per sign, are UTF-8."""
    for encoding in ("cp1252", "latin-1"):
        try:
            signs.encode(encoding).decode()
        except UnicodeError:
            continue
        return True
    return False


def _text(cell: str) -> str:
    value = cell.strip()
    if not value or GROUPED.fullmatch(value):
        raise ValueError
    return value


def _number(cell: str) -> float:
    value = float(cell)
    if not math.isfinite(value) or "_" in cell:
        raise ValueError
    return value


def _integer(cell: str) -> int:
    if not re.fullmatch(r"[+-]?\d{1,30}(\.0+)?", cell.strip()):
        raise ValueError
    value = int(cell.split(".", 1)[0])
    if abs(value) >= 1 << 63:
        raise ValueError
    return value


text = Field(_text, "a text")
"""Also for ids that are numbers: one with separators of thousands is refused."""
integer = Field(_integer, "a whole number", "Int64")
number = Field(_number, "a finite number", "Float64")


def either(true: str, false: str) -> Field:
    """Return a field for truth values that are written so."""

    def parse(cell: str) -> bool:
        if cell not in (true, false):
            raise ValueError
        return cell == true

    return Field(parse, f"{true} or {false}", "boolean")


flag = either("True", "False")


def matching(pattern: str, expected: str) -> Field:
    """Return a field for cells that match a regular expression as a whole."""
    compiled = re.compile(pattern)

    def parse(cell: str) -> str:
        if not compiled.fullmatch(cell.strip()):
            raise ValueError
        return cell.strip()

    return Field(parse, expected)


def one_of(*allowed: str) -> Field:
    """Return a field for cells out of a closed vocabulary."""

    def parse(cell: str) -> str:
        if cell.strip() not in allowed:
            raise ValueError
        return cell.strip()

    return Field(parse, "one of " + ", ".join(map(repr, allowed)))


def between(low: float, high: float = math.inf, field: Field = number) -> Field:
    """Return the same numeric field, in which a value must lie between `low` and `high` (both included)."""

    def parse(cell: str) -> Any:
        value = field.parse(cell)
        if not low <= value <= high:
            raise ValueError
        return value

    limits = f"of at least {low:g}" if high == math.inf else f"between {low:g} and {high:g}"
    return Field(parse, f"{field.expected} {limits}", field.dtype)


positive = between(1, field=integer)
"""Also for ids that are numbers, and for positions, which count from 1."""


def optional(field: Field, nulls: Iterable[str] = ("",)) -> Field:
    """Return the same field, in which a cell out of `nulls` reads as null."""
    empty = frozenset(nulls)

    def parse(cell: str) -> Any:
        return None if cell.strip() in empty else field.parse(cell)

    return Field(parse, f"{field.expected}, or nothing", field.dtype)


def listed(separator: str = "|", item: Field = text, nulls: Iterable[str] = ("",)) -> Field:
    """Return a field for cells that hold a list; the value is a tuple, empty where there is none."""
    empty = frozenset(nulls)

    def parse(cell: str) -> tuple[Any, ...]:
        if cell.strip() in empty:
            return ()
        return tuple(item.parse(part) for part in cell.split(separator) if part.strip())

    return Field(parse, f"a {separator!r}-separated list of: {item.expected}", "object")
