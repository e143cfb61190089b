"""Which figure of a line that holds several: a row each, and everybody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from netjournal.text import plural
from netjournal.tui.modals.choosing import ChoiceDialog
from netjournal.tui.widgets.choice_list import Choice
from netjournal.views.report import Part

EVERYBODY = "everybody"
_MOST = 6
"""Figures that have a digit of their own; there are five words for a relationship."""


class FigureModal(ChoiceDialog[str]):
    """Answers with the label of the figure whose people are to be opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(place), f"choose('{place}')", "Open", False,
                tooltip="Open the people behind it", id=f"figure-{place}")
        for place in range(1, _MOST + 1)
    ]  # fmt: skip

    def __init__(self, title: str, parts: Sequence[Part]) -> None:
        everybody = Part(EVERYBODY, tuple(id for part in parts for id in part.people))
        rows = [
            (
                Choice(
                    key=str(place),
                    label=part.label,
                    about=plural(len(part.people), "person", "people"),
                ),
                part.label,
            )
            for place, part in enumerate((*parts, everybody), 1)
        ]
        super().__init__(title, rows)
