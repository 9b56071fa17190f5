"""MSigDB gene sets: which genes belong to which set.

Upstream layout: GMT, one set per line: name, address of its page, then the symbols of its genes, all separated by tabs. There is
no header, and a line is as long as its set. Upstream has one file per collection (Hallmark ``h.all``, PID ``c2.cp.pid``,
published experiments ``c2.cgp``); any number of files is read. Symbols are those of the release, v7.0 of 2019, where genes
without an approved symbol go by the name of a clone (``AC004551.1``). Sets of mouse experiments have human symbols as well:
MSigDB mapped them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from ilkit.build.readers.delimited import fault, read_text
from ilkit.build.readers.source import Source

SOURCES = ("msigdb_v7_0_cytokine",)

NAME = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")
SYMBOL = re.compile(r"[A-Za-z0-9][A-Za-z0-9.@-]*")


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``members``: one row per set and gene, with the line of the set in ``line``."""
    rows = [row for path in source.files("*.gmt*") for row in _members(path)]
    frame = pd.DataFrame(rows, columns=["line", "set_name", "symbol"])
    return {"members": frame.set_index("line").astype("str")}


def _members(path: Path) -> Iterator[tuple[int, str, str]]:
    """Yield line, set and symbol of every gene of every set of a file."""
    seen: set[str] = set()
    for line, content in enumerate(read_text(path).splitlines(), start=1):
        name, *rest = content.split("\t")
        if not NAME.fullmatch(name):
            raise fault(path, "the name of a set such as HALLMARK_IL2_STAT5_SIGNALING", line, "name", name)
        if name in seen:
            raise fault(path, "each set once", line, "name", name)
        if len(rest) < 2:
            raise fault(path, "an address and at least one gene after the name of the set", line, got=rest)
        symbols = rest[1:]
        wrong = next((symbol for symbol in symbols if not SYMBOL.fullmatch(symbol)), None)
        if wrong is not None:
            raise fault(path, "a gene symbol such as IL6", line, "genes", wrong)
        if len(set(symbols)) < len(symbols):
            raise fault(path, "each gene once", line, "genes", next(s for s in symbols if symbols.count(s) > 1))
        seen.add(name)
        yield from ((line, name, symbol) for symbol in symbols)
    if not seen:
        raise fault(path, "at least one set", 1, got="none")
