"""Tables as text: fitted to a terminal, or in a form that the next program reads."""

from __future__ import annotations

import io
import json
import shutil
import sys
import textwrap
from itertools import zip_longest
from typing import Any, TextIO

import pandas as pd

GAP = 2
NARROWEST = 12


def speak_any_text(*streams: TextIO) -> None:
    """Let the streams take every character: UTF-8 where they lead to a program, escapes where a terminal lacks a letter."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def print_table(frame: pd.DataFrame, *, as_json: bool = False, as_csv: bool = False) -> None:
    """Print a frame, by default fitted to the terminal, or tab-separated where the output is none."""
    if as_json:
        print_json(frame.astype(object).where(frame.notna(), None).to_dict("records"))
    elif as_csv:
        print(frame.to_csv(index=False, lineterminator="\n"), end="")
    elif sys.stdout.isatty():
        print(fitted(frame, shutil.get_terminal_size().columns))
    else:
        print("\n".join(map("\t".join, _cells(frame))))


def print_json(content: Any) -> None:
    """Print records or a mapping as JSON."""
    print(json.dumps(content, ensure_ascii=False, indent=2))


def fitted(frame: pd.DataFrame, width: int) -> str:
    """Return a frame as text of at most `width` letters a line, with nothing left out.

    Long cells are wrapped; a frame of too many columns for that is written row by row, one line a column.

    >>> print(fitted(pd.DataFrame({"symbol": ["IL6"], "name": ["interleukin 6"], "aa": [212]}), 80))
    symbol  name            aa
    IL6     interleukin 6  212
    """
    cells = _cells(frame)
    natural = [max(map(len, column)) for column in zip(*cells, strict=True)]
    widths = _shares(natural, width - GAP * (len(natural) - 1))
    if any(given < min(NARROWEST, wanted) for given, wanted in zip(widths, natural, strict=True)):
        return _row_by_row(cells, width)
    right = [pd.api.types.is_numeric_dtype(dtype) for dtype in frame.dtypes]
    return "\n".join(_line(row, widths, right) for row in cells)


def _cells(frame: pd.DataFrame) -> list[list[str]]:
    """Return header and rows as texts of one line, empty where the frame has a null."""
    values = frame.astype(object).where(frame.notna(), "").to_numpy().tolist()
    return [[" ".join(str(value).split()) for value in row] for row in [list(frame.columns), *values]]


def _shares(natural: list[int], room: int) -> list[int]:
    """Return the widths of columns that share the room: what a narrow one leaves goes to the wider ones."""
    shares = dict.fromkeys(range(len(natural)), 0)
    for done, place in enumerate(sorted(shares, key=natural.__getitem__)):
        shares[place] = max(1, min(natural[place], (room - sum(shares.values())) // (len(natural) - done)))
    return list(shares.values())


def _line(row: list[str], widths: list[int], right: list[bool]) -> str:
    parts = [_wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    lines = [
        [cell.rjust(width) if numeric else cell.ljust(width) for cell, width, numeric in zip(line, widths, right, strict=True)]
        for line in zip_longest(*parts, fillvalue="")
    ]
    return "\n".join((" " * GAP).join(line).rstrip() for line in lines)


def _row_by_row(cells: list[list[str]], width: int) -> str:
    header, *rows = cells
    margin = max(map(len, header)) + GAP
    room = max(NARROWEST, width - margin)
    lines = [[_beside(name.ljust(margin), cell, room) for name, cell in zip(header, row, strict=True)] for row in rows]
    return "\n\n".join("\n".join(block) for block in lines)


def _beside(name: str, cell: str, room: int) -> str:
    first, *others = _wrap(cell, room)
    return "\n".join([f"{name}{first}".rstrip(), *(" " * len(name) + other for other in others)])


def _wrap(cell: str, width: int) -> list[str]:
    return [cell] if len(cell) <= width else textwrap.wrap(cell, width, break_on_hyphens=False)
