"""The fields a query may name, each a small maker of tests on one person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.others import Entry
from netjournal.domain.person import Person
from netjournal.domain.standing import Standing, State
from netjournal.domain.values import Channel, Circle, EntryKind, Owner
from netjournal.errors import UsageError
from netjournal.text import fold


class Subject(Protocol):
    """One person with what belongs to them, computed when a test asks."""

    @property
    def person(self) -> Person:
        """Who it is."""
        ...

    @property
    def standing(self) -> Standing:
        """Where the relationship stands."""
        ...

    @property
    def conversations(self) -> Sequence[Conversation]:
        """What passed between us, newest first."""
        ...

    @property
    def commitments(self) -> Sequence[Commitment]:
        """Promises of both sides."""
        ...

    @property
    def entries(self) -> Sequence[Entry]:
        """Dated lines about them."""
        ...

    @property
    def gatherings(self) -> Sequence[str]:
        """Names of gatherings where we met."""
        ...

    @property
    def haystack(self) -> str:
        """Everything said of them, folded."""
        ...


T = TypeVar("T")
Test = Callable[[Subject, date], bool]
Make = Callable[[str], Test]

_UNIT_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_AMOUNT = re.compile(r"(\d{1,5})([dwmy]?)")


@dataclass(frozen=True, slots=True)
class Range:
    """``4..``, ``..7d``, ``30d..90d`` or one value; both ends belong to it."""

    low: int | None
    high: int | None

    def holds(self, value: int | None) -> bool:
        """Whether a value lies in it; None never does."""
        if value is None or (self.low is not None and value < self.low):
            return False
        return self.high is None or value <= self.high

    @classmethod
    def parse(cls, text: str, field: str) -> Range:
        """Read a range of numbers or spans of days.

        Raises:
            UsageError: it is none.
        """
        if text.startswith((">", "<")):
            edge = _amount(text[1:].removeprefix("="), field)
            return cls(edge, None) if text[0] == ">" else cls(None, edge)
        low, dots, high = text.partition("..")
        if not dots:
            exact = _amount(text, field)
            return cls(exact, exact)
        return cls(_amount(low, field) if low else None, _amount(high, field) if high else None)


def _amount(text: str, field: str) -> int:
    match = _AMOUNT.fullmatch(text)
    if not match:
        raise UsageError(f"{field}: needs a number or a span such as 90d.. or ..2w, not {text!r}.")
    return int(match[1]) * _UNIT_DAYS.get(match[2], 1)


def _holding(read: Callable[[Subject], Iterable[str]]) -> Make:
    def make(value: str) -> Test:
        needle = fold(value)
        return lambda subject, _: any(needle in fold(text) for text in read(subject))

    return make


def _chosen(field: str, known: Mapping[str, T], value: str) -> T:
    """What a field's value stands for, among those it may have.

    Raises:
        UsageError: it is none of them.
    """
    if fold(value) not in known:
        raise UsageError(f"{field}: is one of {', '.join(known)}, not {value!r}.")
    return known[fold(value)]


def _one_of(field: str, values: Iterable[str], read: Callable[[Subject], Iterable[str]]) -> Make:
    known = {value: value for value in values}

    def make(value: str) -> Test:
        meant = _chosen(field, known, value)
        return lambda subject, _: meant in read(subject)

    return make


def _topics(subject: Subject) -> Iterable[str]:
    yield from subject.person.topics
    for talk in subject.conversations:
        yield from talk.topics
    for entry in subject.entries:
        yield from entry.topics


def _texts(subject: Subject) -> Iterable[str]:
    yield from (talk.text for talk in subject.conversations)
    yield from (entry.text for entry in subject.entries)


def _entries(kind: EntryKind) -> Callable[[Subject], Iterable[str]]:
    return lambda s: (e.text for e in s.entries if e.kind is kind and e.closed is None)


def _last(value: str) -> Test:
    if value == "never":
        return lambda subject, _: subject.standing.last_contact is None
    wanted = Range.parse(value, "last")

    def test(subject: Subject, today: date) -> bool:
        last = subject.standing.last_contact
        return wanted.holds((today - last).days if last else None)

    return test


def _due(value: str) -> Test:
    wanted = Range.parse(value, "due")

    def test(subject: Subject, today: date) -> bool:
        days = [(c.shown_on - today).days for c in subject.commitments if c.is_open and c.shown_on]
        # "within a week" holds what is due already
        return any(wanted.holds(max(day, 0)) for day in days)

    return test


def _calibre(value: str) -> Test:
    wanted = Range.parse(value, "calibre")
    # never told of inner people, so never found by it either
    return lambda s, _: s.person.circle is not Circle.INNER and wanted.holds(s.person.calibre)


def _owes(value: str) -> Test:
    def open_of(owner: Owner) -> Test:
        return lambda s, _: any(c.is_open and c.owner is owner for c in s.commitments)

    tests: dict[str, Test] = {
        "me": open_of(Owner.THEIRS),
        "them": open_of(Owner.MINE),
        "reply": lambda subject, _: subject.standing.reply_owed is not None,
    }
    return _chosen("owes", tests, value)


def _in_state(state: State) -> Test:
    return lambda subject, _: subject.standing.state is state


_IS: dict[str, Test] = {
    **{state.value: _in_state(state) for state in State},
    "cooling": lambda subject, _: subject.standing.cooling_since is not None,
    "in_touch": lambda subject, _: subject.standing.in_touch,
    "network": lambda subject, _: subject.person.circle.in_network,
}


def _is(value: str) -> Test:
    return _chosen("is", _IS, value)


_HAS: dict[str, Callable[[Subject], object]] = {
    "address": lambda s: s.person.addresses,
    "email": lambda s: s.person.emails,
    "phone": lambda s: s.person.phones,
    "birthday": lambda s: s.person.birthday,
    "link": lambda s: s.person.links,
    "cadence": lambda s: s.person.cadence,
    "note": lambda s: s.entries,
    "conversation": lambda s: s.conversations,
    "promise": lambda s: any(c.is_open for c in s.commitments),
}


def _has(value: str) -> Test:
    held = _chosen("has", _HAS, value)
    return lambda subject, _: bool(held(subject))


CONDITIONS: dict[str, Make] = {
    "name": _holding(lambda s: (s.person.name, *s.person.nicknames)),
    "circle": _one_of("circle", tuple(Circle), lambda s: (s.person.circle,)),
    "is": _is,
    "last": _last,
    "due": _due,
    "calibre": _calibre,
    "owes": _owes,
    "has": _has,
    "channel": _one_of("channel", tuple(Channel), lambda s: (c.channel for c in s.conversations)),
    "topic": _holding(_topics),
    "need": _holding(_entries(EntryKind.NEED)),
    "offer": _holding(_entries(EntryKind.OFFER)),
    "met": _holding(lambda s: s.gatherings),
    "organisation": _holding(lambda s: (o.name for o in s.person.organisations)),
    "email": _holding(lambda s: (e.value for e in s.person.emails)),
    "phone": _holding(lambda s: (p.value for p in s.person.phones)),
    "city": _holding(lambda s: (a.city for a in s.person.addresses)),
    "country": _holding(lambda s: (a.country for a in s.person.addresses)),
    "text": _holding(_texts),
}
"""Every field of the query language."""
