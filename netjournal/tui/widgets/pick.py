"""One of a few, in one line: left and right, space or a click go through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from netjournal.tui.showing import shown


class Pick(Static, can_focus=True):
    """Shows what is picked, with what there is to know about it."""

    DEFAULT_CSS = """
    Pick {
        height: auto;
        padding: 0 1;
        background: $foreground 7%;
        pointer: pointer;
        &:focus { background: $foreground 12%; }
        &:ansi { background: ansi_default; }
        &:ansi:focus { text-style: reverse; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,l", "step(1)", "Other", tooltip="Pick the next one.", id="pick-next"),
        Binding("left,h", "step(-1)", "Before", False, tooltip="Pick the one before.",
                id="pick-before"),
    ]  # fmt: skip
    place: reactive[int] = reactive(0, init=False)
    """Which one it is."""

    @dataclass
    class Changed(Message):
        """Another one is picked."""

        pick: Pick

        @property
        def control(self) -> Pick:
            """The widget, for ``@on``."""
            return self.pick

    def __init__(self, choices: Sequence[tuple[str, str]], place: int = 0, *, id: str) -> None:
        """``choices`` are words, and what there is to know about them."""
        super().__init__(id=id)
        self._choices = choices
        self.set_reactive(Pick.place, place)

    def on_mount(self) -> None:
        """Show it."""
        self.watch_place()

    def watch_place(self) -> None:
        """Draw what is picked."""
        words, about = self._choices[self.place]
        several = len(self._choices) > 1
        before, after = ("‹ ", " ›") if several else ("", "")
        self.update(
            Content.assemble(
                (before, "$text-accent"), shown(words, "bold"), (after, "$text-accent"),
                shown(f"  {about}" if about else "", "$foreground 60%"),
            )
        )  # fmt: skip

    def action_step(self, way: int) -> None:
        """Go to another one, round and round."""
        self.place = (self.place + way) % len(self._choices)
        self.post_message(self.Changed(self))

    def on_click(self) -> None:
        """A click goes on."""
        self.focus()
        self.action_step(1)
