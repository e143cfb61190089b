"""A real journal in a temporary folder, a fixed day, and an app over it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, MutableSequence, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import WorkerCancelled

from netjournal.demo import sample
from netjournal.domain.settings import Settings
from netjournal.journal.changes import created
from netjournal.journal.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.upkeep import UpkeepPage
from netjournal.tui.widgets.lines import LineList

TODAY = date(2026, 3, 11)
MADE = "2026-03-01T10:00:00.000000Z"
SMALL, WIDE = (80, 24), (120, 40)
_THREADS = {"load", "write", "look", "reading", "find"}


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Theme and error log of the test, never of whoever runs it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("TEXTUAL_THEME", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)


@dataclass
class Driver:
    """Keys in, what is on the screen out."""

    app: NetjournalApp
    pilot: Pilot[int]
    copied: MutableSequence[str] = field(default_factory=list)

    async def until(self, true: Callable[[], object], what: str = "") -> None:
        """Wait for something to become true; fail when it does not."""
        for _ in range(500):
            await self.pilot.pause(0.01)
            if true():
                return
        raise AssertionError(f"this never came: {what or true}\n{self.text}")

    async def settle(self) -> None:
        """Wait for keys, reading, writing and everything that follows from it."""
        await self.pilot.pause()
        await self.until(lambda: not self.app._ahead.is_busy, "the end of a key")
        for worker in [worker for worker in self.app.workers if worker.group in _THREADS]:
            with suppress(WorkerCancelled):  # a later question took its place
                await worker.wait()
        await self.pilot.pause()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys, then settle."""
        await self.pilot.press(*keys)
        await self.settle()

    def at(self, kind: type[Screen[Any]]) -> bool:
        """Whether such a screen is on top."""
        return isinstance(self.app.screen, kind)

    async def type(self, text: str) -> None:
        """Type a text."""
        names = {" ": "space", ":": "colon", ",": "comma", ".": "full_stop"}
        await self.pilot.press(*(names.get(char, char) for char in text))
        await self.settle()

    @property
    def text(self) -> str:
        """Everything on the screen."""
        return "\n".join(self.lines)

    @property
    def lines(self) -> Sequence[str]:
        """The lines of the screen."""
        width, height = self.app.size
        from textual.geometry import Region

        strips = self.app.screen._compositor.render_strips(Region(0, 0, width, height).size)
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def page(self) -> UpkeepPage:
        """The page on top."""
        page = self.app.screen
        assert isinstance(page, UpkeepPage), page
        return page

    @property
    def list(self) -> LineList:
        """The list that acts are about."""
        return self.page.lines

    def lists(self, text: str) -> bool:
        """Whether some row, seen or not, has these words."""
        return any(text in cell.text for row in self.list.rows for cell in row.cells)

    @property
    def filter(self) -> Input:
        """The filter of People."""
        return self.page.query_one("#filter", Input)

    @property
    def told(self) -> Sequence[str]:
        """What was told in passing, oldest first."""
        return [f"{n.title} {n.message}".strip() for n in self.app._notifications]

    async def to(self, name: str) -> None:
        """Highlight the first row that says this."""
        rows = self.list.rows
        row = next(row for row in rows if row.key and any(name in c.text for c in row.cells))
        assert self.list.highlight(row.key)
        await self.settle()


def store(path: Path, *records: Any) -> None:
    """Put records into a journal, as another program would."""
    journal = Journal(path)
    journal.apply("store", [created(record) for record in records])
    journal.close()


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """The path of a journal that is not there yet."""
    return tmp_path / "journal" / "journal.json"


@pytest.fixture
def lived_in(empty: Path) -> Path:
    """The sample journal."""
    journal = Journal(empty)
    journal.apply("sample", sample(TODAY))
    journal.close()
    return empty


@asynccontextmanager
async def running(
    path: Path,
    size: tuple[int, int] = SMALL,
    *,
    today: Callable[[], date] = lambda: TODAY,
    settings: Settings | None = None,
    notice: str = "",
    toasts: bool = False,
) -> AsyncIterator[Driver]:
    """The app over a journal, loaded; ``toasts`` are drawn if asked for."""
    journal = Journal(path)
    app = NetjournalApp(journal, settings or Settings(), today, notice=notice)
    try:
        async with app.run_test(size=size, notifications=toasts) as pilot:
            driver = Driver(app, pilot)
            app.copy_to_clipboard = driver.copied.append  # type: ignore[method-assign, assignment]  # a clipboard to look at
            await driver.until(lambda: app.picture, "the journal")
            await driver.settle()
            yield driver
    finally:
        journal.close()
