"""Names a typing error away. No library: importing one costs more than all that is searched."""

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
    found: list[tuple[int, str]] = []
    for length in range(len(key) - allowed, len(key) + allowed + 1):
        if length == len(key) <= 4:
            continue
        for other in alike(length, key[0]):
            # each error adds at most one letter to either name that the other lacks
            if other != key and len(letters.symmetric_difference(other)) <= 2 * allowed:
                errors = errors_between(key, other, allowed)
                if errors <= allowed:
                    found.append((errors, other))
    return sorted(found)


def errors_between(one: str, other: str, most: int) -> int:
    """How many letters were missed, added, changed, or swapped with the next; or more than most.

    The optimal string alignment distance; it is not counted to the end beyond ``most``.
    """
    begin = 0
    shorter = min(len(one), len(other))
    while begin < shorter and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[begin : len(one) - end], other[begin : len(other) - end]
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (char != against))
            if i > 1 < j and char == other[j - 2] and one[i - 2] == against:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most:
            return most + 1
    return row[-1]
