"""A person's page: who they are, and what passed and was promised between us."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from netjournal.domain.values import PersonId
from netjournal.tui import keys
from netjournal.tui.acts import ActingPage
from netjournal.tui.host import Picture
from netjournal.tui.person_lines import STORY_COLUMNS, card_rows, story_rows
from netjournal.tui.showing import shown
from netjournal.tui.target import Target
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import CARD_COLUMNS
from netjournal.views.page import person_page


class PersonScreen(ActingPage):
    """The card and the story; acts are about the highlighted row of the one in focus."""

    BINDING_GROUP_TITLE = "This page"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.LOOKING, *keys.BACK]

    def __init__(self, id: PersonId, place: str, at: str = "") -> None:
        """``place`` is the page below, ``at`` the id of the record to begin at."""
        super().__init__()
        self._at = at
        self._person = id
        self._card = LineList(CARD_COLUMNS, id="card")
        self._story = LineList(STORY_COLUMNS, id="story")
        self._top.page = place

    @property
    def lines(self) -> LineList:
        """The card, or the story while it is in focus."""
        return self._story if self._story.has_focus else self._card

    @property
    def capture_begins(self) -> str:
        """The line is about this person."""
        picture = self.host.picture
        return f"{picture.snapshot.name_of(self._person)}: " if picture else ""

    def body(self) -> Iterable[Widget]:
        """The card above or beside the story."""
        yield Container(self._card, self._story, id="person")

    def paint(self, picture: Picture) -> None:
        """Show the person; one who is gone closes the page."""
        person = picture.snapshot.person(self._person)
        if person is None:
            self.app.call_later(self.action_back)
            return
        page = person_page(person, picture.standings)
        self._card.border_title = shown(person.name, limit=60)
        self._card.show(list(card_rows(page, picture.day)))
        self._story.show(story_rows(page))
        self._go_to(self._at)
        self._at = ""

    def _go_to(self, record: str) -> None:
        """Highlight the row of a record, in whichever list has it."""
        for lines in (self._story, self._card) if record else ():
            key = next((row.key for row in lines.rows if row.key.endswith(f" {record}")), "")
            if key and lines.highlight(key):
                lines.focus()
                return

    def open(self, target: Target) -> None:  # noqa: ARG002 - the base's
        """A record is opened to be read whole and changed; so is the person."""
        self.action_edit()

    @on(LineList.Beyond)
    def _across(self, event: LineList.Beyond) -> None:
        if event.lines is self._card and event.way > 0 and self._story.row is not None:
            self._story.focus()
        elif event.lines is self._story and event.way < 0:
            self._card.focus()

    def on_descendant_focus(self) -> None:
        """Other acts may be possible there."""
        self.refresh_able()

    def action_back(self) -> None:
        """To the page below."""
        if self.is_current:
            self.app.pop_screen()
