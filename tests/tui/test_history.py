"""History: what was done, field by field, and undone from there."""

from __future__ import annotations

from pathlib import Path

from netjournal.domain.person import Person
from netjournal.domain.values import PersonId
from netjournal.tui.modals.history import HistoryModal
from tests.tui.conftest import MADE, running, store


async def test_an_act_shows_its_fields_and_is_undone_and_redone_from_there(lived_in: Path) -> None:
    async with running(lived_in) as app:
        await app.press("2", "o", "i")
        await app.until(lambda: app.told)
        await app.press("H")
        assert app.at(HistoryModal)
        assert "circle inner: Amara Nwachuku-Bell" in app.text
        assert "network → inner" not in app.text
        await app.press("enter")
        assert "circle: network → inner" in app.text
        await app.press("u")
        await app.until(lambda: "undone" in app.text)
        assert app.at(HistoryModal)
        assert "circle: network → inner" in app.text
        await app.press("U")
        await app.until(lambda: "redo: circle inner" in app.text)
        await app.press("escape")
        assert not app.at(HistoryModal)


async def test_a_large_act_is_counted_before_it_is_listed(empty: Path) -> None:
    people = [
        Person(id=PersonId(str(1_000 + n)), made=MADE, name=f"Person {n} [/]") for n in range(150)
    ]
    store(empty, *people)
    async with running(empty, (100, 30)) as app:
        await app.press("H", "enter")
        assert "150 people new" in app.text
        assert "new person: Person 0 [/]" in app.text
        await app.press("G", "enter")
        await app.press("u")
        await app.until(lambda: any("150 people removed" in told for told in app.told))
        assert "\n" not in app.told[-1]


async def test_nothing_to_undo_is_told_and_the_list_stays(empty: Path) -> None:
    async with running(empty) as app:
        await app.press("H")
        assert "Nothing was done yet." in app.text
        await app.press("enter", "u")
        await app.until(lambda: any("nothing to undo" in told for told in app.told))
        assert app.at(HistoryModal)
