"""A question about two people: both side by side, and under them the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from netjournal.tui.modals.dialog import LOW, Answer, Dialog
from netjournal.tui.showing import shown_block
from netjournal.tui.widgets.choice_list import Choice, ChoiceList
from netjournal.tui.widgets.side_by_side import SideBySide

_DIGITS = "123456789"
_AROUND, _LOW_AROUND = 10, 6
"""Lines of the dialog beside the comparison and the answers, with air and without."""


class ComparingDialog(Dialog[Answer]):
    """What is asked, the two, and the rows to choose from."""

    DEFAULT_CSS = """
    ComparingDialog Frame { width: 110; }
    ComparingDialog #asked { color: $text-muted; height: auto; max-height: 4; }
    ComparingDialog SideBySide { margin: 1 0; }
    ComparingDialog.-short SideBySide { margin: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(digit, f"choose('{digit}')", "Choose", False,
                    tooltip=f"Choose person {digit}.", id=f"compare-{digit}")
            for digit in _DIGITS
        ),
        Binding("pagedown", "scroll(1)", "Scroll", False, priority=True,
                tooltip="See more of the two.", id="compare-down"),
        Binding("pageup", "scroll(-1)", "Scroll up", False, priority=True,
                tooltip="See what was above.", id="compare-up"),
    ]  # fmt: skip

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._asked = Static(id="asked")
        self._both = SideBySide()
        self._choices = ChoiceList(())
        self._offered: Sequence[Choice] = ()

    def body(self) -> ComposeResult:
        """The question, the two, the answers."""
        yield self._asked
        yield self._both
        yield self._choices

    def ask(self, question: str, choices: Sequence[Choice]) -> None:
        """Ask another question."""
        self._asked.update(shown_block(question, limit=600))
        self._offered = choices
        is_low = self.size.height < LOW
        self._choices.show([replace(each, about="") for each in choices] if is_low else choices)
        self._choices.focus()
        self.call_after_refresh(self.on_resize)

    def on_resize(self) -> None:
        """The two take the room that question and answers leave, and scroll within."""
        super().on_resize()
        rows = min(self._choices.option_count, 8)
        around = _LOW_AROUND if self.size.height < LOW else _AROUND
        self._both.styles.max_height = max(3, self.size.height - around - rows)

    def action_scroll(self, pages: int) -> None:
        """Through two people longer than the screen."""
        self._both.scroll_by(pages)

    def action_choose(self, key: str) -> None:
        """Choose the row of this key."""
        for place, choice in enumerate(self._offered):
            if choice.key == key:
                self.chosen(place)
                return

    def on_option_list_option_selected(self, event: ChoiceList.OptionSelected) -> None:
        """Enter, or a click, on a row."""
        event.stop()
        self.chosen(event.option_index)

    def chosen(self, place: int) -> None:
        """Take the row at this place for an answer."""
        raise NotImplementedError
