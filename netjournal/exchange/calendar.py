"""Days of people and promises with a due day as an iCalendar file (RFC 5545).

Birthdays and other days are all-day events of every year; promises are to-dos. Nothing invites
anybody: there is no ORGANIZER, ATTENDEE or alarm. The same day or promise has the same UID in every
export, so that a calendar that reads the file again changes what it has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from netjournal.domain.commitment import Commitment
from netjournal.domain.occasions import BIRTHDAY
from netjournal.domain.person import NamedDate, Person
from netjournal.domain.replies import follow, personal
from netjournal.domain.resting import is_put_to_rest
from netjournal.domain.values import ME, Owner, PartialDate
from netjournal.exchange.vcard.emit import PRODUCT
from netjournal.exchange.vcard.uids import uid_from, uid_key
from netjournal.exchange.vcard.writing import Out, content_line, escaped, moment_text
from netjournal.journal.snapshot import Snapshot
from netjournal.tuples import NamedTuple

_LEAP_DAY = (2, 29)


class Calendar(NamedTuple):
    """What was written."""

    data: bytes
    days: int
    promises: int


def to_calendar(people: Sequence[Person], snapshot: Snapshot, *, today: date, now: str) -> Calendar:
    """The days of these people, and open promises between them and me that have a due day.

    Who died or rests has no days and promises here, as on every list.

    Args:
        people: already chosen; I am left out.
        snapshot: where their promises are.
        today: of the year in which a day without a year is written first.
        now: the moment of writing, UTC.

    """
    here = (person for person in people if person.id != ME and not person.died)
    chosen = [person for person in here if not _rests(person, snapshot, today)]
    days = [(person, day) for person in chosen for day in _days_of(person)]
    promises = _promises(chosen, snapshot)
    stamp = Out("DTSTAMP", moment_text(now))
    lines = [
        Out("BEGIN", "VCALENDAR"),
        Out("VERSION", "2.0"),
        Out("PRODID", PRODUCT),
        *(line for person, day in days for line in _event(person, day, today, stamp)),
        *(line for promise in promises for line in _todo(promise, snapshot, stamp)),
        Out("END", "VCALENDAR"),
    ]
    text = "".join(content_line(line, "4.0") for line in lines)
    return Calendar(text.encode(), len(days), len(promises))


def _rests(person: Person, snapshot: Snapshot, today: date) -> bool:
    """Whether I put them to rest, and they have not written since."""
    if person.rest is None:
        return False
    past = personal(snapshot.conversations_of(person.id), today)
    return is_put_to_rest(person, follow(past).wrote, today)


def _days_of(person: Person) -> Iterator[NamedDate]:
    if person.birthday:
        yield NamedDate(BIRTHDAY, person.birthday)
    yield from person.dates


def _promises(people: Iterable[Person], snapshot: Snapshot) -> list[Commitment]:
    found = {
        promise.id: promise
        for person in people
        for promise in snapshot.commitments_of(person.id)
        if promise.is_open and promise.due
    }
    return sorted(found.values(), key=lambda promise: (promise.due or date.max, promise.id))


def _event(person: Person, named: NamedDate, today: date, stamp: Out) -> Iterator[Out]:
    yield Out("BEGIN", "VEVENT")
    yield Out("UID", uid_key(uid_from(f"{person.id} {named.name} {named.day}")))
    yield stamp
    yield Out("DTSTART;VALUE=DATE", _digits(_first(named.day, today)))
    yield Out("RRULE", _rule(named.day))
    yield Out("SUMMARY", escaped(f"{person.name}: {named.name}{_born(named)}"))
    yield Out("TRANSP", "TRANSPARENT")
    yield Out("END", "VEVENT")


def _born(named: NamedDate) -> str:
    return f" ({named.day.year})" if named.day.year else ""


def _first(day: PartialDate, today: date) -> date:
    """The day in its own year, or this year's; a leap day begins in a leap year."""
    if day.year:
        return date(day.year, day.month, day.day)
    year = today.year
    if (day.month, day.day) == _LEAP_DAY:
        year -= year % 4
    return day.in_year(year)


def _rule(day: PartialDate) -> str:
    """Every year; the 60th day is 29 February, and 1 March where there is none."""
    if (day.month, day.day) == _LEAP_DAY:
        return "FREQ=YEARLY;BYYEARDAY=60"
    return "FREQ=YEARLY"


def _todo(promise: Commitment, snapshot: Snapshot, stamp: Out) -> Iterator[Out]:
    yield Out("BEGIN", "VTODO")
    yield Out("UID", uid_key(uid_from(promise.id)))
    yield stamp
    yield Out("DUE;VALUE=DATE", _digits(promise.due) if promise.due else "")
    yield Out("SUMMARY", escaped(_said(promise, snapshot)))
    yield Out("STATUS", "NEEDS-ACTION")
    yield Out("END", "VTODO")


def _said(promise: Commitment, snapshot: Snapshot) -> str:
    names = ", ".join(snapshot.names_of(promise.people))
    if promise.owner is Owner.THEIRS:
        return f"{names} promised: {promise.text}"
    channel = str(promise.channel or "")
    who = names if channel in promise.text else f"{channel} {names}"
    return f"{who}: {promise.words}" if promise.words else who


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")
