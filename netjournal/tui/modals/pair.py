"""Two people who may be one: who stays, or that they are two."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from textual.binding import Binding, BindingType

from netjournal.tui.modals.comparing import ComparingDialog
from netjournal.tui.widgets.choice_list import Choice
from netjournal.views.duplicates import Pair


class Verdict(Enum):
    """What was decided about the two."""

    FIRST = "first"
    """One person; the first stays."""
    SECOND = "second"
    """One person; the second stays."""
    TWO = "two"
    LATER = "later"


class PairModal(ComparingDialog[Verdict]):
    """Both side by side, and what can be said of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "choose('x')", "Two people", False, id="pair-two",
                tooltip="They are two people; never ask again."),
        Binding("l", "choose('l')", "Later", False, id="pair-later",
                tooltip="Leave it open."),
    ]  # fmt: skip

    def __init__(self, pair: Pair) -> None:
        super().__init__("One person or two?")
        self._pair = pair

    def on_mount(self) -> None:
        """Ask."""
        super().on_mount()
        first, second = self._pair.first.name, self._pair.second.name
        merged = "one person; undo parts them"
        self.ask(
            "\n".join(self._pair.sentences),
            [
                Choice(key="1", label=f"Keep {first}", about=merged),
                Choice(key="2", label=f"Keep {second}", about=merged),
                Choice(key="x", label="Two people", about="never ask again"),
                Choice(key="l", label="Later", about="leave it open"),
            ],
        )
        self._both.show((f"1  {first}", f"2  {second}"), self._pair.fields)

    def chosen(self, place: int) -> None:
        """Leave with the verdict."""
        self.dismiss(list(Verdict)[place])
