"""Collecting or relating: three sentences from the data, and the one thing to do next."""

from __future__ import annotations

from netjournal.text import plural
from netjournal.views.give import give_view
from netjournal.views.network import NetworkView
from netjournal.views.standings import Standings
from netjournal.views.today import today_view

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
    if of < _TOO_FEW:
        return "It is too early to say whether you are collecting or relating."
    if 2 * n < of:
        return "That is more collecting than relating for now: fewer than half are in touch."
    if followed.of and 2 * followed.n < followed.of:
        return "You keep in touch; those you chose at gatherings are still waiting for a word."
    return "That is relating: at least half of those you chose for your life are in touch."


def next_thing(standings: Standings) -> str:
    """The one thing most worth doing next: Today's first line, else a need that can be met."""
    lines = today_view(standings).lines
    if lines:
        words = ", ".join(part for part in (lines[0].name, lines[0].what, lines[0].reason) if part)
        return f"Next: {words}."
    needs = give_view(standings).can_help
    if needs:
        return f"Next: {needs[0].name} needs {needs[0].need.text}, and somebody can help."
    return "Nothing is waiting; ask somebody what they are looking for."
