"""Windows of every size show something sensible and never break."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.text import width
from tests.tui.conftest import running

SIZES = [(200, 50), (120, 40), (100, 30), (80, 24), (60, 20), (40, 15)]


@pytest.mark.parametrize("size", SIZES)
async def test_every_page_fits_every_window(lived_in: Path, size: tuple[int, int]) -> None:
    async with running(lived_in, size) as app:
        for key in ("1", "3", "4", "5", "2", "enter", "question_mark", "escape", "a", "escape"):
            await app.press(key)
            assert len(app.lines) == size[1]
            assert {width(line) for line in app.lines} == {size[0]}
        await app.press("escape", "1")
        assert "Promised, now due" in app.text


@pytest.mark.parametrize("size", [(20, 5), (10, 3), (29, 24), (80, 7)])
async def test_a_tiny_window_says_one_sentence(lived_in: Path, size: tuple[int, int]) -> None:
    async with running(lived_in, size) as app:
        assert "too" in app.text
        assert "Promised" not in app.text
        await app.press("2", "enter", "escape", "a", "escape", "question_mark", "escape")


async def test_a_window_that_grows_is_filled(lived_in: Path) -> None:
    async with running(lived_in, (20, 5)) as app:
        await app.pilot.resize_terminal(120, 40)
        await app.settle()
        assert "Promised, now due" in app.text
        await app.until(lambda: "next time" in app.text)
        await app.pilot.resize_terminal(80, 24)
        await app.settle()
        assert "Promised, now due" in app.text


@pytest.mark.parametrize("theme", ["netjournal-light", "ansi-dark", "ansi-light", "nord"])
async def test_every_theme_draws_the_pages(lived_in: Path, theme: str) -> None:
    async with running(lived_in, (120, 40)) as app:
        app.app.theme = theme
        await app.press("2", "j", "enter")
        assert "Story" in app.text


async def test_without_colour_the_words_are_there(
    lived_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(lived_in) as app:
        await app.press("2")
        assert "in contact" in app.text
        assert "quiet" in app.text


async def test_the_cursor_is_seen_where_the_terminal_chooses_the_colours(lived_in: Path) -> None:
    async with running(lived_in) as app:
        app.app.theme = "ansi-light"
        await app.settle()
        lines = app.list
        seen = lines.cursor - lines.scroll_offset.y
        assert any(s.style and s.style.reverse for s in lines.render_line(seen))
        assert not any(s.style and s.style.reverse for s in lines.render_line(seen + 1))
