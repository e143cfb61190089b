"""Reasons, stepping back and letting go in words."""

from __future__ import annotations

from typing import Any

from netjournal.domain.me import Me
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, EntryKind, PartialDate
from netjournal.views.network import network_view
from netjournal.views.network_report import network_report
from netjournal.views.reasons import reasons_section
from netjournal.views.standings import Standings
from tests.domain.make import ANA, TODAY, ago, day, person, promise, talk
from tests.journal.make import BOB, bob, entry, snapshot_of

ME = Me(topics=("gov",))


def of(*records: Any, settings: Settings | None = None) -> Standings:
    return Standings(snapshot_of(ME, *records), TODAY, settings or Settings())


def test_reasons_in_words() -> None:
    who = person(birthday=PartialDate(3, 14), topics=("gov",))
    standings = of(
        who, bob(), promise(), talk(day("2025-03-11"), Channel.MET, text="soup"),
        entry(EntryKind.NEED, "a flat"), entry(EntryKind.OFFER, "a flat", who=BOB),
    )  # fmt: skip
    assert [row.text for row in reasons_section(who, standings).rows] == [
        "you promised: the book", "birthday in 3 days",
        "somebody can help with what they need: a flat",
        "12 months ago: soup", "both of you: gov",
    ]  # fmt: skip
    (helping,) = reasons_section(bob(), standings).rows
    assert helping.text == "they could help Ana Ruiz, who needs a flat"


def test_that_there_is_none_is_said() -> None:
    (row,) = reasons_section(person(), of(person())).rows
    assert row.text == "No reason is noted; ask what they are looking for."


def test_a_full_circle_and_a_long_silence_are_shown_on_the_network() -> None:
    small = Settings()._replace(sizes={Circle.INNER: 5, Circle.CLOSE: 1, Circle.NETWORK: 80})
    standings = of(
        person(), bob(), talk(ago(3)), talk(ago(200), people=[BOB]),
        talk(ago(60), Channel.EMAIL, people=[BOB]), settings=small,
    )  # fmt: skip
    page = network_report(network_view(standings), standings)
    told = {s.title: [(row.label, row.text, row.people) for row in s.rows] for s in page.sections}
    assert told["close 2 of 1: who steps back?"] == [
        ("Bob Stone", "silent, quiet for 6 months", (BOB,)),
        ("Ana Ruiz", "warm, quiet for 3 days", (ANA,)),
    ]
    assert told["Let rest, one last card, or keep?"] == [
        ("Bob Stone", "quiet for 6 months", (BOB,))
    ]
