"""The hierarchies of diseases, cells, terms and pathways, as a lookup of parents."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def by_child(children: Iterable[str], parents: Iterable[str]) -> dict[str, list[str]]:
    """Return child → parents from the edges of a hierarchy."""
    found: dict[str, list[str]] = {}
    for child, parent in zip(children, parents, strict=True):
        found.setdefault(child, []).append(parent)
    return found


def ancestors(start: str, parents: Callable[[str], list[str]]) -> dict[str, int]:
    """Return every ancestor of `start` with the number of steps on the shortest way."""
    distance = {start: 0}
    level = [start]
    while level:
        following = []
        for term in level:
            for parent in parents(term):
                if parent not in distance:
                    distance[parent] = distance[term] + 1
                    following.append(parent)
        level = following
    del distance[start]
    return distance
