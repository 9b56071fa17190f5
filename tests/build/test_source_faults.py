"""Damaged raw files: every reader refuses them with a clear error, or reads them as if they were whole."""

import hashlib
import random
from pathlib import Path

import pytest

from ilkit.build.pipeline import reader_modules
from ilkit.build.readers.source import Source, open_source
from ilkit.errors import SourceFormatError
from robustness.source_faults import faults, packed, unpacked, workbook, workbook_rows
from robustness.sources import CUTS, GOOD, SEED, SHA256_ALONE, Reader, report, tried

MODULES = reader_modules()
HEAD = 30


@pytest.fixture
def reader(request, sources, tmp_path) -> Reader:
    """Return a reader with the first lines of its source, or all of them where it cannot read a part."""
    module, source = MODULES[request.param], open_source(sources / request.param)
    short = beginnings(source, tmp_path / request.param)
    try:
        return Reader(module, short, module.read(short), list(short.opened))
    except SourceFormatError:
        return Reader(module, source, module.read(source), list(source.opened))


def beginnings(source: Source, folder: Path) -> Source:
    """Return a source whose tables have few lines, the last of them ended as upstream's."""
    folder.mkdir()
    hashes = {}
    for path in (path for path in source.folder.iterdir() if path.name in source.facts["sha256"]):
        name = path.name
        data = path.read_bytes()
        if name.endswith(".xlsx"):
            data = workbook(workbook_rows(data)[:HEAD])
        elif not name.endswith((".json", "-uniprot.txt")):
            text = unpacked(name, data)
            head = b"".join(text.splitlines(keepends=True)[:HEAD])
            data = packed(name, head if text.endswith(b"\n") else head.rstrip(b"\r\n"))
        (folder / name).write_bytes(data)
        hashes[name] = hashlib.sha256(data).hexdigest()
    return Source(source.source_id, folder, source.facts | {"sha256": hashes})


@pytest.mark.parametrize("reader", sorted(MODULES), indirect=True)
def test_a_damaged_file_is_refused_with_a_clear_error_or_read_as_if_it_were_whole(reader):
    smallest = min(reader.files, key=lambda name: (reader.source.folder / name).stat().st_size)
    data = (reader.source.folder / smallest).read_bytes()
    trials = [tried(reader, smallest, fault) for fault in faults(smallest, data, reader.module)]
    assert trials
    assert all(trial.outcome in (*GOOD, *SHA256_ALONE.values()) for trial in trials), report(trials)


def test_a_file_cut_short_anywhere_is_not_the_file_that_is_recorded(sources, tmp_path):
    chance = random.Random(SEED)
    opened = [open_source(sources / source_id) for source_id in sorted(MODULES)]
    files = [(source, name) for source in opened for name in source.facts["sha256"]]
    for number in range(CUTS):
        source, name = chance.choice(files)
        data = (source.folder / name).read_bytes()
        path = tmp_path / str(number) / name
        path.parent.mkdir(parents=True)
        path.write_bytes(data[: chance.randrange(len(data))])
        with pytest.raises(SourceFormatError, match=r"is not the file that SOURCE\.toml records"):
            Source(source.source_id, tmp_path / str(number), source.facts).file(name)
        path.unlink()
