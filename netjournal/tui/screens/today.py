"""Today: whom to get back to, by which means, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from netjournal.domain.item import Group
from netjournal.text import plural
from netjournal.tui import keys
from netjournal.tui.host import Picture
from netjournal.tui.previewing import PreviewingPage
from netjournal.tui.showing import shown
from netjournal.tui.target import Target
from netjournal.tui.today_lines import COLUMNS, today_rows
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import BLANK, Cell, Row


class TodayPage(PreviewingPage):
    """The attention list of the day."""

    PLACE: ClassVar[str] = "today"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.LOOKING]

    def __init__(self) -> None:
        super().__init__()
        self._lines = LineList(COLUMNS, id="today")
        self._opened: frozenset[Group] = frozenset()

    @property
    def lines(self) -> LineList:
        """The list."""
        return self._lines

    def body(self) -> Iterable[Widget]:
        """The list, and the preview."""
        self._lines.border_title = shown("Today")
        self._lines.show([BLANK, _said("Opening the journal …")])
        yield Horizontal(self._lines, self.preview, id="panes")

    def paint(self, picture: Picture) -> None:
        """List the day."""
        view = picture.today
        drafts = picture.snapshot.drafts()
        rows = list(today_rows(view, drafts, self._opened, discreet=picture.discreet)) or list(
            _calm(picture)
        )
        count = 0 if picture.discreet else len(view.lines)
        self._lines.border_title = shown(f"Today · {plural(count, 'line')}" if count else "Today")
        self._lines.show(rows)

    def open(self, target: Target) -> None:
        """Open a person, a line to finish, or the rest of a group."""
        if target.more is None:
            super().open(target)
        elif self.host.picture is not None:
            self._opened = self._opened ^ {target.more}
            self.paint(self.host.picture)


def _said(text: str, style: str = "muted") -> Row:
    return Row((Cell(text, style),), flow=True, wrap=True)


def _key(key: str, does: str) -> Row:
    return Row((Cell(f"  {key}", "accent"), Cell(does)), flow=True, wrap=True)


def _calm(picture: Picture) -> Iterator[Row]:
    """A page for a day without lines: what to do first, or that all is well."""
    yield BLANK
    people = list(picture.snapshot.people())
    chosen = sum(person.circle.in_network for person in people)
    if not people:
        yield _said("A journal for the few relationships that matter.", "strong")
        yield _said("Nobody is in it yet. Begin with one of these:")
        yield BLANK
        yield _key("a", "note what happened, in one line: coffee with Ana yesterday")
        yield _key("i", "read an address book (vCard); it lands in the rolodex, and never nags")
        yield _key("q", "leave, and look at a sample first with: netjournal demo")
        return
    if not chosen:
        yield _said("Nobody is in a circle yet.", "strong")
        yield _said(
            f"{plural(len(people), 'person is', 'people are')} in the rolodex: findable, and "
            "never proposed. Choose the few that matter:"
        )
        yield BLANK
        yield _key("2", "see them all; / finds one")
        yield _key("o", "put the highlighted person in a circle")
        return
    yield _said("Nothing to do today.", "strong")
    yield _said(f"{str(picture.today.in_touch).capitalize()}. Enjoy the day.")
    yield BLANK
    yield _key("a", "note what happened")
    yield _key("2", "see everybody")
