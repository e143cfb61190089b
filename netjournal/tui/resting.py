"""Until when somebody is to rest."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType

from netjournal.domain.phrases import day_with_weekday
from netjournal.domain.values import Span, Unit
from netjournal.tui.modals.choosing import ChoiceDialog
from netjournal.tui.widgets.choice_list import Choice
from netjournal.tuples import NamedTuple

_SPANS = (
    ("m", "3 months", Span(3, Unit.MONTHS)),
    ("y", "a year", Span(1, Unit.YEARS)),
)


class Rest(NamedTuple):
    """The answer: a day, or for good."""

    until: date | None


class RestModal(ChoiceDialog[Rest]):
    """They keep their circle, and come back by themselves when they write."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "m", "choose('m')", "Months", False, tooltip="Let rest for 3 months", id="rest-months"
        ),
        Binding("y", "choose('y')", "Year", False, tooltip="Let rest for a year", id="rest-year"),
        Binding(
            "g", "choose('g')", "For good", False, tooltip="Let rest for good", id="rest-for-good"
        ),
    ]

    def __init__(self, name: str, today: date) -> None:
        rows = []
        for key, label, span in _SPANS:
            day = span.after(today)
            about = f"until {day_with_weekday(day, today)}, or until they write"
            rows.append((Choice(key=key, label=label, about=about), Rest(day)))
        rows.append((Choice(key="g", label="for good", about="until they write"), Rest(None)))
        super().__init__(f"Let {name} rest", rows)
