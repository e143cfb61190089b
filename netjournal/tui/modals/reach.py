"""How to reach somebody: the number to dial, the address to write to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import ClassVar
from urllib.parse import quote

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Digits, Static

from netjournal.domain.values import Channel
from netjournal.domain.veil import HIDDEN
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.showing import shown, shown_block
from netjournal.tui.widgets.choice_list import Choice, ChoiceList

_NUMBER = re.compile(r"\+?[0-9][0-9 ()./-]{1,40}")
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}")
_VERB = {Channel.PHONE: "Call", Channel.EMAIL: "Write to", Channel.POSTCARD: "A postcard to"}
_NOTHING = {
    Channel.PHONE: "No phone number yet; e on the person's page adds one.",
    Channel.EMAIL: "No email address yet; e on the person's page adds one.",
    Channel.POSTCARD: "No postal address yet; e on the person's page adds one.",
}
_DIGIT_CELLS = 3
_WRITTEN = frozenset({Channel.EMAIL, Channel.POSTCARD})
_TEXT_SHOWN = 2_000
_LINKED = 4_000
"""Characters of a text that go into a link; programs cut longer ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One number, email address or postal address."""

    lines: tuple[str, ...]
    label: str = ""
    """What it is for: ``work``."""

    @property
    def text(self) -> str:
        """As it is copied."""
        return "\n".join(self.lines)


def link_of(channel: Channel, way: Way, text: str = "") -> str:
    """The ``tel:`` or ``mailto:`` address (RFC 3966, RFC 6068) with the text, or nothing.

    Only a text that is plainly a number or an email address becomes one: anything else could
    carry headers or another scheme.
    """
    value = way.text.strip()
    if channel is Channel.PHONE and _NUMBER.fullmatch(value):
        return "tel:" + "".join(char for char in value if char.isdigit() or char == "+")
    if channel is Channel.EMAIL and _EMAIL.fullmatch(value):
        body = quote("\r\n".join(text[:_LINKED].splitlines()), safe="")
        return f"mailto:{quote(value, safe='@')}" + (f"?body={body}" if body else "")
    return ""


class Reached(Enum):
    """What is to be done next."""

    LOG = "log"
    """It happened."""
    WRITE = "write"
    """The text of it is to be written first."""


class WayList(ChoiceList):
    """Several ways: going over them shows each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Log it", tooltip="It happened: note how it went",
                id="reach-log"),
    ]  # fmt: skip


class ReachModal(Dialog[Reached]):
    """The way large enough to dial or write from."""

    DEFAULT_CSS = """
    ReachModal #large { height: auto; }
    ReachModal Digits { width: auto; color: $foreground; text-style: bold; }
    ReachModal #plain { height: auto; text-style: bold; }
    ReachModal .points { color: $text-muted; }
    ReachModal #written { height: auto; max-height: 8; padding: 0 1; border-left: outer $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,l", "log", "Log it", tooltip="It happened: note how it went",
                id="reach-log"),
        Binding("y", "copy", "Copy", tooltip="Copy it to the clipboard", id="reach-copy"),
        Binding("o", "open", "Open", tooltip="Open the program for it", id="reach-open"),
        Binding("w", "write", "Write", tooltip="Write the text; it is kept with the conversation",
                id="reach-write"),
        Binding("t", "copy_text", "Copy text", tooltip="Copy what was written",
                id="reach-copy-text"),
    ]  # fmt: skip

    def __init__(
        self,
        name: str,
        channel: Channel,
        ways: Sequence[Way],
        *,
        points: Sequence[str] = (),
        open_link: Callable[[str], object] | None = None,
        hidden: bool = False,
        text: str = "",
    ) -> None:
        """``points`` are things to raise; ``open_link`` is given a checked link.

        ``hidden`` ways are copied and opened, and not shown. ``text`` is what was written.
        """
        super().__init__(f"{_VERB.get(channel, 'Reach')} {name}")
        self._channel = channel
        self._ways = tuple(ways)
        self._points = tuple(points)
        self._open_link = open_link
        self._hidden = hidden
        self._text = text
        self._at = 0

    def body(self) -> ComposeResult:
        """The way, large; others to choose from; what to raise."""
        yield Digits(id="large")
        yield Static(id="plain")
        yield Static(id="label", classes="muted")
        if len(self._ways) > 1:
            yield Static(classes="space")
            yield WayList([_choice(self._seen(way)) for way in self._ways])
        if self._text:
            yield Static(classes="space")
            yield Static(shown_block(self._text, limit=_TEXT_SHOWN), id="written")
        if self._points:
            yield Static(classes="space")
            yield Static("next time", classes="muted")
            for point in self._points:
                yield Static(Content.assemble("· ", shown(point)), classes="points")

    def on_mount(self) -> None:
        """Begin with the first."""
        self._show(0)

    def on_resize(self) -> None:
        """Large where there is room."""
        self.call_after_refresh(self._show, self._at)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - the base's
        """Only what there is a way for."""
        if action == "copy":
            return bool(self._ways)
        if action == "open":
            return self._open_link is not None and bool(self._link)
        if action == "write":
            return self._channel in _WRITTEN
        if action == "copy_text":
            return bool(self._text)
        return True

    def action_log(self) -> None:
        """It happened."""
        self.dismiss(Reached.LOG)

    def action_write(self) -> None:
        """The text first."""
        self.dismiss(Reached.WRITE)

    def action_copy_text(self) -> None:
        """What was written, onto the clipboard."""
        self.app.copy_to_clipboard(self._text)
        self.notify("Copied the text.", markup=False)

    def action_copy(self) -> None:
        """Onto the clipboard."""
        self.app.copy_to_clipboard(self._ways[self._at].text)
        self.notify("Copied.", markup=False)

    def action_open(self) -> None:
        """Into the program that dials or writes."""
        if self._open_link is not None and self._link:
            self._open_link(self._link)

    @on(ChoiceList.OptionHighlighted)
    def _looked_at(self, event: ChoiceList.OptionHighlighted) -> None:
        event.stop()
        self._show(event.option_index)

    @on(ChoiceList.OptionSelected)
    def _chosen(self, event: ChoiceList.OptionSelected) -> None:
        event.stop()
        self.action_log()

    @property
    def _link(self) -> str:
        return link_of(self._channel, self._ways[self._at], self._text) if self._ways else ""

    def _seen(self, way: Way) -> Way:
        return replace(way, lines=(HIDDEN,)) if self._hidden else way

    def _show(self, place: int) -> None:
        self._at = place
        digits = self.query_one(Digits)
        plain = self.query_one("#plain", Static)
        way = self._seen(self._ways[place]) if self._ways else Way(lines=())
        large = _large(self._channel, way, self.room)
        digits.display = bool(large)
        plain.display = not large
        digits.update(large)
        plain.update(
            Content("\n").join(shown(line) for line in way.lines)
            if way.lines
            else shown(_NOTHING.get(self._channel, "Nothing to reach them by yet."))
        )
        # large digits are a drawing: the number stands below them for whoever has it read aloud
        said = (way.label, way.text if large and len(self._ways) == 1 else "")
        self.query_one("#label", Static).update(shown(" · ".join(filter(None, said))))
        self.refresh_bindings()


def _large(channel: Channel, way: Way, room: int) -> str:
    """The number as large digits show it, or nothing where it would not fit or be one."""
    text = way.text.strip()
    if channel is not Channel.PHONE or not _NUMBER.fullmatch(text):
        return ""
    text = " ".join(re.sub(r"[()./-]", " ", text).split())
    return text if _DIGIT_CELLS * len(text) <= room else ""


def _choice(way: Way) -> Choice:
    return Choice(key="", label=", ".join(way.lines), about=way.label)
