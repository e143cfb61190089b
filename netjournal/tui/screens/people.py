"""People: everybody, found as one types, sorted by any column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.domain.person import Person
from netjournal.domain.values import PersonId
from netjournal.errors import NetjournalError
from netjournal.text import plural
from netjournal.tui import keys
from netjournal.tui.host import Picture
from netjournal.tui.people_lines import COLUMNS, people_lines
from netjournal.tui.previewing import PreviewingPage
from netjournal.tui.showing import shown
from netjournal.tui.widgets.line_input import LineInput
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import BLANK, Cell, Row
from netjournal.views.people import SORTS, people_found
from netjournal.views.standings import Subject

_NOBODY = (BLANK, Row((Cell("Nobody is found.", "muted"),), flow=True))
EXAMPLE = "a name, a word, or circle:close  is:stale  topic:gov  last:90d..  has:address"


class PeoplePage(PreviewingPage):
    """The network; the filter looks through the rolodex too."""

    PLACE: ClassVar[str] = "people"
    BINDING_GROUP_TITLE = "People"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.FINDING, *keys.BACK]

    def __init__(self) -> None:
        super().__init__()
        self._lines = LineList(COLUMNS, id="people")
        self._filter = LineInput(placeholder=EXAMPLE, id="filter")
        self._said = Static(id="said")
        self._sort = "name"
        self._found: Sequence[Subject] = ()
        self._marked: frozenset[PersonId] = frozenset()

    @property
    def lines(self) -> LineList:
        """The list."""
        return self._lines

    def body(self) -> Iterable[Widget]:
        """The filter over the list, and the preview."""
        self._lines.border_title = shown("People")
        yield Horizontal(
            Vertical(self._filter, self._said, self._lines, id="finding"),
            self.preview,
            id="panes",
        )

    def on_mount(self) -> None:
        """The list has the keys until the filter is asked for."""
        self._lines.focus()

    def paint(self, picture: Picture) -> None:
        """Find them again."""
        self._find(picture, self._filter.value)

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.refresh_bindings()
        if self.host.picture is not None:
            self._find(self.host.picture, event.value)

    @work(exclusive=True, group="find")
    async def _find(self, picture: Picture, text: str) -> None:
        """Look in a thread: a query may have to know where everybody stands."""
        from asyncio import to_thread

        try:
            found, rest = await to_thread(_look, picture, text, self._sort)
        except NetjournalError as error:
            self._say(error.message)
            return
        self._say("")
        self._found = found
        hint = f"{rest} more in the rolodex: / and type, or circle:rolodex" if rest else ""
        self._lines.border_subtitle = shown(hint)
        self._list()

    def _list(self) -> None:
        """Show who was found, with the marks."""
        picture = self.host.picture
        if picture is None:
            return
        title = f"{plural(len(self._found), 'person', 'people')} · by {self._sort}"
        if self._marked:
            title += f" · {len(self._marked)} marked"
        self._lines.border_title = shown(title)
        self._lines.show(people_lines(self._found, picture.standings, self._marked) or _NOBODY)

    @property
    def people(self) -> Sequence[Person]:
        """Everybody marked, else who is highlighted."""
        picture = self.host.picture
        if not self._marked or picture is None:
            return super().people
        return [person for id in self._marked if (person := picture.snapshot.person(id))]

    def acted(self) -> None:
        """The marks have done their work."""
        self._mark(frozenset())

    def _mark(self, marked: frozenset[PersonId]) -> None:
        self._marked = marked
        self._list()
        self.refresh_bindings()

    def action_mark(self) -> None:
        """Mark the person, or take the mark away, and go on to the next."""
        person = self.person
        if person is not None:
            self._mark(self._marked ^ {person.id})
            self._lines.action_move(1)

    @work
    async def action_jump(self) -> None:
        """Go to the first name with a letter."""
        from netjournal.text import fold
        from netjournal.tui.modals.jump import JumpModal

        letter = await self.app.push_screen_wait(JumpModal())
        if letter:
            names = ((fold(each.person.name), each.person.id) for each in self._found)
            self._lines.highlight(next((id for name, id in names if name[:1] == fold(letter)), ""))

    def _say(self, text: str) -> None:
        self._said.update(shown(text))
        self._said.set_class(bool(text), "-problem")

    def action_filter(self) -> None:
        """Go to the filter."""
        self._filter.focus()

    @on(Input.Submitted, "#filter")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._lines.focus()

    def action_sort(self) -> None:
        """Sort by the next column."""
        sorts = list(SORTS)
        self._sort = sorts[(sorts.index(self._sort) + 1) % len(sorts)]
        if self.host.picture is not None:
            self.paint(self.host.picture)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a way back while something is filtered."""
        if action == "back":
            return bool(self._filter.has_focus or self._filter.value or self._marked)
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """From the filter to the list; then no marks; then everybody."""
        if self._filter.has_focus:
            self._lines.focus()
        elif self._marked:
            self._mark(frozenset())
        elif self._filter.value:
            self._filter.value = ""


def _look(picture: Picture, text: str, sort: str) -> tuple[Sequence[Subject], int]:
    """Who is found, and how many of the rolodex are left out while nothing is looked for."""
    from netjournal.journal.queries import parse_query

    found = people_found(picture.standings, parse_query(text), sort=sort)
    if text.strip():
        return found, 0
    near = tuple(subject for subject in found if subject.person.circle.in_network)
    return (near, len(found) - len(near)) if near else (found, 0)
