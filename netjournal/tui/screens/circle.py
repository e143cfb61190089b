"""A circle's people side by side: who might step back, and by what that is seen."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from netjournal.domain.values import Circle
from netjournal.tui import keys
from netjournal.tui.circle_lines import COLUMNS, circle_rows
from netjournal.tui.host import Picture
from netjournal.tui.over import OverPage
from netjournal.tui.previewing import ListedPage
from netjournal.tui.showing import shown
from netjournal.views.circles import circle_sizes


class CircleScreen(OverPage, ListedPage):
    """Everybody of one circle with the parts of the relationship; who may step back comes first."""

    BINDING_GROUP_TITLE = "This page"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.LOOKING, *keys.BACK]

    def __init__(self, circle: Circle, place: str) -> None:
        """``place`` is the page below."""
        super().__init__(COLUMNS)
        self._circle = circle
        self._top.page = place

    def paint(self, picture: Picture) -> None:
        """List them."""
        size = circle_sizes(picture.standings)[self._circle]
        asks = "who steps back?" if size.too_many else "side by side"
        title = str(self._circle) if picture.discreet else f"{size} · {asks}"
        self._lines.border_title = shown(title)
        self._lines.border_subtitle = shown("o another circle · r let rest")
        self._lines.show(
            list(circle_rows(self._circle, picture.standings, discreet=picture.discreet))
        )
