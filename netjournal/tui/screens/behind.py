"""The people behind a figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from netjournal.domain.values import PersonId
from netjournal.text import plural
from netjournal.tui import keys
from netjournal.tui.host import Picture
from netjournal.tui.over import OverPage
from netjournal.tui.people_lines import CHOSEN, headings, people_lines
from netjournal.tui.previewing import ListedPage
from netjournal.tui.showing import shown


class BehindScreen(OverPage, ListedPage):
    """Some people, over the page whose figure they are."""

    BINDING_GROUP_TITLE = "This page"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.LOOKING, *keys.BACK]

    def __init__(self, what: str, people: Sequence[PersonId], place: str) -> None:
        """``what`` names the figure, ``place`` is the page below."""
        super().__init__([heading.room for heading in headings(CHOSEN)])
        self._what = what
        self._people = tuple(dict.fromkeys(people))
        self._top.page = place

    def paint(self, picture: Picture) -> None:
        """List those who are still there."""
        known = filter(None, map(picture.snapshot.person, self._people))
        found = {person.id: picture.standings.subject(person) for person in known}
        many = plural(len(found), "person", "people")
        self._lines.border_title = shown(f"{self._what} · {many}", limit=100)
        self._lines.show(people_lines(list(found.values()), picture.standings))
