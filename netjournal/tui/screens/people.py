"""People: the network and the rolodex apart, found as one types, sorted by any column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from netjournal import paths
from netjournal.domain.person import Person
from netjournal.domain.values import PersonId
from netjournal.errors import NetjournalError
from netjournal.tui import keys, people_look
from netjournal.tui.finding import Finder, Found, Question
from netjournal.tui.host import Picture
from netjournal.tui.people_lines import PeopleRows, columns_of, headings
from netjournal.tui.people_look import PeopleLook
from netjournal.tui.previewing import PreviewingPage
from netjournal.tui.showing import shown
from netjournal.tui.widgets.headed_lines import HeadedLines, Headings
from netjournal.tui.widgets.kept_lines import Across, Down
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.query_input import QueryBar
from netjournal.tui.widgets.rows import BLANK, Cell, Row
from netjournal.views.people import SORTS
from netjournal.views.people_parts import Part
from netjournal.views.standings import Subject

_NOBODY = (BLANK, Row((Cell("Nobody is found.", "muted"),), flow=True))
EXAMPLE = "a name, a word, or circle:close  is:stale  topic:gov  last:90d..  has:address"
_PARTS = list(Part)
Offers = tuple[int, Sequence[str]]
"""Where the half-typed word begins, and what may stand there."""


class PeoplePage(PreviewingPage):
    """Everybody by part; what is done is done for all who are marked."""

    PLACE: ClassVar[str] = "people"
    BINDING_GROUP_TITLE = "People"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.FINDING, *keys.PARTS, *keys.BACK]

    def __init__(self) -> None:
        super().__init__()
        self._look_file = paths.state_folder() / "people.json"
        self._look = people_look.remembered(self._look_file)
        self._lines = HeadedLines(headings(self._look.columns), id="people")
        self._box = Down(self._lines.line, self._lines, id="people-box")
        self._bar = QueryBar(EXAMPLE)
        self._filter = self._bar.input
        self._part: Part | None = None
        self._finder = Finder()
        self._rows = PeopleRows()
        self._found: Found | None = None
        self._marked: frozenset[PersonId] = frozenset()
        self._narrowed = False
        self._told: tuple[object, ...] = ()

    @property
    def lines(self) -> LineList:
        """The list."""
        return self._lines

    def body(self) -> Iterable[Widget]:
        """The filter over the list, and the preview."""
        yield Across(Down(self._bar, self._box, id="finding"), self.preview, id="panes")

    def on_mount(self) -> None:
        """The list has the keys until the filter is asked for."""
        self._lines.focus()

    def paint(self, picture: Picture) -> None:
        """Find them again."""
        self._find(picture, self._filter.value)

    def _paint_again(self) -> None:
        if self.host.picture is not None:
            self.paint(self.host.picture)

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._part = None
        if bool(event.value) is not self._narrowed:
            self._narrowed = bool(event.value)
            self.refresh_bindings()
        self._paint_again()

    def _find(self, picture: Picture, text: str) -> None:
        """Look at once where that is quick, so that line and list are painted together."""
        look = self._look
        question = Question(
            standings=picture.truth, text=text, part=self._part, sort=look.sort,
            reverse=look.reverse,
        )  # fmt: skip
        before = text[: self._filter.cursor_position] if self._filter.has_focus else ""
        found = self._finder.at_once(question)
        if found is None:
            self._find_later(picture, question, before)
        else:
            self.workers.cancel_group(self, "find")
            self._take_answer(before, _offers(picture, before), found)

    # described, for Textual else writes the whole picture out to describe it
    @work(exclusive=True, group="find", description="find")
    async def _find_later(self, picture: Picture, question: Question, before: str) -> None:
        """Look in a thread: a query may have to know where everybody stands."""
        from asyncio import to_thread

        def look_up() -> tuple[Offers, Found | NetjournalError | None]:
            offers = _offers(picture, before)
            try:
                return offers, self._finder.find(question)
            except NetjournalError as error:
                return offers, error

        offers, found = await to_thread(look_up)
        if found is not None:
            self._take_answer(before, offers, found)

    def _take_answer(self, before: str, offers: Offers, found: Found | NetjournalError) -> None:
        self._filter.offer(before, *offers)
        if isinstance(found, NetjournalError):
            self._bar.say_wrong(found)
        else:
            self._bar.say_right()
            self._found = found
            self._list()

    def _list(self) -> None:
        """Show who was found, with the marks."""
        picture, found = self.host.picture, self._found
        if picture is None or found is None:
            return
        look = self._look
        told = (found.part, *found.counts.values(), picture.discreet, len(self._marked))
        if told != self._told:
            self._told = told
            self._box.border_title = _parts_told(found, discreet=picture.discreet)
            self._box.border_subtitle = shown(_hint(len(self._marked), found.part))
        self._lines.line.set_order(look.sort, down=SORTS[look.sort].down is not look.reverse)
        people: Sequence[Subject] = found.people
        if picture.discreet:  # found by what they are, shown by what may be seen
            seen = (picture.snapshot.person(each.person.id) for each in people)
            people = [picture.standings.subject(person) for person in seen if person]
        rows = self._rows.of(people, picture.standings, self._marked, look.columns)
        self._lines.show(rows or _NOBODY)

    @property
    def people(self) -> Sequence[Person]:
        """Everybody marked, else who is highlighted."""
        picture = self.host.picture
        if not self._marked or picture is None:
            return super().people
        return [person for id in self._marked if (person := picture.snapshot.person(id))]

    @property
    def marked(self) -> frozenset[PersonId]:
        """Those who are marked."""
        return self._marked

    @property
    def asked(self) -> str:
        """What is typed into the filter."""
        return self._filter.value

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

    def action_mark_all(self) -> None:
        """Mark everybody who is listed; where they all are, nobody."""
        if self._found is not None:
            listed = frozenset(subject.person.id for subject in self._found.people)
            self._mark(self._marked - listed if listed <= self._marked else self._marked | listed)

    @work
    async def action_cadence(self) -> None:
        """Say how often to be in touch with everybody marked."""
        from netjournal.tui.tending import ask_cadence

        await ask_cadence(self)

    @work
    async def action_triage(self) -> None:
        """Go through the rolodex."""
        from netjournal.tui.triaging import triage

        await triage(self.host)

    @work
    async def action_jump(self) -> None:
        """Go to the first name with a letter."""
        from netjournal.text import fold
        from netjournal.tui.modals.jump import JumpModal

        letter = await self.app.push_screen_wait(JumpModal())
        if letter and self._found is not None:
            names = ((fold(each.person.name), each.person.id) for each in self._found.people)
            self._lines.highlight(next((id for name, id in names if name[:1] == fold(letter)), ""))

    def action_filter(self) -> None:
        """Go to the filter."""
        self._filter.focus()

    @on(Input.Submitted, "#filter")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._lines.focus()

    def action_part(self, way: int) -> None:
        """Show another part of the people."""
        here = self._found.part if self._found else Part.NETWORK
        self.action_show_part(_PARTS[(_PARTS.index(here) + way) % len(_PARTS)])

    def action_show_part(self, part: str) -> None:
        """Show a part; a click on its name does so."""
        self._part = Part(part)
        self._paint_again()

    def action_sort(self) -> None:
        """Sort by the next column that is shown."""
        sorts = [column.sort for column in columns_of(self._look.columns) if column.sort]
        here = sorts.index(self._look.sort) if self._look.sort in sorts else -1
        following = sorts[(here + 1) % len(sorts)]
        self._take(replace(self._look, sort=following, reverse=False))

    @on(Headings.Chosen)
    def _sort_by(self, event: Headings.Chosen) -> None:
        again = event.sort == self._look.sort
        reverse = again and not self._look.reverse
        self._take(replace(self._look, sort=event.sort, reverse=reverse))

    @work
    async def action_columns(self) -> None:
        """Choose the columns."""
        from netjournal.tui.modals.columns import ColumnsModal

        look = await self.app.push_screen_wait(ColumnsModal(self._look))
        if look is not None:
            self._take(look)

    def _take(self, look: PeopleLook) -> None:
        """Look at the list so, and keep it for the next time."""
        self._look = look
        self._lines.head(headings(look.columns))
        file = self._look_file
        self.run_worker(lambda: people_look.remember(file, look), thread=True, exit_on_error=False)
        self._paint_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a way back while something is filtered."""
        if action == "back":
            return bool(self._filter.has_focus or self._filter.value or self._marked or self._part)
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """From the filter to the list; then no marks; then everybody."""
        if self._filter.has_focus:
            self._lines.focus()
        elif self._marked:
            self._mark(frozenset())
        elif self._filter.value:
            self._filter.value = ""
        else:
            self._part = None
            self._paint_again()


def _hint(marked: int, part: Part) -> str:
    """How many are marked and what for, else what the part offers."""
    if marked:
        return f"{marked} marked{' · M merges them' if marked == 2 else ''}"
    return "R one at a time · → all" if part is Part.ROLODEX else ""


def _parts_told(found: Found, *, discreet: bool) -> Content:
    """``Network 31 · Rolodex 177 · All 208``, the one that is shown bright; a click shows it."""
    told = [
        Content.styled(
            part.value.capitalize() + ("" if discreet else f" {found.counts[part]:,}"),
            "bold underline" if part is found.part else "",
        ).stylize(f"@click=screen.show_part('{part}')")
        for part in _PARTS
    ]
    return Content(" · ").join(told)


def _offers(picture: Picture, text: str) -> Offers:
    """How the text may go on; nothing may where there is none."""
    if not text:
        return 0, ()
    from netjournal.views.completing import query_completions

    found = query_completions(text, picture.standings.settings.queries, lambda: picture.snapshot)
    return found.start, found.words if found.start < len(text) else ()
