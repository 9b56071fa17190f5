"""The receptors of a card as a small drawing: ligand, subunits across the membrane, kinases, transcription factors."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from ilkit.card.grouping import Record
from ilkit.card.markup import Markup, element, joined
from ilkit.card.words import SHARED, optional

WIDTH, ROW, GAP = 860, 26, 14
LIGAND_END, CAPSULE, CAPSULE_WIDTH, MEMBRANE, FIRST, SECOND, NAME = 96, 126, 164, 208, 326, 456, 664
GREY, BLUE, GREEN, AMBER = "128,128,128", "59,130,196", "46,158,110", "214,138,34"


def drawing(receptors: list[Record], title: str) -> Markup:
    """Return the drawing of receptors one below the other, as SVG that takes its text colour from the page."""
    parts: list[Markup] = [_heads(receptors)]
    top = 22
    membrane = [top - 4]
    for receptor in receptors:
        group, capsules, bottom = _receptor(receptor, top)
        parts.append(group)
        membrane += [edge for capsule in capsules for edge in (capsule, capsule + ROW - 4)]
        top = bottom
    membrane.append(top - GAP + 6)
    parts[1:1] = [_membrane(*gap) for gap in zip(membrane[::2], membrane[1::2], strict=True)]
    return element(
        "svg",
        element("title", title),
        *parts,
        viewBox=f"0 0 {WIDTH} {top - 4}",
        width=WIDTH,
        role="img",
        aria_label=title,
        xmlns="http://www.w3.org/2000/svg",
    )


def grouped_stats(symbols: Iterable[str]) -> list[str]:
    """Return the symbols with STAT5A and STAT5B as one.

    >>> grouped_stats(["STAT3", "STAT5A", "STAT5B"])
    ['STAT3', 'STAT5A/B']
    """
    listed = list(symbols)
    both = {"STAT5A", "STAT5B"} <= set(listed)
    return ["STAT5A/B" if both and name == "STAT5A" else name for name in listed if not (both and name == "STAT5B")]


def steps(receptor: Record) -> tuple[list[Record], list[Record]]:
    """Return what sits on the receptor (JAKs, adaptors) and what that acts on (STATs, other kinases, ligases)."""
    first = [fact for fact in receptor["transducers"] if fact["role"] in ("JAK", "adaptor")]
    return first, [fact for fact in receptor["transducers"] if fact not in first]


def _heads(receptors: list[Record]) -> Markup:
    roles = {fact["role"] for receptor in receptors for fact in receptor["transducers"]}
    first = " / ".join(name for name in ("JAK", "adaptor") if name in roles)
    second = " / ".join(name for name, role in (("STAT", "STAT"), ("kinase, ligase", "kinase")) if role in roles)
    columns = [(LIGAND_END, "end", "ligand"), (MEMBRANE, "middle", "receptor"), (FIRST, "start", first), (SECOND, "start", second)]
    if any(optional(fact) for receptor in receptors for fact in receptor["transducers"]):
        columns.append((NAME, "start", "dotted: one of several alternatives"))
    return joined(*(_text(x, 11, word, anchor, "10", ".6") for x, anchor, word in columns))


def _receptor(receptor: Record, top: int) -> tuple[Markup, list[int], int]:
    """Return the drawing of one receptor, the tops of its capsules, and where it ends."""
    ligands = receptor["ligands"]
    ligands = ligands if len(ligands) <= 4 else [*ligands[:3], f"+ {len(ligands) - 3}"]
    first, second = steps(receptor)
    inner = [_lines(first, SECOND - FIRST - 24), _lines(second, NAME - SECOND - 12)]
    rows = max(len(ligands), len(receptor["subunits"]), *map(len, inner))
    start = top + 4
    middle = start + rows * ROW / 2 - 2
    capsules = [int(middle - len(receptor["subunits"]) * ROW / 2 + 2 + ROW * place) for place in range(len(receptor["subunits"]))]
    parts = [
        *_name(receptor, middle),
        *(_ligand(name, middle + 4 + ROW * (place - (len(ligands) - 1) / 2)) for place, name in enumerate(ligands)),
        _arrow(LIGAND_END + 6, CAPSULE - 4, middle, blunt=receptor["effect"] == "antagonist"),
        *(_capsule(subunit, y, receptor["effect"]) for subunit, y in zip(receptor["subunits"], capsules, strict=True)),
        *_signal(receptor, inner, middle),
    ]
    return joined(*parts), capsules, start + rows * ROW + GAP


def _ligand(name: str, y: float) -> Markup:
    return _text(LIGAND_END, y, _cut(name, 16), "end", "13" if len(name) <= 11 else "10.5", weight="600")


def _name(receptor: Record, middle: float) -> list[Markup]:
    """Return the name of the receptor, in as many lines as it needs."""
    provisional = " (provisional)" if receptor["status"] == "provisional" else ""
    lines = wrap(f"{receptor['name']}{provisional}", 32)[:3]
    return [
        _text(NAME, middle + 4 + 14 * (place - (len(lines) - 1) / 2), line, "start", "11", ".75")
        for place, line in enumerate(lines)
    ]


def _signal(receptor: Record, inner: list[list[list[Record]]], middle: float) -> list[Markup]:
    """Return the inner side: arrows and what they lead to, or why there is none."""
    words = {"decoy": "decoy: no signal", "antagonist": "antagonist: no signal", None: "effect disputed"}
    if receptor["effect"] != "agonist":
        return [_text(FIRST - 16, middle + 4, words[receptor["effect"]], "start", "11", ".75")]
    if not any(inner):
        return [_text(FIRST - 16, middle + 4, "transducers: not in this dataset version", "start", "11", ".75")]
    parts = []
    for lines, x in zip(inner, (FIRST, SECOND), strict=True):
        if lines:
            parts += [_arrow(x - 24, x - 6, middle), *_pills(lines, x, middle)]
    return parts


def _capsule(subunit: Record, y: int, effect: str | None) -> Markup:
    colour = GREY if effect != "agonist" else GREEN if subunit["role"] == "ligand_binding" else BLUE
    copies = f" ×{subunit['copies']}" if (subunit["copies"] or 1) > 1 else ""
    label = f"{_cut(subunit['symbol'], 14)}{copies}{' ' + SHARED if subunit['shared'] else ''}"
    box = element(
        "rect",
        x=CAPSULE,
        y=y,
        width=CAPSULE_WIDTH,
        height=ROW - 4,
        rx=11,
        fill=f"rgba({colour},.2)",
        stroke=f"rgba({colour},.9)",
        stroke_dasharray="4 3" if subunit["shared"] else None,
    )
    return joined(box, _text(MEMBRANE, y + 15, label, "middle", "12"))


def _lines(facts: list[Record], width: int) -> list[list[Record]]:
    """Return the pills in lines that fit the width."""
    by_name = {fact["symbol"]: fact for fact in facts}
    lines: list[list[Record]] = []
    room = 0
    for name in grouped_stats(by_name):
        needed = _pill_width(name) + 6
        if needed > room or not lines:
            lines.append([])
            room = width
        lines[-1].append(by_name.get(name, by_name.get("STAT5A", {})) | {"symbol": name})
        room -= needed
    return lines


def _pill_width(name: str) -> int:
    return 16 + round(7.2 * min(len(name), 12))


def _pills(lines: list[list[Record]], left: int, middle: float) -> list[Markup]:
    parts = []
    for place, line in enumerate(lines):
        x, y = left, middle - len(lines) * ROW / 2 + 2 + ROW * place
        for fact in line:
            width, pale = _pill_width(fact["symbol"]), optional(fact)
            colour = AMBER if fact["role"] in ("JAK", "adaptor") else GREY
            parts.append(
                element(
                    "rect",
                    x=x,
                    y=y,
                    width=width,
                    height=ROW - 4,
                    rx=6,
                    fill=f"rgba({colour},{'.06' if pale else '.2'})",
                    stroke=f"rgba({colour},.9)",
                    stroke_dasharray="2 3" if pale else None,
                )
            )
            parts.append(_text(x + width / 2, y + 15, _cut(fact["symbol"], 12), "middle", "12"))
            x += width + 6
    return parts


def _membrane(top: int, bottom: int) -> Markup:
    return joined(*(_line(x, top, x, bottom, opacity=".35") for x in (MEMBRANE - 4, MEMBRANE + 4)))


def _arrow(start: float, end: float, y: float, *, blunt: bool = False) -> Markup:
    tip = f"M{end} {y - 6}V{y + 6}" if blunt else f"M{end - 5} {y - 4}L{end} {y}L{end - 5} {y + 4}"
    head = element("path", d=tip, fill="none", stroke="currentColor", stroke_opacity=".7", stroke_width="1.5")
    return joined(_line(start, y, end, y, opacity=".7"), head)


def _line(x1: float, y1: float, x2: float, y2: float, opacity: str) -> Markup:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke="currentColor", stroke_opacity=opacity, stroke_width="1.5")


def _text(
    x: float, y: float, words: str, anchor: str = "start", size: str = "12", opacity: str | None = None, weight: str | None = None
) -> Markup:
    style = {"font_size": size, "fill": "currentColor", "fill_opacity": opacity, "font_weight": weight}
    return element("text", words, x=x, y=y, text_anchor=anchor, **style)


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"
