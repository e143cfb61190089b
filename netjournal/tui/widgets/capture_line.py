"""The line of quick add: it grows, and is coloured and completed while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message

from netjournal.capture.reading import Place
from netjournal.tui.widgets.line_input import one_line
from netjournal.tui.widgets.text_box import TextBox

LINE_LIMIT = 12_000
"""Characters the line takes; more than the language reads, so that it can say so."""
KINDS = ("person", "contact", "date", "clause", "topic")
"""The kinds of ``Capture.tokens``, each with a colour of its own."""
_PROBLEM = "problem"

Complete = Callable[[str], str | None]
"""The text before the cursor to that text completed, or None."""


class CaptureLine(TextBox):
    """Quick add's line; enter stores, tab or right at the end takes the completion."""

    DEFAULT_CSS = """
    CaptureLine { height: auto; min-height: 1; max-height: 6; }
    CaptureLine {
        & > .capture-line--person { color: $text-accent; text-style: bold; }
        & > .capture-line--contact { color: $text-success; }
        & > .capture-line--date { color: $text-warning; }
        & > .capture-line--clause { color: $text-secondary; text-style: bold; }
        & > .capture-line--topic { color: $text-primary; }
        & > .capture-line--problem { color: $text-error; text-style: underline; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"capture-line--{kind}" for kind in (*KINDS, _PROBLEM)}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "store", "Store", tooltip="Store this line", id="capture-store"),
        Binding("tab", "accept", "Complete", tooltip="Take the completion", id="capture-accept"),
    ]

    class Submitted(Message):
        """Enter was pressed."""

    def __init__(self, text: str = "", *, complete: Complete, id: str | None = None) -> None:
        super().__init__(text, limit=LINE_LIMIT, id=id)
        self._complete = complete
        self._whole = ""
        self._understood: Sequence[tuple[Place, str]] = ()
        self._problems: Sequence[Place] = ()
        # typed behind an enter that is not answered yet
        self._behind: list[events.Key] | None = None
        self._is_over = False

    def entry(self, text: str) -> str:
        """One line, whatever was pasted."""
        return one_line(text)

    def understood(
        self, tokens: Sequence[tuple[Place, str]], problems: Sequence[Place] = ()
    ) -> None:
        """Colour the line as it was read."""
        self._understood, self._problems = tokens, problems
        self.notify_style_update()  # drops the lines that were drawn before
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        """The line with its colours."""
        line = super().get_line(line_index)
        for place, kind in self._understood:
            if kind in KINDS:
                style = self.get_component_rich_style(f"capture-line--{kind}", partial=True)
                line.stylize(style, place.start, place.end)
        style = self.get_component_rich_style(f"capture-line--{_PROBLEM}", partial=True)
        for place in self._problems:
            line.stylize(style, place.start, place.end)
        return line

    def update_suggestion(self) -> None:
        """Propose how the line goes on, at its end only."""
        self._whole = ""
        self.suggestion = ""
        if self.text and self.cursor_location == self.document.end:
            whole = self._complete(self.text)
            if whole is not None and len(whole) > len(self.text):
                self._whole = whole
                self.suggestion = whole[len(self.text) :]

    def action_accept(self) -> None:
        """Take what is proposed; it may put an accent where none was typed."""
        if self._whole:
            self.replace(self._whole, (0, 0), self.document.end, maintain_selection_offset=False)

    def action_cursor_right(self, select: bool = False) -> None:
        """To the right, or take what is proposed."""
        if self._whole and not select:
            self.action_accept()
        else:
            super().action_cursor_right(select)

    @property
    def is_sent(self) -> bool:
        """Enter was pressed and is not answered yet: the line stays as it is meanwhile."""
        return self._behind is not None

    def action_store(self) -> None:
        """Say that the line is finished."""
        self._behind = []
        self.post_message(self.Submitted())

    def answered(self, *, stored: bool) -> None:
        """What was typed behind the enter is for whoever has the keys from now on.

        Of a line that is ``stored`` so is what is still on its way to it.
        """
        behind, self._behind = self._behind or [], None
        self._is_over = stored
        for key in behind:
            self._pass_on(key)

    def _pass_on(self, key: events.Key) -> None:
        self.app.post_message(events.Key(key.key, key.character))

    def on_key(self, event: events.Key) -> None:
        """Enter finishes the line instead of breaking it."""
        if self.is_sent or self._is_over:
            event.prevent_default()
            event.stop()
            if self._behind is not None:
                self._behind.append(event)
            else:
                self._pass_on(event)
        elif event.key == "enter":
            event.prevent_default()
            event.stop()
            self.action_store()

    @on(TextBox.SelectionChanged)
    def _moved(self) -> None:
        self.update_suggestion()
