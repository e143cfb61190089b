"""Two people side by side, each field with a sign that says how they compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from netjournal.text import fit, safe_line, width
from netjournal.tui.showing import shown
from netjournal.tui.widgets.rows import wrapped
from netjournal.views.comparing import Compared, FieldPair

_LABEL_MOST = 14
_SIGN = 3
_SIDE_LEAST = 18
"""Cells under which the two stand below each other instead."""
_SIDES = ("‹", "›")
_STYLES = {
    Compared.SAME: "$foreground 50%",
    Compared.DIFFERS: "$text-warning bold",
    Compared.ADDS: "$text-accent",
}
_LEGEND = {
    Compared.SAME: "the same",
    Compared.DIFFERS: "only one can stand",
    Compared.ADDS: "room for both",
}


class SideBySide(VerticalScroll, can_focus=False):
    """The fields of two people; scrolled by its owner's keys and by the wheel."""

    DEFAULT_CSS = """
    SideBySide { height: auto; scrollbar-size-vertical: 1; }
    SideBySide Static { width: 1fr; height: auto; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._said = Static()
        self._heads = ("", "")
        self._pairs: Sequence[FieldPair] = ()

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._said

    def show(self, heads: tuple[str, str], pairs: Sequence[FieldPair]) -> None:
        """Other people, from the top."""
        self._heads, self._pairs = heads, pairs
        self._lay_out()
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Share the room again."""
        self._lay_out()

    def scroll_by(self, pages: int) -> None:
        """Half a page up or down."""
        self.scroll_relative(y=pages * max(1, self.size.height // 2), animate=False)

    def _lay_out(self) -> None:
        room = self.scrollable_content_region.width
        if room > 0:
            self._said.update(Content("\n").join(compared_lines(self._heads, self._pairs, room)))


def compared_lines(
    heads: tuple[str, str], pairs: Sequence[FieldPair], room: int
) -> Sequence[Content]:
    """The lines of a comparison, each at most ``room`` cells wide."""
    label = min(_LABEL_MOST, max((width(pair.label) for pair in pairs), default=0))
    side = (room - label - _SIGN - 2) // 2
    if side < _SIDE_LEAST:
        lines = list(_stacked(heads, pairs, room))
    else:
        head = FieldPair(label="", first=heads[0], second=heads[1])
        lines = [*_columns(head, label, side, sign="", style="bold")]
        for pair in pairs:
            lines += _columns(pair, label, side, pair.compared, _STYLES[pair.compared])
    return [*lines, *_legend(pairs, room)]


def _columns(pair: FieldPair, label: int, side: int, sign: str, style: str) -> Iterator[Content]:
    """A field, wrapped on each side by itself."""
    text = "" if sign else "bold"
    both = zip_longest(wrapped(pair.first, side), wrapped(pair.second, side), fillvalue="")
    for number, (first, second) in enumerate(both):
        yield Content.assemble(
            _filled("" if number else pair.label, label, "$foreground 60%"),
            "  ",
            _filled(first, side, text),
            (f" {sign or ' '} " if not number else " " * _SIGN, style),
            shown(second, text),
        )


def _filled(text: str, cells: int, style: str) -> Content:
    """A text in so many cells; none is nothing but room."""
    padded = fit(safe_line(text), cells)
    return shown(padded, style) if text else Content(padded)


def _stacked(heads: tuple[str, str], pairs: Sequence[FieldPair], room: int) -> Iterator[Content]:
    """For narrow windows: both under the label, told apart by the way an arrow points."""
    for side, head in zip(_SIDES, heads, strict=True):
        yield shown(fit(f"{side} {safe_line(head)}", room).rstrip(), "bold")
    for pair in pairs:
        sign, style = pair.compared, _STYLES[pair.compared]
        label = fit(safe_line(pair.label), room - 2).rstrip()
        yield Content.assemble((f"{sign} ", style), shown(label, "$foreground 60%"))
        values = [pair.first] if sign is Compared.SAME else [pair.first, pair.second]
        for side, value in zip(_SIDES, values, strict=False):
            mark = "    " if sign is Compared.SAME else f"  {side} "
            for line in wrapped(value, max(8, room - len(mark))) if value else ():
                yield Content.assemble((mark, "$foreground 60%"), shown(line))
                mark = "    "


def _legend(pairs: Sequence[FieldPair], room: int) -> Iterator[Content]:
    """What the signs mean, those that are there."""
    there = {pair.compared for pair in pairs}
    told = [f"{sign} {words}" for sign, words in _LEGEND.items() if sign in there]
    if told:
        yield Content()
        for line in wrapped("   ".join(told), room):
            yield shown(line, "$foreground 50%")
