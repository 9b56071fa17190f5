"""A card as text for a terminal, at most 100 columns wide."""

from __future__ import annotations

from textwrap import wrap

from ilkit.card import words
from ilkit.card.grouping import Record
from ilkit.card.outline import Line, Part, Piece, outline
from ilkit.card.svg import grouped_stats, steps

WIDTH, KEY, SHOWN = 100, 24, 6


def as_text(facts: Record) -> str:
    """Return the card as lines of text."""
    lines = [*_wrapped(f"{facts['name']} · {facts['full_name']} · {facts['kind']}"), *_wrapped(_definition(facts))]
    for part in outline(facts):
        lines += ["", *_part(facts, part)]
    return "\n".join([*lines, "", *(line for note in words.notes(facts) for line in _wrapped(note))])


def arrows(receptor: Record) -> str:
    """Return a receptor in one line: ligands, subunits, and what they signal through."""
    subunits = " + ".join(f"{part['symbol']}{' ' + words.SHARED if part['shared'] else ''}" for part in receptor["subunits"])
    ligands = words.listed(receptor["ligands"], 4)
    if receptor["effect"] != "agonist":
        verb = {"antagonist": "blocks", "decoy": "is caught by"}.get(receptor["effect"], "binds, with disputed effect,")
        return f"{ligands} {verb} {subunits}"
    return " → ".join([ligands, subunits, *(_step(step) for step in steps(receptor) if step)])


def _step(transducers: list[Record]) -> str:
    sure, other = ([fact["symbol"] for fact in transducers if words.optional(fact) is choice] for choice in (False, True))
    named = ", ".join(grouped_stats(sure))
    return f"{named} (or {', '.join(other)})" if named and other else named or " or ".join(other)


def _definition(facts: Record) -> str:
    status = [facts["status"]] if facts["kind"] == "interleukin" else []
    reference = facts.get("first_described_reference")
    return " · ".join([*status, *words.definition(facts)]) + (f" ({reference})" if reference else "")


def _part(facts: Record, part: Part) -> list[str]:
    lines = _wrapped(part.title.upper() + (f" · {part.remark}" if part.remark else ""))
    if part.name == "receptors" and not part.lines:
        shown = [_receptor(receptor) for receptor in facts["receptors"][:SHOWN]]
        hidden = len(facts["receptors"]) - len(shown)
    else:
        shown, hidden = part.lines, len(part.more)
    for line in shown:
        lines += _line(line)
    return [*lines, *([f"  … and {hidden} more"] if hidden else [])]


def _receptor(receptor: Record) -> Line:
    provisional = ", provisional" if receptor["status"] == "provisional" else ""
    return Line(None, [Piece(arrows(receptor)), Piece(f"[{receptor['name']}{provisional}]", remark=True)])


def _line(line: Line) -> list[str]:
    pieces = ""
    for piece in line.pieces[: SHOWN if len(line.pieces) > SHOWN + 1 else None]:
        pieces += (" " if piece.remark else " · ") * bool(pieces) + piece.text + (f" ({piece.note})" if piece.note else "")
    if len(line.pieces) > SHOWN + 1:
        pieces += f" and {len(line.pieces) - SHOWN} more"
    if not line.key:
        return _ended(_wrapped(pieces, "  ", "    "), line.figure)
    above = _wrapped(line.key, "  ") if len(line.key) > KEY else []
    first = " " * (KEY + 4) if above else f"  {line.key:<{KEY}}  "
    return [*above, *_ended(_wrapped(pieces, first, " " * (KEY + 4)), line.figure)]


def _ended(lines: list[str], figure: str) -> list[str]:
    """Return the lines with a figure at the right end of the last one, or below it where there is no room."""
    if not figure:
        return lines
    *above, last = lines or [""]
    room = WIDTH - len(last) - 2
    below = [f"{line:>{WIDTH}}" for line in _wrapped(figure)]
    return [*above, f"{last}  {figure:>{room}}"] if len(figure) <= room else [*lines, *below]


def _wrapped(text: str, first: str = "", then: str = "") -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=then, break_on_hyphens=False)
