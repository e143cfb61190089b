"""Give by its keys: a need is met, still so, gone; an introduction goes step by step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netjournal.domain.introduction import Introduction
from netjournal.domain.values import EntryKind
from netjournal.tui.modals.capture import CaptureModal
from netjournal.tui.modals.one_line import LineModal
from netjournal.tui.screens.give import GivePage
from netjournal.tui.screens.person import PersonScreen
from tests.tui.conftest import TODAY, WIDE, Driver, running


async def at_give(app: Driver) -> None:
    await app.press("3")
    await app.until(lambda: len(app.list.rows) > 1)
    await app.settle()


def introductions(app: Driver) -> Sequence[Introduction]:
    return list(app.app.journal.snapshot.introductions())


async def test_what_was_given_closes_the_need(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_give(app)
        assert app.at(GivePage)
        await app.to("needs a tester with patience")
        target = app.page.target
        assert target is not None
        assert target.record is not None
        await app.press("d")
        assert app.at(LineModal)
        await app.type("lent her mine")
        await app.press("enter")
        snapshot = app.app.journal.snapshot
        need = snapshot.entry(target.record[1])
        assert need is not None
        assert need.closed == TODAY
        gave = snapshot.entries_of(need.person, EntryKind.GAVE)
        assert gave[0].text == "lent her mine"
        assert not app.lists("needs a tester with patience")
        await app.press("u")
        assert app.lists("needs a tester with patience")


async def test_an_empty_answer_gives_nothing(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_give(app)
        before = len(app.app.journal.gestures)
        await app.to("needs a tester with patience")
        await app.press("d", "enter", "d", "escape")
        assert len(app.app.journal.gestures) == before


async def test_still_so_and_no_longer(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_give(app)
        await app.to("voices for the tide")
        target = app.page.target
        assert target is not None
        assert target.record is not None
        await app.press("s")
        snapshot = app.app.journal.snapshot
        entry = snapshot.entry(target.record[1])
        assert entry is not None
        assert entry.confirmed == TODAY
        await app.press("x")
        assert not app.lists("voices for the tide")


async def test_b_on_a_match_introduces_the_two_and_d_takes_it_on(lived_in: Path) -> None:
    async with running(lived_in, WIDE) as app:
        await at_give(app)
        before = len(introductions(app))
        await app.to("offers offcuts of rag paper")
        target = app.page.target
        assert target is not None
        await app.press("b")
        (made,) = [one for one in introductions(app) if one.people == target.people]
        assert len(introductions(app)) == before + 1
        assert made.text == "a tester with patience for paper forms"
        assert app.list.highlight(key := next(
            row.key for row in app.list.rows if made.id in row.key
        ))  # fmt: skip
        await app.settle()
        said = []
        for _ in range(5):
            await app.press("d")
            assert app.list.highlight(key)
            await app.settle()
            said.append(app.told[-1])
        (now,) = [one for one in introductions(app) if one.id == made.id]
        assert (len(now.asked), len(now.agreed), now.introduced) == (2, 2, TODAY)
        assert "introduced" in said[-1]
        await app.press("d")
        await app.type("they print")
        await app.press("enter")
        assert app.app.journal.snapshot.introduction(made.id).outcome == "they print"  # type: ignore[union-attr]  # it is there


async def test_b_elsewhere_asks_for_the_two(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_give(app)
        await app.to("voices for the tide")
        await app.press("b")
        assert app.at(CaptureModal)


async def test_an_introduction_may_be_let_be(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_give(app)
        await app.to("Hannah Lindmoor and Sunniva")
        await app.press("x")
        assert not app.lists("Hannah Lindmoor and Sunniva")


async def test_a_card_is_written_then_posted(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_give(app)
        await app.to("the prints from the market")
        target = app.page.target
        assert target is not None
        assert target.record is not None
        await app.press("b")
        promise = app.app.journal.snapshot.commitment(target.record[1])
        assert promise is not None
        assert promise.written == TODAY
        await app.to("the prints from the market")
        await app.press("d", "enter")
        promise = app.app.journal.snapshot.commitment(target.record[1])
        assert promise is not None
        assert not promise.is_open


async def test_enter_opens_who_needs_it(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_give(app)
        await app.to("needs a tester with patience")
        await app.press("enter")
        assert app.at(PersonScreen)
        assert "Priya Raghunandhan" in app.text


async def test_an_empty_journal_says_what_to_do_first(empty: Path) -> None:
    async with running(empty) as app:
        await app.press("3")
        assert "No open need is noted." in app.text
        await app.press("d", "s", "x", "enter", "e")
        assert app.at(GivePage)
