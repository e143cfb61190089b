"""The fields a query may name, each a small maker of tests on one person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from netjournal.domain.person import FitQuestion
from netjournal.domain.standing import State
from netjournal.domain.values import Channel, Circle, EntryKind, Owner
from netjournal.errors import UsageError
from netjournal.journal.ranges import Range
from netjournal.journal.subject import Subject
from netjournal.text import fold
from netjournal.tuples import NamedTuple

T = TypeVar("T")
Test = Callable[[Subject, date], bool]
Make = Callable[[str], Test]


def _holding(read: Callable[[Subject], Iterable[str]]) -> Make:
    def make(value: str) -> Test:
        needle = fold(value)
        return lambda subject, _: any(needle in fold(text) for text in read(subject))

    return make


def _chosen(field: str, known: Mapping[str, T], value: str, also: Iterable[str] = ()) -> T:
    """What a field's value stands for, among those it may have; ``also`` names others.

    Raises:
        UsageError: it is none of them.
    """
    if fold(value) not in known:
        raise UsageError(f"{field}: is one of {', '.join((*known, *also))}, not {value!r}.")
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


def _birthday(value: str) -> Test:
    wanted = Range.parse(value, "birthday")

    def test(subject: Subject, today: date) -> bool:
        day = subject.person.birthday
        return day is not None and wanted.holds((day.next_from(today) - today).days)

    return test


_YES = 2
"""The answer to a question of fit from which on it speaks for somebody."""


def _fit(value: str) -> Test:
    """``market`` (answered 2 or 3), ``market:1..``, ``none`` or ``thin``."""
    from netjournal.domain.fit import LEAST_ANSWERS, MOST

    if value in _THIN:
        most = LEAST_ANSWERS - 1 if value == "thin" else 0
        return lambda s, _: s.person.circle is not Circle.INNER and len(s.person.fit) <= most
    name = re.split("[:<>]", value, maxsplit=1)[0]
    range_ = value[len(name) :].removeprefix(":")
    question = _chosen("fit", _QUESTIONS, name, also=_THIN)
    wanted = Range.parse(range_, "fit") if range_ else Range(_YES, MOST)
    # never asked of inner people, so never found by it either
    return lambda s, _: (
        s.person.circle is not Circle.INNER
        and any(one.question is question and wanted.holds(one.value) for one in s.person.fit)
    )


_QUESTIONS = {str(question): question for question in FitQuestion}
_THIN = ("none", "thin")
_BANDS = ("strong", "warm", "thin", "silent", "not_yet")


def _quality(value: str) -> Test:
    band = _chosen("quality", {each: each for each in _BANDS}, value)
    return lambda subject, _: subject.quality is not None and subject.quality.band == band


def _open_of(owner: Owner) -> Test:
    return lambda s, _: any(c.is_open and c.owner is owner for c in s.commitments)


_OWES: dict[str, Test] = {
    "me": _open_of(Owner.THEIRS),
    "them": _open_of(Owner.MINE),
    "reply": lambda subject, _: subject.standing.reply_owed is not None,
}


def _owes(value: str) -> Test:
    return _chosen("owes", _OWES, value)


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


class QueryField(NamedTuple):
    """A field that a query may name."""

    make: Make
    means: str
    """Whom it finds, in words."""
    example: str
    """A value."""
    values: tuple[str, ...] = ()
    """Those it may have, where they are few."""


_SPANS = ("..7d", "..30d", "30d..", "90d..")

CONDITIONS: Mapping[str, QueryField] = {
    "name": QueryField(
        _holding(lambda s: (s.person.name, *s.person.nicknames)), "whose name holds it", "ruiz"
    ),
    "circle": QueryField(
        _one_of("circle", tuple(Circle), lambda s: (s.person.circle,)),
        "who is in that circle", "close", tuple(map(str, Circle)),
    ),
    "is": QueryField(_is, "who stands so", "stale", tuple(_IS)),
    "last": QueryField(
        _last, "whose last contact is so long ago, or never", "90d..", ("never", *_SPANS)
    ),
    "due": QueryField(_due, "with whom a promise is due in so many days", "..7d", _SPANS),
    "birthday": QueryField(_birthday, "whose birthday is in so many days", "..30d", _SPANS),
    "calibre": QueryField(_calibre, "of that calibre, 1 to 5", "4..", ("3..", "4..", "5")),
    "quality": QueryField(_quality, "with whom the relationship is so", "warm", _BANDS),
    "fit": QueryField(
        _fit, "who answers a question of fit by 2 or 3, or as said", "market:2..",
        (*_QUESTIONS, *_THIN),
    ),
    "owes": QueryField(
        _owes, "who owes me something, whom I owe something (them) or a reply", "reply",
        tuple(_OWES),
    ),
    "has": QueryField(_has, "of whom it is known", "address", tuple(_HAS)),
    "channel": QueryField(
        _one_of("channel", tuple(Channel), lambda s: (c.channel for c in s.conversations)),
        "with whom something passed that way", "postcard", tuple(map(str, Channel)),
    ),
    "topic": QueryField(_holding(_topics), "with that topic", "gov"),
    "need": QueryField(_holding(_entries(EntryKind.NEED)), "who needs it", "tester"),
    "offer": QueryField(_holding(_entries(EntryKind.OFFER)), "who offers it", "room"),
    "gave": QueryField(_holding(_entries(EntryKind.GAVE)), "whom I gave it", "book"),
    "got": QueryField(_holding(_entries(EntryKind.GOT)), "who gave it to me", "review"),
    "met": QueryField(_holding(lambda s: s.gatherings), "met at that gathering", "pycon"),
    "organisation": QueryField(
        _holding(lambda s: (o.name for o in s.person.organisations)), "who belongs to it", "acme"
    ),
    "email": QueryField(
        _holding(lambda s: (e.value for e in s.person.emails)), "whose address holds it",
        "example.org",
    ),
    "phone": QueryField(
        _holding(lambda s: (p.value for p in s.person.phones)), "whose number holds it", "+44"
    ),
    "city": QueryField(
        _holding(lambda s: (a.city for a in s.person.addresses)), "who lives there", "lyon"
    ),
    "country": QueryField(
        _holding(lambda s: (a.country for a in s.person.addresses)), "who lives there", "france"
    ),
    "text": QueryField(
        _holding(_texts), "with whom something was said or noted that holds it", "budget"
    ),
}  # fmt: skip
"""Every field of the query language, the reference of its help, and what completes it."""

ALIASES: Mapping[str, str] = {
    "org": "organisation", "tag": "topic", "needs": "need", "offers": "offer", "at": "met",
}  # fmt: skip
"""Other names of fields."""


def is_of_network(field: str, value: str) -> bool:
    """Whether a condition is one that nobody outside of the circles can fulfil."""
    if field == "circle":
        return fold(value) in _NEAR
    return field == "quality" or (field == "is" and fold(value) != State.DIED)


_NEAR = frozenset(str(circle) for circle in Circle if circle.in_network)
