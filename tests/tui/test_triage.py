"""Going through the rolodex by keys."""

from __future__ import annotations

from pathlib import Path

from netjournal.domain.values import Circle, PersonId, Span, Unit
from netjournal.tui.modals.triage import TriageModal
from tests.tui.conftest import Driver, running


def asked(app: Driver) -> PersonId:
    modal = app.app.screen
    assert isinstance(modal, TriageModal)
    assert modal.card is not None
    return modal.card.person


async def test_a_key_decides_and_the_next_one_comes(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "R")
        assert "1 of 15" in app.text
        first = asked(app)
        await app.press("s", "w")
        await app.type("5 weeks")
        await app.press("enter")
        assert "5 weeks" in app.text
        assert "(this month)" in app.text
        await app.press("n")
        snapshot = app.app.journal.snapshot
        who = snapshot.person(first)
        assert who is not None
        assert (who.circle, who.cadence) == (Circle.NETWORK, Span(5, Unit.WEEKS))
        assert any("this month" in talk.text for talk in snapshot.conversations_of(who.id))
        assert "2 of 15" in app.text
        assert asked(app) != first


async def test_undo_takes_the_answer_back_and_asks_again(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "R")
        first = asked(app)
        before = app.app.journal.snapshot.stored_person(first)
        await app.press("s", "s", "i")
        assert asked(app) != first
        await app.press("u")
        assert asked(app) == first
        assert app.app.journal.snapshot.stored_person(first) == before
        assert not [
            talk for talk in app.app.journal.snapshot.conversations() if "a guess" in talk.text
        ]


async def test_a_sitting_ends_calmly_and_nobody_is_asked_about_twice(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "R")
        await app.press(*["k"] * 5, *["l"] * 5, *["r"] * 4, "c")
        assert "15 people looked at." in app.text
        for told in ("5  left in the rolodex", "5  for later", "4  at rest", "1  close"):
            assert " ".join(told.split()) in " ".join(app.text.split())
        await app.press("escape", "R")
        assert "Nobody of the rolodex waits for an answer." in app.text
        await app.press("escape")


async def test_leaving_in_the_middle_keeps_what_was_answered(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "R")
        first = asked(app)
        await app.press("c", "escape")
        who = app.app.journal.snapshot.person(first)
        assert who is not None
        assert who.circle is Circle.CLOSE
        await app.press("R")
        assert "1 of 14" in app.text


async def test_the_circles_fill_up_as_one_decides(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "R")
        assert "inner 4 of 5" in app.text
        await app.press("i", "i")
        assert "inner 6 of 5" in app.text
        assert "Who steps back?" in app.text
        await app.press("u")
        assert "inner 5 of 5" in app.text
        assert "Who steps back?" not in app.text
