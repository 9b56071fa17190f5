"""A raw source made on the spot: a few invented rows in the upstream layout."""

import gzip
import hashlib
from pathlib import Path

import pytest

from ilkit.build.readers.source import Source, open_source

SHARED = Path(__file__).resolve().parents[4] / "shared" / "sources"


@pytest.fixture
def make_source(tmp_path):
    """Return a function that writes files and their SOURCE.toml, and opens the source."""

    def make(source_id: str, **files: str | bytes) -> Source:
        folder = tmp_path / source_id
        folder.mkdir(exist_ok=True)
        hashes = []
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            data = gzip.compress(data, mtime=0) if name.endswith(".gz") and isinstance(content, str) else data
            (folder / name).write_bytes(data)
            hashes.append(f'"{name}" = "{hashlib.sha256(data).hexdigest()}"')
        entries = ["name", "title", "homepage", "upstream_url", "licence", "version", "citation"]
        lines = [f'{key} = "invented"' for key in entries] + ["share_alike = false", "[sha256]", *hashes]
        (folder / "SOURCE.toml").write_text("\n".join(lines), "utf-8")
        return open_source(folder)

    return make


@pytest.fixture
def real_source():
    """Return a function that opens a real raw source, or skips where the raw files are not beside the project."""

    def open_real(source_id: str) -> Source:
        if not (SHARED / source_id).is_dir():
            pytest.skip(f"the raw source {source_id} is not beside this checkout (../shared/sources)")
        return open_source(SHARED / source_id)

    return open_real
