"""Two people field by field, with what becomes of each field when they are one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from netjournal.domain.person import Person
from netjournal.journal.fields import PERSON, Field

_UNITED = frozenset({"met", "common"})
"""Texts that a merge puts one under the other."""


class Compared(StrEnum):
    """How a field of one compares with that of the other; the value is its sign."""

    SAME = "="
    """Both say the same."""
    DIFFERS = "≠"
    """Only one of the two can stand."""
    ADDS = "+"
    """There is room for what both say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPair:
    """One field of both."""

    label: str
    first: str
    second: str
    has_room: bool = False
    """It holds what both say, so that nothing has to give way."""

    @property
    def compared(self) -> Compared:
        """How they compare."""
        if self.first == self.second:
            return Compared.SAME
        both = bool(self.first and self.second)
        return Compared.DIFFERS if both and not self.has_room else Compared.ADDS


def field_pairs(first: Person, second: Person) -> tuple[FieldPair, ...]:
    """Every field that one of them has, side by side, but calibre and relations."""
    pairs = (
        FieldPair(
            label=field.label,
            first=_words(field, first),
            second=_words(field, second),
            has_room=field.many or field.name in _UNITED,
        )
        for field in PERSON
        if field.name not in {"calibre", "relation"}
    )
    return tuple(pair for pair in pairs if pair.first or pair.second)


def _words(field: Field, person: Person) -> str:
    words = field.words(person)
    return ("; " if any("," in each for each in words) else ", ").join(words)
