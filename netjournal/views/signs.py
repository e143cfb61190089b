"""Signs and words for channels, states and groups: never colour alone, one place for all."""

from __future__ import annotations

from netjournal.domain.item import Group, ItemKind
from netjournal.domain.standing import State
from netjournal.domain.values import Channel

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
