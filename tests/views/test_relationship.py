"""How it stands with somebody: what is told, and of whom nothing is measured."""

from __future__ import annotations

from typing import Any

from netjournal.domain.person import FitAnswer, FitQuestion
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, Direction, EntryKind, Reply
from netjournal.views.relationship import relationship_report
from netjournal.views.report import Report
from netjournal.views.standings import Standings
from tests.domain.make import ANA, ME, TODAY, ago, person, talk
from tests.journal.make import entry, snapshot_of

FIT = tuple(FitAnswer(question, 3, "yes") for question in list(FitQuestion)[:3])


def told(*records: Any, **fields: Any) -> Report:
    standings = Standings(snapshot_of(ME, person(**fields), *records), TODAY, Settings())
    who = standings.snapshot.person(ANA)
    assert who is not None
    return relationship_report(who, standings)


def section(report: Report, title: str) -> list[str]:
    return [row.said for each in report.sections if each.title == title for row in each.rows]


def test_what_was_sent_is_told_by_channel_with_counts_and_days() -> None:
    report = told(
        talk(ago(50), Channel.EMAIL), talk(ago(47), Channel.EMAIL, Direction.INBOUND),
        talk(ago(30), Channel.EMAIL), talk(ago(20), reply=Reply.NONE),
    )  # fmt: skip
    assert section(report, "What you sent") == [
        "phone 0 of 1 answered", "email 1 of 2 answered, median 3 days",
    ]  # fmt: skip
    assert section(report, "Relationship")[0].startswith("warm: last two-way contact")


def test_gifts_of_both_sides_are_listed_with_their_day() -> None:
    report = told(entry(EntryKind.GAVE, "the atlas"), entry(EntryKind.GOT, "a lift", day=ago(400)))
    assert section(report, "You gave") == ["the atlas"]
    assert section(report, "You got") == ["a lift"]


def test_the_fit_is_told_when_there_is_one_and_never_of_inner_people() -> None:
    assert section(told(fit=FIT), "Fit")[0] == "3 answers of 6 suggest calibre 5."
    assert section(told(), "Fit") == []
    assert section(told(fit=FIT, circle=Circle.INNER), "Fit") == []


def test_of_somebody_in_the_rolodex_nothing_is_measured() -> None:
    report = told(circle=Circle.ROLODEX)
    assert (report.sections, report.lead) == ((), ("Nothing passed between you yet.",))
