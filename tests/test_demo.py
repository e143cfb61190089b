"""The sample journal: the same every time, whole on any day, and pleasant to look at."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from functools import cache

import pytest

from netjournal.demo import sample
from netjournal.domain.item import Group
from netjournal.domain.person import Person
from netjournal.domain.settings import Settings
from netjournal.domain.standing import State
from netjournal.domain.values import (
    ME,
    Channel,
    Circle,
    CommitmentState,
    Direction,
    EntryKind,
    Owner,
    Reply,
)
from netjournal.journal.snapshot import Snapshot
from netjournal.store.schema import record_class
from netjournal.views.standings import Standings
from netjournal.views.today import GROUP_LIMIT, TodayView, today_view

WEDNESDAY = date(2026, 3, 11)
# thirty days in a row, and the days on which calendars like to go wrong
DAYS = [
    *(WEDNESDAY + timedelta(days=n) for n in range(30)),
    date(2024, 2, 29),
    date(2027, 1, 1),
    date(2028, 2, 25),
    date(2026, 12, 31),
]


@cache
def snapshot_on(day: date) -> Snapshot:
    return Snapshot({}).after(sample(day))


def standings_on(day: date) -> Standings:
    return Standings(snapshot_on(day), day, Settings())


def today_on(day: date) -> TodayView:
    return today_view(standings_on(day))


def everybody() -> list[Person]:
    return list(snapshot_on(WEDNESDAY).people())


def test_the_same_day_gives_the_same_records() -> None:
    assert repr(sample(WEDNESDAY)) == repr(sample(WEDNESDAY))


def test_every_record_can_be_read_back() -> None:
    for change in sample(WEDNESDAY):
        cls = record_class(change.table, change.id)
        assert cls is not None
        assert snapshot_on(WEDNESDAY)._record(change.table, cls, change.id) is not None


def test_no_two_records_share_an_id() -> None:
    assert max(Counter(change.id for change in sample(WEDNESDAY)).values()) == 1


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_today_has_a_few_lines_in_every_group(day: date) -> None:
    view = today_on(day)
    sizes = {group.group: len(group.lines) for group in view.groups}
    assert set(sizes) == set(Group)
    assert all(1 <= size <= 4 for size in sizes.values()), sizes
    assert sum(2 <= size <= 4 for size in sizes.values()) >= 7
    assert len(view.lines) <= 24
    assert not any(group.more for group in view.groups)
    assert GROUP_LIMIT >= 4


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_figures_are_the_same_any_day(day: date) -> None:
    then, now = today_on(WEDNESDAY), today_on(day)
    assert (now.in_touch, now.drafts) == (then.in_touch, then.drafts)
    assert {line.item.person for line in now.lines} == {line.item.person for line in then.lines}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_line_says_whom_and_why(day: date) -> None:
    for line in today_on(day).lines:
        assert line.name
        assert line.reason
    ids = [line.id for line in today_on(day).lines]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_state_is_there(day: date) -> None:
    standings = list(standings_on(day).everybody())
    assert {s.standing.state for s in standings if s.standing.state} == set(State)
    assert sum(s.standing.cooling_since is not None for s in standings) >= 2
    awaited = [s.standing.tried for s in standings if s.standing.awaited]
    assert any(one is not None and one.channel is Channel.POSTCARD for one in awaited)


def test_about_forty_people_in_many_countries_and_scripts() -> None:
    people = everybody()
    assert 40 <= len(people) <= 50
    text = "".join(person.name for person in people)
    for script in (
        "[éöøłČñ]",
        "[一-龥]",
        "[א-ת]",
        "[ء-ي]",
        "[а-яА-ЯҐґЄєІіЇї]",
        "[ễị]",
        "[가-힣]",
        "[α-ω]",
    ):
        assert re.search(script, text, re.IGNORECASE), script
    assert len({a.country for person in people for a in person.addresses}) >= 10


def test_a_dozen_of_the_rolodex_never_spoke() -> None:
    snapshot = snapshot_on(WEDNESDAY)
    rolodex = [person for person in everybody() if person.circle is Circle.ROLODEX]
    assert sum(not snapshot.has_talked(person.id) for person in rolodex) == 12


def test_numbers_and_addresses_belong_to_nobody() -> None:
    for person in everybody():
        for phone in person.phones:
            assert re.fullmatch(r"\+44 20 7946 0\d{3}|\+1 \d{3} 555 01\d\d", phone.value)
        for email in person.emails:
            assert email.value.endswith(("@example.org", "@example.com"))
            assert email.value.isascii()


def test_every_channel_and_direction_is_used() -> None:
    talks = list(snapshot_on(WEDNESDAY).conversations())
    assert {talk.channel for talk in talks} == set(Channel)
    assert {talk.direction for talk in talks} == set(Direction)
    assert any(talk.broadcast for talk in talks)
    assert any(talk.mentions for talk in talks)
    assert any(talk.reply is Reply.NONE for talk in talks)


def test_promises_of_both_sides_in_every_shape() -> None:
    promises = list(snapshot_on(WEDNESDAY).commitments())
    assert {promise.state for promise in promises} == set(CommitmentState)
    for owner in Owner:
        open_ones = [p for p in promises if p.is_open and p.owner is owner]
        days = [(p.due - WEDNESDAY).days for p in open_ones if p.due]
        assert min(days) < 0 < max(days)
        assert any(p.due is None for p in open_ones)
    assert any(p.ask and p.due == WEDNESDAY for p in promises)
    assert any(p.every and p.is_open for p in promises)


def test_gatherings_of_three_kinds_with_people_met_and_chosen_and_one_to_come() -> None:
    snapshot = snapshot_on(WEDNESDAY)
    *held, coming = sorted(snapshot.gatherings(), key=lambda one: one.day or date.max)
    assert len({one.kind for one in held}) == 3
    assert all(1 <= len(one.chosen) <= 3 for one in held)
    assert all({*one.chosen} <= {*snapshot.met_at(one.id)} for one in held)
    assert len(snapshot.met_at(held[-1].id)) > 3
    assert coming.day is not None
    assert coming.day > WEDNESDAY
    assert coming.aim
    assert coming.listen


def test_every_kind_of_line_and_me_filled_in() -> None:
    snapshot = snapshot_on(WEDNESDAY)
    assert {entry.kind for entry in snapshot.entries()} == set(EntryKind)
    me = snapshot.me
    assert all((me.name, me.serve, me.heading, me.found_at, me.purpose, me.topics, me.country))
    assert snapshot.entries_of(ME, EntryKind.OFFER)
    assert len(snapshot.drafts()) == 1


def test_nothing_lies_in_the_days_to_come_but_promises_birthdays_and_an_evening() -> None:
    snapshot = snapshot_on(WEDNESDAY)
    assert all(talk.day <= WEDNESDAY for talk in snapshot.conversations())
    assert all(entry.day <= WEDNESDAY for entry in snapshot.entries())
    assert all(promise.said <= WEDNESDAY for promise in snapshot.commitments())
