"""A path to type, and under it what is there: arrows and enter, or the mouse, will do."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from netjournal.domain.phrases import MONTHS
from netjournal.text import size_words
from netjournal.tui.widgets.line_input import one_line
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.path_input import PathInput, expanded
from netjournal.tui.widgets.rows import Cell, Column, Row, said
from netjournal.tuples import NamedTuple

_LOOKED_AT = 2_000
"""Entries of a folder that are looked at; a key press never waits for a larger one."""
_MOST = 300
"""Entries that are listed."""
_LIKELY = ("~/Downloads/", "~/Desktop/", "~/Documents/")
"""Where a browser or a phone puts an address book."""
_LIKELY_MOST = 8
_COLUMNS = (Column(60, 12, grows=True), Column(16, 6, needs=40))
_NOTHING = "There is nothing to import here; type the path of a file."


class Entry(NamedTuple):
    """Something that can be chosen."""

    path: str
    """As it would be typed; a folder to go into ends in a slash."""
    label: str
    about: str = ""
    whole: bool = False
    """A folder that is meant as a whole."""


def entries(text: str, suffixes: Collection[str]) -> Sequence[Entry]:
    """What the path typed so far may become: files of the suffixes, and folders, in order.

    For nothing typed: the address books lying about where downloads go, then the home folder.
    """
    if not text.strip():
        return [*_lying_about(suffixes), *entries("~/", suffixes)]
    head, slash, begun = text.rpartition("/")
    folder = head + slash
    if text == "~":
        folder, begun = "~/", ""
    found = sorted(_fitting(folder, begun, suffixes), key=lambda each: (not each[1], each[0]))
    cards = [name for name, is_folder, _ in found if not is_folder and _is_card(name)]
    whole = (
        [Entry(folder, "this whole folder", f"{len(cards)} files", whole=True)]
        if len(cards) > 1 and not begun
        else []
    )
    listed = [
        Entry(folder + name + ("/" if is_folder else ""), name + ("/" if is_folder else ""), about)
        for name, is_folder, about in found[:_MOST]
    ]
    return [*whole, *listed]


def _is_card(name: str) -> bool:
    return name.lower().endswith((".vcf", ".vcard"))


def _lying_about(suffixes: Collection[str]) -> Sequence[Entry]:
    """The newest of them first."""
    found: list[tuple[float, Entry]] = []
    for folder in _LIKELY:
        for name, is_folder, about in _fitting(folder, "", suffixes):
            if not is_folder and _is_card(name):
                path = expanded(folder + name)
                found.append((_moment(path), Entry(folder + name, folder + name, about)))
    return [entry for _, entry in sorted(found, reverse=True)[:_LIKELY_MOST]]


def _moment(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _fitting(folder: str, begun: str, suffixes: Collection[str]) -> Iterator[tuple[str, bool, str]]:
    """Name, whether it is a folder, and its size and day."""
    try:
        with os.scandir(expanded(folder or ".")) as found:
            for entry, _ in zip(found, range(_LOOKED_AT), strict=False):
                name = entry.name
                hidden = name.startswith(".") and not begun.startswith(".")
                if hidden or not name.startswith(begun) or one_line(name) != name:
                    continue
                if entry.is_dir():
                    yield name, True, ""
                elif Path(name).suffix.lower() in suffixes:
                    yield name, False, _about(entry)
    except (OSError, ValueError):  # no such folder, not ours to read, or no path at all
        return


def _about(entry: os.DirEntry[str]) -> str:
    try:
        state = entry.stat()
    except OSError:
        return ""
    day = datetime.fromtimestamp(state.st_mtime, tz=UTC).astimezone()
    return f"{size_words(state.st_size)} · {day.day} {MONTHS[day.month - 1][:3]}"


class PathPicker(Vertical):
    """Tab completes, arrows choose, enter goes into a folder or takes a file."""

    DEFAULT_CSS = """
    PathPicker { height: auto; }
    Dialog.-short PathPicker LineList { height: 4; margin-top: 0; }
    PathPicker LineList, PathPicker LineList:focus {
        height: 10; margin-top: 1; border: none; background: $surface;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Choose", tooltip="Go down in what is there.",
                id="path-down", priority=True),
        Binding("up", "move(-1)", "Up", False, tooltip="Go up in what is there.",
                id="path-up", priority=True),
    ]  # fmt: skip

    @dataclass
    class Taken(Message):
        """A file, or a whole folder, is chosen."""

        path: Path

    def __init__(self, value: str, *, suffixes: Collection[str], id: str | None = None) -> None:
        super().__init__(id=id)
        self._begin = value
        self._suffixes = suffixes
        self._lines = LineList(_COLUMNS, id="entries")
        self._lines.can_focus = False
        self._lines.led = True

    def compose(self) -> ComposeResult:
        """The path, and the list."""
        line = PathInput(self._begin, suffixes=self._suffixes, id="path")
        line.placeholder = "type a path, or choose below"
        yield line
        yield self._lines

    def on_mount(self) -> None:
        """Look at once."""
        self._look(self._begin)

    @property
    def _input(self) -> PathInput:
        return self.query_one(PathInput)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._look(event.value)

    @work(exclusive=True, group="find")
    async def _look(self, text: str) -> None:
        from asyncio import to_thread

        found = await to_thread(entries, text, self._suffixes)
        rows = [
            Row((Cell(each.label), Cell(each.about, "muted")), key=_key(each), target=each)
            for each in found
        ]
        self._lines.show(rows or [said(_NOTHING)])
        self._lines.action_first()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.go()

    @on(LineList.Opened)
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        if event.row is not None and isinstance(event.row.target, Entry):
            self._take(event.row.target)

    def go(self) -> None:
        """Take the path if it is one; else what is highlighted."""
        typed = self._input.value.strip()
        row = self._lines.row
        entry = row.target if row is not None else None
        if typed and _is_file(expanded(typed)):
            self.post_message(self.Taken(expanded(typed)))
        elif isinstance(entry, Entry) and entry.path.startswith(typed):
            self._take(entry)
        elif typed:
            self.post_message(self.Taken(expanded(typed)))

    def _take(self, entry: Entry) -> None:
        if entry.path.endswith("/") and not entry.whole:
            self._input.value = entry.path
            self._input.cursor_position = len(entry.path)
        else:
            self.post_message(self.Taken(expanded(entry.path)))

    def action_move(self, way: int) -> None:
        """Go up or down in what is there."""
        self._lines.action_move(way)


def _key(entry: Entry) -> str:
    return f"{entry.path} {'whole' if entry.whole else ''}"


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
