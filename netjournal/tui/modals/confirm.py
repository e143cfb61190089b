"""Yes or no."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from netjournal.tui.modals.choosing import ChoiceDialog
from netjournal.tui.showing import shown_block
from netjournal.tui.widgets.choice_list import Choice

QUESTION_LIMIT = 600
"""Characters of a question; one longer than a screen could not be answered."""


class ConfirmModal(ChoiceDialog[bool]):
    """A question with two answers named by what they do; escape answers neither."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "choose('y')", "Yes", False, tooltip="Do it", id="confirm-yes"),
        Binding(
            "n", "choose('n')", "No", False, tooltip="Leave things as they are", id="confirm-no"
        ),
    ]

    def __init__(
        self,
        question: str,
        *,
        yes: str = "Yes",
        no: str = "No",
        title: str = "Please confirm",
        careful: bool = False,
    ) -> None:
        """``careful`` begins on the answer that changes nothing."""
        super().__init__(
            title,
            [
                (Choice(key="y", label=yes), True),
                (Choice(key="n", label=no, first=careful), False),
            ],
        )
        self._question = question

    def body(self) -> ComposeResult:
        """The question, then the answers."""
        yield Static(shown_block(self._question, limit=QUESTION_LIMIT))
        yield Static(classes="space")
        yield from super().body()
