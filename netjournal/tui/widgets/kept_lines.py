"""Lines that are finished once, and taken as they are wherever they come to stand."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from math import ceil

from textual.color import Color
from textual.containers import Horizontal, Vertical
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

_MOST = 400
"""Finished lines that are kept: a few windows of them."""


class KeptLines(ScrollView):
    """A view of lines that is quick to scroll and to fill again.

    Textual finishes a line by styles, borders and filters each time another row comes to it: most
    of what a key costs that scrolls. Here a line named by ``line_key`` is finished once, between
    edges that are the same for all; ``refresh`` without a region, another size and another crop
    forget them. Its content must fill its width and bring its own background.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._finished: dict[Hashable, Strip] = {}
        self._finished_for: tuple[Size, tuple[int, int]] = (Size(), (0, 0))
        self._edges: tuple[Strip, Strip] | None = None

    def line_key(self, y: int) -> Hashable:
        """What is drawn at a line of the content: two that are equal look the same."""
        raise NotImplementedError

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> KeptLines:
        """Draw again; without a region everything, from the beginning."""
        if repaint and not regions:
            self._forget()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines within a part of the widget, borders and all."""
        now = (self.outer_size, crop.column_span)
        if now != self._finished_for or len(self._finished) > _MOST:
            self._forget()
            self._finished_for = now
        gutter = self.styles.gutter
        top, end = gutter.top, self.outer_size.height - gutter.bottom
        by_textual, background = super().render_lines, self.background_colors[1]
        return [
            self._line(y - top, crop, background)
            if top <= y < end
            else by_textual(Region(crop.x, y, crop.width, 1))[0]
            for y in crop.line_range
        ]

    def _forget(self) -> None:
        self._finished.clear()
        self._edges = None

    def _line(self, y: int, crop: Region, background: Color) -> Strip:
        key = self.line_key(y)
        strip = self._finished.get(key)
        if strip is None:
            strip = self.render_line(y)
            for each in self.get_line_filters():
                strip = strip.apply_filter(each, background)
            left, right = self._edges or self._edges_at(y)
            if left or right:
                strip = Strip.join([left, strip, right])
            if crop.column_span != (0, self.outer_size.width):
                strip = strip.crop(*crop.column_span)
            self._finished[key] = strip
        return strip

    def _edges_at(self, y: int) -> tuple[Strip, Strip]:
        """What Textual draws left and right of a line: borders and padding."""
        width, gutter = self.outer_size.width, self.styles.gutter
        if not gutter.width:
            self._edges = Strip([]), Strip([])
        else:
            (whole,) = super().render_lines(Region(0, y + gutter.top, width, 1))
            # the room of a scrollbar counts as gutter, and is drawn with the content
            right = gutter.left + self.size.width
            self._edges = whole.crop(0, gutter.left), whole.crop(right, width)
        return self._edges

    def reach(self, size: Size) -> None:
        """So large is everything together; the screen is arranged again only if it must be."""
        seen, before = self.scrollable_content_region.height, self.virtual_size
        bar = self.show_vertical_scrollbar
        if (
            self.styles.auto_dimensions
            or size.width != before.width
            or (before.height > seen, size.height > seen) != (bar, bar)
        ):
            self.virtual_size = size
            return
        self.set_reactive(Widget.virtual_size, size)
        if bar:
            self._reach_by_bar(size.height)
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def _reach_by_bar(self, height: int) -> None:
        """So many lines are there: the bar is drawn again only if it looks otherwise."""
        bar = self.vertical_scrollbar
        before = thumb(bar.size.height, bar.window_size, bar.window_virtual_size, bar.position)
        after = thumb(bar.size.height, bar.window_size, height, bar.position)
        bar.set_reactive(ScrollBar.window_virtual_size, height)
        if before != after:
            bar.refresh()


def thumb(size: int, window: float, whole: float, position: float) -> tuple[int, int]:
    """Where the thumb of a bar begins and how long it is, in the eighths that Textual draws.

    ``size`` is in cells; of ``whole`` lines a ``window`` is seen, from ``position`` on.
    """
    if not 0 < window < whole or size == whole:
        return 0, 0
    length = max(1.0, window * size / whole)
    start = (size - length) * position / (whole - window)
    return int(start * 8), ceil(length * 8)


def alike(widget: Widget, crop: Region, lines_in: Callable[[Region], list[Strip]]) -> list[Strip]:
    """The lines of a container: one is drawn for all between its borders."""
    gutter = widget.styles.gutter
    top, end = gutter.top, widget.outer_size.height - gutter.bottom
    inner: Strip | None = None
    strips = []
    for y in crop.line_range:
        if top <= y < end:
            if inner is None:
                (inner,) = lines_in(Region(crop.x, top, crop.width, 1))
            strips.append(inner)
        else:
            strips += lines_in(Region(crop.x, y, crop.width, 1))
    return strips


class Across(Horizontal):
    """Widgets beside each other."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Its own lines, which are behind its widgets."""
        return alike(self, crop, super().render_lines)


class Down(Vertical):
    """Widgets below each other."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Its own lines, which are behind its widgets."""
        return alike(self, crop, super().render_lines)
