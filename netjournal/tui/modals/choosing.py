"""Dialogs whose answer is one row of a list."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult

from netjournal.tui.modals.dialog import Answer, Dialog
from netjournal.tui.widgets.choice_list import Choice, ChoiceList


class ChoiceDialog(Dialog[Answer]):
    """A question answered by one key, one click, or enter on a row."""

    def __init__(self, title: str, rows: Sequence[tuple[Choice, Answer]]) -> None:
        super().__init__(title)
        self._rows = tuple(rows)

    def body(self) -> ComposeResult:
        """The rows."""
        yield ChoiceList([choice for choice, _ in self._rows])

    def answer(self, chosen: Answer) -> None:
        """Leave with what was chosen."""
        self.dismiss(chosen)

    def action_choose(self, key: str) -> None:
        """Choose the row of this key."""
        for choice, chosen in self._rows:
            if choice.key == key:
                self.answer(chosen)
                return

    @on(ChoiceList.OptionSelected)
    def _chosen(self, event: ChoiceList.OptionSelected) -> None:
        event.stop()
        self.answer(self._rows[event.option_index][1])
