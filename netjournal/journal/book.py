"""The book of names over a snapshot: who and which gathering a phrase may mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from netjournal.domain.gesture import Raw, Table
from netjournal.domain.names import Fit, GatheringMatch, NameMatch, name_keys, words
from netjournal.domain.values import ME, Circle, PersonId, RecordId
from netjournal.text import fold

if TYPE_CHECKING:
    from netjournal.journal.snapshot import Snapshot

Keys = dict[str, list[tuple[str, Fit]]]
"""Person ids, with how well, by folded phrase."""


def keys_of(people: Mapping[str, Raw | None]) -> Keys:
    """The phrases under which the people of one layer are found."""
    keys: Keys = {}
    for id, raw in people.items():
        if raw is None or id == ME or "merged_into" in raw:
            continue
        nicknames = raw.get("nicknames")
        for phrase, fit in name_keys(
            _text(raw, "name"),
            _text(raw, "given"),
            _text(raw, "family"),
            [n for n in nicknames if isinstance(n, str)] if isinstance(nicknames, list) else (),
        ).items():
            keys.setdefault(phrase, []).append((id, fit))
    return keys


def _text(raw: Raw, field: str) -> str:
    value = raw.get(field, "")
    return value if isinstance(value, str) else ""


class Book:
    """Names of one snapshot (a ``NameBook``); the keys of its base are shared with the next."""

    def __init__(self, snapshot: Snapshot, base: Keys, changed: Mapping[str, Raw | None]) -> None:
        self._snapshot = snapshot
        self._base = base
        self._changed = changed
        self._over = keys_of(changed)
        self._longest = 0

    @property
    def longest(self) -> int:
        """How many words the longest name has."""
        if not self._longest:
            counts = (key.count(" ") + 1 for keys in (self._base, self._over) for key in keys)
            self._longest = max(counts, default=1)
        return self._longest

    def people(self, phrase: str) -> Sequence[NameMatch]:
        """Everybody the whole phrase may name, the closest first."""
        key = fold(phrase).strip()
        found = self._found(key)
        if not found:
            found = self._found(" ".join(words(phrase)))
        return sorted(
            (self._match(id, fit) for id, fit in found), key=lambda m: (m.fit, not m.known, m.name)
        )

    def _found(self, key: str) -> list[tuple[str, Fit]]:
        base = [pair for pair in self._base.get(key, ()) if pair[0] not in self._changed]
        return base + self._over.get(key, [])

    def _match(self, id: str, fit: Fit) -> NameMatch:
        raw = self._snapshot.raw(Table.PEOPLE, id) or {}
        circle = _text(raw, "circle") or Circle.ROLODEX
        return NameMatch(
            person=PersonId(id),
            name=_text(raw, "name"),
            fit=fit,
            known=circle != Circle.ROLODEX or self._snapshot.has_talked(PersonId(id)),
            about=self._snapshot.about(PersonId(id)),
            circle=Circle(circle) if circle in set(Circle) else Circle.ROLODEX,
        )

    def similar(self, phrase: str) -> Sequence[NameMatch]:
        """People a typing error away: any of them by full name, known ones by any name."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        key = " ".join(words(phrase))
        allowed = _errors_allowed(key)
        if not allowed:
            return ()
        hits = [
            (distance, other)
            for keys in (self._base, self._over)
            for other, distance, _ in process.extract(
                key, keys.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=12
            )
            if _plausible(key, other)
        ]
        near: dict[str, NameMatch] = {}
        for _, other in sorted(hits):
            for id, fit in self._found(other):
                match = self._match(id, fit)
                if match.known or fit is Fit.FULL:
                    near.setdefault(id, match)
        return tuple(near.values())[:5]

    def gatherings(self, phrase: str) -> Sequence[GatheringMatch]:
        """Gatherings of that name, the newest first."""
        key = fold(phrase).strip()
        found = [
            GatheringMatch(RecordId(g.id), g.name, g.day.isoformat() if g.day else "")
            for g in self._snapshot.gatherings()
            if fold(g.name).strip() == key
        ]
        return sorted(found, key=lambda g: g.day, reverse=True)


def _errors_allowed(key: str) -> int:
    if len(key) < 3:
        return 0
    return 1 if len(key) < 9 else 2


def _plausible(key: str, other: str) -> bool:
    """Two short names of one length are two names (Bob, Rob); a missing letter is an error."""
    return key != other and (len(key) > 4 or len(key) != len(other)) and key[0] == other[0]
