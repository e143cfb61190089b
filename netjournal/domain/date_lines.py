"""Lines of Today about days of the year: today, the last day to post a card, coming."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netjournal.domain.item import Group, Item, ItemKind, Placed, placed
from netjournal.domain.me import Me
from netjournal.domain.occasions import Occasion, coming
from netjournal.domain.phrases import near_day, on_day
from netjournal.domain.settings import Settings
from netjournal.domain.standing import Standing
from netjournal.domain.values import Channel


def date_lines(standing: Standing, me: Me, settings: Settings, today: date) -> Iterator[Placed]:
    """A line for each coming day of somebody in a circle."""
    if not standing.is_counted:
        return
    for occasion in coming(standing.person, me, settings, today):
        yield _line(standing, occasion, today)


def _line(standing: Standing, occasion: Occasion, today: date) -> Placed:
    person = standing.person.id
    day, post_by = occasion.day, occasion.post_by
    reason = f"{occasion.name} {on_day(day, today)}"
    in_time = post_by is not None and today <= post_by
    now = day == today
    if post_by == today:
        reason += ", last day to post a card"
        now = True
    elif post_by is not None and in_time:
        reason += f", post a card by {near_day(post_by, today)}"
    group = Group.TODAY if now else Group.COMING
    item = Item(
        kind=ItemKind.DATE,
        group=group,
        key=f"{person}:date:{occasion.name}:{day}",
        reason=reason,
        person=person,
        people=(person,),
        occasion=occasion.name,
        channel=Channel.POSTCARD if in_time else standing.next_channel,
        due=day,
        days=(today - day).days,
    )
    return placed(item, day.toordinal(), 0, today)
