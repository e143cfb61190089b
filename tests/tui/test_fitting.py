"""The questions of fit by their keys: one at a time, stored at once, then a calibre is offered."""

from __future__ import annotations

from pathlib import Path

from netjournal.domain.person import FitAnswer, FitQuestion, Person
from netjournal.tui.modals.confirm import ConfirmModal
from netjournal.tui.modals.fit import FitModal
from tests.tui.conftest import Driver, running


def the_one(app: Driver, name: str) -> Person:
    return next(one for one in app.app.journal.snapshot.people() if one.name.startswith(name))


async def at_person(app: Driver, name: str) -> None:
    app.app.open_person(the_one(app, name).id)
    await app.settle()


async def test_each_answer_is_stored_and_a_calibre_offered(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_person(app, "Hannah")
        await app.press("F")
        await app.until(lambda: app.at(FitModal))
        assert "Are they among the people I serve" in app.text
        assert "you: people who run small public things" in app.text
        await app.press("tab")
        await app.type("clinics")
        await app.press("tab", "3")
        await app.until(lambda: "What can I give them?" in app.text)
        assert the_one(app, "Hannah").fit == (FitAnswer(FitQuestion.MARKET, 3, "clinics"),)
        await app.press("s", "2", "1", "s", "0")
        await app.until(lambda: app.at(ConfirmModal))
        fit = {one.question: one.value for one in the_one(app, "Hannah").fit}
        assert fit == {
            FitQuestion.MARKET: 3, FitQuestion.INFLUENCE: 2, FitQuestion.DIRECTION: 1,
            FitQuestion.SYNERGY: 0,
        }  # fmt: skip
        # six of twelve: 1 + 4 * 6/12
        assert "These answers suggest calibre 3. It is 4 now. Set it?" in app.text
        await app.press("y")
        assert the_one(app, "Hannah").calibre == 3


async def test_enter_on_an_untouched_question_leaves_it_open(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_person(app, "Hannah")
        await app.press("F")
        await app.until(lambda: app.at(FitModal))
        await app.press("2", "enter")
        await app.until(lambda: "3 of 6" in app.text)
        await app.press("down", "down", "enter")
        await app.until(lambda: "4 of 6" in app.text)
        fit = {one.question: one.value for one in the_one(app, "Hannah").fit}
        assert fit == {FitQuestion.MARKET: 2, FitQuestion.INFLUENCE: 1}


async def test_escape_ends_the_asking_and_keeps_what_was_answered(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_person(app, "Hannah")
        await app.press("F")
        await app.until(lambda: app.at(FitModal))
        await app.press("2", "escape")
        assert not app.at(FitModal)
        assert [one.value for one in the_one(app, "Hannah").fit] == [2]


async def test_nobody_inner_is_asked_about(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await at_person(app, "Ottilie")
        await app.press("F")
        assert not app.at(FitModal)
        assert "nobody measures them" in app.told[-1]
