"""The questions of an import, one by one: the card beside whoever it may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from netjournal.domain.person import Person
from netjournal.exchange.plan import Answers, Question
from netjournal.tui.modals.comparing import ComparingDialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.choice_list import Choice, ChoiceList
from netjournal.views.comparing import field_pairs

_LATER_WHO = "somebody new for now; M compares them at any time"
_LATER = "as the first for now"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody the card may be of."""

    person: Person
    about: str
    """What tells them apart from others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with what is to be seen for an answer."""

    question: Question
    card: Person | None
    """What the card says, as somebody of their own."""
    candidates: tuple[Candidate | None, ...]
    """Whom each choice takes the card for; None for somebody new, or where nobody is compared."""


class QuestionsModal(ComparingDialog[Answers]):
    """The answer is every answer given so far; escape stops, and what is open stays open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "choose('n')", "Somebody new", False, id="question-new",
                tooltip="The card is of none of them."),
        Binding("l", "choose('l')", "Later", False, id="question-later",
                tooltip="Leave it open."),
        Binding("right", "step(1)", "Next", tooltip="Go to the next question.",
                id="question-next", priority=True),
        Binding("left", "step(-1)", "Before", tooltip="Go to the question before.",
                id="question-before", priority=True),
        Binding("escape", "back", "To the plan", id="dialog-back",
                tooltip="Back to the plan, with the answers given so far."),
    ]  # fmt: skip

    def __init__(self, asked: Sequence[Asked], at: int = 0) -> None:
        """``at`` is the place of the question to begin with."""
        super().__init__("Question")
        self._all = asked
        self._at = at
        self._answers: dict[str, int] = {}

    def on_mount(self) -> None:
        """Ask."""
        super().on_mount()
        self._show()

    def _show(self) -> None:
        asked = self._all[self._at]
        self._frame.border_title = shown(f"Question {self._at + 1} of {len(self._all)}")
        given = self._answers.get(asked.question.key)
        rows = list(_rows(asked))
        if given is not None:
            rows[given] = replace(rows[given], current=True)
        later = _LATER_WHO if asked.question.people else _LATER
        self.ask(asked.question.text, [*rows, Choice(key="l", label="Later", about=later)])
        self._compare(self._choices.highlighted or 0)
        self.refresh_bindings()

    def on_option_list_option_highlighted(self, event: ChoiceList.OptionHighlighted) -> None:
        """The card beside whom the highlighted answer is about."""
        event.stop()
        self._compare(event.option_index)

    def _compare(self, place: int) -> None:
        """The card beside the candidate of an answer, else beside the likeliest one."""
        asked = self._all[self._at]
        there = [each for each in asked.candidates if each is not None]
        mine = asked.candidates[place] if place < len(asked.candidates) else None
        candidate = mine or (there[0] if there else None)
        self._both.display = candidate is not None and asked.card is not None
        if candidate is not None and asked.card is not None:
            heads = ("The card", f"Known: {candidate.person.name}")
            self._both.show(heads, field_pairs(asked.card, candidate.person))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No way beyond the first and the last."""
        if action == "step":
            (way,) = parameters
            return 0 <= self._at + int(str(way)) < len(self._all)
        return super().check_action(action, parameters)

    def action_step(self, way: int) -> None:
        """Go to another question without an answer to this one."""
        self._at += way
        self._show()

    def chosen(self, place: int) -> None:
        """Keep the answer, and go on; after the last one, back to the plan."""
        asked = self._all[self._at]
        if place < len(asked.question.choices):
            self._answers[asked.question.key] = place
        else:
            self._answers.pop(asked.question.key, None)
        if self._at + 1 < len(self._all):
            self.action_step(1)
        else:
            self.action_back()

    def action_back(self) -> None:
        """To the plan, with what was answered."""
        self.dismiss(self._answers)


def _rows(asked: Asked) -> Iterator[Choice]:
    digit = 0
    for place, text in enumerate(asked.question.choices):
        candidate = asked.candidates[place] if place < len(asked.candidates) else None
        if candidate is not None:
            digit += 1
            yield Choice(
                key=str(digit) if digit <= 9 else "",
                label=candidate.person.name,
                about=" · ".join(filter(None, ("the same person", candidate.about))),
            )
        elif asked.question.people:
            yield Choice(key="n", label="Somebody new", about="the card is of none of them")
        else:
            digit += 1
            yield Choice(key=str(digit), label=text[:1].upper() + text[1:])
