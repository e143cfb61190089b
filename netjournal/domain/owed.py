"""Replies I owe: what they wrote that answers nothing of mine and had nothing from me since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netjournal.domain.conversation import Conversation
from netjournal.domain.days import days_after, first_day_back, working_day_after
from netjournal.domain.me import Me
from netjournal.domain.replies import is_missed_call, is_voicemail
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel

POSTCARD_DAYS = 7


def reply_due_by(conversation: Conversation, me: Me, settings: Settings) -> date | None:
    """The day by which to reply to something inbound; None: it asks for no reply.

    A missed call or a voicemail the same day, an email or message within a working day, a
    postcard within seven days. A call that was taken, a meeting or a "like" ask for nothing.
    """
    if is_missed_call(conversation) or is_voicemail(conversation):
        return first_day_back(conversation.day, me.pauses)
    if conversation.channel in {Channel.EMAIL, Channel.MESSAGE}:
        return working_day_after(conversation.day, 1, settings.working_days, me.pauses)
    if conversation.channel is Channel.POSTCARD:
        return days_after(conversation.day, POSTCARD_DAYS, me.pauses)
    return None


def reply_owed(
    unanswered: Sequence[Conversation], me: Me, settings: Settings
) -> tuple[Conversation | None, date | None]:
    """The newest that waits for a reply of mine, and the day the first of them is due.

    ``unanswered``: theirs that answer nothing of mine and had nothing from me since, oldest
    first (``Trail.owed``).
    """
    newest: Conversation | None = None
    first: date | None = None
    for one in unanswered:
        due = reply_due_by(one, me, settings)
        if due is not None:
            newest = one
            first = due if first is None else min(first, due)
    return newest, first
