"""Collecting or relating: three sentences from the data, and the one thing to do next."""

from __future__ import annotations

from netjournal.domain.cooling import COOLED_AFTER
from netjournal.domain.item import Group
from netjournal.text import plural
from netjournal.views.give import give_view
from netjournal.views.introductions import asks_for_an_act, introductions, step_words_of
from netjournal.views.network import NetworkView
from netjournal.views.standings import Standings
from netjournal.views.today import TodayLine, today_view

_TOO_FEW = 5
"""People in circles below which nothing is concluded."""


def answer(view: NetworkView) -> tuple[str, ...]:
    """How many cards, people and contacts there are; what gatherings brought; what that means."""
    n, of = view.in_touch.n, view.in_touch.of
    first = (
        f"{plural(view.cards, 'card')}, {plural(of, 'person', 'people')} in circles, {n} in touch."
    )
    events = view.events
    second = "No gathering this quarter."
    if events.gatherings:
        second = (
            f"This quarter {plural(events.gatherings, 'gathering')}, {events.met} met, "
            f"{events.chosen} chosen, {events.in_time.n} followed up within two working days."
        )
    return first, second, _meaning(view)


def _meaning(view: NetworkView) -> str:
    n, of = view.in_touch.n, view.in_touch.of
    followed = view.events.followed_up
    if view.cards and not of:
        return "Nobody is in a circle yet: choose the few who matter."
    if of < _TOO_FEW:
        return "It is too early to say whether you are collecting or relating."
    if 2 * n < of:
        return _out_of_touch(view)
    if followed.of and 2 * followed.n < followed.of:
        waiting = followed.of - followed.n
        return f"You keep in touch; {waiting} of {followed.of} you chose wait for a first word."
    change = f", {view.before.n} of {view.before.of} a quarter ago" if view.before.of else ""
    return f"That is relating: you are in touch with {n} of {of}{change}."


def _out_of_touch(view: NetworkView) -> str:
    """Less than half are in touch: because they were only just chosen, or have gone quiet."""
    n, of = view.in_touch.n, view.in_touch.of
    if 2 * len(view.ahead) > of - n:
        return f"{len(view.ahead)} of {of} are newly chosen; they come up over the weeks ahead."
    first = len(view.first)
    quiet = of - n - first
    told = [f"{quiet} of {of} {'has' if quiet == 1 else 'have'} gone quiet"] if quiet else []
    waits = f"wait{'s' if first == 1 else ''} for a first word"
    told += [f"{first} {'' if quiet else f'of {of} '}{waits}"] if first else []
    return f"That is more collecting than relating for now: {', '.join(told)}."


_ORDER = (Group.REPLIES, Group.COOLING, Group.TODAY, Group.OVERDUE, Group.RECONNECT)
"""What is worth most: somebody waits for a reply, or was met a few days ago."""


def next_thing(standings: Standings) -> str:
    """The one thing most worth doing next.

    Somebody who waits for a reply, a follow-up that is still warm, what is due today, the newest
    promise that is over its day, a relationship to take up again; then whatever Today lists
    first, an introduction that waits for me, and a need that could be met.
    """
    lines = today_view(standings).lines
    if lines:
        best = min(lines, key=_worth)
        words = ", ".join(part for part in (best.name, best.what, best.reason) if part)
        return f"Next: {words}."
    waiting = [one for one in introductions(standings) if asks_for_an_act(one, standings.today)]
    if waiting:
        names = " and ".join(map(standings.snapshot.name_of, waiting[0].people))
        return f"Next: {names}, {step_words_of(waiting[0], standings)}."
    needs = give_view(standings).can_help
    if needs:
        return f"Next: {needs[0].name} needs {needs[0].need.text}, and somebody can help."
    return "Nothing is waiting; ask somebody what they are looking for."


def _worth(line: TodayLine) -> tuple[int, int]:
    """Its place; of promises over their day the newest first, else as Today has them."""
    item = line.item
    days = item.days or 0
    if item.group not in _ORDER or (item.group is Group.COOLING and days > COOLED_AFTER):
        return len(_ORDER), 0
    return _ORDER.index(item.group), days if item.group is Group.OVERDUE else 0
