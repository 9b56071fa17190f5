"""Every fault of `robustness.source_faults` in every raw file, and two hundred truncations: what the readers say to each.

    python -m robustness.sources --sources ../shared/sources
    python -m robustness.sources --sources ../shared/sources --only hgnc

A reader has to refuse a damaged file with a clear error, or to read it as if it were whole. The recorded sha256 of the damaged file
is made to fit, so that the reader alone is tried; the first line of truncations tries the sha256.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pandas as pd
from tqdm import tqdm

from ilkit.build.pipeline import reader_modules
from ilkit.build.readers.source import Source, open_source
from ilkit.errors import SourceFormatError
from robustness.source_faults import AT_LINE_END, NO_BREAK, Fault, faults, packed, unpacked

SEED = 20261125
CUTS = 200
GOOD = ("clear error", "equal")
SHA256_ALONE = {AT_LINE_END: "shorter, cut at a line end", NO_BREAK: "last cell cut, no line break upstream"}
"""What no reader can tell from a file that is whole: the recorded sha256 is what guards against it."""

OUTCOMES = (*GOOD, *SHA256_ALONE.values(), "shorter", "other values", "unclear error", "foreign exception")

Frames = Mapping[str, pd.DataFrame]


class Trial(NamedTuple):
    """What a reader said to a fault."""

    kind: str
    place: str
    outcome: str
    said: str


class Reader(NamedTuple):
    """A reader with one source, what it reads from it, and the files that it opens."""

    module: ModuleType
    source: Source
    frames: Frames
    files: list[str]


def readers(sources: Path, only: str | None = None) -> Iterator[Reader]:
    """Give every reader with its source, read whole."""
    modules = reader_modules()
    for source_id in tqdm(sorted(modules), unit="source", disable=None):
        if only in (None, source_id):
            source = open_source(sources / source_id)
            frames = modules[source_id].read(source)
            yield Reader(modules[source_id], source, frames, list(source.opened))


def tried(reader: Reader, name: str, fault: Fault, *, checksum: bool = False) -> Trial:
    """Return what the reader says to its source with one damaged file, whose sha256 is renewed unless `checksum`."""
    with tempfile.TemporaryDirectory() as folder:
        source = _damaged(reader.source, name, fault.data, Path(folder), checksum)
        outcome, said = _outcome(reader, source, name)
    if outcome in ("shorter", "other values"):
        outcome = next((known for mark, known in SHA256_ALONE.items() if fault.where.endswith(mark)), outcome)
    return Trial(fault.kind, f"{reader.source.source_id}/{name}, {fault.where}", outcome, said)


def _damaged(source: Source, name: str, data: bytes, parent: Path, checksum: bool) -> Source:
    folder = parent / source.source_id
    folder.mkdir()
    for path in source.folder.iterdir():
        (folder / path.name).symlink_to(path.resolve())
    (folder / name).unlink()
    (folder / name).write_bytes(data)
    renewed = {} if checksum else {name: hashlib.sha256(data).hexdigest()}
    return Source(source.source_id, folder, {**source.facts, "sha256": {**source.facts["sha256"], **renewed}})


def _outcome(reader: Reader, source: Source, name: str) -> tuple[str, str]:
    try:
        frames = reader.module.read(source)
    except SourceFormatError as refused:
        clear = name in str(refused) and "expected" in str(refused)
        return "clear error" if clear else "unclear error", str(refused)
    except Exception as foreign:
        return "foreign exception", repr(foreign)
    if same(frames, reader.frames):
        return "equal", ""
    before, after = (sum(map(len, found.values())) for found in (reader.frames, frames))
    return "shorter" if after < before else "other values", f"{before} rows, now {after}"


def same(left: Frames, right: Frames) -> bool:
    """Tell whether two readings hold the same values, wherever the lines are that hold them."""
    return left.keys() == right.keys() and all(
        left[part].reset_index(drop=True).equals(right[part].reset_index(drop=True)) for part in left
    )


def cuts(name: str, data: bytes, place: int) -> tuple[Fault, Fault]:
    """Return a file that ends after some of its bytes, and one whose text does; `place` is taken modulo their number."""
    text = data if name.endswith(".xlsx") else unpacked(name, data)
    stored, within = place % len(data), place % len(text)
    return (
        Fault("truncated file", _place(data, stored), data[:stored]),
        Fault("truncated text", _place(text, within), packed(name, text[:within])),
    )


def _place(data: bytes, place: int) -> str:
    at_end = AT_LINE_END if data[:place].endswith(b"\n") else ""
    return f"byte {place} of {len(data)}{at_end}"


def truncations(all_readers: list[Reader]) -> Iterator[Trial]:
    """Cut two hundred files, drawn at random, at a random byte: as they are recorded, with the sha256 renewed, and as texts."""
    chance = random.Random(SEED)
    files = [(reader, name) for reader in all_readers for name in reader.files]
    for _ in tqdm(range(CUTS), unit="cut", disable=None):
        reader, name = chance.choice(files)
        stored, text = cuts(name, (reader.source.folder / name).read_bytes(), chance.randrange(1 << 40))
        recorded = Fault("truncated file, sha256 as recorded", stored.where, stored.data)
        yield tried(reader, name, recorded, checksum=True)
        yield tried(reader, name, stored)
        yield tried(reader, name, text)


def damages(all_readers: Iterable[Reader]) -> Iterator[Trial]:
    """Try every fault of every file."""
    for reader in all_readers:
        for name in reader.files:
            for fault in faults(name, (reader.source.folder / name).read_bytes(), reader.module):
                yield tried(reader, name, fault)


def report(trials: list[Trial]) -> str:
    """Return the figures per kind of fault, and each trial that was neither refused clearly nor read as whole."""
    counts = Counter((trial.kind, trial.outcome) for trial in trials)
    shown = [outcome for outcome in OUTCOMES if outcome in GOOD or any(trial.outcome == outcome for trial in trials)]
    kinds = dict.fromkeys(trial.kind for trial in trials)
    rows = [[sum(counts[kind, outcome] for outcome in OUTCOMES), *(counts[kind, outcome] for outcome in shown)] for kind in kinds]
    table = pd.DataFrame(rows, index=list(kinds), columns=["tried", *shown])
    table.loc["all"] = table.sum()
    bad = [f"{trial.outcome}: {trial.kind}, {trial.place}: {trial.said}" for trial in trials if trial.outcome not in GOOD]
    return "\n".join([table.to_string(), "", *bad])


def main() -> int:
    """Print the report; return 1 where a fault was taken for data."""
    parser = argparse.ArgumentParser(prog="python -m robustness.sources", description=__doc__.splitlines()[0])
    parser.add_argument("--sources", type=Path, required=True, help="folder of raw sources, one folder each")
    parser.add_argument("--only", help="the id of one source")
    options = parser.parse_args()
    all_readers = list(readers(options.sources, options.only))
    files = sum(len(reader.files) for reader in all_readers)
    trials = [*truncations(all_readers), *damages(tqdm(all_readers, unit="source", disable=None))]
    print(f"{len(all_readers)} sources, {files} files, seed {SEED}\n\n{report(trials)}")
    return int(any(trial.outcome not in (*GOOD, *SHA256_ALONE.values()) for trial in trials))


if __name__ == "__main__":
    sys.exit(main())
