"""Elements of HTML and SVG that are safe by construction: whatever is no `Markup` is escaped."""

from __future__ import annotations

from html import escape

VOID = ("path", "line", "rect")


class Markup(str):
    """Text that is HTML already, since `element` made it."""

    __slots__ = ()


def element(name: str, *children: object, **attributes: object) -> Markup:
    """Return an element with its children; attributes that are None are left out, ``class_`` is ``class``.

    >>> element("a", "<IL-2>", class_="x", href=None)
    '<a class="x">&lt;IL-2&gt;</a>'
    """
    named = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"' for key, value in attributes.items() if value is not None
    )
    return Markup(f"<{name}{named}/>" if name in VOID else f"<{name}{named}>{joined(*children)}</{name}>")


def joined(*children: object) -> Markup:
    """Return the children one after the other; None is left out."""
    return Markup("".join(child if isinstance(child, Markup) else escape(str(child)) for child in children if child is not None))
