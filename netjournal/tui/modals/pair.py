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
    ALL = "all"
    """One person, and so are all pairs that are as sure; the first stays of each."""
    TWO = "two"
    LATER = "later"


class PairModal(ComparingDialog[Verdict]):
    """Both side by side, and what can be said of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "choose('a')", "All", False, id="pair-all",
                tooltip="Merge every pair that is surely one person."),
        Binding("x", "choose('x')", "Two people", False, id="pair-two",
                tooltip="They are two people; never ask again."),
        Binding("l", "choose('l')", "Later", False, id="pair-later",
                tooltip="Leave it open."),
    ]  # fmt: skip

    def __init__(self, pair: Pair, *, sure: int = 0) -> None:
        """``sure`` is how many pairs are surely one person, this one with them."""
        super().__init__("One person or two?")
        self._pair = pair
        self._sure = sure
        self._verdicts = [each for each in Verdict if each is not Verdict.ALL or sure > 1]

    def on_mount(self) -> None:
        """Ask."""
        super().on_mount()
        first, second = self._pair.first.name, self._pair.second.name
        merged = "one person; undo parts them"
        choices = {
            Verdict.FIRST: Choice(key="1", label=f"Keep {first}", about=merged),
            Verdict.SECOND: Choice(key="2", label=f"Keep {second}", about=merged),
            Verdict.ALL: Choice(
                key="a", label=f"All {self._sure} sure pairs",
                about="one person each, the first stays; one undo",
            ),
            Verdict.TWO: Choice(key="x", label="Two people", about="never ask again"),
            Verdict.LATER: Choice(key="l", label="Later", about="leave it open"),
        }  # fmt: skip
        self.ask("\n".join(self._pair.sentences), [choices[each] for each in self._verdicts])
        self._both.show((f"1  {first}", f"2  {second}"), self._pair.fields)

    def chosen(self, place: int) -> None:
        """Leave with the verdict."""
        self.dismiss(self._verdicts[place])
