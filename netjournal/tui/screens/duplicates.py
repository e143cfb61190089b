"""Likely duplicates: the pairs, the highlighted two side by side, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.widget import Widget
from textual.widgets import Static

from netjournal.journal.snapshot import Snapshot
from netjournal.text import plural
from netjournal.tui import keys, merging
from netjournal.tui.host import Picture
from netjournal.tui.over import OverPage
from netjournal.tui.showing import shown, shown_block
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import BLANK, Cell, Column, Lazy, Row, said
from netjournal.tui.widgets.side_by_side import SideBySide
from netjournal.views.duplicates import Pair, as_they_are, duplicates, still_open

_COLUMNS = (Column(6, 6), Column(30, 10), Column(30, 10), Column(40, 10, grows=True, needs=70))
_SURE, _MAYBE = Cell("● sure", "good"), Cell("○ ask", "soon")


class DuplicatesPage(OverPage):
    """Every pair is decided by one key; what was decided goes from the list, and undo brings it."""

    BINDING_GROUP_TITLE = "Duplicates"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.PAIRING, *keys.BACK]
    DEFAULT_CSS = """
    DuplicatesPage #pairs { height: auto; min-height: 5; max-height: 40%; }
    DuplicatesPage #pairs.-alone { height: 1fr; max-height: 100%; }
    DuplicatesPage #two {
        height: 1fr; border: round $border-blurred; border-title-color: $foreground 60%;
        border-subtitle-color: $foreground 50%; padding: 0 1;
    }
    DuplicatesPage #why { height: auto; max-height: 4; color: $foreground 60%; }
    DuplicatesPage SideBySide { height: 1fr; margin-top: 1; }
    DuplicatesPage.-low #two { padding: 0; }
    """

    def __init__(self, place: str) -> None:
        """``place`` is the page below."""
        super().__init__()
        self._top.page = place
        self._lines = LineList(_COLUMNS, id="pairs")
        self._why = Static(id="why")
        self._both = SideBySide()
        self._two = Vertical(self._why, self._both, id="two")
        self._found: Sequence[Pair] | None = None
        """Every pair that was found when the page was opened; None until then."""
        self._swapped: frozenset[str] = frozenset()
        """Keys of pairs of which the other one is to stay."""

    def body(self) -> Iterable[Widget]:
        """The pairs over the two."""
        self._lines.border_title = shown("Duplicates")
        self._lines.show([BLANK, said("Looking for people who may be one …")])
        yield Container(self._lines, self._two)

    def on_mount(self) -> None:
        """Look once; what is decided afterwards is seen without looking again."""
        super().on_mount()
        self._lines.focus()
        self._look()

    @work(thread=True, group="find", exit_on_error=False)
    def _look(self) -> None:
        host = self.host
        found = duplicates(host.journal.snapshot, merging.region_of(host))
        self.app.call_from_thread(self._looked, found)

    def _looked(self, found: Sequence[Pair]) -> None:
        self._found = found
        if self.is_attached and self.host.picture is not None:
            self.paint(self.host.picture)

    def paint(self, picture: Picture) -> None:
        """List the pairs nobody decided yet, as they are now."""
        if self._found is None:
            return
        snapshot = picture.snapshot
        pairs = still_open(self._found, snapshot)
        many = "" if picture.discreet else f" · {plural(len(pairs), 'pair')}"
        self._lines.border_title = shown(f"Duplicates{many}")
        self._lines.border_subtitle = shown("M one person · X two people" if pairs else "")
        rows = Lazy([_key(pair) for pair in pairs], lambda at: self._row(pairs[at], snapshot))
        self._lines.show(rows if pairs else list(_nobody(len(self._found))))

    def _row(self, pair: Pair, snapshot: Snapshot) -> Row:
        key, pair = _key(pair), as_they_are(pair, snapshot)
        if key in self._swapped:
            pair = pair.swapped
        sure = _SURE if pair.likeness.is_sure else _MAYBE
        why = " · ".join(kind.value for kind, _ in pair.likeness.shared)
        cells = (Cell(pair.first.name, "strong"), Cell(pair.second.name), Cell(why, "muted"))
        return Row((sure, *cells), key=key, target=pair)

    @property
    def pair(self) -> Pair | None:
        """The highlighted two, who stays first."""
        row = self._lines.row
        return row.target if row is not None and isinstance(row.target, Pair) else None

    @property
    def _key(self) -> str:
        """Of the highlighted two, whoever of them is to stay."""
        return self._lines.row.key if self._lines.row is not None else ""

    @on(LineList.Highlighted)
    def _highlighted(self, event: LineList.Highlighted) -> None:
        event.stop()
        pair = self.pair
        self._two.display = pair is not None
        self._lines.set_class(pair is None, "-alone")
        self.refresh_bindings()
        if pair is None:
            return
        self._two.border_title = shown("One person" if pair.likeness.is_sure else "One person?")
        self._two.border_subtitle = shown("J K scroll")
        discreet = self.host.picture is None or self.host.picture.discreet
        self._why.update(shown_block("" if discreet else "\n".join(pair.sentences)))
        stays = f"{pair.first.name}  · stays"
        self._both.show((stays, pair.second.name), pair.fields)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to decide without a pair."""
        if action in {"merge", "swap", "apart"}:
            return True if self.pair is not None else None
        return super().check_action(action, parameters)

    @on(LineList.Opened)
    @work
    async def _open(self, event: LineList.Opened) -> None:
        """Enter asks, with everything that can be answered."""
        event.stop()
        pair = self.pair
        if pair is not None and not await merging.decide(self.host, pair, self._as_sure_as(pair)):
            self._lines.action_move(1)

    def _as_sure_as(self, pair: Pair) -> Sequence[Pair]:
        """Every pair that is surely one person, where this one is."""
        if not pair.likeness.is_sure:
            return ()
        listed = (row.target for row in self._lines.rows)
        return [each for each in listed if isinstance(each, Pair) and each.likeness.is_sure]

    def action_merge(self) -> None:
        """Make one of the two; the first stays."""
        if self.pair is not None:
            merging.merge(self.host, self.pair)

    def action_swap(self) -> None:
        """Let the other one stay."""
        if self.pair is not None and self.host.picture is not None:
            self._swapped ^= {self._key}
            self.paint(self.host.picture)

    def action_apart(self) -> None:
        """Remember that they are two people."""
        if self.pair is not None:
            merging.part(self.host, self.pair)

    def action_scroll(self, pages: int) -> None:
        """Through two people longer than their pane."""
        self._both.scroll_by(pages)


def _key(pair: Pair) -> str:
    """What a pair is known by for as long as the page is open."""
    return f"{pair.first.id} {pair.second.id}"


def _nobody(found: int) -> Iterable[Row]:
    yield BLANK
    yield said("All pairs are decided." if found else "Nobody looks like somebody else.", "strong")
    yield said("u undoes the last one; escape goes back." if found else "Escape goes back.")
