"""By which means to reach out next: what they prefer, what they answer, else up the ladder."""

from __future__ import annotations

from collections.abc import Sequence

from netjournal.domain.conversation import Conversation
from netjournal.domain.person import Person
from netjournal.domain.values import Channel

LADDER = (Channel.PHONE, Channel.POSTCARD, Channel.EMAIL)

Skipped = tuple[tuple[Channel, str], ...]
"""Rungs passed over, and what they lack."""


def _lacks(person: Person, channel: Channel) -> str:
    if channel is Channel.PHONE and not person.phones:
        return "no number"
    if channel is Channel.POSTCARD and not person.addresses:
        return "no address"
    if channel is Channel.EMAIL and not person.emails:
        return "no email"
    return ""


def next_channel(
    person: Person, answered: Channel | None, tried: Sequence[Conversation]
) -> tuple[Channel | None, Skipped]:
    """The next rung, and those skipped on the way because a number or address is missing.

    The preferred channel, else the one last answered, else phone, postcard, email. A rung that
    was tried without an answer since the last contact comes again only when no other is left,
    and the one tried last not at all. None when nothing is left.
    """
    rungs = dict.fromkeys((person.preferred, answered, *LADDER))
    last = tried[-1].channel if tried else None
    silent = {one.channel for one in tried}
    skipped: list[tuple[Channel, str]] = []
    again: Channel | None = None
    for rung in rungs:
        if rung is None or rung in person.never or rung is last:
            continue
        lack = _lacks(person, rung)
        if lack:
            skipped.append((rung, lack))
        elif rung not in silent:
            return rung, tuple(skipped)
        else:
            again = again or rung
    return again, tuple(skipped)
