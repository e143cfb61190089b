"""The week's five over a journal: fixed on Monday, ticked by what happens, nothing stored."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from netjournal.domain.person import Rest
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, EntryKind, Reply
from netjournal.views.standings import Standings
from netjournal.views.week import WeekLine, week_json, week_section, week_view
from tests.domain.make import ME, TODAY, ago, pause, person, talk
from tests.journal.make import BOB, bob, entry, snapshot_of

OLD = "2025-01-01T08:00:00.000000Z"
NOW = f"{TODAY}T08:00:00.000000Z"
PEOPLE = [person(str(n), name=f"N{n}") for n in range(100, 108)]
TALKS = [
    talk(ago(65 + 3 * n), Channel.MET, people=[one.id], made=OLD) for n, one in enumerate(PEOPLE)
]
NEED = entry(EntryKind.NEED, "a printer", who=BOB, day=ago(20))
OFFER = entry(EntryKind.OFFER, "printing", who="100", day=ago(20))
FRESH = talk(ago(10), people=[BOB], made=OLD)
RECORDS = (*PEOPLE, *TALKS, bob(), NEED, OFFER, FRESH)


def week(*records: Any, today: Any = TODAY) -> tuple[WeekLine, ...]:
    return week_view(Standings(snapshot_of(ME, *records), today, Settings()))


def names(lines: tuple[WeekLine, ...]) -> set[str]:
    return {one.name for one in lines}


def test_the_five_with_their_reasons() -> None:
    lines = week(*RECORDS)
    told = [(row.said, row.detail) for row in week_section(lines).rows]
    assert len(told) == 5
    assert ("· Bob Stone", "needs a printer") in told
    assert told[0] == ("· N107", "quiet for 2 months, every 2")


def test_they_stay_the_same_all_week_and_are_ticked() -> None:
    first = week(*RECORDS)
    called = talk(TODAY, people=[first[0].person], made=NOW)
    after = week(*RECORDS, called)
    assert names(after) == names(first)
    assert (after[0].sign, after[0].reason) == ("✓", "done today")
    thursday = week(*RECORDS, called, today=TODAY + timedelta(days=1))
    assert names(thursday) == names(first)
    assert thursday[0].reason == "done on Wednesday"
    assert names(week(*RECORDS, called, today=TODAY + timedelta(days=5))) != names(first)


def test_a_pause_of_mine_asks_for_nobody() -> None:
    away = ME._replace(pauses=(pause("03-10", "03-11"),))
    snapshot = snapshot_of(away, *RECORDS)
    assert week_view(Standings(snapshot, TODAY, Settings())) == ()
    back = TODAY + timedelta(days=1)
    assert len(week_view(Standings(snapshot, back, Settings()))) == 5


def test_only_what_passed_and_was_recorded_before_monday_counts() -> None:
    first = week(*RECORDS)
    planned = talk(TODAY, people=[first[0].person], made=OLD)
    told_late = talk(ago(20), people=[first[1].person], made=NOW)
    assert names(week(*RECORDS, planned, told_late)) == names(first)


def test_a_call_that_nobody_took_ticks_nothing() -> None:
    first = week(*RECORDS)[0]
    missed = talk(TODAY, people=[first.person], reply=Reply.NONE, made=NOW)
    assert week(*RECORDS, missed)[0].done is None


def test_a_need_that_was_met_this_week_is_ticked() -> None:
    met = tuple(NEED._replace(closed=TODAY) if one is NEED else one for one in RECORDS)
    line = next(one for one in week(*met) if one.name == "Bob Stone")
    assert line.done == TODAY


def test_who_rests_is_replaced_and_who_entered_this_week_waits() -> None:
    first = week(*RECORDS)[0]
    others = tuple(one for one in RECORDS if getattr(one, "id", "") != first.person)
    resting = person(first.person, name=first.name, rest=Rest(TODAY))
    lines = week(*others, resting)
    assert first.name not in names(lines)
    assert len(lines) == 5
    new = person("90", name="New", circle=Circle.INNER, circle_since=TODAY)
    assert "New" not in names(week(*RECORDS, new, talk(ago(40), people=["90"], made=OLD)))


def test_in_the_first_week_everything_counts() -> None:
    made = [one._replace(made=NOW) for one in PEOPLE]
    talks = [one._replace(made=NOW) for one in TALKS]
    assert len(week(*made, *talks)) == 5


def test_its_json_is_plain() -> None:
    whole = json.loads(json.dumps(week_json(week(*RECORDS))))
    assert {one["why"] for one in whole} == {"due", "help"}
    assert whole[0]["done"] is None
