"""A short list to choose from: the key, what it is, and what there is to know about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from netjournal.text import fit, safe_line, width
from netjournal.tui.showing import shown
from netjournal.tui.widgets.drawn_lines import MARK

_KEY_CELLS = 4
_PADDING = 3
_LEAST_ABOUT = 24
"""Cells beside the labels under which what is known about them moves below."""
_AROUND = 7
"""Lines of a dialog around its list."""
ABOUT_LIMIT = 160
"""Characters of what is known about a row."""
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
    first: bool = False
    """Where the cursor begins, unless something is current."""


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
    ChoiceList > .option-list--option { padding: 0 1 0 2; }
    ChoiceList > .option-list--option-highlighted,
    ChoiceList:focus > .option-list--option-highlighted {
        background: $accent 18%;
        color: $foreground;
        text-style: none;
    }
    ChoiceList:blur > .option-list--option-highlighted { background: transparent; }
    ChoiceList:ansi > .option-list--option-highlighted { background: ansi_default; }
    ChoiceList > .choices--mark { color: $accent; }
    ChoiceList:blur > .choices--mark { color: $border-blurred; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choices--mark"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Choose", tooltip="Choose this line", id="choice-choose"),
        Binding("j", "cursor_down", "Down", False, tooltip="One line down", id="choice-down"),
        Binding("k", "cursor_up", "Up", False, tooltip="One line up", id="choice-up"),
    ]

    def __init__(
        self, choices: Sequence[Choice], *, id: str | None = None, begins: bool = True
    ) -> None:
        """``begins`` on the first where none is how it is now; else on none."""
        super().__init__(id=id, markup=False)
        self._choices = choices
        self._at_first = 0 if begins else None

    def on_mount(self) -> None:
        """Begin on how it is now."""
        self.show(self._choices)

    def show(self, choices: Sequence[Choice]) -> None:
        """Other choices, beginning on how it is now."""
        self._choices = choices
        self._lay_out(_beginning(choices, self._at_first))

    def on_resize(self) -> None:
        """Share the room again."""
        self._lay_out(self._at_first if self.highlighted is None else self.highlighted)

    def render_line(self, y: int) -> Strip:
        """A line, with the mark of our lists where the cursor is: no colour tells it alone."""
        strip = super().render_line(y)
        first = next((part.style for part in strip if part.style), None)
        if first is None or first.meta.get("option", -1) != self.highlighted:
            return strip
        style = self.get_component_rich_style("choices--mark", partial=True)
        return Strip([Segment(MARK[0], first + style), *strip.crop(1)], strip.cell_length)

    def _lay_out(self, highlighted: int | None) -> None:
        with self.prevent(OptionList.OptionHighlighted):
            room = self.scrollable_content_region.width - _PADDING
            self.set_options(_rows(self._choices, room, self.app.size.height - _AROUND))
        self.highlighted = highlighted


def _beginning(choices: Sequence[Choice], otherwise: int | None) -> int | None:
    current = [place for place, choice in enumerate(choices) if choice.current]
    first = [place for place, choice in enumerate(choices) if choice.first]
    return [*current, *first, otherwise][0]


def _rows(choices: Sequence[Choice], room: int, lines: int) -> Sequence[Option]:
    """The rows in columns; what is known stands below where there is more room than beside."""
    labels = [safe_line(choice.label) for choice in choices]
    column = min(LABEL_CELLS, max(map(width, labels), default=0))
    about_room = room - _KEY_CELLS - column - 2
    is_narrow = about_room < _LEAST_ABOUT
    below = is_narrow and 2 * len(choices) <= lines
    if below or not any(choice.about for choice in choices):
        column = max(1, room - _KEY_CELLS)
    return [
        Option(
            Content.assemble(
                (fit(choice.key, 2), "$text-accent bold"),
                ("•" if choice.current else " ", "$text-accent"),
                " ",
                shown(fit(label, column).rstrip() if below else fit(label, column)),
                *(_brief(choice.about, about_room) if is_narrow and not below else
                  _about(choice.about, _KEY_CELLS if below else room - about_room, room)),
            )
        )
        for choice, label in zip(choices, labels, strict=True)
    ]  # fmt: skip


def _brief(about: str, room: int) -> Iterator[Content | str]:
    """As much of what there is to know as one line has room for."""
    if about and room > 0:
        yield "  "
        yield shown(fit(safe_line(about), room).rstrip(), "dim")


def _about(about: str, indent: int, room: int) -> Iterator[Content | str]:
    """What there is to know, wrapped under itself."""
    if not about or room <= indent:
        return
    for number, line in enumerate(shown(about, "dim", limit=ABOUT_LIMIT).wrap(room - indent)):
        yield "  " if number == 0 and indent > _KEY_CELLS else "\n" + " " * indent
        yield line
