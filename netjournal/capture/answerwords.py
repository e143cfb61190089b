"""Words that say whether they were reached, and that make a line a broadcast. Rows of the table."""

from __future__ import annotations

from typing import Final

from netjournal.domain.values import Reply
from netjournal.tuples import NamedTuple


class ReplyWord(NamedTuple):
    """Words that say whether they were reached."""

    words: tuple[str, ...]
    reply: Reply
    meaning: str
    example: str
    alone: bool = False
    """Only as a part of the sentence of its own: “no luck with the flat” says nothing."""


REPLIES: Final = (
    ReplyWord(
        words=("no answer", "no reply", "no response", "nobody answered", "no one answered",
               "did not answer", "didn't answer", "didnt answer", "did not pick up",
               "didn't pick up", "didnt pick up", "not answered", "did not reply", "didn't reply",
               "not reached", "line busy", "line engaged", "number busy", "no pickup", "bounced",
               "came back undelivered"),
        reply=Reply.NONE, meaning="they were not reached", example="called Ana, no answer",
    ),
    ReplyWord(
        words=("no luck", "engaged", "busy", "not in", "unavailable", "out"), alone=True,
        reply=Reply.NONE, meaning="they were not reached", example="called Ana, no luck",
    ),
    ReplyWord(
        words=("voicemail", "left word", "left a message", "left message", "left a voicemail",
               "left voicemail", "left him a message", "left her a message",
               "left them a message", "got the machine", "answerphone", "left a note",
               "got voicemail", "got her voicemail", "got his voicemail", "got the voicemail"),
        reply=Reply.AWAITED, meaning="an answer is awaited", example="called Ana, left word",
    ),
    ReplyWord(
        words=("answered", "replied", "picked up", "got through", "wrote back", "called back"),
        reply=Reply.ANSWERED, meaning="they answered", example="emailed Ana, she replied",
    ),
    ReplyWord(
        words=("got her", "got him", "got them", "got hold of her", "got hold of him",
               "reached her", "reached him", "reached them"), alone=True,
        reply=Reply.ANSWERED, meaning="they were reached", example="tried Ana, got her",
    ),
)  # fmt: skip


class BroadcastWord(NamedTuple):
    """Words that make a line a broadcast: it refreshes no relationship."""

    words: tuple[str, ...]
    meaning: str
    example: str


BROADCASTS: Final = (
    BroadcastWord(
        words=("newsletter", "circular", "mass mail", "mass email", "group mail", "group email",
               "round robin", "mailing list"),
        meaning="sent to many at once", example="newsletter to everyone",
    ),
    BroadcastWord(
        words=("forwarded", "cc'd", "cced"),
        meaning="passed on", example="forwarded Ana the invitation",
    ),
    BroadcastWord(
        words=("everyone", "everybody"),
        meaning="sent to all (being together with all is no broadcast)",
        example="emailed everyone",
    ),
)  # fmt: skip
OTHERS: Final = frozenset({"others", "more"})
"""``and 12 others`` makes a broadcast too."""
