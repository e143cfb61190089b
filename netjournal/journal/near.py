"""Names a typing error away, measured only where a first look says they may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Alike = Callable[[int, str], Iterable[str]]
"""The keys of so many characters that begin with a character."""


def near(key: str, alike: Alike) -> list[tuple[int, str]]:
    """The keys that a typing error or two make of this one, with their number; the nearest first.

    The first character is taken to be right. Two short names of one length are two names (Bob,
    Rob); a missing letter is an error.
    """
    allowed = 0 if len(key) < 3 else 1 if len(key) < 9 else 2
    if not allowed:
        return []
    letters = set(key)
    found: list[str] = []
    for length in range(len(key) - allowed, len(key) + allowed + 1):
        if length == len(key) <= 4:
            continue
        # each error adds at most one letter to either name that the other lacks
        found += [
            other
            for other in alike(length, key[0])
            if other != key and len(letters.symmetric_difference(other)) <= 2 * allowed
        ]
    if not found:
        return []
    # imported for a likely name only: most new names are near nobody's
    from rapidfuzz.distance import OSA

    measured = ((OSA.distance(key, other, score_cutoff=allowed), other) for other in found)
    return sorted(pair for pair in measured if pair[0] <= allowed)
