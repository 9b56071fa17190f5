"""One folder of raw files with its ``SOURCE.toml``: what it is, and whether the files are the ones it names."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ilkit.errors import SourceFormatError

REQUIRED = ("name", "title", "homepage", "upstream_url", "licence", "version", "citation", "share_alike", "sha256")


@dataclass(frozen=True)
class Source:
    """A raw source: its id, its folder, what SOURCE.toml says of it, and the sha256 of each file opened so far."""

    source_id: str
    folder: Path
    facts: dict[str, Any]
    opened: dict[str, str] = field(default_factory=dict)

    def file(self, pattern: str) -> Path:
        """Return the one file that matches the glob `pattern`, once its sha256 was found to be right."""
        found = self.files(pattern)
        if len(found) > 1:
            names = ", ".join(path.name for path in found)
            raise SourceFormatError(f"Source {self.source_id}: expected one file {pattern!r}, found {names}.")
        return found[0]

    def files(self, pattern: str) -> list[Path]:
        """Return the files that match the glob `pattern`, sorted, once their sha256 were found to be right."""
        found = sorted(path for path in self.folder.glob(pattern) if path.is_file())
        if not found:
            there = ", ".join(sorted(path.name for path in self.folder.iterdir())[:20])
            raise SourceFormatError(
                f"Source {self.source_id}: expected a file {pattern!r} in {self.folder.name}/, found {there}. "
                f"Get it from {self.facts['upstream_url']}."
            )
        for path in found:
            self._verify(path)
        return found

    def _verify(self, path: Path) -> None:
        name = path.relative_to(self.folder).as_posix()
        expected = self.facts["sha256"].get(name)
        if expected is None:
            raise SourceFormatError(f"Source {self.source_id}: SOURCE.toml records no sha256 for {name}. Add it under [sha256].")
        try:
            got = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as broken:
            raise SourceFormatError(f"Source {self.source_id}: {name} cannot be read: {broken}. Nothing was written.") from broken
        if got != expected:
            raise SourceFormatError(
                f"Source {self.source_id}: {name} is not the file that SOURCE.toml records: expected sha256 {expected}, got {got}. "
                "Nothing was written. Get the file again, or record the new file, with its version, in SOURCE.toml."
            )
        self.opened[name] = got


def open_source(folder: Path) -> Source:
    """Return the source in `folder`, with its SOURCE.toml checked for the entries that the build needs."""
    path = folder / "SOURCE.toml"
    try:
        facts = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as missing:
        raise SourceFormatError(f"Source {folder.name}: expected {folder.name}/SOURCE.toml, which is not there.") from missing
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as broken:
        raise SourceFormatError(f"file {folder.name}/SOURCE.toml: expected TOML, found {broken}.") from broken
    absent = [key for key in REQUIRED if key not in facts]
    if absent:
        raise SourceFormatError(f"file {folder.name}/SOURCE.toml: expected the entries {', '.join(absent)}, which are missing.")
    kinds = {"share_alike": bool, "sha256": dict}
    wrong = [key for key in REQUIRED if not isinstance(facts[key], kinds.get(key, str))]
    if wrong:
        raise SourceFormatError(f"file {folder.name}/SOURCE.toml: the entries {', '.join(wrong)} are not of the expected type.")
    return Source(folder.name, folder, facts)
