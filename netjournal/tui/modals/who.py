"""Who is meant by a name: people are never guessed between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from netjournal.errors import Candidate
from netjournal.journal.matching import NEW
from netjournal.text import safe_line
from netjournal.tui.modals.choosing import ChoiceDialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.choice_list import Choice

_DIGITS = "123456789"
_NAME_LIMIT = 40


class WhoModal(ChoiceDialog[str]):
    """A digit chooses; the answer is a person's id, or ``NEW``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(digit, f"choose('{digit}')", "Choose", False,
                    tooltip=f"Choose person {digit}", id=f"who-{digit}")
            for digit in _DIGITS
        ),
        Binding("n", "choose('n')", "Somebody new", False, tooltip="None of them: somebody new",
                id="who-new"),
    ]  # fmt: skip

    def __init__(self, text: str, candidates: Sequence[Candidate], *, may_be_new: bool) -> None:
        super().__init__("Who is it?", list(_rows(text, candidates, may_be_new=may_be_new)))
        self._text = text
        self._choices = len(candidates)
        self._may_be_new = may_be_new

    def body(self) -> ComposeResult:
        """The name as typed, then everybody it may mean."""
        name = safe_line(self._text, _NAME_LIMIT)
        if self._choices > 1:
            yield Static(shown(f"“{name}” may be several people.", "dim"))
        else:
            near = " Did you mean:" if self._choices else ""
            yield Static(shown(f"Nobody is called “{name}” yet.{near}", "dim"))
        yield Static(classes="space")
        yield from super().body()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Somebody new only where a new name may stand."""
        if action == "choose" and parameters == ("n",):
            return self._may_be_new
        return True


def _rows(
    text: str, candidates: Sequence[Candidate], *, may_be_new: bool
) -> Iterator[tuple[Choice, str]]:
    for number, candidate in enumerate(candidates):
        digit = _DIGITS[number] if number < len(_DIGITS) else ""
        yield Choice(key=digit, label=candidate.name, about=candidate.about), candidate.id
    if may_be_new:
        about = f"add “{safe_line(text, _NAME_LIMIT)}”"
        yield Choice(key="n", label="Somebody new", about=about), NEW
