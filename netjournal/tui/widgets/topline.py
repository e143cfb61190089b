"""The top line: the program, its pages, the day, and the living network."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from netjournal.tui.showing import shown

PAGES = (
    ("today", "1", "Today"),
    ("people", "2", "People"),
    ("give", "3", "Give"),
    ("gatherings", "4", "Gatherings"),
    ("network", "5", "Network"),
)
"""Mode, key and title of the main pages."""
_NAME = "netjournal   "
_GAP = "  "
_WHOLE = sum(len(f"{key} {title}{_GAP}") for _mode, key, title in PAGES)
"""Cells of all pages with their titles."""


class TopLine(Widget):
    """One line; a click on a page goes there."""

    DEFAULT_CSS = """
    TopLine {
        height: 1;
        dock: top;
        background: $panel;
        color: $foreground;
        padding: 0 1;
    }
    """
    page: reactive[str] = reactive("")
    day: reactive[str] = reactive("")
    figure: reactive[str] = reactive("")

    class Chosen(Message):
        """A page was clicked."""

        def __init__(self, page: str) -> None:
            super().__init__()
            self.page = page

    def __init__(self, page: str) -> None:
        super().__init__()
        self.set_reactive(TopLine.page, page)

    def render(self) -> Content:
        """The pages at the left, the day and the figure at the right as far as there is room."""
        tabs = self._tabs()
        left = Content.assemble(
            Content.styled(self._brand, "$accent bold"), *(tab for _mode, tab in tabs)
        )
        room = self.size.width - left.cell_length
        for right in (f"{self.day} · {self.figure}" if self.figure else self.day, self.figure):
            if right and len(right) + 2 <= room:
                gap = " " * (room - len(right))
                return left.append(gap).append(shown(right, "$foreground 75%"))
        return left

    @property
    def _brand(self) -> str:
        """The name of the program, where the figure does not need its room."""
        return _NAME if _WHOLE + len(_NAME) + len(self.figure) < self.size.width else ""

    def _tabs(self) -> list[tuple[str, Content]]:
        """Each page with its title; where they do not fit the others with their keys alone."""
        whole = self.size.width >= _WHOLE
        tabs = []
        for mode, key, title in PAGES:
            here = mode == self.page
            parts = [Content.styled(key, "$foreground 50%" if whole or here else "$foreground 75%")]
            if whole or here:
                style = "bold underline" if here else "$foreground 75%"
                parts += [Content(" "), Content.styled(title, style)]
            tabs.append((mode, Content.assemble(*parts, _GAP)))
        return tabs

    def on_click(self, event: events.Click) -> None:
        """Go to the page that was clicked."""
        place = event.x - self.styles.padding.left - len(self._brand)
        for mode, tab in self._tabs():
            if 0 <= place < tab.cell_length:
                self.post_message(self.Chosen(mode))
                return
            place -= tab.cell_length
