"""A card as HTML for Jupyter: self-contained, every value escaped."""

from __future__ import annotations

from ilkit.card import words
from ilkit.card.grouping import Record
from ilkit.card.links import url
from ilkit.card.markup import Markup, element, joined
from ilkit.card.outline import DOWN, UP, Line, Part, Piece, outline
from ilkit.card.style import STYLE
from ilkit.card.svg import drawing
from ilkit.card.text import arrows

DRAWN, SHOWN = 5, 6
ABOVE, LEFT = ("chains", "molecules", "receptors"), ("effects", "cells", "regulated_by", "regulates")
TAGS = {"established": "good", "provisional": "warn", "retired": "bad"}


def as_html(facts: Record) -> str:
    """Return the card as one element of HTML."""
    parts = [(part, _part(facts, part)) for part in outline(facts)]
    above = [drawn for part, drawn in parts if part.name in ABOVE]
    left = [drawn for part, drawn in parts if part.name in LEFT]
    right = [drawn for part, drawn in parts if not part.wide and part.name not in LEFT]
    below = [drawn for part, drawn in parts if part.wide and part.name not in ABOVE]
    columns = element("div", element("div", *left), element("div", *right), class_="columns")
    return element("div", element("style", Markup(STYLE)), _top(facts), *above, columns, *below, _foot(facts), class_="ilkit-card")


def _top(facts: Record) -> Markup:
    status = facts.get("status")
    title = [
        element("b", facts["name"], class_="name"),
        element("span", facts["full_name"], class_="full soft") if facts["full_name"] != facts["name"] else None,
        element("span", facts["kind"], class_="tag"),
        element("span", status, class_=f"tag {TAGS.get(status, '')}".strip()) if status else None,
    ]
    return joined(element("div", *_apart(title), class_="top"), element("div", _definition(facts), class_="soft"))


def _definition(facts: Record) -> Markup:
    reference = facts.get("first_described_reference")
    source = joined(" (", _link(reference, reference), ")") if reference else None
    return joined(" · ".join(words.definition(facts)), source)


def _part(facts: Record, part: Part) -> Markup:
    if part.name == "receptors" and not part.lines:
        body = _receptors(facts)
    else:
        body = joined(*(_line(line) for line in part.lines), _folded(part.more))
    remark = element("span", f" · {part.remark}") if part.remark else None
    return element(
        "div", element("div", element("b", part.title), remark, class_="head"), body, class_="part wide" if part.wide else "part"
    )


def _receptors(facts: Record) -> Markup:
    """Return the drawing of the first receptors, and the others in words."""
    found, genes = facts["receptors"], {chain["hgnc_id"] for chain in facts["chains"]}
    draws = (
        facts["kind"] != "gene"
        or any(subunit["hgnc_id"] in genes for receptor in found for subunit in receptor["subunits"])
        or "molecules" in facts
    )
    drawn, rest = (found[:DRAWN], found[DRAWN:]) if draws else ([], found)
    title = f"Receptors of {facts['name']}: " + "; ".join(arrows(receptor) for receptor in drawn)
    lines = [_in_words(receptor) for receptor in rest]
    shown = [] if drawn else lines[:SHOWN]
    return joined(_drawn(drawn, title) if drawn else None, *map(_line, shown), _folded(lines[len(shown) :]))


def _in_words(receptor: Record) -> Line:
    provisional = " (provisional)" if receptor["status"] == "provisional" else ""
    return Line(receptor["name"] + provisional, [Piece(arrows(receptor))])


def _drawn(receptors: list[Record], title: str) -> Markup:
    """Return the drawing and the same in words; a page without the style, such as an untrusted notebook, shows the words."""
    picture = element("div", drawing(receptors, title), class_="drawing", hidden="hidden")
    return joined(picture, element("div", *(_line(_in_words(receptor)) for receptor in receptors), class_="plain"))


def _folded(lines: list[Line]) -> Markup | None:
    if not lines:
        return None
    return element("details", element("summary", f"and {len(lines)} more"), *map(_line, lines))


def _line(line: Line) -> Markup:
    key = [element("span", *_key(line.key), class_="key"), _plain(": ")] if line.key else []
    cells = [
        element("span", *_pieces(line.pieces), class_="main"),
        element("span", line.figure, class_="num") if line.figure else None,
    ]
    return element("div", *key, *_apart(cells), class_="fact")


def _plain(text: str) -> Markup:
    """Return text that is seen only where the style was taken away."""
    return element("span", text, class_="plain")


def _apart(pieces: list[Markup | None]) -> list[Markup]:
    """Return the pieces with a dot between them for where the style was taken away."""
    found = [piece for piece in pieces if piece]
    return [part for piece in found for part in (_plain(" · "), piece)][1:]


def _key(key: str) -> list[object]:
    sign, _, rest = key.partition(" ")
    if sign in (UP, DOWN):
        return [element("span", sign, class_="up" if sign == UP else "down"), " ", rest]
    return [_link(key, f"dbsnp:{key}") if key.startswith("rs") and key[2:].isdigit() else key]


def _pieces(pieces: list[Piece]) -> list[object]:
    """Return the first pieces and, where there are many, the others folded."""
    few = len(pieces) <= SHOWN + 1
    shown = _joined_pieces(pieces if few else pieces[:SHOWN])
    if few:
        return shown
    hidden = element("details", element("summary", f"and {len(pieces) - SHOWN} more"), *_joined_pieces(pieces[SHOWN:]))
    return [*shown, hidden]


def _joined_pieces(pieces: list[Piece]) -> list[object]:
    parts: list[object] = []
    for piece in pieces:
        parts += [" " if piece.remark else " · "] if parts else []
        parts.append(element("span", piece.text, class_="faint") if piece.remark else _link(piece.text, piece.curie))
        parts += [" ", element("span", f"({piece.note})", class_="faint")] if piece.note else []
    return parts


def _link(text: str, curie: str | None) -> object:
    address = url(curie) if curie else None
    return element("a", text, href=address, target="_blank", rel="noopener noreferrer") if address else text


def _foot(facts: Record) -> Markup:
    return element("div", *(element("div", note, class_="soft") for note in words.notes(facts)), class_="foot")
