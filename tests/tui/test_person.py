"""A person's page by its keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from netjournal.domain.card import Card, CardLine
from netjournal.domain.person import Person
from netjournal.domain.values import (
    Channel,
    Circle,
    CommitmentState,
    EntryKind,
    PersonId,
    RecordId,
)
from netjournal.tui.modals.edit_form import EditForm
from netjournal.tui.modals.reach import ReachModal
from netjournal.tui.modals.text import TextModal
from netjournal.tui.screens.person import PersonScreen
from netjournal.tui.screens.today import TodayPage
from tests.tui.conftest import MADE, SMALL, TODAY, WIDE, Driver, running, store


async def opened(app: Driver, name: str = "Hannah Lindmoor") -> None:
    await app.to(name)
    await app.press("enter")
    assert app.at(PersonScreen)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_card_promises_and_story_are_there(lived_in: Path, size: tuple[int, int]) -> None:
    async with running(lived_in, size) as app:
        await opened(app)
        assert "+1 503 555 0114" in app.text
        assert "show her the" in app.text
        assert "I promised" in app.text
        assert "names of two letting agents" in app.text
        assert "Story" in app.text


async def test_j_goes_from_the_card_into_the_story_and_k_back(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await opened(app)
        assert app.list.id == "card"
        await app.press("G", "j")
        assert app.list.id == "story"
        await app.press("g", "k")
        assert app.list.id == "card"


async def test_a_promise_is_done_there(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await opened(app)
        await app.press("tab")
        await app.to("names of two letting agents")
        target = app.page.target
        assert target is not None
        assert target.record is not None
        await app.press("d", "enter")
        promise = app.app.journal.snapshot.commitment(target.record[1])
        assert promise is not None
        assert promise.state is CommitmentState.DONE
        assert app.at(PersonScreen)


async def test_c_shows_the_number_and_notes_the_call(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await opened(app, "Pilar Etxegoien")
        person = app.page.person
        assert person is not None
        await app.press("c")
        assert app.at(ReachModal)
        await app.press("y")
        assert app.copied == [person.phones[0].value]
        await app.press("l", "enter")
        talk = app.app.journal.snapshot.conversations_of(person.id)[0]
        assert (talk.channel, talk.day) == (Channel.PHONE, TODAY)


@pytest.mark.parametrize(("key", "shows"), [("m", "hannah@example.com"), ("p", "Alderberry")])
async def test_m_and_p_show_where_to_write(lived_in: Path, key: str, shows: str) -> None:
    async with running(lived_in) as app:
        await opened(app)
        await app.press(key)
        assert app.at(ReachModal)
        assert shows in app.text
        await app.press("escape")


async def test_n_writes_a_note(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await opened(app)
        person = app.page.person
        assert person is not None
        await app.press("n")
        await app.type("likes [/] ferries")
        await app.press("ctrl+s")
        note = app.app.journal.snapshot.entries_of(person.id, EntryKind.NOTE)[0]
        assert note.text == "likes [/] ferries"
        assert "likes [/] ferries" in app.told[-1] + app.text


async def test_e_edits_the_fields_of_the_person(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await opened(app)
        person = app.page.person
        assert person is not None
        await app.press("e")
        form = app.app.screen
        assert isinstance(form, EditForm)
        assert app.app.focused is not None
        await app.press("end")
        await app.type(" Jr")
        await app.press("ctrl+s")
        after = app.app.journal.snapshot.person(person.id)
        assert after is not None
        assert after.name == "Hannah Lindmoor Jr"
        assert "Hannah Lindmoor Jr" in app.lines[1]


async def test_a_birthday_told_in_a_line_stands_in_the_form(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2")
        await opened(app, "Amara Nwachuku-Bell")
        await app.press("e")
        assert re.search(r"Birthday +2 November", app.text)


async def test_enter_on_a_line_of_the_story_opens_that_record(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await opened(app)
        await app.press("tab")
        await app.to("the ballot lab's circular")
        await app.press("enter")
        assert app.at(EditForm)
        assert "circular" in app.text


async def test_y_copies_the_highlighted_value(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await opened(app)
        await app.to("hannah@example.com")
        await app.press("y")
        assert app.copied == ["hannah@example.com"]


async def test_capital_d_asks_and_removes_and_the_page_closes_and_undo_brings_back(
    lived_in: Path,
) -> None:
    async with running(lived_in) as app:
        await opened(app)
        person = app.page.person
        assert person is not None
        await app.press("D")
        assert "Remove Hannah Lindmoor" in app.text
        await app.press("n")
        assert app.app.journal.snapshot.person(person.id)
        await app.press("D", "y")
        assert app.app.journal.snapshot.person(person.id) is None
        await app.until(lambda: isinstance(app.app.screen, TodayPage))
        await app.press("u")
        assert app.app.journal.snapshot.person(person.id)


async def test_a_begins_the_line_with_the_person(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await opened(app)
        await app.press("a")
        await app.until(lambda: "Hannah Lindmoor: " in app.text)
        await app.press("escape")


async def test_twelve_months_are_seen_at_a_glance(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2")
        await app.to("Hannah Lindmoor")
        await app.press("enter")
        year = next(row for row in app.list.rows if row.key == "year")
        bars, _, told = year.cells[1].text.partition("  ")
        assert len(bars) == 12
        assert "█" in bars
        assert told == "5×"


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_slash_finds_words_and_enter_goes_on_to_the_next_place(
    lived_in: Path, size: tuple[int, int]
) -> None:
    async with running(lived_in, size) as app:
        await opened(app)
        await app.press("slash")
        await app.type("ENVÉL")
        assert "1 of 2" in app.text
        await app.press("enter")
        assert "2 of 2" in app.text
        await app.press("down")
        assert "1 of 2" in app.text
        await app.press("up")
        await app.press("escape")
        assert app.list.id == "story"
        assert app.list.row is not None
        assert "right edge" in app.list.row.cells[-1].text.replace("\n", " ")
        await app.press("slash")
        await app.type("zzz")
        assert "nothing" in app.text


async def test_the_sides_follow_each_other_and_keep_the_keys(lived_in: Path) -> None:
    async with running(lived_in, WIDE) as app:
        await opened(app)
        await app.press("tab", "right")
        assert app.list.id == "relationship"
        assert "last real conversation" in app.text
        assert "What you sent" in app.text
        await app.press("l")
        assert app.list.id == "vcards"
        assert "No vCard" in app.text
        await app.press("l")
        assert app.list.id == "story"
        await app.press("h", "k")
        assert "No vCard" in app.text


async def test_a_click_on_the_name_of_a_side_shows_it(lived_in: Path) -> None:
    async with running(lived_in, WIDE) as app:
        await opened(app)
        line = next(y for y, text in enumerate(app.lines) if "Relationship" in text)
        await app.pilot.click(offset=(app.lines[line].index("Relationship") + 2, line))
        await app.settle()
        assert "last real conversation" in app.text


async def test_the_lines_of_a_vcard_are_shown_as_they_stood(empty: Path) -> None:
    who = PersonId("1000001")
    card = Card(
        id=RecordId("1000002"), made=MADE, canon="x", source="phone.vcf", person=who,
        lines=(CardLine("NOTE:brings\r\n  cake"), CardLine("X-ODD;A=1:\x1b[31m[/]")),
    )  # fmt: skip
    store(empty, Person(id=who, made=MADE, name="Edda Quist", circle=Circle.NETWORK), card)
    async with running(empty, WIDE) as app:
        await app.press("2", "enter")
        assert app.lists("brings cake")
        await app.press("right", "right")
        assert "phone.vcf" in app.text
        assert "NOTE:brings cake" in app.text
        assert "X-ODD;A=1:" in app.text
        assert "\x1b" not in app.text


async def test_capital_n_writes_a_note_in_the_editor(
    lived_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.tui.own_editor.in_editor", lambda _app, text: text + "from vi")
    async with running(lived_in) as app:
        await opened(app)
        person = app.page.person
        assert person is not None
        await app.press("N")
        await app.until(lambda: app.told)
        snapshot = app.app.journal.snapshot
        assert snapshot.entries_of(person.id, EntryKind.NOTE)[0].text == "from vi"


async def test_capital_n_changes_the_highlighted_text_there(
    lived_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.tui.own_editor.in_editor", lambda _app, text: text + "\nmore")
    async with running(lived_in) as app:
        await opened(app)
        await app.press("tab")
        await app.to("envelopes that open")
        target = app.page.target
        assert target is not None
        assert target.record is not None
        await app.press("N")
        await app.until(lambda: app.told)
        talk = app.app.journal.snapshot.conversation(target.record[1])
        assert talk is not None
        assert talk.text.endswith("\nmore")


async def test_without_an_editor_the_box_is_taken(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await opened(app)
        person = app.page.person
        assert person is not None
        await app.press("N")
        assert app.at(TextModal)
        await app.type("by hand")
        await app.press("ctrl+s")
        note = app.app.journal.snapshot.entries_of(person.id, EntryKind.NOTE)[0]
        assert note.text == "by hand"


async def test_of_inner_people_no_calibre_is_asked(lived_in: Path) -> None:
    async with running(lived_in, (120, 60)) as app:
        await app.press("2")
        await app.to("Hannah Lindmoor")
        await app.press("e")
        assert "Calibre" in app.text
        await app.press("escape", "o", "i", "e")
        assert "Cadence" in app.text
        assert "Calibre" not in app.text
