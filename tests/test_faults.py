"""Five hundred random faults in the files of a version: each is an IntegrityError, and never a frame."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

import ilkit
from ilkit.errors import IntegrityError

from .conftest import RELEASED

VERSION = ilkit.DEFAULT_VERSION
OTHER = "2026.11.0"
FILES = sorted(path.name for path in (RELEASED / VERSION).glob("*.parquet"))
DESCRIPTOR = "datapackage.json"
FAULTS = 500
SEED = 20261125


def truncate(path: Path, chance: random.Random) -> None:
    data = path.read_bytes()
    replace(path, data[: chance.randrange(len(data))])


def empty(path: Path, chance: random.Random) -> None:
    replace(path, b"")


def delete(path: Path, chance: random.Random) -> None:
    path.unlink()


def flip(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    replace(path, bytes(data))


def lengthen(path: Path, chance: random.Random) -> None:
    replace(path, path.read_bytes() + chance.randbytes(1 + chance.randrange(64)))


def overwrite(path: Path, chance: random.Random) -> None:
    data = path.read_bytes()
    start = chance.randrange(len(data))
    replace(path, data[:start] + bytes(64) + data[start + 64 :] if any(data[start : start + 64]) else b"\0" + data)


def swap(path: Path, chance: random.Random) -> None:
    other = path.with_name(chance.choice([name for name in FILES if name != path.name]))
    data = path.read_bytes()
    replace(path, other.read_bytes())
    replace(other, data)


def of_another_version(path: Path, chance: random.Random) -> None:
    source = RELEASED / OTHER / path.name
    replace(path, source.read_bytes() if source.is_file() and source.read_bytes() != path.read_bytes() else b"PAR1")


def become_a_folder(path: Path, chance: random.Random) -> None:
    path.unlink()
    path.mkdir()


def one_too_many(path: Path, chance: random.Random) -> None:
    shutil.copy(path, path.with_name(f"{path.stem}_{chance.randrange(1000)}.parquet"))


KINDS = [truncate, empty, delete, flip, lengthen, overwrite, swap, of_another_version, become_a_folder, one_too_many]


def replace(path: Path, data: bytes) -> None:
    """Put other bytes in place of a file, which is a link to the released one."""
    path.unlink()
    path.write_bytes(data)


def use(root: Path, name: str, chance: random.Random) -> None:
    """Open the version in one of the ways that there are, and load the table."""
    pin = {"digest": ilkit.Dataset().digest} if chance.random() < 0.5 else {}
    data = ilkit.Dataset(VERSION, root=root, **pin)
    data.load(name.removesuffix(".parquet") if name != DESCRIPTOR else "genes")


def faults() -> list[tuple]:
    """Return the faults: every kind with every file in turn, one in eight in the descriptor."""
    chance = random.Random(SEED)
    names = [DESCRIPTOR if number % 8 == 0 else chance.choice(FILES) for number in range(FAULTS)]
    return [(kind, name) for name, kind in zip(names, KINDS * FAULTS, strict=False)]


def test_the_faults_are_spread_over_all_files_and_kinds():
    assert len(faults()) == FAULTS
    assert {name for _, name in faults()} == {*FILES, DESCRIPTOR}
    kinds = Counter(kind for kind, _ in faults())
    assert set(kinds) == set(KINDS) and min(kinds.values()) >= FAULTS // len(KINDS) - 1


@pytest.mark.parametrize("part", range(10))
def test_every_fault_is_an_integrity_error(tmp_path, part):
    for number, (kind, name) in list(enumerate(faults()))[part::10]:
        chance = random.Random(number)
        folder = tmp_path / str(number) / VERSION
        folder.mkdir(parents=True)
        for path in (RELEASED / VERSION).iterdir():
            (folder / path.name).symlink_to(path)
        kind(folder / name, chance)
        with pytest.raises(IntegrityError) as caught:
            use(folder.parent, name, chance)
        assert "reinstall ilkit" in str(caught.value), (kind.__name__, name)
        shutil.rmtree(folder)
