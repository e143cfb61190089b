"""The rolodex, one person at a time: a key decides and the next one comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from netjournal.domain.values import Circle
from netjournal.journal.triaging import Spoke
from netjournal.text import plural
from netjournal.tui.modals.cadence import CadenceModal
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.drawn_lines import DrawnLines
from netjournal.tui.widgets.rows import BLANK, CARD_COLUMNS, Cell, Row, said
from netjournal.tuples import NamedTuple
from netjournal.views.circles import CircleSize
from netjournal.views.triage import Sitting, TriageCard

_MUTED = "$foreground 60%"


class Way(StrEnum):
    """What is to become of somebody."""

    CIRCLE = "circle"
    LEAVE = "left in the rolodex"
    LATER = "for later"
    REST = "at rest"


class Decision(NamedTuple):
    """The answer about one person."""

    way: Way
    circle: Circle | None = None
    spoke: Spoke | None = None
    cadence: str = ""
    """As typed; nothing means the circle's."""


class TriageModal(Dialog[bool]):
    """The answer is whether to go on with the next sitting."""

    DEFAULT_CSS = """
    TriageModal Frame { width: 84; height: 26; padding: 1 2 0 2; }
    TriageModal DrawnLines { height: 1fr; background: $surface; }
    TriageModal .asked { height: auto; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "put('inner')", "Inner", tooltip="Put into the inner circle.",
                id="triage-inner"),
        Binding("c", "put('close')", "Close", tooltip="Put into the close circle.",
                id="triage-close"),
        Binding("n", "put('network')", "Network", tooltip="Put into the network.",
                id="triage-network"),
        Binding("k", "leave", "Keep", tooltip="Leave in the rolodex, and ask no more.",
                id="triage-leave"),
        Binding("l", "later", "Later", tooltip="Ask again in a month.", id="triage-later"),
        Binding("r", "rest", "Rest", tooltip="Put to rest for good.", id="triage-rest"),
        Binding("s", "spoke", "Spoke", False, tooltip="When you last spoke: the next answer.",
                id="triage-spoke"),
        Binding("w", "cadence", "How often", False, tooltip="How often to be in touch.",
                id="triage-cadence"),
        Binding("u", "undo", "Undo", tooltip="Take the last answer back.", id="triage-undo"),
        Binding("enter", "next_sitting", "Go on", tooltip="Another sitting.", id="triage-next"),
        Binding("down", "see(1)", "Down", False, tooltip="Down a line of a long card.",
                id="triage-down"),
        Binding("up", "see(-1)", "Up", False, tooltip="Up a line of a long card.",
                id="triage-up"),
    ]  # fmt: skip

    def __init__(
        self,
        sitting: Sitting,
        decide: Callable[[TriageCard, Decision], object],
        undo: Callable[[], object],
        *,
        check: Callable[[str], str | None],
        sizes: Mapping[Circle, CircleSize],
        figures: bool = True,
    ) -> None:
        """``decide`` and ``undo`` write; ``check`` says why a cadence cannot be.

        Without ``figures`` nobody beside sees how many there are.
        """
        super().__init__("Rolodex")
        self._sitting = sitting
        self._decide, self._undo, self._check, self._sizes = decide, undo, check, sizes
        self._figures = figures
        self._decided: list[Decision] = []
        self._spoke: Spoke | None = None
        self._cadence = ""
        self._card = DrawnLines(CARD_COLUMNS)
        self._asked = Static(classes="asked")

    def body(self) -> ComposeResult:
        """The card, and under it what is asked."""
        yield self._card
        yield self._asked

    def on_mount(self) -> None:
        """The first one."""
        self._next()

    @property
    def card(self) -> TriageCard | None:
        """Who is asked about; None at the end."""
        cards, place = self._sitting.cards, len(self._decided)
        return cards[place] if place < len(cards) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """People are decided about while there are some; then one goes on or leaves."""
        del parameters
        if action == "next_sitting":
            return self.card is None and self._sitting.more > 0
        if action == "undo":
            return bool(self._decided)
        if action in {"put", "leave", "later", "rest", "spoke", "cadence"}:
            return self.card is not None
        return True

    def _next(self) -> None:
        self._spoke, self._cadence = None, ""
        self._show()
        self._card.scroll_home(animate=False)
        self.refresh_bindings()

    def _show(self) -> None:
        card, of = self.card, len(self._sitting.cards)
        if card is None:
            self._frame.border_title = shown("Rolodex")
            self._card.take(list(self._end()))
            self._asked.update("")
            return
        more = f" · {self._sitting.more:,} more" if self._sitting.more else ""
        figures = f" · {len(self._decided) + 1} of {of}{more}" if self._figures else ""
        self._frame.border_title = shown(f"Rolodex{figures}")
        self._card.take(list(_rows(card)))
        self._asked.update(self._questions())

    def _questions(self) -> Content:
        """What may be said besides, each with its key, and how full the circles are."""
        spoke = Content("  ").join(
            Content.styled(f"({each})", "$accent bold") if each is self._spoke else Content(each)
            for each in Spoke
        )
        chosen = Counter(one.circle for one in self._decided)
        now = [
            size._replace(n=size.n + chosen[circle])
            for circle, size in self._sizes.items()
            if size.of is not None
        ]
        sizes = " · ".join(map(str, now))
        if any(size.too_many and chosen[size.circle] for size in now):
            sizes += f"\n{' ' * 16}Who steps back?"
        return Content.assemble(
            ("s  ", "$accent bold"), ("last spoke   ", _MUTED), spoke, "\n",
            ("w  ", "$accent bold"), ("how often    ", _MUTED),
            shown(self._cadence or "as the circle"), "\n",
            ("   circles      " if sizes else "", _MUTED), (sizes, _MUTED),
        )  # fmt: skip

    def _end(self) -> Iterator[Row]:
        if not self._sitting.cards:
            yield said("Nobody of the rolodex waits for an answer.", "strong")
            return
        yield said(f"{plural(len(self._decided), 'person', 'people')} looked at.", "strong")
        yield BLANK
        ways = Counter(one.circle or one.way for one in self._decided)
        for way, n in ways.items():
            yield Row((Cell(str(n)), Cell(str(way))))
        yield BLANK
        more = self._sitting.more
        end = f"{more:,} more wait; another day is as good." if more else "That was everybody."
        yield said(end, "")

    def _answer(self, decision: Decision) -> None:
        card = self.card
        if card is not None:
            self._decide(card, decision)
            self._decided.append(decision)
            self._next()

    def action_put(self, circle: str) -> None:
        """Into a circle."""
        self._answer(Decision(Way.CIRCLE, Circle(circle), self._spoke, self._cadence))

    def action_leave(self) -> None:
        """They stay where they are."""
        self._answer(Decision(Way.LEAVE))

    def action_later(self) -> None:
        """Another time."""
        self._answer(Decision(Way.LATER))

    def action_rest(self) -> None:
        """Off every list."""
        self._answer(Decision(Way.REST))

    def action_spoke(self) -> None:
        """The next answer to when we last spoke; after the last one, none again."""
        answers: list[Spoke | None] = [None, *Spoke]
        self._spoke = answers[(answers.index(self._spoke) + 1) % len(answers)]
        self._show()

    @work
    async def action_cadence(self) -> None:
        """Say how often."""
        card = self.card
        if card is not None:
            text = await self.app.push_screen_wait(
                CadenceModal(card.name, self._cadence, self._check)
            )
            if text is not None:
                self._cadence = text
                self._show()

    def action_undo(self) -> None:
        """Take the last answer back and ask again."""
        self._undo()
        self._decided.pop()
        self._next()

    def action_see(self, way: int) -> None:
        """Go up or down in a card that is longer than its room."""
        self._card.scroll_relative(y=way, animate=False)

    def action_next_sitting(self) -> None:
        """Go on."""
        self.dismiss(True)


def _rows(card: TriageCard) -> Iterator[Row]:
    yield said(card.name, "strong")
    if card.signs:
        yield said(" · ".join(card.signs), "accent")
    yield BLANK
    for label, text in card.facts:
        yield Row((Cell(label.lower(), "muted"), Cell(text)), wrap=True)
