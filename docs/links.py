"""Check every link of the built documentation that leads within it: the page is there, and so is the place on it.

    python docs/links.py docs/_site

Links to other sites are counted and not followed.
"""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """The links and the places of one page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: set[str] = set()
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a tag leads and what it can be reached by."""
        found = dict(attrs)
        self.places |= {value for name in ("id", "name") if (value := found.get(name))}
        self.links += [value for name in ("href", "src") if (value := found.get(name)) and tag != "base"]


def broken_links(site: Path) -> tuple[list[str], int, int]:
    """Return the broken links as sentences, the number of links within the site, and that of links to elsewhere."""
    pages = {path: Page(path) for path in sorted(site.rglob("*.html")) if "_static" not in path.parts}
    broken, within, elsewhere = [], 0, 0
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                elsewhere += 1
                continue
            within += 1
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            if not target.exists():
                broken.append(f"{path.relative_to(site)}: {link} leads nowhere")
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].places:
                broken.append(f"{path.relative_to(site)}: {link} names no place of its page")
    return broken, within, elsewhere


def main(folder: str) -> int:
    """Print the broken links of a folder; return 1 where there is one or no link at all."""
    broken, within, elsewhere = broken_links(Path(folder).resolve())
    print(*broken, sep="\n", end="\n" if broken else "")
    print(f"{within:,} links within the site, {len(broken)} broken; {elsewhere:,} to other sites, not followed.")
    return int(bool(broken) or not within)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
