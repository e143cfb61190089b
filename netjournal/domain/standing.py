"""Where a relationship stands today, derived from what was recorded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from netjournal.domain.conversation import Conversation
from netjournal.domain.cooling import cooling, cooling_due, made_on
from netjournal.domain.days import days_after, days_between, plus, share
from netjournal.domain.me import Me
from netjournal.domain.owed import reply_owed
from netjournal.domain.person import Person
from netjournal.domain.phrases import quiet_for
from netjournal.domain.reach import Skipped, next_channel
from netjournal.domain.replies import Trail, awaited_until, follow, personal
from netjournal.domain.resting import TRIES, is_put_to_rest, let_be_until
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, RecordId, Span
from netjournal.tuples import NamedTuple

_DUE_SOON_FROM = 0.8
_DORMANT_FROM = 2.0


class State(StrEnum):
    """How a relationship stands; on screen it is said in words, not by these."""

    FRESH = "fresh"
    DUE_SOON = "due_soon"
    STALE = "stale"
    DORMANT = "dormant"
    NOT_YET = "not_yet"
    RESTING = "resting"
    DIED = "died"


_NOT_COUNTED = frozenset({None, State.RESTING, State.DIED})


class Standing(NamedTuple):
    """Where a relationship stands today, derived from what was recorded."""

    person: Person
    state: State | None = None
    """None: in the rolodex, nothing is proposed."""
    cadence: Span | None = None
    last_contact: date | None = None
    """The newest personal conversation up to today in which they were reached or wrote."""
    last_channel: Channel | None = None
    days: int | None = None
    """Of silence, the days of my pauses taken out."""
    due: date | None = None
    """When the silence reaches the cadence; the first due day of somebody never in contact, or of
    one who was over the cadence already and came with many others."""
    staleness: float | None = None
    """Days of silence over the days of the cadence."""
    tried: Conversation | None = None
    """Mine since the last contact that reached nobody: the one longest awaited, else the last."""
    awaited: bool = False
    """Whether an answer to it may still come."""
    unanswered: int = 0
    """How many in a row, patience over."""
    outreach: Conversation | None = None
    """The newest in which I reached out, or we talked."""
    reply_owed: Conversation | None = None
    """The newest of theirs that waits for a reply of mine."""
    reply_due: date | None = None
    """When the first of them is due."""
    cooling_since: date | None = None
    cooling_due: date | None = None
    cooling_at: RecordId | None = None
    """The gathering they were met at, if it was recorded."""
    next_channel: Channel | None = None
    skipped: Skipped = ()
    """Rungs passed over, with ``no number`` or ``no address``."""
    in_touch: bool = False
    """A personal two-way contact within the cadence."""
    quiet_until: date | None = None
    """Snoozed or resting until this day; None also for a rest without end."""
    put_to_rest: bool = False
    """I did that; otherwise ``resting`` means let be after three tries."""
    quiet: str = ""
    """``quiet for 4 months``."""

    @property
    def is_counted(self) -> bool:
        """In a circle, neither resting nor died: on lists, in sizes and in figures."""
        return self.state not in _NOT_COUNTED

    @property
    def through_someone(self) -> bool:
        """Inner, and three tries brought no answer: try through someone near."""
        return self.person.circle is Circle.INNER and self.unanswered >= TRIES and not self.awaited


def standing(
    person: Person,
    conversations: Sequence[Conversation],
    *,
    chosen_on: date | None = None,
    among_many: bool = False,
    me: Me,
    settings: Settings,
    today: date,
) -> Standing:
    """Where the relationship with one person stands.

    ``conversations`` are all of theirs (they are among its people) in any order; ``chosen_on`` is
    the day of the last gathering at which they were chosen. ``among_many``: they entered their
    circle on one day with many others, so that the first due days are spread.
    """
    past = personal(conversations, today)
    trail = follow(past)
    contact = trail.contact
    known = Standing(
        person=person,
        state=State.DIED if person.died else None,
        last_contact=contact.day if contact else None,
        last_channel=contact.channel if contact else None,
        days=days_between(contact.day, today, me.pauses) if contact else None,
        outreach=trail.outreach,
    )
    if person.died or not person.circle.in_network or person.merged_into:
        return known
    whole = _in_network(known, past, trail, chosen_on, me, settings, today)
    return _spread(whole, me, today) if among_many else whole


def _spread(one: Standing, me: Me, today: date) -> Standing:
    """Due on a day of their own, where the silence was over the cadence when they came."""
    entered, person = one.person.circle_since, one.person
    if one.due is None or one.cadence is None or entered is None or one.due > entered:
        return one
    return one._replace(due=first_due(person, one.cadence, me, today))


def _in_network(
    known: Standing,
    past: list[Conversation],
    trail: Trail,
    chosen_on: date | None,
    me: Me,
    settings: Settings,
    today: date,
) -> Standing:
    """The whole standing of somebody in a circle."""
    person = known.person
    cadence = person.cadence or settings.cadences[person.circle]
    if known.last_contact is None:
        state, due, staleness = State.NOT_YET, first_due(person, cadence, me, today), None
    else:
        span = cadence.days_from(known.last_contact)
        due = days_after(known.last_contact, span, me.pauses)
        staleness = (known.days or 0) / max(span, 1)
        state = _state(staleness)
    attempts = _attempts(trail, person, me, settings, today)
    resting, until = _rest(person, trail, attempts, cadence, me, today)
    channel, skipped = next_channel(person, trail.answered, trail.tried)
    owed, owed_by = reply_owed(trail.owed, me, settings) if trail.owed else (None, None)
    since, met_at = cooling(person, past, chosen_on, today)
    return Standing(
        person=person,
        state=State.RESTING if resting else state,
        cadence=cadence,
        last_contact=known.last_contact,
        last_channel=known.last_channel,
        days=known.days,
        due=due,
        staleness=staleness,
        tried=attempts.named,
        awaited=attempts.awaited,
        unanswered=attempts.unanswered,
        outreach=trail.outreach,
        reply_owed=owed,
        reply_due=owed_by,
        cooling_since=since,
        cooling_due=cooling_due(since, me, settings) if since else None,
        cooling_at=met_at,
        next_channel=channel,
        skipped=skipped,
        in_touch=not resting and _in_touch(trail, cadence, me, today),
        quiet_until=until,
        put_to_rest=resting and is_put_to_rest(person, trail.wrote, today),
        quiet=quiet_for(known.days, today) if known.days else "",
    )


def _state(staleness: float) -> State:
    if staleness >= _DORMANT_FROM:
        return State.DORMANT
    if staleness >= 1:
        return State.STALE
    return State.DUE_SOON if staleness >= _DUE_SOON_FROM else State.FRESH


def first_due(person: Person, cadence: Span, me: Me, today: date) -> date:
    """When to be in touch with somebody in a circle for the first time.

    Between a quarter of the cadence and the whole of it after the day of entering the circle,
    each person on a day of their own that stays the same: a choice of thirty gives neither
    nothing nor a wall. Today when nothing tells that day.
    """
    entered = person.circle_since or made_on(person.made)
    if entered is None:
        return today
    whole = cadence.days_from(entered)
    return days_after(entered, round(whole * (0.25 + 0.75 * share(person.id))), me.pauses)


class _Attempts(NamedTuple):
    """My tries since the last contact."""

    named: Conversation | None = None
    awaited: bool = False
    unanswered: int = 0
    given_up: date | None = None
    """The day the last answer was given up."""


def _attempts(trail: Trail, person: Person, me: Me, settings: Settings, today: date) -> _Attempts:
    if not trail.tried:
        return _Attempts()
    named = trail.tried[-1]
    longest: date | None = None
    unanswered = 0
    given_up: date | None = None
    for one in trail.tried:
        until = awaited_until(one, person, me, settings)
        if until is not None and until >= today:
            if longest is None or until >= longest:
                named, longest = one, until
            continue
        unanswered += 1
        over = one.day if until is None else plus(until, 1)
        given_up = max(given_up or over, over)
    return _Attempts(named, longest is not None, unanswered, given_up)


def _rest(
    person: Person, trail: Trail, attempts: _Attempts, cadence: Span, me: Me, today: date
) -> tuple[bool, date | None]:
    """Whether they rest, and until when they are quiet, be it resting or snoozed."""
    snoozed = _snoozed(person, trail.wrote, today)
    if is_put_to_rest(person, trail.wrote, today):
        return True, person.rest.until if person.rest else None
    if attempts.given_up is not None and not attempts.awaited:
        until = let_be_until(person, attempts.unanswered, attempts.given_up, cadence, me)
        if until is not None and until > today:
            return True, max(until, snoozed or until)
    return False, snoozed


def _in_touch(trail: Trail, cadence: Span, me: Me, today: date) -> bool:
    if trail.two_way is None:
        return False
    return days_between(trail.two_way, today, me.pauses) < cadence.days_from(trail.two_way)


def _snoozed(person: Person, wrote: date | None, today: date) -> date | None:
    """The day somebody is quiet until, unless they wrote since that was said."""
    if person.snoozed is None or person.snoozed <= today:
        return None
    if wrote is not None and person.snoozed_on is not None and wrote > person.snoozed_on:
        return None
    return person.snoozed
