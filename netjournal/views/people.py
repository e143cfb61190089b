"""The list of people: rows that answer a query, in an order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from netjournal.domain.person import Person
from netjournal.domain.phrases import ago, day_of_year
from netjournal.domain.standing import State
from netjournal.domain.values import Circle, PartialDate, PersonId
from netjournal.errors import UsageError
from netjournal.journal.algebra import Condition, Query, Word
from netjournal.journal.alternatives import alternatives
from netjournal.text import fold
from netjournal.tuples import NamedTuple
from netjournal.views.signs import STATE_SIGN, STATE_WORD
from netjournal.views.standings import Standings, Subject


class PersonRow(NamedTuple):
    """One person in a list."""

    id: PersonId
    short: str
    name: str
    circle: Circle
    state: State | None
    sign: str
    last_contact: date | None
    days: int | None
    last: str
    """The last contact in words: ``3 weeks ago``."""
    cadence: str
    calibre: int | None
    """None for inner people, of whom it is never told."""
    organisation: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    topics: tuple[str, ...]
    promises: int
    """Open promises of both sides."""
    city: str
    birthday: str
    """``1 July``, with the year where it is known."""
    born: PartialDate | None
    """The same as a value."""

    @property
    def state_word(self) -> str:
        """The state in a word or two."""
        return STATE_WORD[self.state] if self.state else ""


def people_found(
    standings: Standings, query: Query, *, sort: str = "name", reverse: bool = False
) -> tuple[Subject, ...]:
    """The people who fulfil a query, in an order; each row is made when it is wanted.

    Raises:
        UsageError: there is no such order.
    """
    today = standings.today
    found = (subject for subject in _likely(standings, query) if query.matches(subject, today))
    return in_order(found, sort, reverse=reverse)


def _likely(standings: Standings, query: Query) -> Iterator[Subject]:
    """Those who may fulfil a query, others among them; nobody is passed over."""
    try:
        sides = alternatives(query)
    except UsageError:
        return standings.everybody()  # too many sides to look at each
    if all(any(isinstance(one, Condition) and one.is_of_network for one in side) for side in sides):
        return standings.network()
    words = _word_of_each(sides)
    snapshot = standings.snapshot
    ids = snapshot.people_told_of(words) if words else None
    if ids is None:
        return standings.everybody()
    people = (snapshot.person(id) for id in ids)
    return (standings.subject(person) for person in people if person is not None)


def _word_of_each(sides: Sequence[Sequence[Query]]) -> Sequence[str]:
    """The longest word that each side needs, folded; none where one needs no word."""
    words = [[fold(one.text) for one in side if isinstance(one, Word)] for side in sides]
    return [max(side, key=len) for side in words] if all(words) else ()


def in_order(
    people: Iterable[Subject], sort: str = "name", *, reverse: bool = False
) -> tuple[Subject, ...]:
    """People in an order, equals by name; of whom nothing is known stand last either way.

    Raises:
        UsageError: there is no such order.
    """
    if sort not in SORTS:
        raise UsageError(f"People cannot be sorted by {sort!r}. Choose from: {', '.join(SORTS)}.")
    order = SORTS[sort]
    by_name = sorted(people, key=lambda subject: (_name(subject), subject.person.id))
    if order.key is _name:
        return tuple(reversed(by_name) if reverse else by_name)
    keyed = [(order.key(subject), subject) for subject in by_name]
    known = [each for each in keyed if each[0] is not None]
    known.sort(key=itemgetter(0), reverse=reverse is not order.down)
    unknown = (subject for key, subject in keyed if key is None)
    return (*(subject for _key, subject in known), *unknown)


def person_row(subject: Subject, standings: Standings) -> PersonRow:
    """One person as a row."""
    who, where = subject.person, subject.standing
    return PersonRow(
        id=who.id,
        short=standings.snapshot.short(who.id),
        name=who.name,
        circle=who.circle,
        state=where.state,
        sign=STATE_SIGN[where.state] if where.state else " ",
        last_contact=where.last_contact,
        days=where.days,
        last=ago(where.last_contact, standings.today) if where.last_contact else "",
        cadence=str(where.cadence or ""),
        calibre=None if who.circle is Circle.INNER else who.calibre,
        organisation=who.organisation,
        emails=tuple(email.value for email in who.emails),
        phones=tuple(phone.value for phone in who.phones),
        topics=who.topics,
        promises=_promises(subject),
        city=_city(who),
        birthday=day_of_year(who.birthday) if who.birthday else "",
        born=who.birthday,
    )


_CIRCLES = list(Circle)


def _name(subject: Subject) -> str:
    return fold(subject.person.name)


def _calibre(subject: Subject) -> int | None:
    person = subject.person
    return None if person.circle is Circle.INNER else person.calibre


def _promises(subject: Subject) -> int:
    return sum(promise.is_open for promise in subject.commitments)


def _city(person: Person) -> str:
    return next((address.city for address in person.addresses if address.city), "")


def _cadence(subject: Subject) -> int | None:
    cadence = subject.standing.cadence
    return cadence.days_from(_ANY_DAY) if cadence else None


def _birthday(subject: Subject) -> tuple[int, int] | None:
    birthday = subject.person.birthday
    return (birthday.month, birthday.day) if birthday else None


_ANY_DAY = date(2001, 1, 1)
"""From which cadences are compared; what the calendar makes of them on another day is no matter."""


class Order(NamedTuple):
    """What people are sorted by."""

    key: Callable[[Subject], Any]
    """None for somebody of whom it is not known."""
    down: bool = False
    """The greatest come first."""


SORTS: Mapping[str, Order] = {
    "name": Order(_name),
    "circle": Order(lambda s: _CIRCLES.index(s.person.circle)),
    "state": Order(lambda s: s.standing.staleness, down=True),
    "last": Order(lambda s: s.standing.days),
    "cadence": Order(_cadence),
    "organisation": Order(lambda s: fold(s.person.organisation) or None),
    "calibre": Order(_calibre, down=True),
    "promises": Order(lambda s: _promises(s) or None, down=True),
    "topics": Order(lambda s: fold(", ".join(s.person.topics)) or None),
    "city": Order(lambda s: fold(_city(s.person)) or None),
    "birthday": Order(_birthday),
}
"""Orders a list of people may have."""


def people_json(rows: Iterable[PersonRow]) -> Sequence[Mapping[str, object]]:
    """The list in its JSON shape."""
    return [
        {
            "id": row.id,
            "name": row.name,
            "circle": row.circle,
            "state": row.state,
            "last_contact": row.last_contact.isoformat() if row.last_contact else None,
            "days": row.days,
            "cadence": row.cadence or None,
            "calibre": row.calibre,
            "organisation": row.organisation,
            "emails": row.emails,
            "phones": row.phones,
            "topics": row.topics,
            "city": row.city,
            "birthday": str(row.born) if row.born else None,
            "promises": row.promises,
        }
        for row in rows
    ]
