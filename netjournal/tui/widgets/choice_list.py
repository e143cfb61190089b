"""A short list to choose from: the key, what it is, and what there is to know about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from netjournal.text import fit, safe_line, width
from netjournal.tui.showing import shown

LABEL_CELLS = 28
"""The widest a column of labels gets; longer ones are cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One row."""

    key: str
    """The key that chooses it at once, or nothing."""
    label: str
    about: str = ""
    current: bool = False
    """How it is now."""


class ChoiceList(OptionList):
    """Rows of choices; enter, a click or the row's own key chooses."""

    DEFAULT_CSS = """
    ChoiceList, ChoiceList:focus {
        border: none;
        padding: 0;
        background: transparent;
        background-tint: transparent;
        height: auto;
        max-height: 12;
        scrollbar-size-vertical: 1;
    }
    ChoiceList > .option-list--option { padding: 0 1; }
    ChoiceList > .option-list--option-highlighted,
    ChoiceList:focus > .option-list--option-highlighted {
        background: $accent 18%;
        color: $foreground;
        text-style: none;
    }
    ChoiceList:blur > .option-list--option-highlighted { background: transparent; }
    ChoiceList:ansi:focus > .option-list--option-highlighted { text-style: reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Down", False, tooltip="One line down", id="choice-down"),
        Binding("k", "cursor_up", "Up", False, tooltip="One line up", id="choice-up"),
    ]

    def __init__(self, choices: Sequence[Choice], *, id: str | None = None) -> None:
        super().__init__(*_rows(choices), id=id, markup=False)
        self._first = _first(choices)

    def on_mount(self) -> None:
        """Begin on how it is now."""
        self.highlighted = self._first

    def show(self, choices: Sequence[Choice]) -> None:
        """Other choices."""
        self.set_options(_rows(choices))
        self.highlighted = _first(choices)


def _first(choices: Sequence[Choice]) -> int:
    return next((n for n, choice in enumerate(choices) if choice.current), 0)


def _rows(choices: Sequence[Choice]) -> Sequence[Option]:
    """The rows in columns; without anything about them the labels need no column."""
    labels = [safe_line(choice.label) for choice in choices]
    column = min(LABEL_CELLS, max(map(width, labels), default=0))
    if not any(choice.about for choice in choices):
        return [
            Option(_row(choice, label, width(label)))
            for choice, label in zip(choices, labels, strict=True)
        ]
    return [
        Option(_row(choice, label, column)) for choice, label in zip(choices, labels, strict=True)
    ]


def _row(choice: Choice, label: str, column: int) -> Content:
    sign = "•" if choice.current else " "
    return Content.assemble(
        (fit(choice.key, 2), "$text-accent bold"),
        (sign, "$text-accent"),
        " ",
        shown(fit(label, column)),
        "  " if choice.about else "",
        shown(choice.about, "$text-muted"),
    )
