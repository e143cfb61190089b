"""A person's page: who they are, what passed and was promised, how it stands, their vCards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from netjournal.domain.person import Person
from netjournal.domain.values import PersonId
from netjournal.tui import keys
from netjournal.tui.acts import ActingPage
from netjournal.tui.host import Picture
from netjournal.tui.over import OverPage
from netjournal.tui.person_lines import STORY_COLUMNS, card_rows, story_rows
from netjournal.tui.showing import shown
from netjournal.tui.target import Target
from netjournal.tui.widgets.find_bar import FindBar
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import CARD_COLUMNS, Column
from netjournal.views.page import person_page

SIDES = ("story", "relationship", "vcards")
"""What can stand beside the card."""
_LEAST_PHOTO, _PHOTO_LINES = 4, 14
_BELOW_PHOTO = 12
"""Lines that are left to the lines of the vCards before there is room for a photo."""
_TITLES = {"story": "Story", "relationship": "Relationship", "vcards": "vCards"}
_RELATIONSHIP_COLUMNS = (Column(12, 8), Column(60, 10, grows=True))


class PersonScreen(OverPage, ActingPage):
    """The card and one side; acts are about the highlighted row of the one in focus."""

    BINDING_GROUP_TITLE = "This page"
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.WITHIN, *keys.PARTS, *keys.WRITING, *keys.BACK,
    ]  # fmt: skip

    def __init__(self, id: PersonId, place: str, at: str = "") -> None:
        """``place`` is the page below, ``at`` the id of the record to begin at."""
        super().__init__()
        self._at = at
        self._person = id
        self._card = LineList(CARD_COLUMNS, id="card")
        columns = (STORY_COLUMNS, _RELATIONSHIP_COLUMNS, ())
        self._lists = {name: LineList(of, id=name) for name, of in zip(SIDES, columns, strict=True)}
        self._side = SIDES[0]
        self._find = FindBar()
        self._photo = Static(id="photo")
        self._top.page = place

    @property
    def lines(self) -> LineList:
        """The card, or the side while it is in focus."""
        side = self._lists[self._side]
        return side if side.has_focus else self._card

    @property
    def capture_begins(self) -> str:
        """The line is about this person."""
        picture = self.host.picture
        return f"{picture.snapshot.name_of(self._person)}: " if picture else ""

    def body(self) -> Iterable[Widget]:
        """The card above or beside the side that is shown."""
        yield Container(
            self._card,
            Vertical(self._find, self._photo, *self._lists.values(), id="side"),
            id="person",
        )

    def on_mount(self) -> None:
        """The story first."""
        self._arrange()

    def paint(self, picture: Picture) -> None:
        """Show the person; one who is gone closes the page."""
        person = picture.snapshot.person(self._person)
        if person is None:
            self.app.call_later(self.action_back)
            return
        page = person_page(person, picture.standings)
        self._card.border_title = shown(person.name, limit=60)
        self._card.show(list(card_rows(page, picture.day, self._notes(person, picture))))
        self._lists["story"].show(story_rows(page))
        if self._side != "story":
            self._fill(person, picture)
        self._go_to(self._at)
        self._at = ""

    def _notes(self, person: Person, picture: Picture) -> Sequence[str]:
        """What their vCards say of them; nothing of vCards is loaded for who has none."""
        if not picture.snapshot.cards_of(person.id):
            return ()
        from netjournal.journal.blobs import Folder
        from netjournal.tui.person_sides import card_notes

        return card_notes(person, picture.snapshot, Folder(self.host.journal.path))

    def _fill(self, person: Person, picture: Picture) -> None:
        """What costs more than a glance is made when it is looked at."""
        from netjournal.tui.person_sides import card_line_rows, relationship_rows

        make = {"relationship": relationship_rows, "vcards": card_line_rows}[self._side]
        self._lists[self._side].show(make(person, picture.standings))

    def _arrange(self) -> None:
        """Show one side, with the names of all on its border; a click shows another."""
        self._photo.display = False
        if self._side == "vcards":
            self._show_photo()
        for name, lines in self._lists.items():
            lines.display = name == self._side
            told = (
                Content.styled(title, "bold underline" if each == self._side else "").stylize(
                    f"@click=screen.show_side('{each}')"
                )
                for each, title in _TITLES.items()
            )
            lines.border_title = Content(" · ").join(told)

    @work(exclusive=True, group="find", description="photo")
    async def _show_photo(self) -> None:
        """The photo of their vCards, over the lines, where there is room and Pillow."""
        from asyncio import to_thread

        from netjournal.journal.blobs import Folder
        from netjournal.tui.person_sides import photo_of

        picture = self.host.picture
        room = self.query_one("#side").size.height - _BELOW_PHOTO
        if picture is None or room < _LEAST_PHOTO:
            return
        blobs, snapshot = Folder(self.host.journal.path), picture.snapshot
        photo = await to_thread(photo_of, self._person, snapshot, blobs, min(room, _PHOTO_LINES))
        if photo is not None and self._side == "vcards":
            self._photo.update(photo)
            self._photo.display = True

    def _go_to(self, record: str) -> None:
        """Highlight the row of a record, in whichever list has it."""
        for lines in (self._lists["story"], self._card) if record else ():
            key = next((row.key for row in lines.rows if row.key.endswith(f" {record}")), "")
            if key and lines.highlight(key):
                lines.focus()
                return

    def action_part(self, way: int) -> None:
        """Show another side."""
        self.action_show_side(SIDES[(SIDES.index(self._side) + way) % len(SIDES)])

    def action_show_side(self, side: str) -> None:
        """Show a side; where the side had the keys, it has them again."""
        focused = not self._card.has_focus
        self._side = side
        picture = self.host.picture
        person = picture.snapshot.person(self._person) if picture else None
        if picture is not None and person is not None and side != "story":
            self._fill(person, picture)
        self._arrange()
        if focused:
            self._lists[side].focus()

    def action_find(self) -> None:
        """Find words in the side that is shown."""
        self._find.find_in(self._lists[self._side])

    @work
    async def action_write(self) -> None:
        """Write a note in the user's editor, or change the highlighted text there."""
        from netjournal.tui.tending import write_in_editor

        await write_in_editor(self)

    def open(self, target: Target) -> None:  # noqa: ARG002 - the base's
        """A record is opened to be read whole and changed; so is the person."""
        self.action_edit()

    @on(LineList.Beyond)
    def _across(self, event: LineList.Beyond) -> None:
        side = self._lists[self._side]
        if event.lines is self._card and event.way > 0 and side.row is not None:
            side.focus()
        elif event.lines is side and event.way < 0:
            self._card.focus()

    def on_descendant_focus(self) -> None:
        """Other acts may be possible there."""
        self.refresh_able()
