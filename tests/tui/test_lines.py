"""The list widget alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBarRender
from textual.strip import Strip

from netjournal.tui.widgets.kept_lines import thumb
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.preview import Preview
from netjournal.tui.widgets.rows import BLANK, Cell, Column, Lazy, Row


def row(name: str) -> Row:
    return Row((Cell(name),), key=name)


class Host(App[None]):
    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self.listed = rows
        self.heard: list[str] = []

    def compose(self) -> ComposeResult:
        yield LineList([Column(20, grows=True)])

    def on_mount(self) -> None:
        self.query_one(LineList).show(self.listed)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        self.heard.append(f"opened {event.row.key if event.row else None}")

    def on_line_list_beyond(self, event: LineList.Beyond) -> None:
        self.heard.append(f"beyond {event.way}")


async def test_the_cursor_follows_the_thing_and_not_the_place() -> None:
    async with Host([row("Ana"), row("Bo"), row("Cy")]).run_test() as pilot:
        lines = pilot.app.query_one(LineList)
        lines.cursor = 2
        lines.show([row("Cy"), row("Bo")])
        assert lines.row == row("Cy")
        assert lines.cursor == 0


async def test_the_cursor_stays_at_its_place_when_its_thing_is_gone() -> None:
    async with Host([row("Ana"), row("Bo"), row("Cy")]).run_test() as pilot:
        lines = pilot.app.query_one(LineList)
        lines.cursor = 1
        lines.show([row("Ana"), row("Cy")])
        assert lines.row == row("Cy")
        lines.show([row("Ana")])
        assert lines.row == row("Ana")
        lines.show([])
        assert lines.row is None


async def test_rows_without_a_key_are_stepped_over() -> None:
    head = Row((Cell("Group"),), flow=True)
    async with Host([head, row("Ana"), BLANK, head, row("Bo")]).run_test() as pilot:
        lines = pilot.app.query_one(LineList)
        assert lines.row == row("Ana")
        await pilot.press("j")
        assert lines.row == row("Bo")
        await pilot.press("k", "k")
        assert lines.row == row("Ana")


async def test_moving_beyond_an_end_and_opening_are_told() -> None:
    app = Host([row("Ana"), row("Bo")])
    async with app.run_test() as pilot:
        await pilot.press("enter", "j", "j", "g", "k")
        await pilot.pause()
        assert app.heard == ["opened Ana", "beyond 1", "beyond -1"]


async def test_ten_thousand_rows_are_made_when_they_are_seen() -> None:
    made: set[int] = set()

    def make(place: int) -> Row:
        made.add(place)
        return row(str(place))

    async with Host(Lazy([str(n) for n in range(10_000)], make)).run_test() as pilot:
        await pilot.press("G")
        await pilot.pause()
        assert pilot.app.query_one(LineList).row == row("9999")
        assert len(made) < 200


async def test_a_wrapped_row_is_highlighted_whole() -> None:
    long = Row((Cell("word " * 60),), key="long", wrap=True)
    async with Host([long, row("Bo")]).run_test(size=(40, 12)) as pilot:
        lines = pilot.app.query_one(LineList)
        marked = [y for y in range(12) if lines.render_line(y).text.startswith("▌")]
        assert len(marked) > 3


class Reader(App[None]):
    def compose(self) -> ComposeResult:
        yield Preview([Column(20, grows=True)])

    def on_mount(self) -> None:
        self.query_one(Preview).show_card("Ana", [row(f"line {n}") for n in range(50)])


async def test_the_wheel_reads_a_card_to_its_end_and_the_border_tells_what_is_below() -> None:
    async with Reader().run_test(size=(40, 20)) as pilot:
        card = pilot.app.query_one(Preview)
        await pilot.pause()
        assert card.render_line(0).text.strip() == "line 0"
        assert str(card.border_subtitle) == "30 more below"
        for _ in range(20):
            await pilot._post_mouse_events([MouseScrollDown], card)
        assert card.render_line(19).text.strip() == "line 49"
        assert not str(card.border_subtitle)
        card.show_card("Bo", [row("short")])
        assert card.render_line(0).text.strip() == "short"


def cells(strips: Sequence[Strip]) -> list[list[tuple[str, str]]]:
    """Lines cell by cell, each with its style."""
    return [[(one, str(each.style)) for each in strip for one in each.text] for strip in strips]


async def test_lines_that_were_kept_are_those_that_textual_draws() -> None:
    async with Host([row(f"Ana {number}") for number in range(90)]).run_test() as pilot:
        lines = pilot.app.query_one(LineList)
        for border in ("none", "round"):
            lines.styles.border = (border, "red")
            for key in ("down", "G", "k", "k", "g", "pagedown", "pagedown", "j"):
                await pilot.press(key)
                await pilot.pause()
                kept = cells(lines.render_lines(lines.outer_size.region))
                assert kept == cells(ScrollView.render_lines(lines, lines.outer_size.region))
        lines.show([row("Bo")])
        kept = cells(lines.render_lines(lines.outer_size.region))
        assert not [text for line in kept for text, _ in line if text == "A"]


async def test_a_filter_draws_only_the_rows_that_were_not_drawn_yet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows: dict[str, Row] = {}
    drawn: list[str] = []
    draw = LineList.render_line

    def render_line(lines: LineList, y: int) -> Strip:
        strip = draw(lines, y)
        drawn.append(strip.text.strip(" ▌"))
        return strip

    def listed(*names: str) -> Lazy:
        return Lazy(names, lambda place: row(names[place]), rows)

    async with Host(listed("Ana", "Bo", "Cy")).run_test(size=(40, 6)) as pilot:
        lines = pilot.app.query_one(LineList)
        await pilot.pause()
        monkeypatch.setattr(LineList, "render_line", render_line)
        lines.show(listed("Bo", "Cy", "Di"))
        kept = cells(lines.render_lines(lines.outer_size.region))
        assert drawn == ["Bo", "Di"]  # the cursor came to Bo
        assert kept == cells(ScrollView.render_lines(lines, lines.outer_size.region))
        lines.show([row("Ana")])
        assert lines.render_lines(lines.outer_size.region)[0].text.strip(" ▌") == "Ana"


@given(
    st.integers(1, 40), st.integers(0, 60), st.floats(0, 1),
    st.lists(st.integers(1, 500), min_size=2, max_size=2),
)  # fmt: skip
def test_a_bar_that_is_not_drawn_again_would_look_the_same(
    size: int, window: int, place: float, wholes: list[int]
) -> None:
    drawn, thumbs = [], []
    for whole in wholes:
        at = place * max(0, min(wholes) - window)
        thumbs.append(thumb(size, window, whole, at))
        seen = window if window < whole else 0
        bar = ScrollBarRender.render_bar(size, whole, seen, at)
        drawn.append([(each.text, each.style and each.style.reverse) for each in bar.segments])
    if thumbs[0] == thumbs[1]:
        assert drawn[0] == drawn[1]
