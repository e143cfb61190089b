"""The bottom line: the keys that work here and now, as many as there is room for."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from netjournal.text import width
from netjournal.tui.keys import BACK, BEGINNING, CHOOSING, EVERYWHERE, MOVING

_FIRST = (MOVING[0], *BACK, *CHOOSING, *BEGINNING)
_EARLY = {binding.description.lower(): place for place, binding in enumerate(_FIRST)}
"""Shown first however little room there is: the way in, the way back, what only this page does."""
_AT_THE_END = frozenset(binding.id for binding in EVERYWHERE)


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
        here: list[tuple[str, str, str, bool]] = []
        everywhere: list[tuple[str, str, str, bool]] = []
        seen: set[str | None] = set()
        for _node, binding, enabled, tip in self.screen.active_bindings.values():
            if not binding.show or binding.id is None or binding.id in seen:
                continue
            seen.add(binding.id)
            self._says[binding.key] = tip or binding.tooltip
            entry = (self.app.get_key_display(binding), binding.description.lower(), binding.key,
                     enabled)  # fmt: skip
            (everywhere if binding.id in _AT_THE_END else here).append(entry)
        here.sort(key=lambda entry: _EARLY.get(entry[1], len(_EARLY)))
        room = self.size.width
        right = _fitting(everywhere[::-1], room // 2)[::-1]
        taken = sum(map(_cells, right))
        left = _fitting(here, room - taken)
        gap = room - taken - sum(map(_cells, left))
        parts: list[Content] = []
        self._places = []
        at = self.styles.padding.left
        for entries, space in ((left, gap), (right, 0)):
            for entry in entries:
                self._places.append((at, at + _cells(entry) - 2, entry[2]))
                at += _cells(entry)
                parts.append(_entry(*entry))
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


def _cells(entry: tuple[str, str, str, bool]) -> int:
    return width(entry[0]) + 1 + width(entry[1]) + 2


def _fitting(
    entries: list[tuple[str, str, str, bool]], room: int
) -> list[tuple[str, str, str, bool]]:
    kept = []
    for entry in entries:
        room -= _cells(entry)
        if room < -2:
            break
        kept.append(entry)
    return kept


def _entry(key: str, label: str, _key: str, enabled: bool) -> Content:
    if not enabled:
        return Content.styled(f"{key} {label}  ", "$foreground 35%")
    return Content.assemble((f"{key} ", "$accent bold"), f"{label}  ")
