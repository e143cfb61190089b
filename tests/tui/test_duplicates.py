"""Likely duplicates: looked at side by side, merged, told apart, left for later."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from netjournal.domain.person import Labelled, Person
from netjournal.domain.values import Circle, PartialDate, PersonId
from netjournal.text import width
from netjournal.tui.modals.pair import PairModal
from netjournal.tui.screens.duplicates import DuplicatesPage
from netjournal.tui.screens.people import PeoplePage
from netjournal.tui.widgets.lines import LineList
from netjournal.views.duplicates import Pair, duplicates
from tests.tui.conftest import MADE, Driver, running, store

ANA, TWIN, LUIS = PersonId("71"), PersonId("72"), PersonId("73")


def person(id: PersonId, name: str, *emails: str, **fields: object) -> Person:
    return Person(
        id=id, made=MADE, name=name, emails=tuple(map(Labelled, emails)),
        **fields,  # type: ignore[arg-type]  # fields by name
    )  # fmt: skip


@pytest.fixture
def twins(empty: Path) -> Path:
    """Ana twice, and Luis who shares her address."""
    store(
        empty,
        person(ANA, "Ana Ruiz", "ana@example.org", circle=Circle.CLOSE,
               birthday=PartialDate(4, 12, 1985)),
        person(TWIN, "Ana M. Ruiz", "ana@example.org", "work@example.org",
               nicknames=("[/]\x1b[31m",)),
        person(LUIS, "Luis Ruiz", "ana@example.org", birthday=PartialDate(5, 1)),
    )  # fmt: skip
    return empty


async def looked(app: Driver) -> LineList:
    await app.press("M")
    assert app.at(DuplicatesPage)
    lines = app.app.screen.query_one("#pairs", LineList)
    await app.until(lambda: "pair" in str(lines.border_title))
    await app.settle()
    return lines


def left(app: Driver) -> int:
    return sum(bool(row.key) for row in app.app.screen.query_one("#pairs", LineList).rows)


def decided(app: Driver, before: int) -> bool:
    return left(app) < before


def names(app: Driver) -> set[str]:
    return {person.name for person in app.app.journal.snapshot.people()}


async def test_the_surest_pair_is_shown_first_side_by_side(twins: Path) -> None:
    async with running(twins, (100, 30)) as app:
        await looked(app)
        assert left(app) == 3
        assert "● sure" in app.text
        assert "○ ask" in app.text
        assert "Ana Ruiz  · stays" in app.text
        assert "both have the e-mail address ana@example.org" in app.text
        assert "+ ana@example.org, work@example.org" in app.text
        assert "\x1b" not in app.text


async def test_one_key_merges_and_undo_parts_them_again(twins: Path) -> None:
    async with running(twins, (100, 30)) as app:
        await looked(app)
        await app.press("M")
        await app.until(lambda: len(names(app)) == 2)
        await app.until(lambda: left(app) == 1)
        ana = app.app.journal.snapshot.person(TWIN)
        assert ana is not None
        assert ana.id == ANA
        assert {email.value for email in ana.emails} == {"ana@example.org", "work@example.org"}
        await app.press("u")
        await app.until(lambda: left(app) == 3)
        assert len(names(app)) == 3


async def test_the_other_one_stays_if_that_is_wanted(twins: Path) -> None:
    async with running(twins, (100, 30)) as app:
        await looked(app)
        await app.press("W")
        assert "Ana Ruiz  · stays" not in app.text
        await app.press("M")
        await app.until(lambda: len(names(app)) == 2)
        ana = app.app.journal.snapshot.person(ANA)
        assert ana is not None
        assert ana.id == TWIN
        assert ana.circle is Circle.CLOSE


async def test_two_people_are_never_asked_about_again(twins: Path) -> None:
    async with running(twins, (100, 30)) as app:
        await looked(app)
        await app.press("X")
        await app.until(lambda: left(app) == 2)
        await app.press("escape")
        await looked(app)
        assert left(app) == 2
        assert len(names(app)) == 3


async def test_enter_asks_and_later_leaves_it_open(twins: Path) -> None:
    async with running(twins, (100, 30)) as app:
        lines = await looked(app)
        await app.press("enter")
        assert app.at(PairModal)
        await app.press("l")
        assert left(app) == 3
        assert lines.cursor == 1
        await app.press("enter", "x")
        await app.until(lambda: left(app) == 2)
        await app.press("g", "enter", "1")
        await app.until(lambda: len(names(app)) == 2)


async def test_all_sure_pairs_are_merged_at_once_and_undone_at_once(twins: Path) -> None:
    bob = [PersonId("81"), PersonId("82")]
    store(twins, *(person(id, "Bob Stone", "bob@example.org") for id in bob))
    async with running(twins, (100, 30)) as app:
        await looked(app)
        assert left(app) == 4
        await app.press("enter")
        assert "All 2 sure pairs" in app.text
        await app.press("a")
        await app.until(lambda: len(names(app)) == 3)
        await app.until(lambda: left(app) == 1)
        await app.press("u")
        await app.until(lambda: left(app) == 4)


async def test_what_cannot_stand_beside_the_other_is_told_before(twins: Path) -> None:
    async with running(twins, (100, 30)) as app:
        await looked(app)
        await app.press("G")
        assert "but the names differ" in app.text
        assert "if one, into a note: birthday" in app.text
        assert "≠ 1 May" in app.text or "≠ 12 April 1985" in app.text


async def test_discreet_mode_hides_the_two_and_merges_them_all_the_same(twins: Path) -> None:
    async with running(twins, (100, 30)) as app:
        await looked(app)
        await app.press("z")
        await app.until(lambda: "Ana" not in app.text)
        assert "ana@example.org" not in app.text
        await app.press("M")
        await app.until(lambda: len(names(app)) == 2)
        assert "Ana" not in app.text
        kept = app.app.journal.snapshot.person(ANA)
        assert kept is not None
        assert kept.name == "Ana Ruiz"


async def test_when_all_are_decided_the_page_says_so(twins: Path) -> None:
    async with running(twins, (100, 30)) as app:
        await looked(app)
        for _ in range(3):
            before = left(app)
            await app.press("X")
            await app.until(partial(decided, app, before))
        assert "All pairs are decided." in app.text
        await app.press("M", "W", "X", "enter")
        assert app.at(DuplicatesPage)
        await app.press("escape")
        assert not app.at(DuplicatesPage)


async def test_a_journal_without_any_says_so(empty: Path) -> None:
    store(empty, person(ANA, "Ana Ruiz"))
    async with running(empty) as app:
        await looked(app)
        assert "Nobody looks like somebody else." in app.text


async def test_two_who_are_marked_are_merged_though_they_look_like_nobody(empty: Path) -> None:
    store(
        empty,
        person(ANA, "Ana Ruiz", circle=Circle.CLOSE),
        person(LUIS, "Nika Brandt", circle=Circle.CLOSE),
    )
    async with running(empty, (100, 30)) as app:
        await app.press("2", "space", "space")
        assert "2 marked · M merges them" in app.text
        await app.press("M")
        assert app.at(PairModal)
        await app.press("1")
        await app.until(lambda: len(names(app)) == 1)
        assert app.at(PeoplePage)
        assert "marked" not in app.text


async def test_pairs_fit_every_window(twins: Path) -> None:
    async with running(twins, (200, 50)) as app:
        await looked(app)
        for size in ((120, 40), (80, 24), (40, 15)):
            await app.pilot.resize_terminal(*size)
            for key in ("j", "enter", "escape", "W", "k"):
                await app.press(key)
                assert {width(line) for line in app.lines} == {size[0]}
                assert "\x1b" not in app.text


async def test_leaving_before_all_is_found_leaves_nothing_behind(
    twins: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slowly(*args: Any) -> Sequence[Pair]:
        go_on.wait(10)
        return duplicates(*args)

    monkeypatch.setattr("netjournal.tui.screens.duplicates.duplicates", slowly)
    async with running(twins) as app:
        await app.pilot.press("M")
        await app.until(lambda: "Looking for people" in app.text)
        await app.pilot.press("escape")
        go_on.set()
        await app.settle()
        assert not app.at(DuplicatesPage)
        assert not app.told
