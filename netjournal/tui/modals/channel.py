"""By which means."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from netjournal.domain.values import Channel
from netjournal.tui.modals.choosing import ChoiceDialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.choice_list import Choice
from netjournal.views.signs import CHANNEL_SIGN

_KEYS = {
    Channel.PHONE: "c", Channel.POSTCARD: "p", Channel.EMAIL: "m", Channel.MET: "i",
    Channel.MESSAGE: "t", Channel.SOCIAL: "s", Channel.VIDEO: "v", Channel.OTHER: "o",
}  # fmt: skip
_ABOUT = {
    Channel.PHONE: "call", Channel.POSTCARD: "postcards, letters, parcels", Channel.EMAIL: "mail",
    Channel.MET: "in person", Channel.MESSAGE: "text, chat",
}  # fmt: skip


class ChannelModal(ChoiceDialog[Channel]):
    """A key a channel."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"choose('{key}')", channel.value.capitalize(), False,
                tooltip=f"By {channel.value}", id=f"channel-{channel.value}")
        for channel, key in _KEYS.items()
    ]  # fmt: skip

    def __init__(self, name: str, now: Channel | None, *, promise: bool) -> None:
        rows = []
        for channel, key in _KEYS.items():
            about = " ".join(
                part for part in (CHANNEL_SIGN[channel], _ABOUT.get(channel, "")) if part
            )
            choice = Choice(key=key, label=channel.value, about=about, current=channel is now)
            rows.append((choice, channel))
        super().__init__("By which means?", rows)
        self._name_shown = name
        self._says = "This promise alone." if promise else "From now on the first choice with them."

    def body(self) -> ComposeResult:
        """Whom or what it is about, what it changes, the channels."""
        yield Static(shown(self._name_shown))
        yield Static(self._says, classes="muted")
        yield Static(classes="space")
        yield from super().body()
