"""One question of fit about somebody: 0 to 3, and a word why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from netjournal.domain.fit import MOST
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.choice_list import Choice, ChoiceList
from netjournal.tui.widgets.line_input import LineInput
from netjournal.tuples import NamedTuple

_DIGITS = "0123"


class Weighed(NamedTuple):
    """The answer; without a value the question stays open."""

    value: int | None
    text: str = ""


class FitModal(Dialog[Weighed]):
    """A digit answers; ``s``, or enter on nothing, leaves it open; escape ends the asking."""

    DEFAULT_CSS = """
    FitModal ChoiceList:blur > .option-list--option-highlighted { background: $foreground 10%; }
    FitModal .row { height: 1; }
    FitModal .row Static { width: 6; color: $text-muted; }
    FitModal .row LineInput { width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(digit, f"choose({digit})", "Answer", False, tooltip=f"Answer {digit} of 3",
                    id=f"fit-{digit}")
            for digit in _DIGITS
        ),
        Binding("s", "skip", "Skip", tooltip="Leave this question open", id="fit-skip"),
        Binding("enter", "answer", "Answer", False, id="fit-answer", priority=True,
                tooltip="Take what is highlighted; without it the question stays open"),
        Binding("tab", "note", "Why", tooltip="Say why, in a few words", id="fit-note"),
        Binding("down", "move(1)", "More", False, id="fit-down", priority=True,
                tooltip="A higher answer, from the words too"),
        Binding("up", "move(-1)", "Less", False, id="fit-up", priority=True,
                tooltip="A lower answer, from the words too"),
    ]  # fmt: skip

    def __init__(
        self,
        title: str,
        question: str,
        answers: Sequence[str],
        *,
        measure: str = "",
        before: Weighed | None = None,
    ) -> None:
        """``answers`` are the words for 0 to 3, ``measure`` what of me they are about."""
        super().__init__(title)
        self._question = question
        self._answers = answers
        self._measure = measure
        self._before = before or Weighed(None)

    def body(self) -> ComposeResult:
        """The question, the answers, a word why."""
        yield Static(shown(self._question))
        if self._measure:
            yield Static(shown(f"you: {self._measure}"), classes="muted")
        yield Static(classes="space")
        choices = [
            Choice(key=str(value), label=words, current=value == self._before.value)
            for value, words in enumerate(self._answers)
        ]
        # unanswered is not zero: nothing is highlighted in a question that is open
        yield ChoiceList(choices, begins=False)
        with Horizontal(classes="row gap"):
            yield Static("why")
            yield LineInput(self._before.text, placeholder="optional", id="why")

    def action_choose(self, value: int) -> None:
        """Answer so."""
        self._answer(value)

    def action_answer(self) -> None:
        """What is highlighted; nothing leaves the question open."""
        value = self.query_one(ChoiceList).highlighted
        if value is None:
            self.action_skip()
        else:
            self._answer(value)

    def action_skip(self) -> None:
        """Open as it was."""
        self.dismiss(Weighed(None))

    def action_note(self) -> None:
        """To the words, and back to the list."""
        self.focus_next()

    def action_move(self, step: int) -> None:
        """Another answer, while words are typed."""
        answers = self.query_one(ChoiceList)
        before = answers.highlighted
        after = 0 if before is None else before + step
        answers.highlighted = min(max(after, 0), MOST)

    @on(ChoiceList.OptionSelected)
    def _chosen(self, event: ChoiceList.OptionSelected) -> None:
        event.stop()
        self._answer(event.option_index)

    def _answer(self, value: int) -> None:
        self.dismiss(Weighed(value, self.query_one("#why", LineInput).value.strip()))
