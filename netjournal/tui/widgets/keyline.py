"""The bottom line: the keys that work here and now, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from netjournal.text import width
from netjournal.tui.keys import BACK, BEGINNING, CHOOSING, EVERYWHERE, MOVING
from netjournal.tuples import NamedTuple

_FIRST = (MOVING[0], *BACK, *CHOOSING, *BEGINNING)
_EARLY = {binding.description.lower(): place for place, binding in enumerate(_FIRST)}
"""Shown first however little room there is: the way in, the way back, what only this page does."""
_AT_THE_END = frozenset(binding.id for binding in EVERYWHERE)


_BETWEEN = "· "
"""Between keys of different groups."""


class _Entry(NamedTuple):
    """A key of the line."""

    name: str
    label: str
    key: str
    is_able: bool
    group: str
    is_apart: bool = False
    """Whether it begins another group than the key before it."""

    @property
    def cells(self) -> int:
        """How wide it is, with the room behind it."""
        before = len(_BETWEEN) if self.is_apart else 0
        return before + width(self.name) + 1 + width(self.label) + 2


class KeyLine(Widget):
    """One line drawn from the screen's active bindings; what cannot be done now is greyed."""

    DEFAULT_CSS = """
    KeyLine {
        height: 1;
        dock: bottom;
        background: $panel;
        color: $foreground 80%;
        padding: 0 1;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[int, int, str]] = []
        self._says: dict[str, str] = {}
        """What each key does, in a sentence."""

    def on_mount(self) -> None:
        """Draw again when other keys work."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """Keys of this page at the left, those that work everywhere at the right."""
        here: list[_Entry] = []
        everywhere: list[_Entry] = []
        seen: set[str | None] = set()
        for _node, binding, enabled, tip in self.screen.active_bindings.values():
            if not binding.show or binding.id is None or binding.id in seen:
                continue
            seen.add(binding.id)
            self._says[binding.key] = tip or binding.tooltip
            label = binding.description.lower()
            group = binding.group.description if binding.group and label not in _EARLY else ""
            entry = _Entry(self.app.get_key_display(binding), label, binding.key, enabled, group)
            (everywhere if binding.id in _AT_THE_END else here).append(entry)
        here.sort(key=lambda entry: _EARLY.get(entry.label, len(_EARLY)))
        room = self.size.width
        right = _fitting(everywhere[::-1], room // 2)[::-1]
        taken = sum(entry.cells for entry in right)
        left = _fitting(_in_groups(here), room - taken)
        gap = room - taken - sum(entry.cells for entry in left)
        parts: list[Content] = []
        self._places = []
        at = self.styles.padding.left
        for entries, space in ((left, gap), (right, 0)):
            for entry in entries:
                self._places.append((at, at + entry.cells - 2, entry.key))
                at += entry.cells
                parts.append(_drawn(entry))
            parts.append(Content(" " * max(0, space)))
            at += space
        return Content.assemble(*parts)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The key under the mouse says what it does."""
        key = self._key_at(event.x)
        self.tooltip = self._says.get(key) if key else None

    def _key_at(self, x: int) -> str:
        return next((key for start, end, key in self._places if start <= x < end), "")

    def on_click(self, event: events.Click) -> None:
        """A click on a key is the key."""
        key = self._key_at(event.x)
        if key:
            self.app.simulate_key(key)


def _in_groups(entries: Sequence[_Entry]) -> Sequence[_Entry]:
    """The keys that act, those about the person and those of the list, told apart."""
    before = [None, *(entry.group for entry in entries)]
    return [
        entry._replace(is_apart=group not in {None, entry.group})
        for entry, group in zip(entries, before, strict=False)
    ]


def _fitting(entries: Sequence[_Entry], room: int) -> Sequence[_Entry]:
    kept = []
    for entry in entries:
        room -= entry.cells
        if room < -2:
            break
        kept.append(entry)
    return kept


def _drawn(entry: _Entry) -> Content:
    before = Content.styled(_BETWEEN if entry.is_apart else "", "$foreground 35%")
    if not entry.is_able:
        return before + Content.styled(f"{entry.name} {entry.label}  ", "$foreground 35%")
    return Content.assemble(before, (f"{entry.name} ", "$accent bold"), f"{entry.label}  ")
