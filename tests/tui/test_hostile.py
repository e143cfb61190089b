"""Names and texts that attack a terminal or Textual's markup, on every page."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.draft import Draft
from netjournal.domain.entry import Entry
from netjournal.domain.gathering import Gathering
from netjournal.domain.introduction import Introduction
from netjournal.domain.person import Address, Affiliation, Labelled, Person
from netjournal.domain.values import (
    Channel,
    Circle,
    Direction,
    EntryKind,
    Owner,
    PersonId,
    RecordId,
)  # fmt: skip
from netjournal.journal.changes import new_id
from netjournal.tui.modals.one_line import LineModal
from netjournal.tui.modals.text import TextModal
from tests.tui.conftest import MADE, SMALL, TODAY, WIDE, Driver, running, store

HOSTILE = (
    "[/]", "[@click=app.quit]x[/]", "[bold", "x[/red]y", '[link="a]b"]c', "\x1b[2J\x1b[31mred",
    "\x1b]0;title\x07", "a\x00b\x08c\x7f", "\x9b31mcsi", "\u202edesrever\u202c", "   ",
    "two\nlines\r\nthree", "z" * 5_000, "e" + "\u0301" * 60, "\ud800 lone",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 family", "[on red]$accent[/on red]",
)  # fmt: skip
_RAW = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def records(text: str, n: int) -> Sequence[object]:
    """Everything of one person, all of it this text."""
    who = PersonId(f"{n + 10}00000")
    return (
        Person(
            id=who, made=MADE, name=text, nicknames=(text,), circle=Circle.CLOSE,
            circle_since=date(2025, 1, 1), organisations=(Affiliation(name=text, title=text),),
            emails=(Labelled(text, text),), phones=(Labelled(text, text),),
            addresses=(Address(street=text, city=text),), how_we_met=text, in_common=text,
            topics=(text,),
        ),
        Commitment(id=new_id(), made=MADE, said=date(2026, 3, 1), owner=Owner.MINE, people=(who,),
                   text=text, due=date(2026, 3, 2), channel=Channel.PHONE),
        Commitment(id=new_id(), made=MADE, said=date(2026, 2, 1), owner=Owner.THEIRS,
                   people=(who,), text=text, due=date(2026, 2, 2)),
        Conversation(id=new_id(), made=MADE, day=date(2025, 3, 1), channel=Channel.EMAIL,
                     direction=Direction.INBOUND, people=(who,), text=text, topics=(text,)),
        Entry(id=new_id(), made=MADE, day=TODAY, person=who, kind=EntryKind.NEXT_TIME, text=text),
        *(Entry(id=new_id(), made=MADE, day=date(2025, 3, 1), person=who, kind=kind, text=text)
          for kind in (EntryKind.NEED, EntryKind.OFFER, EntryKind.GAVE, EntryKind.REMEMBER)),
        Commitment(id=new_id(), made=MADE, said=date(2026, 3, 1), owner=Owner.MINE, people=(who,),
                   text=text, due=date(2026, 4, 2), channel=Channel.POSTCARD),
        Gathering(id=RecordId(f"{n + 10}80000"), made=MADE, name=text, day=date(2026, 3, 9),
                  place=text, kind=text, aim=(text,), listen=(text,), chosen=(who,)),
        Conversation(id=new_id(), made=MADE, day=date(2026, 3, 9), channel=Channel.MET,
                     direction=Direction.MUTUAL, people=(who,), text=text,
                     gathering=RecordId(f"{n + 10}80000")),
        Introduction(id=new_id(), made=MADE, day=TODAY, people=(who, who), text=text),
        Draft(id=RecordId(f"{n + 10}90000"), made=MADE, day=TODAY, text=text, reason=text),
    )  # fmt: skip


def check(app: Driver) -> None:
    """Nothing raw, and the program still there."""
    for line in app.lines:
        assert not _RAW.search(line), line
    assert app.app.is_running
    assert app.app._exception is None


@pytest.fixture
def hostile(empty: Path) -> Path:
    """A journal whose every text is hostile, as far as its file can hold it."""
    for n, text in enumerate(HOSTILE):
        storable = json.loads(json.dumps(text).replace("\\ud800", "\ufffd"))
        store(empty, *records(storable, n))
    return empty


async def test_every_line_and_question_of_today_shows_hostile_texts_harmlessly(
    hostile: Path,
) -> None:
    async with running(hostile, SMALL) as app:
        check(app)
        for _ in range(12):
            await app.press("j")
            check(app)
        for key in ("d", "s", "c", "m", "p", "o", "r", "n", "e", "D"):
            await app.press(key)
            check(app)
            await app.press("escape")


async def test_everybody_and_their_pages_show_hostile_texts_harmlessly(hostile: Path) -> None:
    async with running(hostile, WIDE) as app:
        await app.press("2")
        for place in range(len(app.list.rows)):
            app.list.cursor = place
            app.page.show_preview()  # type: ignore[attr-defined]  # now, not after its pause
            check(app)
            await app.press("enter", "tab", "j")
            check(app)
            await app.press("escape")


@pytest.mark.parametrize("page", ["3", "4", "5"])
async def test_the_pages_of_quality_show_hostile_texts_harmlessly(hostile: Path, page: str) -> None:
    async with running(hostile, WIDE) as app:
        await app.press(page)
        await app.until(lambda: len(app.list.rows) > 5)
        places = [place for place, row in enumerate(app.list.rows) if row.key]
        for place in places[:: max(1, len(places) // 5)]:
            app.list.cursor = place
            await app.settle()
            app.page.show_preview()  # type: ignore[attr-defined]  # now, not after its pause
            check(app)
        for key in ("enter", "d", "s", "b", "plus", "e", "y"):
            await app.press(key)
            check(app)
            await app.press("escape")


async def test_what_is_told_in_passing_is_harmless(hostile: Path) -> None:
    async with running(hostile) as app:
        for text in HOSTILE:
            app.app.say(text, title=text)
        await app.settle()
        check(app)


async def test_the_palette_finds_hostile_names(hostile: Path) -> None:
    async with running(hostile) as app:
        await app.press("colon")
        await app.type("red")
        await app.until(lambda: "red" in app.text)
        check(app)
        await app.press("escape")


async def test_hostile_filters_and_captures_are_harmless(hostile: Path) -> None:
    async with running(hostile) as app:
        await app.press("2", "slash")
        for text in HOSTILE:
            app.filter.value = text[:200]
            await app.settle()
            check(app)
        await app.press("escape", "escape")
        for text in ("[/]: coffee", "[@click=app.quit]x[/]: tea", "called [bold"):
            app.app.capture(text)
            await app.settle()
            await app.pilot.pause(0.1)
            check(app)
            await app.press("escape")


async def test_the_hint_of_an_empty_field_is_harmless(hostile: Path) -> None:
    async with running(hostile) as app:
        for text in HOSTILE:
            app.app.push_screen(LineModal("What did you give?", placeholder=f"needed {text}"))
            await app.settle()
            check(app)
            await app.press("escape")
            app.app.push_screen(TextModal("Note", placeholder=text))
            await app.settle()
            check(app)
            await app.press("escape")
