"""Lines of Today about people: replies owed, cooling, reconnect, first contacts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from netjournal.domain.conversation import Conversation
from netjournal.domain.cooling import has_cooled
from netjournal.domain.item import Group, Item, ItemKind, Placed, placed
from netjournal.domain.me import Me
from netjournal.domain.phrases import (
    means,
    near_day,
    no_word_since,
    on_day,
    quiet_and_cadence,
)
from netjournal.domain.replies import is_missed_call, is_voicemail
from netjournal.domain.standing import Standing, State
from netjournal.domain.values import Circle

_CIRCLES = {circle: place for place, circle in enumerate(Circle)}
_MOST_STALENESS = 2.0


def person_line(
    standing: Standing,
    planned: date | None,
    places: Mapping[str, str],
    me: Me,
    today: date,
) -> Placed | None:
    """The one line about a person: a reply owed, else cooling, reconnect or the first contact.

    ``places`` names gatherings by their ids, and by the ids of those chosen there.
    ``planned`` is the day on which the first open follow-up with them comes up. Due within the
    cadence it is their line, and there is no second one; only a reply owed does not wait for a
    follow-up that is still ahead.
    """
    if not standing.is_counted or (standing.quiet_until and standing.quiet_until > today):
        return None
    if standing.reply_owed is not None and (planned is None or planned > today):
        return _reply(standing, standing.reply_owed, today)
    if planned and standing.cadence and planned <= standing.cadence.after(today):
        return None
    if standing.cooling_since is not None and standing.cooling_since < today:
        return _cooling(standing, standing.cooling_since, places, me, today)
    if standing.awaited:
        return None
    if standing.due is None or standing.due > today:
        return None
    if standing.state in {State.STALE, State.DORMANT}:
        return _reconnect(standing, today)
    if standing.state is State.NOT_YET:
        return _first_contact(standing, standing.due, today)
    return None


def _line(
    standing: Standing, group: Group, kind: ItemKind, reason: str, *, due: date | None, today: date
) -> Item:
    return Item(
        kind=kind,
        group=group,
        key=f"{standing.person.id}:{kind}",
        reason=reason,
        person=standing.person.id,
        people=(standing.person.id,),
        channel=standing.next_channel,
        due=due,
        days=(today - due).days if due else None,
    )


def _placed(item: Item, arose: date, major: float | None = None, minor: float = 0) -> Placed:
    if major is None:
        major = item.due.toordinal() if item.due else 0
    return placed(item, major, minor, arose)


def _reply(standing: Standing, owed: Conversation, today: date) -> Placed:
    due = standing.reply_due or owed.day
    day = near_day(owed.day, today)
    if is_missed_call(owed):
        reason = f"missed call {day}"
    elif is_voicemail(owed):
        reason = f"left word {day}"
    else:
        reason = f"wrote {day}"
    if due > today:
        reason += f", by {near_day(due, today)}"
    line = _line(standing, Group.REPLIES, ItemKind.REPLY, reason, due=due, today=today)
    item = line._replace(channel=owed.channel, conversation=owed.id, what=owed.text)
    return _placed(item, owed.day)


def _cooling(
    standing: Standing, met: date, places: Mapping[str, str], me: Me, today: date
) -> Placed:
    due = standing.cooling_due or met
    where = places.get(standing.cooling_at or standing.person.id, "")
    if has_cooled(met, me, today):
        after = where or f"you met {on_day(met, today)}"
        reason = f"no follow-up since {after}: write, or let rest?"
    else:
        reason = f"met {near_day(met, today)}" + (f" at {where}" if where else "")
        reason += f", by {near_day(due, today)}" if due >= today else ", no follow-up yet"
    line = _line(standing, Group.COOLING, ItemKind.COOLING, reason, due=due, today=today)
    return _placed(line._replace(gathering=standing.cooling_at, what=where), met)


def _reconnect(standing: Standing, today: date) -> Placed:
    reason = _why_now(standing, today)
    line = _line(standing, Group.RECONNECT, ItemKind.STALE, reason, due=standing.due, today=today)
    person = standing.person
    # Inner people have no calibre, whatever was noted before they came so near.
    calibre = 1 if person.circle is Circle.INNER else person.calibre or 1
    weight = min(standing.staleness or 0, _MOST_STALENESS) * calibre
    item = line._replace(days=standing.days)
    return _placed(item, standing.due or today, _CIRCLES[person.circle], -weight)


def _why_now(standing: Standing, today: date) -> str:
    if standing.tried is None:
        if standing.cadence is None or standing.days is None:
            return standing.quiet
        return quiet_and_cadence(standing.days, standing.cadence, today) + _lacking(standing)
    reason = no_word_since(standing.tried.channel, standing.tried.day, today)
    if standing.through_someone:
        return f"{reason}: try through someone near"
    if standing.next_channel is not None:
        reason += f": {means(standing.next_channel)}?"
    return reason + _lacking(standing)


def _lacking(standing: Standing) -> str:
    """`` (no number or address)``, the last one joined by *or*."""
    lacks = [lack.removeprefix("no ") for _, lack in standing.skipped]
    if not lacks:
        return ""
    first = ", ".join(lacks[:-1])
    return f" (no {first} or {lacks[-1]})" if first else f" (no {lacks[-1]})"


def _first_contact(standing: Standing, due: date, today: date) -> Placed:
    person = standing.person
    if standing.tried is not None:
        reason = _why_now(standing, today)
    else:
        entered = f" since {near_day(person.circle_since, today)}" if person.circle_since else ""
        reason = f"in {person.circle}{entered}, first contact{_lacking(standing)}"
    line = _line(standing, Group.FIRST_CONTACTS, ItemKind.NOT_YET, reason, due=due, today=today)
    return _placed(line, due, _CIRCLES[person.circle], due.toordinal())
