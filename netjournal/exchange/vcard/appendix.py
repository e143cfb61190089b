"""What passed with a person, at the end of the NOTE of their card; written only when asked for.

A card that comes back is cut off at the mark: what was appended is no note of the card.
"""

from __future__ import annotations

from collections.abc import Iterator

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.person import Person
from netjournal.domain.values import Owner
from netjournal.exchange.vcard.plain import MARK
from netjournal.journal.snapshot import Snapshot
from netjournal.views.telling import talk_words


def appendix(person: Person, snapshot: Snapshot) -> str:
    """Open promises, then conversations, the newest first; nothing if there is none of either.

    Neither notes about them nor calibre, fit or circle are among it.
    """
    promises = sorted(
        (each for each in snapshot.commitments_of(person.id) if each.is_open),
        key=lambda each: (each.due is None, each.due or each.said, each.id),
    )
    talks = sorted(
        snapshot.conversations_of(person.id), key=lambda t: (t.day, t.made), reverse=True
    )
    lines = [*map(_promise, promises), *(line for talk in talks for line in _talk(talk))]
    return "\n".join([MARK, *lines]) if lines else ""


def _promise(promise: Commitment) -> str:
    mine = promise.owner is Owner.MINE
    whose = "I ask" if promise.ask else "I promised" if mine else "they promised"
    channel = str(promise.channel or "")
    parts = [promise.text] if channel in promise.text else [channel, promise.text]
    what = ": ".join(part for part in parts if part)
    return f"{whose}: {what}" + (f", by {promise.due}" if promise.due else "")


def _talk(talk: Conversation) -> Iterator[str]:
    if talk.broadcast:
        return
    words = talk_words(talk.channel, talk.direction, talk.reply)
    yield f"{talk.day} {words}" + (f": {talk.text}" if talk.text not in {"", words} else "")
