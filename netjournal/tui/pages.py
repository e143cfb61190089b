"""What every page shares: the top line, the keys, and following the news."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from netjournal.domain.phrases import day_with_weekday
from netjournal.tui.host import JournalHost, Picture
from netjournal.tui.showing import shown
from netjournal.tui.widgets.kept_lines import alike
from netjournal.tui.widgets.keyline import KeyLine
from netjournal.tui.widgets.topline import TopLine

TOO_SMALL = "This window is too small; 40 × 10 is enough."


class Page(Screen[None]):
    """A whole screen. What it shows comes from the host's picture; ``paint`` draws it."""

    BINDINGS: ClassVar[list[BindingType]] = []
    PLACE: ClassVar[str] = ""
    """The main page it is, or is opened over."""

    def __init__(self) -> None:
        super().__init__()
        self._top = TopLine(self.PLACE)
        self._stale = True
        self._discreet = False

    @property
    def host(self) -> JournalHost:
        """The app, as pages know it."""
        app = self.app
        assert isinstance(app, JournalHost)
        return app

    def compose(self) -> ComposeResult:
        """Top line, body, keys; and a sentence for windows that hold none of it."""
        yield self._top
        yield from self.body()
        yield KeyLine()
        yield Static(shown(TOO_SMALL), id="too-small")

    def render_lines(self, crop: Region) -> list[Strip]:
        """Its own lines, which are behind its widgets."""
        return alike(self, crop, super().render_lines)

    @property
    def capture_begins(self) -> str:
        """What a line captured here begins with."""
        return ""

    def body(self) -> Iterable[Widget]:
        """What is between the top line and the keys."""
        raise NotImplementedError

    def paint(self, picture: Picture) -> None:
        """Show the picture."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show what there is, and follow the news."""
        self.host.news.subscribe(self, self._heard)
        if self.host.picture is not None:
            self._heard(self.host.picture)
        elif self.host.glimpse is not None:
            self.show_glimpse(self.host.glimpse)

    def show_glimpse(self, picture: Picture) -> None:
        """Show what is known before the journal is read; most pages wait."""

    def _heard(self, picture: Picture) -> None:
        veil_moved, self._discreet = picture.discreet != self._discreet, picture.discreet
        self._stale = not (veil_moved or self._is_seen())
        if not self._stale:
            self.head(picture)
            self.paint(picture)

    def head(self, picture: Picture) -> None:
        """The day and the figure on the top line."""
        self._top.day = day_with_weekday(picture.day, picture.day)
        in_touch = picture.today.in_touch
        figure = "discreet, z shows" if picture.discreet else str(in_touch)
        self._top.figure = figure if in_touch.of or picture.discreet else ""

    def _is_seen(self) -> bool:
        """Whether this page is on top, dialogs apart."""
        stack = self.app.screen_stack
        if self not in stack:
            return False
        return all(screen.is_modal for screen in stack[stack.index(self) + 1 :])

    def on_screen_resume(self) -> None:
        """Catch up with the news that came while another page was shown."""
        if self._stale and self.host.picture is not None:
            self._heard(self.host.picture)

    @on(TopLine.Chosen)
    async def _go(self, event: TopLine.Chosen) -> None:
        event.stop()
        await self.run_action(f"app.go('{event.page}')")

    async def action_look(self) -> None:
        """Look for words in everything."""
        await self.run_action("app.search")
