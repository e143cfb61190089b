"""The list of people: rows that answer a query, in an order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from netjournal.domain.person import Person
from netjournal.domain.phrases import ago
from netjournal.domain.standing import State
from netjournal.domain.values import Circle, PersonId
from netjournal.errors import UsageError
from netjournal.journal.queries import Query
from netjournal.text import fold
from netjournal.views.signs import STATE_SIGN, STATE_WORD
from netjournal.views.standings import Standings, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
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
    key = _sort_key(sort)
    today = standings.today
    found = [s for s in standings.everybody() if query.matches(s, today)]
    return tuple(sorted(found, key=key, reverse=reverse))


def people_rows(
    standings: Standings, query: Query, *, sort: str = "name", reverse: bool = False
) -> tuple[PersonRow, ...]:
    """The people who fulfil a query, in an order, as rows.

    Raises:
        UsageError: there is no such order.
    """
    found = people_found(standings, query, sort=sort, reverse=reverse)
    return tuple(person_row(subject, standings) for subject in found)


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
        promises=sum(promise.is_open for promise in subject.commitments),
    )


_CIRCLES = list(Circle)
_LONG = 10**6


def _name(subject: Subject) -> str:
    return fold(subject.person.name)


def _told_calibre(person: Person) -> int:
    return 0 if person.circle is Circle.INNER else person.calibre or 0


def _last(subject: Subject) -> Any:
    days = subject.standing.days
    return (_LONG if days is None else days, _name(subject))


SORTS: Mapping[str, Callable[[Subject], Any]] = {
    "name": _name,
    "circle": lambda s: (_CIRCLES.index(s.person.circle), _name(s)),
    "last": _last,
    "organisation": lambda s: (
        not s.person.organisation,
        fold(s.person.organisation),
        _name(s),
    ),
    "calibre": lambda s: (-_told_calibre(s.person), _name(s)),
    "promises": lambda s: (-sum(p.is_open for p in s.commitments), _name(s)),
}
"""Orders a list of people may have."""


def _sort_key(sort: str) -> Callable[[Subject], Any]:
    if sort not in SORTS:
        raise UsageError(f"People cannot be sorted by {sort!r}. Choose from: {', '.join(SORTS)}.")
    return SORTS[sort]


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
        }
        for row in rows
    ]
