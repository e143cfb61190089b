"""Days of the year that matter: birthdays and others, with the lead time a postcard needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from netjournal.domain.abroad import is_abroad
from netjournal.domain.me import Me
from netjournal.domain.person import Person
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, PartialDate
from netjournal.tuples import NamedTuple

BIRTHDAY = "birthday"

# How long a postcard usually takes, weekends included, and how long before the day a date comes
# up: a few days more, so that there is time to find a card before the last day to post it.
POSTCARD_DAYS = 5
POSTCARD_DAYS_ABROAD = 14
LEAD_DAYS = 7
LEAD_DAYS_ABROAD = 21


class Occasion(NamedTuple):
    """One coming day of one person."""

    name: str
    """``birthday``, ``wedding``."""
    day: date
    post_by: date | None
    """The last day on which a postcard still arrives; None when none can be sent."""


def greeting(name: str, day: date) -> str:
    """How a date that was greeted, or let pass, stands in ``Person.greeted``."""
    return f"{name} {day.year}"


def quiet(name: str, day: date, until: date) -> str:
    """How a date that is quiet until a day stands there: ``birthday 2026 from 2026-03-09``."""
    return f"{greeting(name, day)} from {until.isoformat()}"


def _is_over(name: str, day: date, marks: tuple[str, ...], today: date) -> bool:
    """Whether it was greeted, let pass, or is quiet today."""
    mark = greeting(name, day)
    kept = f"{mark} from "
    untils = (each.removeprefix(kept) for each in marks if each.startswith(kept))
    # ISO days compare as text
    return mark in marks or any(until > today.isoformat() for until in untils)


def _next(day: PartialDate, today: date) -> date:
    """Its next day, not before the year it happens first."""
    if day.year is not None and day.year > today.year:
        return day.in_year(day.year)
    return day.next_from(today)


def coming(person: Person, me: Me, settings: Settings, today: date) -> Iterator[Occasion]:
    """The dates of somebody near enough to be shown, not yet greeted this time."""
    named = [(one.name, one.day) for one in person.dates]
    if person.birthday is not None:
        named.insert(0, (BIRTHDAY, person.birthday))
    for name, partial in named:
        day = _next(partial, today)
        ahead = (day - today).days
        if not 0 <= ahead <= LEAD_DAYS_ABROAD or _is_over(name, day, person.greeted, today):
            continue
        abroad = is_abroad(person, me, settings)
        if ahead > LEAD_DAYS and not abroad:
            continue
        postable = bool(person.addresses) and Channel.POSTCARD not in person.never
        takes = timedelta(days=POSTCARD_DAYS_ABROAD if abroad else POSTCARD_DAYS)
        yield Occasion(name=name, day=day, post_by=day - takes if postable else None)
