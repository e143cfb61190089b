"""A text to write, such as a note."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.modals.leaving import may_leave
from netjournal.tui.own_editor import in_editor
from netjournal.tui.showing import shown
from netjournal.tui.widgets.push_button import PushButton
from netjournal.tui.widgets.text_box import TextBox

TEXT_LIMIT = 100_000
"""Characters a text may have."""


class TextModal(Dialog[str]):
    """Several lines; leaving with something unsaved asks first, so that nothing typed is lost."""

    DEFAULT_CSS = """
    TextModal TextBox { height: 8; }
    TextModal.-short TextBox { height: 5; }
    TextModal .row { height: 1; align-horizontal: right; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,ctrl+enter", "save", "Save", tooltip="Keep this text", id="text-save"),
        Binding("ctrl+o", "editor", "Editor", tooltip="Go on in your own editor",
                id="text-editor"),
    ]  # fmt: skip

    def __init__(
        self, title: str, initial: str = "", *, heading: str = "", placeholder: str = ""
    ) -> None:
        super().__init__(title)
        self._heading = heading
        self._box = TextBox(initial, limit=TEXT_LIMIT, placeholder=placeholder)
        self._initial = self._box.text

    def body(self) -> ComposeResult:
        """The heading, the box, the button."""
        if self._heading:
            yield Static(shown(self._heading), classes="muted")
        yield self._box
        with Horizontal(classes="row gap"):
            yield PushButton("Save", id="save")

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        self._box.move_cursor(self._box.document.end)
        self._box.focus()

    @on(PushButton.Pressed, "#save")
    def action_save(self) -> None:
        """The text as it stands; an empty one is no answer unless there was something before."""
        text = self._box.text.strip()
        self.dismiss(text if text or self._initial.strip() else None)

    def action_editor(self) -> None:
        """Go on in the user's editor; what it leaves is in the box."""
        text = in_editor(self.app, self._box.text)
        if text is not None:
            self._box.text = text
            self._box.move_cursor(self._box.document.end)

    def action_back(self) -> None:
        """Leave; with something unsaved, ask first."""
        if self._box.text.strip() == self._initial.strip():
            self.dismiss(None)
        else:
            self._leave()

    @work
    async def _leave(self) -> None:
        if await may_leave(self.app, "What you typed here is not saved."):
            self.dismiss(None)
