"""Citations written out: as text for a methods section, as BibTeX, and as CSL-JSON.

Nothing is said of a source but what the table of sources holds. How a source asks to be cited names its creators and
mostly a paper: it is quoted whole, and neither names nor a DOI are cut out of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill
from typing import Any

from ilkit.definition import is_share_alike

AUTHORS = "The ilkit authors"
LICENCE_TEXTS = {
    "Apache-2.0": "https://www.apache.org/licenses/LICENSE-2.0",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-3.0": "https://creativecommons.org/licenses/by-sa/3.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "MIT": "https://opensource.org/license/mit",
}
CHANGED = "Facts were extracted and changed: selected, mapped to common identifiers and joined."
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {sign: f"\\{sign}" for sign in "&%$#_{}"}
URL = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


@dataclass(frozen=True)
class Cited:
    """A version by its descriptor, the tables that were used by their entries in it, and rows of the table of sources."""

    descriptor: Mapping[str, Any]
    tables: Sequence[Mapping[str, Any]]
    sources: Sequence[Mapping[str, Any]]


def text(cited: Cited) -> str:
    """Return the citation in words, with a line for each licence and a paragraph for each source."""
    about, released = cited.descriptor, cited.descriptor["created"][:10]
    dataset = f"{AUTHORS} ({released[:4]}). {about['title']}. Dataset, version {about['version']}, released {released}."
    parts = [f"{dataset}\nDigest: {about['digest']}"]
    if cited.tables:
        parts.append(
            "\n".join(["Tables, and the strictest licence among the sources of each:", *_licences_of_tables(cited.tables)])
        )
    if cited.sources:
        parts.append(f"Sources. {CHANGED}")
        parts += [_source_in_words(number, source) for number, source in enumerate(cited.sources, 1)]
    elif cited.tables:
        parts.append(
            'Cite the sources of the tables that you use, too: cite("functions") names those of one, cite(frame) those of rows.'
        )
    return "\n\n".join(parts)


def _licences_of_tables(tables: Sequence[Mapping[str, Any]]) -> list[str]:
    under: dict[str, list[str]] = {}
    for table in tables:
        under.setdefault(table["licenses"][0]["name"], []).append(table["name"])
    return [
        _wrapped(f"{_licence(name)}: {', '.join(under[name])}.{_share_alike(is_share_alike(name))}", "- ", "  ")
        for name in sorted(under)
    ]


def _source_in_words(number: int, source: Mapping[str, Any]) -> str:
    start = f"[{number}] "
    lines = [f"{source['title']}. Version: {source['version']}. {source['url'] or ''}", _how_to_cite(source), _terms(source)]
    indents = [start, " " * len(start), " " * len(start)]
    return "\n".join(_wrapped(line, indent, " " * len(start)) for line, indent in zip(lines, indents, strict=True))


def _wrapped(line: str, first: str, next_ones: str) -> str:
    return fill(line, 110, initial_indent=first, subsequent_indent=next_ones, break_long_words=False, break_on_hyphens=False)


def _how_to_cite(source: Mapping[str, Any]) -> str:
    checked = "" if source["citation_verified"] else " (noted from memory: check it)"
    return f"Cite as{checked}: {source['citation'].rstrip('.')}."


def _terms(source: Mapping[str, Any]) -> str:
    """Return the licence of a source with its text, what share-alike asks for, and the page that states it."""
    name, page = source["licence"], source["licence_url"]
    stated = "Stated at" if source["licence_verified"] else "Noted from memory or inferred: see"
    where = f" {stated} {page}" if page and page != LICENCE_TEXTS.get(name) else ""
    return f"Licence: {_licence(name)}.{_share_alike(source['share_alike'])}{where}"


def _licence(name: str) -> str:
    return f"{name} ({LICENCE_TEXTS[name]})" if name in LICENCE_TEXTS else name


def _share_alike(asked: bool) -> str:
    return " Share-alike: derived data must carry this licence or a later version of it." if asked else ""


def bibtex(cited: Cited) -> str:
    """Return the citation as BibTeX entries of the type misc."""
    return "\n\n".join(
        [bibtex_of_dataset(cited.descriptor, _tables_used(cited)), *(_bibtex_of_source(source) for source in cited.sources)]
    )


def bibtex_of_dataset(descriptor: Mapping[str, Any], used: str = "") -> str:
    """Return the BibTeX entry of a version; `used` is said at the end of its note."""
    released = descriptor["created"][:10]
    fields = {
        "author": f"{{{_tex(AUTHORS)}}}",
        "title": f"{{{_tex(descriptor['title'])}}}",
        "year": released[:4],
        "month": MONTHS[int(released[5:7]) - 1],
        "version": _tex(descriptor["version"]),
        "note": _tex(f"Dataset, version {descriptor['version']}, released {released}. Digest {descriptor['digest']}.{used}"),
    }
    return _entry(_key(descriptor["version"]), fields)


def _bibtex_of_source(source: Mapping[str, Any]) -> str:
    fields = {"title": f"{{{_tex(source['title'])}}}", "version": _tex(source["version"]), "note": _tex(_note(source))}
    return _entry(_key(source["source_id"]), fields | ({"url": source["url"].translate(URL)} if source["url"] else {}))


def _entry(key: str, fields: Mapping[str, str]) -> str:
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _tex(words: str) -> str:
    return "".join(TEX.get(sign, sign) for sign in words)


def csl_json(cited: Cited) -> str:
    """Return the citation as a list of CSL-JSON items of the type dataset."""
    items = [_csl_of_dataset(cited.descriptor, _tables_used(cited)), *(_csl_of_source(source) for source in cited.sources)]
    return json.dumps(items, indent=2, ensure_ascii=False)


def _csl_of_dataset(descriptor: Mapping[str, Any], used: str) -> dict[str, Any]:
    released = descriptor["created"][:10]
    return {
        "id": _key(descriptor["version"]),
        "type": "dataset",
        "title": descriptor["title"],
        "author": [{"literal": AUTHORS}],
        "issued": {"date-parts": [[int(part) for part in released.split("-")]]},
        "version": descriptor["version"],
        "note": f"Digest {descriptor['digest']}.{used}",
        "custom": {"digest": descriptor["digest"], "licenses": [entry["name"] for entry in descriptor["licenses"]]},
    }


def _csl_of_source(source: Mapping[str, Any]) -> dict[str, Any]:
    item = {
        "id": _key(source["source_id"]),
        "type": "dataset",
        "title": source["title"],
        "version": source["version"],
        "URL": source["url"],
        "note": _note(source),
        "custom": {"licenses": [source["licence"]], "licence_url": source["licence_url"], "citation": source["citation"]},
    }
    return {name: value for name, value in item.items() if value is not None}


def _tables_used(cited: Cited) -> str:
    """Return which tables were used under which licence; nothing where the version as a whole is cited."""
    named = ", ".join(f"{table['name']} ({table['licenses'][0]['name']})" for table in cited.tables)
    return f" Tables used: {named}." if named and cited.sources else ""


def _note(source: Mapping[str, Any]) -> str:
    return f"{_how_to_cite(source)} {CHANGED} {_terms(source)}"


def _key(name: str) -> str:
    return f"ilkit-{name}"


FORMATS = {"text": text, "bibtex": bibtex, "csl-json": csl_json}
