"""The capture line: typed, read, completed, stored or kept."""

from __future__ import annotations

import re
import threading

import pytest
from textual.events import Paste

from netjournal.capture.completion import Completion
from netjournal.capture.reading import Place, Problem
from netjournal.tui.modals.capture import CaptureAnswer, CaptureModal, Live
from netjournal.tui.widgets.capture_line import CaptureLine
from tests.tui.modals.asking import UNANSWERED, Host, ask, seen, typed

COMPLETION = Completion(["Zoë Müller", "Ana Ruiz", "Ana Bell"], ["grant", "gov"])


def read(text: str) -> Live:
    """Every capital word is a name, and every ``?`` a problem."""
    return Live(
        tokens=[(Place(*match.span()), "person") for match in re.finditer("[A-Z][a-z]+", text)],
        lines=[f"a note on {text}"],
        problems=[
            Problem(message="A question is no note.", places=(Place(*match.span()),))
            for match in re.finditer(r"\?", text)
        ],
        question="Ana may be 2 people" if "Ana" in text else "",
    )


def capture(initial: str = "") -> CaptureModal:
    return CaptureModal(initial, read, complete=COMPLETION)


@pytest.mark.parametrize(
    ("initial", "keys", "answer"),
    [
        ("", [typed("called Bob"), "enter"], CaptureAnswer("called Bob", store=True)),
        ("called", [typed(" Bob"), "enter"], CaptureAnswer("called Bob", store=True)),
        ("", [typed("called B"), "escape"], CaptureAnswer("called B", store=False)),
        ("", ["escape"], CaptureAnswer("", store=False)),
        ("", ["enter"], UNANSWERED),
        ("  ", ["enter"], UNANSWERED),
        ("called Bob?", ["enter"], UNANSWERED),
        ("called Bob?", ["backspace", "enter"], CaptureAnswer("called Bob", store=True)),
        ("called Bob?", ["enter", "escape"], CaptureAnswer("called Bob?", store=False)),
        ("called ana ru", ["tab", "enter"], CaptureAnswer("called Ana Ruiz", store=True)),
        ("called zoe", ["right", "enter"], CaptureAnswer("called Zoë Müller", store=True)),
        ("called zoe", ["left", "tab", "enter"], CaptureAnswer("called zoe", store=True)),
        ("a\x1b[31m\nb\u0007", ["enter"], CaptureAnswer("a[31m b", store=True)),
    ],
)
async def test_a_line_is_stored_or_kept(initial: str, keys: list[str], answer: object) -> None:
    assert await ask(capture(initial), *keys) == answer


@pytest.mark.parametrize(("text", "left"), [("called Bob", None), ("called Bob?", "called Bob?1")])
async def test_what_is_typed_behind_enter_waits_for_its_answer(text: str, left: str | None) -> None:
    going_on = threading.Event()

    def slow(text: str) -> Live:
        going_on.wait(5)
        return read(text)

    modal = CaptureModal(text, slow)
    host = Host(modal)
    async with host.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter", "1")
        assert modal.query_one(CaptureLine).text == text
        going_on.set()
        await host.workers.wait_for_complete()
        await pilot.pause()
        if left is None:
            assert host.answer == CaptureAnswer(text, store=True)
        else:
            assert host.answer is UNANSWERED
            assert modal.query_one(CaptureLine).text == left


async def test_an_empty_line_shows_what_can_be_typed() -> None:
    assert "called Bob, no answer" in await seen(capture())


async def test_the_reading_follows_the_typing() -> None:
    picture = await seen(capture(), typed("saw Ana"))
    assert "a note on saw Ana" in picture
    assert "Ana may be 2 people" in picture
    assert "called Bob, no answer" not in picture


async def test_a_problem_is_said_and_its_place_underlined() -> None:
    host = Host(capture("saw Ana?"))
    async with host.run_test() as pilot:
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert "A question is no note." in host.picture
        line = host.dialog.query_one(CaptureLine).get_line(0)
    underlined = [line.plain[span.start : span.end] for span in line.spans
                  if getattr(span.style, "underline", None)]  # fmt: skip
    assert underlined == ["?"]


async def test_a_problem_of_a_word_still_being_typed_is_not_underlined() -> None:
    host = Host(capture("what? zo"))
    async with host.run_test() as pilot:
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert "A question is no note." in host.picture
        assert not host.dialog.query_one(CaptureLine).get_line(0).spans
        await pilot.press("x")
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert host.dialog.query_one(CaptureLine).get_line(0).spans


async def test_names_are_coloured() -> None:
    host = Host(capture("saw Ana"))
    async with host.run_test() as pilot:
        await host.workers.wait_for_complete()
        await pilot.pause()
        line = host.dialog.query_one(CaptureLine).get_line(0)
    assert [line.plain[span.start : span.end] for span in line.spans] == ["Ana"]


async def test_a_slow_reading_of_an_older_text_is_not_shown() -> None:
    host = Host(capture())
    async with host.run_test() as pilot:
        await pilot.press("a", "b")
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert "a note on ab" in host.picture
        assert len([worker for worker in host.workers if worker.is_running]) == 0


async def test_a_fault_in_the_reading_loses_no_line() -> None:
    def broken(text: str) -> Live:
        raise ZeroDivisionError

    host = Host(CaptureModal("saw Ana", broken))
    async with host.run_test() as pilot:
        await pilot.press("enter")
        for _ in range(500):
            if "Escape keeps it" in host.picture:
                break
            await pilot.pause(0.01)
        assert "Escape keeps it" in host.picture
        await pilot.press("escape")
        await pilot.pause()
    assert host.answer == CaptureAnswer("saw Ana", store=False)


async def test_a_long_line_grows_and_what_is_below_stays_in_view() -> None:
    host = Host(capture("saw Ana about the book " * 12))
    async with host.run_test(size=(80, 24)) as pilot:
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert 3 < host.dialog.query_one(CaptureLine).size.height <= 6
        assert "a note on" in host.picture


async def test_a_pasted_page_becomes_one_line() -> None:
    host = Host(capture())
    async with host.run_test() as pilot:
        host.post_message(Paste("saw Ana\r\nat\tPyCon\x00"))
        await pilot.pause()
        assert host.dialog.query_one(CaptureLine).text == "saw Ana at PyCon"


async def test_a_pasted_book_is_cut() -> None:
    host = Host(capture())
    async with host.run_test() as pilot:
        host.post_message(Paste("x" * 1_000_000))
        await pilot.pause()
        assert len(host.dialog.query_one(CaptureLine).text) == 12_000


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("called zoe", "called Zoë Müller"),
        ("called Ana", "called Ana Ruiz"),
        ("called ana b", "called Ana Bell"),
        ("lunch with Zoë, an", "lunch with Zoë, Ana Ruiz"),
        ("saw Ana. ne", "saw Ana. next: "),
        ("saw Ana; birt", "saw Ana; birthday: "),
        ("saw Ana #g", "saw Ana #grant"),
        ("saw Ana #go", "saw Ana #gov"),
        ("saw ne", None),
        ("called z", None),
        ("Ana Ruiz", None),
        ("", None),
        ("x" * 10_000, None),
        (" " * 10_000 + "ze", None),
    ],
)
def test_completion(text: str, whole: str | None) -> None:
    assert COMPLETION(text) == whole
