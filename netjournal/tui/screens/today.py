"""Today: whom to get back to, by which means, and why; the week's five beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from netjournal.domain.item import Group
from netjournal.domain.phrases import day_with_weekday
from netjournal.text import plural
from netjournal.tui import keys
from netjournal.tui.calm_lines import calm_rows
from netjournal.tui.host import Picture
from netjournal.tui.previewing import WIDE, PreviewingPage
from netjournal.tui.showing import shown
from netjournal.tui.target import Target
from netjournal.tui.today_lines import COLUMNS, today_rows
from netjournal.tui.week_lines import WEEK_COLUMNS, folded_rows, week_rows, week_title
from netjournal.tui.widgets.kept_lines import Across, Down
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import BLANK, Cell, Row, said

if TYPE_CHECKING:
    from netjournal.views.week import WeekLine


class TodayPage(PreviewingPage):
    """The attention list of the day."""

    PLACE: ClassVar[str] = "today"
    BINDING_GROUP_TITLE = "Today"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.LOOKING]

    def __init__(self) -> None:
        super().__init__()
        self._lines = LineList(COLUMNS, id="today")
        self._week = LineList(WEEK_COLUMNS, id="week")
        self._week.display = False
        self._opened: frozenset[Group] = frozenset()
        self._unfolded = False
        self._five: Sequence[WeekLine] = ()
        self._beside = False  # whether the five stand beside the list

    @property
    def lines(self) -> LineList:
        """The list, or the week's five while they are in focus."""
        return self._week if self._week.has_focus else self._lines

    def body(self) -> Iterable[Widget]:
        """The list; where there is room the week's five and the preview."""
        self._lines.border_title = shown("Today")
        self._lines.show([BLANK, said("Opening the journal …")])
        beside = Down(self._week, self.preview, id="beside")
        yield Across(self._lines, beside, id="panes")

    def show_glimpse(self, picture: Picture) -> None:
        """List the day, if there is something to list; a calm day waits for the journal."""
        if picture.today.groups:
            self.head(picture)
            self._list(picture)

    def paint(self, picture: Picture) -> None:
        """List the day."""
        self._list(picture)
        self._look_at_the_week(picture)

    def _list(self, picture: Picture) -> None:
        view, discreet = picture.today, picture.discreet
        self._beside = self.app.size.width >= WIDE
        rows = list(
            today_rows(view, picture.snapshot.drafts(), self._opened, discreet=discreet)
        ) or list(calm_rows(picture))
        if not self._beside:
            rows += folded_rows(
                self._five, picture.standings, opened=self._unfolded, discreet=discreet
            )
        count = 0 if discreet else view.length
        parts = (day_with_weekday(picture.day, picture.day), plural(count, "line") if count else "")
        title = " · ".join(part for part in ("Today", *parts) if part)
        self._lines.border_title = shown(title)
        self._lines.show(rows)
        self._week.show(list(week_rows(self._five, picture.standings, discreet=discreet)))
        self._week.border_title = shown(week_title(self._five))
        self._week.display = bool(self._five)

    @work(exclusive=True, group="find")
    async def _look_at_the_week(self, picture: Picture) -> None:
        """In a thread: who is due is asked of everybody in a circle."""
        from asyncio import to_thread

        from netjournal.views.week import week_view

        five = await to_thread(week_view, picture.standings)
        if five != self._five and self.host.picture is picture:
            self._five = five
            self._list(picture)

    def on_resize(self) -> None:
        """The week's five stand beside the list, or at its end."""
        super().on_resize()
        beside = self.app.size.width >= WIDE
        if beside is not self._beside and self.host.picture is not None:
            self._list(self.host.picture)

    def open(self, target: Target) -> None:
        """Open a person, a line to finish, the rest of a group, or the week's five."""
        if target.folds:
            self._unfolded = not self._unfolded
        elif target.more is not None:
            self._opened = self._opened ^ {target.more}
        else:
            super().open(target)
            return
        if self.host.picture is not None:
            self._list(self.host.picture)

    def preview_head(self) -> Iterable[Row]:
        """The line in full: in the list it may be cut."""
        target, picture = self.target, self.host.picture
        item = target.item if target else None
        if item is None or picture is None or picture.discreet or not item.reason:
            return
        words = " · ".join(part for part in (item.what, item.reason) if part)
        yield Row((Cell(words, "soon"),), flow=True, wrap=True)
        yield BLANK

    @on(LineList.Beyond)
    def _across(self, event: LineList.Beyond) -> None:
        if event.lines is self._lines and event.way > 0 and self._beside and self._five:
            self._week.focus()
        elif event.lines is self._week and event.way < 0:
            self._lines.focus()

    def on_descendant_focus(self) -> None:
        """Other acts may be possible there, about somebody else."""
        self.refresh_able()
        self.follow()
