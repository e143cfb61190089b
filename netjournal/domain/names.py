"""Names: the keys under which somebody is found, and the protocol of a book of names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Protocol

from netjournal.domain.values import Circle, PersonId, RecordId
from netjournal.text import fold
from netjournal.tuples import NamedTuple


class Fit(IntEnum):
    """How well a phrase names somebody; a lower value is a closer fit."""

    FULL = 0
    NICKNAME = 1
    FIRST_AND_INITIAL = 2
    FIRST = 3
    SURNAME = 4
    """A surname alone, or initials with dots (``A.R.``)."""


class NameMatch(NamedTuple):
    """Somebody a phrase may mean."""

    person: PersonId
    name: str
    fit: Fit
    known: bool
    """In a circle or ever talked with; silent rolodex people come second."""
    about: str = ""
    """What tells them apart from others: organisation, circle, last contact."""
    circle: Circle = Circle.ROLODEX


class GatheringMatch(NamedTuple):
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


PARTICLES = frozenset(
    {"de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "van", "von", "der", "den",
     "ter", "ten", "zu", "bin", "ibn", "al", "el", "mac", "mc", "o", "st", "af", "av", "nic", "ni"}
)  # fmt: skip
_HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "herr", "frau",
     "mme", "sr", "sra", "jr", "ii", "iii", "phd", "md"}
)  # fmt: skip
_NICKNAME = r"[\"“„«]([^\"“”„«»]{1,40})[\"”»]"
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_BRACKETED = r"\([^()]{0,60}\)"
_OPENING = frozenset('"“„«(')
_EDGES = '.,;:"“”„()«»[]'


@lru_cache(maxsize=64)  # the parts of one name are asked for several times in a row
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without dots, quotes, honorifics, and signs alone (emoji)."""
    parts = [part.strip(_EDGES) for part in fold(name).replace("・", " ").split()]
    kept = tuple(part for part in parts if part not in _HONORIFICS and _has_letters(part))
    return kept or tuple(part for part in parts if part) or tuple(fold(name).split())


def _has_letters(part: str) -> bool:
    return part.isalnum() or any(map(str.isalnum, part))


def _is_cjk(word: str) -> bool:
    return bool(word) and all(
        "\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in word
    )


def split_name(name: str, given: str = "", family: str = "") -> tuple[str, str]:
    """Folded given name and surname of a name; either may be empty."""
    if given or family:
        return " ".join(words(given)), " ".join(words(family))
    parts = words(_turned(name))
    if len(parts) < 2:
        return _split_unspaced(parts[0]) if parts else ("", "")
    if parts and all(map(_is_cjk, parts)):
        # 李 小红, 김 철수: the family name comes first
        return "".join(parts[1:]), parts[0]
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in PARTICLES:
        start -= 1
    return parts[0], " ".join(parts[start:])


def _turned(name: str) -> str:
    """``Ruiz, Ana`` as ``Ana Ruiz``; ``Ana Ruiz, PhD`` stays."""
    family, comma, given = name.partition(",")
    turned = bool(comma) and "," not in given and bool(given.strip())
    if not turned or words(given)[0] in _HONORIFICS:
        return name
    return f"{given.strip()} {family.strip()}"


def _split_unspaced(word: str) -> tuple[str, str]:
    """A name without a space: 李小红 is 小红 of the family 李, 田中太郎 is 太郎 of 田中."""
    if not _is_cjk(word) or not 2 < len(word) < 5:
        return word, ""
    family = len(word) - 2
    return word[family:], word[:family]


def name_keys(
    name: str, given: str = "", family: str = "", nicknames: Iterable[str] = ()
) -> dict[str, Fit]:
    """Every folded phrase that names somebody, with how well it does.

    A nickname written into the name (``Robert "Bob" Stone``) counts as one; parts in brackets are
    no part of the name. Hyphens and apostrophes may be left out, and ``Müller`` may be typed
    ``Mueller``.
    """
    keys: dict[str, Fit] = {}

    def add(phrase: str, fit: Fit) -> None:
        variants: tuple[str, ...] = (phrase,)
        if "'" in phrase or "-" in phrase:
            variants = (phrase, phrase.replace("-", " "), phrase.replace("'", ""))
        for key in variants:
            if key and (key not in keys or keys[key] > fit):
                keys[key] = fit

    plain, written = _parted(name)
    add(fold(name).strip(), Fit.FULL)
    add(" ".join(words(name)), Fit.FULL)
    for nickname in (*nicknames, *written):
        add(" ".join(words(nickname)), Fit.NICKNAME)
    parts = words(_turned(plain))
    add(" ".join(parts), Fit.FULL)
    if len(parts) > 1 and all(map(_is_cjk, parts)):
        add("".join(parts), Fit.FULL)
    if any(letter in name for letter in "äöüÄÖÜ"):
        for key, fit in name_keys(
            *(text.translate(_UMLAUTS) for text in (name, given, family))
        ).items():
            add(key, fit)
    first, last = split_name(plain, given, family)
    if first and last:
        _add_both(add, first, last)
    _add_middle(add, parts)
    add(first, Fit.FIRST)
    if first:
        add(first.split()[0], Fit.FIRST)
    # one character of a CJK family name alone names nobody
    if not (_is_cjk(last) and len(last) == 1):
        add(last, Fit.SURNAME)
    return keys


def _parted(name: str) -> tuple[str, Sequence[str]]:
    """A name without the nicknames and brackets written into it, and these nicknames."""
    if _OPENING.isdisjoint(name):  # most: the patterns are compiled for the others
        return " ".join(name.split()) or name, ()
    plain = re.sub(_BRACKETED, " ", re.sub(_NICKNAME, " ", name))
    return " ".join(plain.split()) or name, re.findall(_NICKNAME, name)


def _add_both(add: Callable[[str, Fit], None], first: str, last: str) -> None:
    """Given name and surname together, whole or by its initial."""
    bare = last.rsplit(maxsplit=1)[-1]
    add(f"{first} {last}", Fit.FULL)
    add(f"{first} {bare}", Fit.FULL)
    if not _is_cjk(last):
        add(f"{first} {last[0]}", Fit.FIRST_AND_INITIAL)
        add(f"{first} {bare[0]}", Fit.FIRST_AND_INITIAL)
        add(f"{first[0]} {last}", Fit.FIRST_AND_INITIAL)
        add(f"{first[0]}.{last[0]}", Fit.SURNAME)
        add(bare, Fit.SURNAME)
        if "-" in bare:
            for half in filter(None, bare.split("-")):
                add(f"{first} {half}", Fit.FIRST_AND_INITIAL)
                add(half, Fit.SURNAME)


def _add_middle(add: Callable[[str, Fit], None], parts: tuple[str, ...]) -> None:
    """Names of three words and more: ``Anna Maria``, ``García Márquez``, ``Thị Hoa``.

    Which of the middle words are given names and which surnames differs from country to country,
    so that they count in every way people use them.
    """
    if len(parts) < 3:
        return
    if parts[-2] not in PARTICLES:
        add(" ".join(parts[:-1]), Fit.FIRST_AND_INITIAL)
    add(" ".join(parts[1:]), Fit.SURNAME)
    add(f"{parts[0]} {parts[-1]}", Fit.FULL)
    for middle in parts[1:-1]:
        if middle not in PARTICLES and len(middle) > 1:
            add(f"{parts[0]} {middle}", Fit.FIRST_AND_INITIAL)
            add(middle, Fit.SURNAME)
