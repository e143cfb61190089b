"""Signs and words for channels, circles and states: never colour alone, one place for all."""

from __future__ import annotations

from netjournal.domain.item import Group, ItemKind
from netjournal.domain.standing import State
from netjournal.domain.values import Channel, Direction, EntryKind, Reply

CHANNEL_SIGN = {
    Channel.PHONE: "☎",
    Channel.POSTCARD: "✉",
    Channel.EMAIL: "@",
    Channel.MET: "☕",
    Channel.MESSAGE: "✎",
    Channel.SOCIAL: "#",
    Channel.VIDEO: "▷",
    Channel.OTHER: "·",
}
"""Each one cell wide but the cup, which is two; use ``text.fit``."""

STATE_SIGN = {
    State.FRESH: "●",
    State.DUE_SOON: "◑",
    State.STALE: "◔",
    State.DORMANT: "○",
    State.NOT_YET: "◌",
    State.RESTING: "z",
    State.DIED: "†",
}

STATE_WORD = {
    State.FRESH: "in contact",
    State.DUE_SOON: "soon",
    State.STALE: "quiet",
    State.DORMANT: "long quiet",
    State.NOT_YET: "not yet",
    State.RESTING: "resting",
    State.DIED: "died",
}

ITEM_SIGN = {
    ItemKind.OVERDUE: "!",
    ItemKind.DUE: "•",
    ItemKind.REPLY: "↩",
    ItemKind.COOLING: "◔",
    ItemKind.STALE: "●",
    ItemKind.NOT_YET: "◌",
    ItemKind.DATE: "✦",
    ItemKind.WAITING: "◷",
    ItemKind.UNDATED: "·",
    ItemKind.CHOOSE: "?",
}

GROUP_TITLE = {
    Group.OVERDUE: "Promised, now due",
    Group.TODAY: "Today",
    Group.REPLIES: "Replies owed",
    Group.COOLING: "Follow up",
    Group.RECONNECT: "Reconnect",
    Group.FIRST_CONTACTS: "First contact",
    Group.COMING: "Coming dates",
    Group.WAITING: "Waiting on them",
    Group.UNDATED: "Without a day",
}

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
