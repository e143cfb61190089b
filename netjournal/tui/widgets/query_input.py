"""The line a query is typed into: it offers how to go on, and marks the place of a mistake."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from netjournal.errors import NetjournalError, QueryError
from netjournal.tui import keys
from netjournal.tui.showing import shown
from netjournal.tui.widgets.line_input import LineInput, calm

_OFFERED = 12
"""Ways to go on that are shown."""


class QueryInput(LineInput):
    """An input whose last word ``tab`` completes: the first offer, then the next."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.COMPLETING]

    def __init__(self, placeholder: str, *, id: str) -> None:
        super().__init__(placeholder=placeholder, id=id)
        self._wrong: tuple[int, int] | None = None
        self._text = ""
        """What was offered for, up to the cursor."""
        self._start = 0
        self._words: Sequence[str] = ()
        self._taken = -1
        self.highlighter = self._lit  # type: ignore[assignment]  # called as a function, no more

    def mark(self, wrong: tuple[int, int] | None) -> None:
        """Underline the characters that cannot be read."""
        if wrong != self._wrong:
            self._wrong = wrong
            self.refresh()

    def offer(self, text: str, start: int, words: Sequence[str]) -> None:
        """Words that may stand from ``start`` on in place of the end of ``text``."""
        cycling = len(self._words) > 1 and self._taken >= 0 and text == self._whole()
        if not cycling:
            had = bool(self._words)
            self._text, self._start, self._words, self._taken = text, start, words, -1
            if bool(words) is not had:
                self.screen.refresh_bindings()

    @property
    def offers(self) -> Sequence[str]:
        """What ``tab`` takes, one after the other."""
        return self._words

    def _whole(self) -> str:
        """The text up to the cursor with the offer in it that was taken last."""
        return self._text[: self._start] + self._words[self._taken]

    def _lit(self, text: Text) -> Text:
        quiet = calm(text)
        if self._wrong is None:
            return quiet
        marked = quiet.copy()
        marked.stylize("underline", *self._wrong)
        return marked

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without an offer, tab goes on to the list."""
        if action == "complete":
            before = self.value[: self.cursor_position]
            taken = self._taken >= 0 and before == self._whole()
            return bool(self._words) and (taken or before == self._text)
        return super().check_action(action, parameters)

    def action_complete(self) -> None:
        """Take the next offer."""
        rest = self.value[self.cursor_position :]
        self._taken = (self._taken + 1) % len(self._words)
        before = self._whole()
        self.value = before + rest
        self.cursor_position = len(before)


class QueryBar(Vertical):
    """The line, and below it how it may go on, or why it cannot be read."""

    DEFAULT_CSS = """
    QueryBar { height: auto; }
    QueryBar #said { display: none; height: auto; padding: 0 1; color: $text-muted; }
    QueryBar #said.-offers { display: block; height: 1; }
    QueryBar #said.-problem { display: block; color: $warning; }
    """

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.input = QueryInput(placeholder, id="filter")
        self._said = Static(id="said")
        self._told = ("", "")

    def compose(self) -> ComposeResult:
        """The line and what is said of it."""
        yield self.input
        yield self._said

    def say_wrong(self, error: NetjournalError) -> None:
        """What cannot be read, and where; while there is a way to go on, that instead."""
        if isinstance(error, QueryError):
            self.input.mark((error.start, error.end))
        offers = self._offered()
        self._say(offers or error.message, "-offers" if offers else "-problem")

    def say_right(self) -> None:
        """It can be read."""
        self.input.mark(None)
        offers = self._offered()
        self._say(offers, "-offers" if offers else "")

    def _offered(self) -> str:
        offers = self.input.offers if self.input.has_focus and self.input.value else ()
        words = "  ".join(offers[:_OFFERED]) + (" …" if len(offers) > _OFFERED else "")
        return words and f"tab  {words}"

    def _say(self, text: str, kind: str) -> None:
        # each change makes Textual arrange the whole screen, so only where there is one
        if (text, kind) != self._told:
            self._told = text, kind
            self._said.update(shown(text))
            self._said.set_classes(kind)

    def on_descendant_blur(self) -> None:
        """Nothing is offered to who does not type; a problem stays to be seen."""
        if self._said.has_class("-offers"):
            self._say("", "")
