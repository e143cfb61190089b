"""Names: the keys under which somebody is found, and the protocol of a book of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from netjournal.domain.values import Circle, PersonId, RecordId
from netjournal.text import fold


class Fit(IntEnum):
    """How well a phrase names somebody; a lower value is a closer fit."""

    FULL = 0
    NICKNAME = 1
    FIRST_AND_INITIAL = 2
    FIRST = 3
    SURNAME = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """Somebody a phrase may mean."""

    person: PersonId
    name: str
    fit: Fit
    known: bool
    """In a circle or ever talked with; silent rolodex people come second."""
    about: str = ""
    """What tells them apart from others: organisation, circle, last contact."""
    circle: Circle = Circle.ROLODEX


@dataclass(frozen=True, slots=True)
class GatheringMatch:
    """A gathering a phrase may mean."""

    gathering: RecordId
    name: str
    day: str
    """Its ISO day, or nothing."""


class NameBook(Protocol):
    """Whoever knows the names of the journal: the snapshot, or the index beside it."""

    @property
    def longest(self) -> int:
        """How many words the longest name has."""
        ...

    def people(self, phrase: str) -> Sequence[NameMatch]:
        """Everybody the whole phrase may name, of every fit and tier; empty if nobody."""
        ...

    def similar(self, phrase: str) -> Sequence[NameMatch]:
        """People whose name the phrase nearly is (a typing error away), the nearest first."""
        ...

    def gatherings(self, phrase: str) -> Sequence[GatheringMatch]:
        """Gatherings of that name."""
        ...


def chosen(matches: Sequence[NameMatch]) -> tuple[NameMatch, ...]:
    """Those of the best tier: one means it is clear, more that nobody may guess.

    Known people come first; a silent person of the rolodex counts when nobody known fits or when
    the phrase is their full name, letter for letter.
    """
    known = [match for match in matches if match.known]
    if known:
        silent_full = [m for m in matches if not m.known and m.fit is Fit.FULL]
        best = min(match.fit for match in known)
        if best is not Fit.FULL and silent_full:
            return tuple(silent_full)
        return tuple(match for match in known if match.fit is best)
    if not matches:
        return ()
    best = min(match.fit for match in matches)
    return tuple(match for match in matches if match.fit is best)


_PARTICLES = frozenset(
    {"de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "van", "von", "der", "den"}
    | {
        "ter",
        "ten",
        "zu",
        "bin",
        "ibn",
        "al",
        "el",
        "mac",
        "mc",
        "o",
        "st",
        "af",
        "av",
        "nic",
        "ni",
    }
)
_HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "herr", "frau"}
    | {"mme", "sr", "sra", "jr", "ii", "iii", "phd", "md"}
)


def words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without dots and honorifics."""
    parts = (part.strip(".,") for part in fold(name).split())
    kept = tuple(part for part in parts if part and part not in _HONORIFICS)
    return kept or tuple(part for part in fold(name).split() if part)


def _is_cjk(word: str) -> bool:
    return bool(word) and all(
        "\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in word
    )


def split_name(name: str, given: str = "", family: str = "") -> tuple[str, str]:
    """Folded given name and surname of a name; either may be empty."""
    parts = words(name)
    if given or family:
        return " ".join(words(given)), " ".join(words(family))
    if len(parts) == 1:
        only = parts[0]
        # 李小红: one character of family name, the rest is what friends say.
        if _is_cjk(only) and 2 < len(only) < 5:
            return only[1:], only[:1]
        return only, ""
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in _PARTICLES:
        start -= 1
    return parts[0], " ".join(parts[start:])


def name_keys(
    name: str, given: str = "", family: str = "", nicknames: Iterable[str] = ()
) -> dict[str, Fit]:
    """Every folded phrase that names somebody, with how well: longest and closest first."""
    keys: dict[str, Fit] = {}

    def add(phrase: str, fit: Fit) -> None:
        if phrase and (phrase not in keys or keys[phrase] > fit):
            keys[phrase] = fit

    parts = words(name)
    add(fold(name).strip(), Fit.FULL)
    add(" ".join(parts), Fit.FULL)
    for nickname in nicknames:
        add(" ".join(words(nickname)), Fit.NICKNAME)
    first, last = split_name(name, given, family)
    if first and last:
        add(f"{first} {last}", Fit.FULL)
        add(f"{first} {last[0]}", Fit.FIRST_AND_INITIAL)
        bare = last.split()[-1]
        add(f"{first} {bare[0]}", Fit.FIRST_AND_INITIAL)
        add(f"{first} {bare}", Fit.FULL)
        add(bare, Fit.SURNAME)
    add(first, Fit.FIRST)
    if first:
        add(first.split()[0], Fit.FIRST)
    # one character of a CJK family name alone names nobody
    if not (_is_cjk(last) and len(last) == 1):
        add(last, Fit.SURNAME)
    return keys
