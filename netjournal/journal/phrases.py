"""Phrases: under which words, as people type them, somebody is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import TypeVar

from netjournal.domain.gesture import Raw
from netjournal.domain.names import Fit, name_keys
from netjournal.domain.values import ME
from netjournal.journal.layers import text_in

K = TypeVar("K")
V = TypeVar("V")
Keys = dict[str, list[tuple[str, Fit]]]
"""Person ids, with how well, by folded phrase."""
Alike = dict[tuple[int, str], list[str]]
"""Phrases by their length and first character."""


def _keys_of(people: Mapping[str, Raw | None]) -> Keys:
    """The phrases under which the people of one layer are found."""
    keys: Keys = {}
    for id, raw in people.items():
        if raw is None or id == ME or "merged_into" in raw:
            continue
        listed = raw.get("nicknames")
        nicknames = listed if isinstance(listed, list) else ()
        for phrase, fit in _phrases(
            text_in(raw, "name"),
            text_in(raw, "given"),
            text_in(raw, "family"),
            tuple(name for name in nicknames if isinstance(name, str)),
        ):
            keys.setdefault(phrase, []).append((id, fit))
    return keys


@lru_cache(maxsize=4096)
def _phrases(
    name: str, given: str, family: str, nicknames: tuple[str, ...]
) -> tuple[tuple[str, Fit], ...]:
    """Kept, for the overlay of each next snapshot has the people of the one before."""
    return tuple(name_keys(name, given, family, nicknames).items())


def alike(keys: Iterable[str]) -> Alike:
    """Phrases by their length and first character."""
    found: Alike = {}
    for key in keys:
        found.setdefault((len(key), key[0]), []).append(key)
    return found


class Phrases:
    """The phrases of the people of one layer, each view of them made when first asked for."""

    def __init__(self, people: Mapping[str, Raw | None]) -> None:
        self.people = people

    def after(self, people: Mapping[str, Raw | None]) -> Phrases:
        """The same when some people are others, or new: of many lines each may bring one."""
        if not people:
            return self
        grown = Phrases({**self.people, **people})
        if self.people.keys().isdisjoint(people):
            new = Phrases(people)
            grown.keys = _both(self.keys, new.keys)
            grown.alike = _both(self.alike, alike(new.keys.keys() - self.keys.keys()))
            grown.longest = max(self.longest, new.longest)
        return grown

    @cached_property
    def keys(self) -> Keys:
        """Who is found under which phrase."""
        return _keys_of(self.people)

    @cached_property
    def longest(self) -> int:
        """How many words the longest phrase has; 1 for none."""
        return max((key.count(" ") + 1 for key in self.keys), default=1)

    @cached_property
    def alike(self) -> Alike:
        """The phrases by length and first character."""
        return alike(self.keys)


def _both(known: dict[K, list[V]], new: dict[K, list[V]]) -> dict[K, list[V]]:
    return known | {key: [*known.get(key, ()), *found] for key, found in new.items()}
