"""Pages with a list at the left and, when wide, the highlighted person at the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.timer import Timer
from textual.widget import Widget

from netjournal.tui.acts import ActingPage
from netjournal.tui.widgets.kept_lines import Across
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.preview import PAUSE, Preview
from netjournal.tui.widgets.rows import CARD_COLUMNS, Column, Row

WIDE = 112
"""Columns from which there is room for a preview."""


class PreviewingPage(ActingPage):
    """The preview follows the cursor after a pause, not on each key."""

    def __init__(self) -> None:
        super().__init__()
        self.preview = Preview(CARD_COLUMNS)
        self._pause: Timer | None = None

    @on(LineList.Highlighted)
    def _follow(self, event: LineList.Highlighted) -> None:
        if event.lines is self.lines:
            self.follow()

    def follow(self) -> None:
        """Show whoever is highlighted after a pause."""
        if self._pause is not None:
            self._pause.stop()
        if self.app.size.width >= WIDE:
            self._pause = self.set_timer(PAUSE, self.show_preview)

    def on_resize(self) -> None:
        """A window that became wide gets a preview."""
        if self.app.size.width >= WIDE:
            self.show_preview()

    def show_preview(self) -> None:
        """Show the highlighted person now."""
        person, picture = self.person, self.host.picture
        if person is None or picture is None:
            self.preview.show_card("", ())
            return
        # much is imported for a person: not before somebody is there to be shown
        from netjournal.tui.person_lines import preview_rows
        from netjournal.views.page import person_page

        page = person_page(person, picture.standings)
        rows = [*self.preview_head(), *preview_rows(page, picture.day)]
        self.preview.show_card(person.name, rows)

    def preview_head(self) -> Iterable[Row]:
        """What is said of the highlighted row above the person it is about."""
        return ()


class ListedPage(PreviewingPage):
    """One list, and the preview: all there is on the page."""

    DEFAULT_CSS = """
    ListedPage .told { width: 5fr; }
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._lines = LineList(columns)
        self._lines.add_class("told")

    @property
    def lines(self) -> LineList:
        """The list."""
        return self._lines

    def body(self) -> Iterable[Widget]:
        """The list, and the preview."""
        yield Across(self._lines, self.preview, id="panes")
