"""What passed and what was noted, in two or three words; cheap to import for quick add."""

from __future__ import annotations

from contextlib import suppress

from netjournal.domain.phrases import day_of_year
from netjournal.domain.values import Channel, Direction, EntryKind, PartialDate, Reply

ENTRY_WORD = {
    EntryKind.NOTE: "note",
    EntryKind.NEED: "needs",
    EntryKind.OFFER: "offers",
    EntryKind.GAVE: "gave",
    EntryKind.GOT: "got",
    EntryKind.REMEMBER: "remember",
    EntryKind.NEXT_TIME: "next time",
    EntryKind.BIRTHDAY: "birthday",
}


def entry_text(kind: EntryKind, text: str) -> str:
    """What an entry says; a birthday told in a line is kept as ISO and said in words."""
    if kind is EntryKind.BIRTHDAY:
        with suppress(ValueError):
            return day_of_year(PartialDate.parse(text))
    return text


_TALK = {
    (Channel.PHONE, Direction.OUTBOUND): "called",
    (Channel.PHONE, Direction.INBOUND): "called me",
    (Channel.PHONE, Direction.MUTUAL): "talked by phone",
    (Channel.POSTCARD, Direction.OUTBOUND): "postcard sent",
    (Channel.POSTCARD, Direction.INBOUND): "postcard came",
    (Channel.EMAIL, Direction.OUTBOUND): "email sent",
    (Channel.EMAIL, Direction.INBOUND): "email came",
    (Channel.MESSAGE, Direction.OUTBOUND): "message sent",
    (Channel.MESSAGE, Direction.INBOUND): "message came",
    (Channel.VIDEO, Direction.MUTUAL): "video call",
    (Channel.EMAIL, Direction.MUTUAL): "exchanged emails",
    (Channel.MESSAGE, Direction.MUTUAL): "exchanged messages",
    (Channel.OTHER, Direction.OUTBOUND): "contacted",
    (Channel.OTHER, Direction.INBOUND): "heard from",
    (Channel.OTHER, Direction.MUTUAL): "talked",
}


def talk_words(
    channel: Channel, direction: Direction, reply: Reply | None = None, *, broadcast: bool = False
) -> str:
    """A conversation in two or three words: ``called, no answer``."""
    if broadcast:
        return f"broadcast by {channel}"
    if channel is Channel.MET:
        words = "met"
    else:
        arrow = {Direction.OUTBOUND: "sent", Direction.INBOUND: "came", Direction.MUTUAL: "with"}
        words = _TALK.get((channel, direction), f"{channel} {arrow[direction]}")
    if direction is Direction.INBOUND:
        missed = {Reply.NONE: "missed call", Reply.AWAITED: "voicemail"}
        return missed.get(reply, words) if reply and channel is Channel.PHONE else words
    if channel in {Channel.PHONE, Channel.VIDEO, Channel.MET} and reply:
        return words + {Reply.NONE: ", no answer", Reply.AWAITED: ", left word"}.get(reply, "")
    return words
