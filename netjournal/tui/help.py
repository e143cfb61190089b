"""Help: every key that works on the page it was asked from, read from the bindings themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType

from netjournal.tui import keys
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.widgets.lines import LineList
from netjournal.tui.widgets.rows import BLANK, Cell, Column, Row

_COLUMNS = (Column(14, 6), Column(10, 6, needs=40), Column(60, 12, grows=True))
_ORDER = (keys.ACT, keys.PERSON, keys.LIST, keys.GO, keys.PROGRAM)
_FILTERS = (
    ("circle:close", "people in a circle"),
    ("is:stale", "quiet for longer than meant; is:dormant, is:cooling, is:resting too"),
    ("last:90d..", "last contact 90 days ago or longer"),
    ("owes:me", "they promised something; owes:them, owes:reply"),
    ("has:address", "also phone, email, birthday"),
    ("topic:gov -berlin", "words and fields combine; - leaves out, OR joins"),
)


class _Keys(LineList):
    """A list to read: there is nothing to open."""

    private = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """All but opening."""
        return False if action == "open" else super().check_action(action, parameters)


class HelpModal(Dialog[None]):
    """The keys by what they are for, each with its sentence."""

    DEFAULT_CSS = """
    HelpModal Frame { width: 84; height: 90%; padding: 0; }
    HelpModal LineList, HelpModal LineList:focus { border: none; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "back", "Close", tooltip="Close the help.", id="help-close",
                show=False),
    ]  # fmt: skip

    def __init__(self, bindings: Mapping[str, tuple[str, Binding]]) -> None:
        """``bindings`` are the active ones by id, each with its keys as people call them."""
        super().__init__("Keys")
        self._listed = bindings

    def body(self) -> ComposeResult:
        """One list."""
        lines = _Keys(_COLUMNS)
        lines.show(list(self._rows()))
        yield lines

    def _rows(self) -> Iterator[Row]:
        for group in _ORDER:
            mine = [(k, b) for k, b in self._listed.values() if b.group == group]
            if not mine:
                continue
            yield Row((Cell(group.description, "group"),), flow=True)
            for place, (key, binding) in enumerate(mine):
                yield Row(
                    (Cell(key, "accent"), Cell(binding.description.lower(), "strong"),
                     Cell(binding.tooltip)),
                    key=f"{group.description} {place}",
                    wrap=True,
                )  # fmt: skip
            yield BLANK
        yield Row((Cell("What the filter understands", "group"),), flow=True)
        for query, finds in _FILTERS:
            yield Row((Cell(query, "accent"), Cell(finds)), key=query, wrap=True, flow=True)


def active(app: App[int]) -> dict[str, tuple[str, Binding]]:
    """The bindings that work now, by id, with all keys of each."""
    found: dict[str, tuple[list[str], Binding]] = {}
    for _node, binding, _enabled, _tip in app.screen.active_bindings.values():
        if binding.id is not None and binding.group is not None:
            found.setdefault(binding.id, ([], binding))[0].append(app.get_key_display(binding))
    return {id: (" ".join(dict.fromkeys(names)), binding) for id, (names, binding) in found.items()}
