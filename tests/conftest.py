"""What all tests share."""

import shutil
import subprocess
from pathlib import Path

import pytest

import ilkit

PROJECT = Path(__file__).resolve().parents[1]
SOURCES = PROJECT.parent / "shared" / "sources"
RELEASED = PROJECT / "data" / "parquet"


@pytest.fixture(autouse=True)
def _own_data(monkeypatch):
    """Read the data of this checkout, whatever the environment of the machine says."""
    monkeypatch.delenv("ILKIT_DATA", raising=False)


@pytest.fixture(scope="session")
def sources() -> Path:
    """Return the folder of raw sources, or skip where it is not beside the project."""
    if not SOURCES.is_dir():
        pytest.skip("the raw sources are not beside this checkout (../shared/sources)")
    return SOURCES


@pytest.fixture(scope="session")
def tables() -> dict:
    """Return every table of the default version by name."""
    return {name: ilkit.load(name) for name in ilkit.tables()["table"]}


@pytest.fixture
def copied_release(tmp_path) -> Path:
    """Return a folder of versions that holds a copy of the default version, to be damaged."""
    folder = tmp_path / "versions" / ilkit.DEFAULT_VERSION
    folder.mkdir(parents=True)
    for path in (RELEASED / ilkit.DEFAULT_VERSION).iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder.parent


@pytest.fixture
def small_disk(tmp_path):
    """Return a function that makes a disk of some bytes, or skips where this user may not mount one."""
    disk = tmp_path / "disk"

    def mount(options: str) -> Path:
        disk.mkdir(exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
        if shutil.which("mount") is None or subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip("a disk of its own can be mounted by root alone")
        mounted.append(disk)
        return disk

    mounted: list[Path] = []
    yield mount
    for _ in mounted:
        subprocess.run(["umount", str(disk)], check=True)
