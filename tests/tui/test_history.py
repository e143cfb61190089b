"""History: what was done, field by field, and undone from there."""

from __future__ import annotations

from pathlib import Path

from netjournal.tui.modals.history import HistoryModal
from tests.tui.conftest import running


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
        await app.press("U")
        await app.until(lambda: "redo: circle inner" in app.text)
        await app.press("escape")
        assert not app.at(HistoryModal)
