"""The people behind a figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from netjournal.domain.values import PersonId
from netjournal.text import plural
from netjournal.tui import keys
from netjournal.tui.host import Picture
from netjournal.tui.people_lines import CHOSEN, headings, people_lines
from netjournal.tui.previewing import PreviewingPage
from netjournal.tui.showing import shown
from netjournal.tui.widgets.lines import LineList


class BehindScreen(PreviewingPage):
    """Some people, over the page whose figure they are."""

    DEFAULT_CSS = """
    BehindScreen .told { width: 5fr; }
    """
    BINDING_GROUP_TITLE = "This page"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.LOOKING, *keys.BACK]

    def __init__(self, what: str, people: Sequence[PersonId], place: str) -> None:
        """``what`` names the figure, ``place`` is the page below."""
        super().__init__()
        self._what = what
        self._people = tuple(dict.fromkeys(people))
        self._lines = LineList([heading.room for heading in headings(CHOSEN)])
        self._lines.add_class("told")
        self._top.page = place

    @property
    def lines(self) -> LineList:
        """The list."""
        return self._lines

    def body(self) -> Iterable[Widget]:
        """The list, and the preview."""
        yield Horizontal(self._lines, self.preview, id="panes")

    def paint(self, picture: Picture) -> None:
        """List those who are still there."""
        known = filter(None, map(picture.snapshot.person, self._people))
        found = {person.id: picture.standings.subject(person) for person in known}
        many = plural(len(found), "person", "people")
        self._lines.border_title = shown(f"{self._what} · {many}", limit=100)
        self._lines.show(people_lines(list(found.values()), picture.standings))

    def action_back(self) -> None:
        """To the page below."""
        if self.is_current:
            self.app.pop_screen()
