"""What makes a contact word tell of a contact of mine, role by role, and who reached out."""

from __future__ import annotations

from typing import Final

from netjournal.capture.contactwords import CONTACTS, ContactWord, Role
from netjournal.capture.scene import (
    Scene,
    back,
    leads_from,
    names_other,
    object_at,
    opens,
    relative_at,
    somebody_at,
    third,
)
from netjournal.capture.wordlists import (
    ANSWERING,
    CANCELLED,
    CARDED,
    GETTING,
    HAVING,
    LEAD_INS,
    ME,
    MOVING,
    NEGATIONS,
    NOT_HAPPENED,
    ON_SCREEN,
    PREPOSITIONS,
    PURPOSES,
    STATING,
    WITH,
)
from netjournal.capture.words import Pause, is_contact_detail
from netjournal.domain.values import Channel, Direction

_ONLY_MOVING: Final = frozenset({"card", "cards"})
_TRIED: Final = frozenset({"the", "a", "an", "to", "some", "out", "on", "it", "this", "that", "my"})
_SEEN: Final = frozenset({"the", "a", "an", "that", "it", "this", "how", "what", "some", "no"})
_WRITTEN: Final = frozenset({"the", "a", "an", "it", "this", "some", "his", "their", "my", "down"})
_HAD: Final = frozenset({"had", "having", "enjoyed", "shared", "took", "did", "went"})
_THINGS: Final = {
    words: row.channel
    for row in CONTACTS
    if row.role is Role.THING or row.channel is Channel.PHONE
    for words in row.words
}
_TALKED: Final = frozenset({"talked", "spoke", "chatted"})
_COMING: Final = frozenset({"came", "dropped", "stopped", "popped"})
_CALLS: Final = frozenset({"called", "phoned", "rang"})
_SOME_TIME: Final = frozenset(
    {"other", "couple", "few", "second", "third", "minute", "moment", "while", "lot", "same", "bit"}
)
_NEAR: Final = 3
"""Words before a part in which its day may stand: “yesterday: call Ana”."""
_ACTS: Final = frozenset({"call", "talk", "chat", "walk", "drink", "hike", "zoom", "facetime"})
"""Nouns of contact that are verbs too."""


def direction_of(
    scene: Scene, first: int, stop: int, row: ContactWord, act: Direction | None
) -> Direction | None:
    """Who reached out, or None where the word tells of no contact of mine.

    ``act`` is the direction of the contact word before it in the same part.
    """
    if row.role is Role.VERB:
        return _verb(scene, first, stop, row)
    if row.role is Role.SHARED:
        return _shared(scene, first, stop, row)
    if row.role is Role.THING:
        if row.reply is not None and act is Direction.OUTBOUND:
            return act  # “called Ana and got her voicemail”
        return _thing(scene, first, stop, row)
    if row.role is Role.PLATFORM:
        return act or _platform(scene, first, stop)
    return row.direction


def meant(scene: Scene, first: int, row: ContactWord) -> ContactWord:
    """“left Ana a message” is a voicemail, “missed Ana's call” a missed call."""
    before = scene.keys(scene.part.first, first)
    if row.channel is Channel.MESSAGE and row.role is Role.THING and "left" in before:
        return _row_of("voicemail")
    if row.channel is Channel.PHONE and row.role is Role.SHARED and "missed" in before:
        return _row_of("missed call")
    return row


def answered_by(scene: Scene, first: int, stop: int) -> Channel | None:
    """“answered Ana's letter”, “returned Ana's call”: the channel of what was answered."""
    spot = scene.line.spots.get(stop)
    if scene.key(first) not in ANSWERING or spot is None or not spot.owns:
        return None
    return _THINGS.get(scene.key(spot.stop))


def _row_of(phrase: str) -> ContactWord:
    return next(row for row in CONTACTS if phrase in row.words)


def _verb(scene: Scene, first: int, stop: int, row: ContactWord) -> Direction | None:
    theirs = third(scene, first)
    if not theirs and not _verb_may_follow(scene, first):
        return None
    if scene.keys(first - 3, first) & NEGATIONS:
        return None
    if _other_sense(scene, first, stop, row):
        return None
    at = object_at(scene, stop)
    if not theirs:
        inbound = scene.key(at) in ME and row.direction is Direction.OUTBOUND
        return Direction.INBOUND if inbound else row.direction
    if row.reply is not None or names_other(scene, at) or scene.key(first) == "posted":
        return Direction.INBOUND if scene.key(at) in ME else None
    if row.direction is Direction.MUTUAL:
        return _they_met(scene, first, stop, at)
    return Direction.INBOUND


def _they_met(scene: Scene, first: int, stop: int, at: int) -> Direction | None:
    """“Ana visited” was with me, “she met Karl” was not."""
    key = scene.key(at)
    with_me = key in ME or (scene.key(at + 1) in ME)
    if with_me:
        return Direction.MUTUAL
    if scene.key(first) in _TALKED or scene.key(stop - 1) in {"with", "to"}:
        return None
    if names_other(scene, at) or (scene.line.together(at) and scene.line.capital(at)):
        return None
    visit = scene.keys(first, stop) & _COMING
    alone = not key or at in scene.dated or key in PREPOSITIONS
    return Direction.MUTUAL if alone or visit else None


def _verb_may_follow(scene: Scene, first: int) -> bool:
    """A verb of mine follows I, we, an adverb, a date or nothing; else it is a participle."""
    at = back(scene, first)
    if at < 0 or at in scene.dated or (at == 0 and scene.key(at).isdigit()):
        return True
    return scene.key(at) in {"i", "we", "i've", "we've", "i'd", "me"}


def _other_sense(scene: Scene, first: int, stop: int, row: ContactWord) -> bool:
    """“tried the soup”, “saw Bob's film”, “wrote a book” are no contacts."""
    verb, after = scene.key(first), scene.key(stop)
    if verb == "returned":
        return answered_by(scene, first, stop) is None
    if stop - first > 1:
        return False
    if verb in _CALLS and _calls_something(scene, first, stop):
        return True
    if verb == "tried":
        return after in _TRIED
    if verb in {"saw", "met", "visited"}:
        spot = scene.line.spots.get(stop)
        owner = spot.stop - 1 if spot is not None else stop
        if scene.keys(stop, scene.end) & ON_SCREEN:
            return True
        owned = spot is not None and spot.owns
        if relative_at(scene.line, owner, scene.end) is not None:
            return False
        thing = owned or (verb == "saw" and after in _SEEN)
        return thing and not scene.keys(stop, scene.end) & WITH
    return verb == "wrote" and after in _WRITTEN and row.role is Role.VERB


def _calls_something(scene: Scene, first: int, stop: int) -> bool:
    """“called a cab”, “called it a day”, “Bob called the meeting”; not “called the other day”."""
    after = scene.key(stop)
    if stop in scene.dated or scene.key(stop + 1) in _SOME_TIME:
        return False
    return after in {"a", "an", "it", "off"} or (after == "the" and third(scene, first))


def _only_spoken_of(scene: Scene, first: int) -> bool:
    """“maybe lunch”, “to call Ana”, “Bob is at lunch with Karl”: no contact of mine."""
    told = {
        scene.key(at)
        for at in range(scene.part.first, first)
        if at not in scene.line.spots or not scene.line.spots[at].sure
    }
    if told & (NOT_HAPPENED | NEGATIONS):
        return True
    if scene.key(first) in PURPOSES | _ACTS and scene.key(first - 1) == "to":
        return True
    return not scene.keys(first, scene.end) & ME and any(
        scene.key(at) in STATING and third(scene, at) for at in range(scene.part.first, first)
    )


def _infinitive(scene: Scene, first: int, stop: int) -> bool:
    """“note: call Ana”: with an object at once “call” is the verb; what is past says so."""
    if stop - first > 1 or scene.key(first) not in _ACTS or not names_other(scene, stop):
        return False
    noun = scene.key(first - 1) in LEAD_INS - {"i", "we", "then", "and", "just"}
    line, part = scene.line, scene.part
    behind = first == part.first and any(
        found.day is not None and found.day < line.today
        for found in line.days(max(0, part.first - _NEAR), part.stop, past=False)
    )
    return not noun and not behind


def _shared(scene: Scene, first: int, stop: int, row: ContactWord) -> Direction | None:
    before = leads_from(scene, first)
    if _only_spoken_of(scene, first) or _cancelled(scene, stop):
        return None
    if _infinitive(scene, first, stop):
        return None
    company = scene.key(stop) in WITH and somebody_at(scene, stop + 1)
    if row.with_only and opens(scene, first) and not company:
        company = any(
            scene.key(at) in WITH and somebody_at(scene, at + 1) for at in range(stop, scene.end)
        )
    had = before >= scene.part.first and scene.key(before) in HAVING
    verb = had and scene.key(before) in _HAD
    if verb and third(scene, before) and not scene.keys(stop, scene.end) & ME:
        return None
    if row.channel is Channel.PHONE and scene.key(stop) in {"from", "to"}:
        inbound = scene.key(stop) == "from"
        return Direction.INBOUND if inbound else Direction.OUTBOUND
    if company or had or (opens(scene, first) and not row.with_only):
        return row.direction
    return None


def _cancelled(scene: Scene, stop: int) -> bool:
    """“lunch with Ana was called off”, “lunch with Ana, postponed”."""
    line, limit = scene.line, scene.part.stop
    alone = limit < len(line.words) and line.words[limit].pause is not Pause.STOP
    ends = limit + 1 >= len(line.words) or line.words[limit + 1].pause is not Pause.NONE
    said = [*range(stop, scene.end), *([limit] if alone and ends else [])]
    return any(
        line.key(at) in CANCELLED or f"{line.key(at)} {line.key(at + 1)}" in CANCELLED
        for at in said
    )


def _thing(scene: Scene, first: int, stop: int, row: ContactWord) -> Direction | None:
    before = scene.keys(scene.part.first, first)
    moving = before & MOVING
    after = scene.key(stop)
    if before & (NOT_HAPPENED | NEGATIONS) or scene.line.key(first - 1) == "of":
        return None
    if scene.key(first) in _ONLY_MOVING and (
        not before & CARDED or scene.key(first - 1) == "business"
    ):
        return None
    if is_contact_detail(scene.line.key(stop)):  # “email: ana@example.org” too
        return None
    verb = next((at for at in range(first) if scene.key(at) in MOVING - GETTING - {"has"}), -1)
    if verb >= 0 and third(scene, verb):
        other = names_other(scene, verb + 1) or (after == "to" and scene.key(stop + 1) not in ME)
        return None if other else Direction.INBOUND
    if row.direction is Direction.INBOUND:
        return Direction.INBOUND
    got = next((at for at in range(first) if scene.key(at) in GETTING - {"arrived", "came"}), -1)
    if got >= 0 and third(scene, got):
        return None  # “Ana got my letter”
    came = before & (GETTING | {"arrived"}) or after in {"arrived", "came"}
    if came or before & ME or (after == "from" and verb < 0):
        return Direction.INBOUND
    if after in WITH and not moving and row.channel in {Channel.MESSAGE, Channel.EMAIL}:
        return Direction.MUTUAL
    if moving or after in {"to", "for"} or opens(scene, first):
        return Direction.OUTBOUND
    return None


def _platform(scene: Scene, first: int, stop: int) -> Direction | None:
    if not opens(scene, first):
        return None
    if "from" in scene.keys(stop, scene.end):
        return Direction.INBOUND
    return Direction.MUTUAL if scene.key(stop) in WITH else Direction.OUTBOUND
