"""Needs and offers that fit each other: what somebody looks for, and who can help with it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from datetime import date

from netjournal.domain.entry import Entry
from netjournal.domain.values import ME, EntryKind, RecordId
from netjournal.text import fold
from netjournal.tuples import NamedTuple

NEED_AGES_AFTER = 180
"""Days after which a need is asked about: still open?"""
OFFER_AGES_AFTER = 365
"""The same of an offer."""

_WORD = re.compile(r"[^\W_]+")
_LEAST = 3
_STEM_LEAST = 4
# Of one word the newest offers only: a word that everybody uses tells little, and costs most.
_OFFERS_OF_A_WORD = 50
_SAY_NOTHING = (
    "about after all also and any anybody anyone are ask but can could every everybody for from"
    " get give good has have help helps her him his how into its know knows like look looking"
    " looks made make more need needs new not now off offer offers one only our out over people"
    " person saw she some somebody someone something than that the their them they thing things"
    " this time two use via wants was way well what when where which who with would you your"
    " aus bei das dem den der des die ein eine einen einer fur hat ich ihr mit nach und uber von"
    " zum zur avec dans des est les pour que qui sur une con del las los para por una"
)
_EMPTY = frozenset(_SAY_NOTHING.split())


class Match(NamedTuple):
    """An offer that fits a need, and by what."""

    need: Entry
    offer: Entry
    shared: tuple[str, ...]
    """What both name, as the need writes it; topics first, with their ``#``."""

    @property
    def is_mine(self) -> bool:
        """Whether it is I who can help."""
        return self.offer.person == ME


def stem(word: str) -> str:
    """A folded word without its plural or verb ending, so that ``printers`` meets ``printing``.

    The plural rule is Harman's S stemmer (How effective is suffixing?, JASIS 42, 1991); one
    English ending more is taken where at least four letters stay.
    """
    if word.endswith("ies") and not word.endswith(("eies", "aies")) and len(word) > _STEM_LEAST:
        word = f"{word[:-3]}y"
    elif word.endswith("s") and not word.endswith(("us", "ss")) and len(word) > _LEAST:
        word = word[:-1]
    for ending in ("ing", "ed", "er"):
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LEAST:
            return word[: -len(ending)]
    return word


def terms(entry: Entry) -> dict[str, str]:
    """What an entry is about: stems, each with the word it was written as; ``#`` marks topics.

    Words that say nothing and words of fewer than three letters are left out, but for short
    ones in capitals such as UX.
    """
    found = {stem(fold(topic)): f"#{topic}" for topic in entry.topics}
    for word in _WORD.findall(entry.text):
        folded = fold(word)
        telling = len(folded) >= _LEAST and folded not in _EMPTY
        if telling or (len(word) == _LEAST - 1 and word.isupper() and not word.isdecimal()):
            found.setdefault(stem(folded), word)
    return found


def matches(
    needs: Iterable[Entry], offers: Iterable[Entry], most: int | None = None
) -> tuple[Match, ...]:
    """The offers that fit open needs: the newest need first, of one need the best offer first.

    A need of mine, and an offer of the very person who needs it, make no match. Of one need,
    more in common comes first, my own offer before another's, then the newer; ``most`` of them.
    """
    by_term: dict[str, list[Entry]] = defaultdict(list)
    said: dict[RecordId, dict[str, str]] = {}
    place: dict[RecordId, tuple[bool, int]] = {}
    for number, offer in enumerate(_newest_first(offers, EntryKind.OFFER)):
        said[offer.id] = terms(offer)
        place[offer.id] = (offer.person == ME, -number)
        for term in said[offer.id]:
            if len(by_term[term]) < _OFFERS_OF_A_WORD:
                by_term[term].append(offer)
    found: list[Match] = []
    for need in _newest_first(needs, EntryKind.NEED):
        if need.person == ME:
            continue
        wanted = terms(need)
        fitting = [one for term in wanted for one in by_term.get(term, ())]
        both = Counter(one.id for one in fitting if one.person != need.person)
        known = {one.id: one for one in fitting}
        best = sorted(both, key=lambda id: (both[id], place[id]), reverse=True)[:most]
        found += [
            Match(need=need, offer=known[id], shared=_shared(wanted, said[id])) for id in best
        ]
    return tuple(found)


def _shared(wanted: dict[str, str], offered: dict[str, str]) -> tuple[str, ...]:
    both = [offered[term] if offered[term].startswith("#") else word
            for term, word in wanted.items() if term in offered]  # fmt: skip
    return tuple(sorted(both, key=lambda word: not word.startswith("#")))


def _newest_first(entries: Iterable[Entry], kind: EntryKind) -> list[Entry]:
    still = (one for one in entries if one.kind is kind and one.closed is None)
    return sorted(still, key=lambda one: (one.day, one.made, one.id), reverse=True)


def is_ageing(entry: Entry, today: date) -> bool:
    """Whether an open need or offer is so old that one asks if it still holds."""
    after = {EntryKind.NEED: NEED_AGES_AFTER, EntryKind.OFFER: OFFER_AGES_AFTER}.get(entry.kind)
    if after is None or entry.closed is not None:
        return False
    return (today - (entry.confirmed or entry.day)).days > after


class Ledger(NamedTuple):
    """What passed as gifts between somebody and me: listed, never weighed."""

    gave: tuple[Entry, ...] = ()
    """What I did for them, newest first."""
    got: tuple[Entry, ...] = ()
    """What they did for me, newest first."""


def ledger(entries: Iterable[Entry], people: Container[str] | None = None) -> Ledger:
    """What was given and got in some entries, of everybody or of some people."""
    known = [one for one in entries if people is None or one.person in people]
    known.sort(key=lambda one: (one.day, one.made, one.id), reverse=True)
    return Ledger(
        tuple(one for one in known if one.kind is EntryKind.GAVE),
        tuple(one for one in known if one.kind is EntryKind.GOT),
    )
