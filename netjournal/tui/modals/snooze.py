"""Until when a line is to be quiet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from netjournal.domain.phrases import day_with_weekday
from netjournal.domain.values import Span, Unit
from netjournal.errors import NetjournalError
from netjournal.tui.modals.choosing import ChoiceDialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.choice_list import Choice, ChoiceList
from netjournal.tui.widgets.line_input import LineInput

_SPANS = (
    ("1d", "1 day", Span(1, Unit.DAYS)),
    ("1w", "1 week", Span(1, Unit.WEEKS)),
    ("1m", "1 month", Span(1, Unit.MONTHS)),
)


class SnoozeModal(ChoiceDialog[date]):
    """A day, a week, a month, or a day in words that is read back while it is typed.

    The field has the focus, so that no letter of ``wednesday`` is taken for a key.
    """

    DEFAULT_CSS = """
    SnoozeModal .row { height: 1; }
    SnoozeModal .row Static { width: auto; padding: 0 1; color: $text-muted; }
    SnoozeModal .row LineInput { width: 1fr; }
    SnoozeModal ChoiceList:blur > .choices--mark { color: $accent; }
    SnoozeModal #echo { padding: 0 1; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Snooze", tooltip="Be quiet until that day", id="snooze-take"),
        Binding("up", "move(-1)", "Choose", key_display="↑↓", tooltip="The line above",
                id="snooze-up"),
        Binding("down", "move(1)", "Down", False, tooltip="The line below", id="snooze-down"),
    ]  # fmt: skip

    def __init__(
        self, today: date, read_day: Callable[[str], date], *, what: str = "", title: str = "Snooze"
    ) -> None:
        """``read_day`` raises a ``NetjournalError`` that says why a phrase is no day."""
        super().__init__(title, [(_preset(key, label, span, today)) for key, label, span in _SPANS])
        self._today = today
        self._read_day = read_day
        self._what = what

    def body(self) -> ComposeResult:
        """What it is about, the presets, the field and what was read."""
        if self._what:
            yield Static(shown(self._what, "dim"))
            yield Static(classes="space")
        yield from super().body()
        with Horizontal(classes="row gap"):
            yield Static("until")
            yield LineInput(placeholder="friday, 3 april, in 2 weeks", id="day")
        yield Static(id="echo")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one("#day", LineInput).focus()

    def action_move(self, lines: int) -> None:
        """Highlight another of the spans."""
        spans = self.query_one(ChoiceList)
        if lines > 0:
            spans.action_cursor_down()
        else:
            spans.action_cursor_up()

    @on(Input.Changed, "#day")
    def _echo(self, event: Input.Changed) -> None:
        event.stop()
        echo = self.query_one("#echo", Static)
        day, problem = self._day(event.value)
        if day is not None:
            echo.update(shown(f"→ {day_with_weekday(day, self._today)}", "$text-success"))
        else:
            echo.update(shown(problem, "dim"))

    @on(Input.Submitted, "#day")
    def action_take(self) -> None:
        """Until the day that is typed, else for the span that is highlighted."""
        text = self.query_one("#day", LineInput).value
        if not text.strip():
            self.query_one(ChoiceList).action_select()
            return
        day, problem = self._day(text)
        if day is not None:
            self.dismiss(day)
        else:
            self.query_one("#echo", Static).update(shown(problem, "$text-warning"))

    def _day(self, text: str) -> tuple[date | None, str]:
        """The day, or why it is none that lies ahead."""
        if not text.strip():
            return None, ""
        try:
            day = self._read_day(text.strip())
        except NetjournalError as error:
            return None, error.message
        if day <= self._today:
            past = day_with_weekday(day, self._today)
            return None, f"{past} is not ahead; a line can be quiet until a day to come."
        return day, ""


def _preset(key: str, label: str, span: Span, today: date) -> tuple[Choice, date]:
    day = span.after(today)
    return Choice(key=key, label=label, about=f"until {day_with_weekday(day, today)}"), day
