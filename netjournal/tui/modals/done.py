"""How it went: a line of Today is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from netjournal.domain.commitment import Commitment
from netjournal.domain.phrases import day_with_weekday
from netjournal.domain.values import Channel, Reply
from netjournal.errors import NetjournalError
from netjournal.journal.acting import Doing
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.choice_list import Choice, ChoiceList
from netjournal.tui.widgets.line_input import LineInput
from netjournal.tuples import NamedTuple
from netjournal.views.signs import CHANNEL_SIGN

_LIVE = {Channel.PHONE, Channel.VIDEO}
"""Channels where one hears at once whether somebody is there."""
_DONE_WORD = {Channel.MET: "met", Channel.POSTCARD: "posted", Channel.OTHER: "reached out"}
_CHANNELS = tuple(Channel)


def _outcomes(channel: Channel | None) -> Sequence[tuple[Choice, Reply | None]]:
    """What can be said of it; the answer to something sent comes later by itself."""
    if channel is None:
        return [(Choice(key="", label="done"), None)]
    if channel not in _LIVE:
        return [(Choice(key="", label=_DONE_WORD.get(channel, "sent")), None)]
    return [
        (Choice(key="", label="reached"), None),
        (Choice(key="n", label="no answer"), Reply.NONE),
        (Choice(key="l", label="left word", about="an answer may come"), Reply.AWAITED),
    ]


class Reader(NamedTuple):
    """What is typed about a day and a next step, read; both raise a ``NetjournalError``."""

    day: Callable[[str], date]
    step: Callable[[str], Commitment]


class Went(NamedTuple):
    """How it went, and what comes next."""

    doing: Doing
    step: Commitment | None = None


class DoneModal(Dialog[Went]):
    """Enter says it went as meant; a note, a next step, a day, a channel are one key away.

    Without a channel it is a promise that only has to be ticked. The answer's channel is set only
    when it is another one than was proposed.
    """

    DEFAULT_CSS = """
    DoneModal ChoiceList:blur > .option-list--option-highlighted { background: $foreground 10%; }
    DoneModal .row { height: 1; }
    DoneModal .row Static { width: 6; color: $text-muted; }
    DoneModal .row #channel { width: 1fr; color: $foreground; }
    DoneModal .row LineInput { width: 1fr; }
    DoneModal #echo { height: auto; padding: 0 0 0 7; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "choose('n')", "No answer", False, tooltip="They were not reached",
                id="done-none"),
        Binding("l", "choose('l')", "Left word", False, id="done-left",
                tooltip="A word was left; an answer may come"),
        Binding("c", "channel", "Channel", tooltip="It was by another channel",
                id="done-channel"),
        Binding("tab", "note", "Note", tooltip="Add a note", id="done-note"),
        Binding("down", "move(1)", "Next outcome", False, id="done-down", priority=True,
                tooltip="Choose the outcome below, from the note too"),
        Binding("up", "move(-1)", "Outcome before", False, id="done-up", priority=True,
                tooltip="Choose the outcome above, from the note too"),
    ]  # fmt: skip

    def __init__(
        self,
        heading: str,
        *,
        today: date,
        channel: Channel | None = None,
        reason: str = "",
        text: str = "",
        read: Reader | None = None,
    ) -> None:
        """``text`` is a note there is already; without ``read`` day and next step are not asked."""
        super().__init__("How did it go?" if channel else "Done")
        self._heading = heading
        self._reason = reason
        self._today = today
        self._proposed = channel
        self._channel = channel
        self._outcomes = _outcomes(channel)
        self._text = text
        self._read = read

    def body(self) -> ComposeResult:
        """What was to be done, how it went, by which channel, a note."""
        yield Static(shown(self._heading))
        if self._reason:
            yield Static(shown(self._reason), classes="muted")
        yield Static(classes="space")
        yield ChoiceList([choice for choice, _ in self._outcomes])
        if self._channel:
            with Horizontal(classes="row gap"):
                yield Static("by")
                yield Static(_channel_words(self._channel), id="channel")
        with Horizontal(classes="row" if self._channel else "row gap"):
            yield Static("note")
            yield LineInput(self._text, placeholder="optional", id="note")
        if self._read and self._channel:
            with Horizontal(classes="row"):
                yield Static("next")
                yield LineInput(placeholder="call in 2 weeks about the roof", id="step")
            with Horizontal(classes="row"):
                yield Static("on")
                yield LineInput(placeholder="today", id="on")
            yield Static(id="echo")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what fits the channel."""
        if action == "choose":
            return any(choice.key == parameters[0] for choice, _ in self._outcomes)
        if action == "channel":
            return self._proposed is not None
        return True

    def action_choose(self, key: str) -> None:
        """It went as this key says."""
        for choice, reply in self._outcomes:
            if choice.key == key:
                self._answer(reply)

    def action_channel(self) -> None:
        """The next channel."""
        assert self._channel is not None, "the action is checked"
        self._channel = _CHANNELS[(_CHANNELS.index(self._channel) + 1) % len(_CHANNELS)]
        self._outcomes = _outcomes(self._channel)
        self.query_one("#channel", Static).update(_channel_words(self._channel))
        self.query_one(ChoiceList).show([choice for choice, _ in self._outcomes])
        self.refresh_bindings()

    def action_move(self, step: int) -> None:
        """Another outcome, while a note is typed."""
        outcomes = self.query_one(ChoiceList)
        outcomes.highlighted = ((outcomes.highlighted or 0) + step) % len(self._outcomes)

    def action_note(self) -> None:
        """To the note, and back to the list."""
        self.focus_next()

    @on(ChoiceList.OptionSelected)
    def _chosen(self, event: ChoiceList.OptionSelected) -> None:
        event.stop()
        self._answer(self._outcomes[event.option_index][1])

    @on(Input.Changed, "#step, #on")
    def _reread(self, event: Input.Changed) -> None:
        event.stop()
        self._told()

    def _told(self, *, loud: bool = False) -> bool:
        """Say how the next step and the day are read; whether both can be."""
        try:
            day, step = self._day(), self._step()
        except NetjournalError as error:
            said = shown(error.message, "$text-warning" if loud else "dim")
            self.query_one("#echo", Static).update(said)
            return False
        words = [day_with_weekday(day, self._today)] if day != self._today else []
        if step is not None:
            parts = (str(step.channel or ""), step.text, _due(step, self._today))
            words.append("next: " + ", ".join(part for part in parts if part))
        if self.query("#echo"):
            said = shown(" · ".join(words), "$text-success")
            self.query_one("#echo", Static).update(said)
        return True

    def _typed(self, id: str) -> str:
        return self.query_one(id, LineInput).value.strip() if self.query(id) else ""

    def _day(self) -> date:
        text = self._typed("#on")
        return self._read.day(text) if text and self._read else self._today

    def _step(self) -> Commitment | None:
        text = self._typed("#step")
        return self._read.step(text) if text and self._read else None

    @on(Input.Submitted, "#note, #step, #on")
    def _noted(self, event: Input.Submitted) -> None:
        event.stop()
        self._answer(self._outcomes[self.query_one(ChoiceList).highlighted or 0][1])

    def _answer(self, reply: Reply | None) -> None:
        if not self._told(loud=True):
            return
        doing = Doing(
            today=self._day(),
            reply=reply,
            text=self._typed("#note"),
            channel=None if self._channel is self._proposed else self._channel,
        )
        self.dismiss(Went(doing, self._step()))


def _due(step: Commitment, today: date) -> str:
    return f"by {day_with_weekday(step.due, today)}" if step.due else "no day"


def _channel_words(channel: Channel) -> Content:
    return Content.assemble((CHANNEL_SIGN[channel], "$text-accent"), f" {channel.value}")
