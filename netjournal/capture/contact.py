"""Contact words of a line: which of them tell of a contact of mine, and who reached out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from netjournal.capture.grammar import CONTACTS, ContactWord, Role
from netjournal.capture.line import Line, Part
from netjournal.capture.wordlists import (
    ABOUT,
    ADVERBS,
    GETTING,
    HAVING,
    LEAD_INS,
    ME,
    MOVING,
    NEGATIONS,
    NOT_HAPPENED,
    OTHERS_ACT,
    PREPOSITIONS,
    PRONOUNS,
    WITH,
)
from netjournal.domain.values import Channel, Direction, Reply


def _index() -> dict[str, tuple[tuple[tuple[str, ...], ContactWord], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], ContactWord]]] = {}
    for row in CONTACTS:
        for phrase in row.words:
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, row))
    return {
        first: tuple(sorted(rows, key=lambda pair: -len(pair[0]))) for first, rows in table.items()
    }


_BY_FIRST: Final = _index()
_ONLY_MOVING: Final = frozenset({"card", "cards"})
_TRIED: Final = frozenset({"the", "a", "an", "to", "some", "out", "on", "it", "this", "that", "my"})
_SEEN: Final = frozenset({"the", "a", "an", "that", "it", "this", "how", "what", "some", "no"})
_WRITTEN: Final = frozenset({"the", "a", "an", "it", "this", "some", "his", "their", "my", "down"})
_TALKED: Final = frozenset({"talked", "spoke", "chatted"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A contact word that tells of a contact."""

    first: int
    stop: int
    row: ContactWord
    direction: Direction
    reply: Reply | None
    part: Part
    """The words up to the pauses around it."""
    end: int
    """Where the contact phrase ends: ``about``, ``re``, ``that``, ``because``, or the part."""

    @property
    def rank(self) -> tuple[int, int]:
        """Networks beat things, things beat verbs; among equals the last one decides."""
        order = {Role.PLATFORM: 2, Role.THING: 1}
        return order.get(self.row.role, 0), self.first


@dataclass(frozen=True, slots=True)
class _Scene:
    """One part of the line while it is searched."""

    line: Line
    part: Part
    end: int
    dated: frozenset[int]
    """Words that belong to a date."""

    def key(self, index: int) -> str:
        return self.line.key(index) if self.part.first <= index < self.part.stop else ""

    def keys(self, first: int, stop: int) -> set[str]:
        return {self.line.key(index) for index in range(max(first, self.part.first), stop)}


def phrase_end(line: Line, part: Part) -> int:
    """Where the contact phrase of a part ends."""
    for index in range(part.first + 1, part.stop):
        if line.key(index) in ABOUT:
            return index
    return part.first if line.key(part.first) in ABOUT - {"that"} else part.stop


def hits_in(line: Line, part: Part, dated: frozenset[int]) -> list[Hit]:
    """The contact words of one part that tell of a contact of mine, in order."""
    scene = _Scene(line, part, phrase_end(line, part), dated)
    hits: list[Hit] = []
    for first, stop, row in _phrases(scene):
        hit = _judged(scene, first, stop, row, hits)
        if hit is not None:
            hits.append(hit)
    own = [hit for hit in hits if hit.row.role is not Role.MANNER]
    manners = [hit for hit in hits if hit.row.role is Role.MANNER]
    if own and manners:
        channel = manners[-1].row.channel
        own = [
            replace(hit, row=replace(hit.row, channel=channel))
            if hit.row.role in {Role.VERB, Role.SHARED}
            else hit
            for hit in own
        ]
    return own or [hit for hit in manners if _opens(scene, hit.first)]


def _phrases(scene: _Scene) -> Iterator[tuple[int, int, ContactWord]]:
    at = scene.part.first
    while at < scene.end:
        found = next(
            (
                (at + len(words), row)
                for words, row in _BY_FIRST.get(scene.key(at), ())
                if _spells(scene, at, words)
            ),
            None,
        )
        if found is None or at in scene.line.spots:
            at += 1
            continue
        yield at, found[0], found[1]
        at = found[0]


def _spells(scene: _Scene, at: int, words: tuple[str, ...]) -> bool:
    if at + len(words) > scene.end:
        return False
    return all(scene.line.key(at + step) == word for step, word in enumerate(words)) and not any(
        scene.line.words[at + step].owns for step in range(len(words))
    )


def _judged(
    scene: _Scene, first: int, stop: int, row: ContactWord, before: list[Hit]
) -> Hit | None:
    row = _meant(scene, first, row)
    if row.role is Role.VERB:
        direction = _verb(scene, first, stop, row)
    elif row.role is Role.SHARED:
        direction = _shared(scene, first, stop, row)
    elif row.role is Role.THING:
        direction = _thing(scene, first, stop, row)
    elif row.role is Role.PLATFORM:
        direction = _platform(scene, first, stop, before)
    else:
        direction = row.direction
    if direction is None:
        return None
    reply = row.reply
    return Hit(first, stop, row, direction, reply, scene.part, scene.end)


# --- subject and object


def _back(scene: _Scene, index: int) -> int:
    """The word before, adverbs and auxiliaries passed over; before the part: -1."""
    at = index - 1
    while at >= scene.part.first and scene.key(at) in ADVERBS:
        at -= 1
    return at if at >= scene.part.first else -1


def third_person(scene_line: Line, part: Part, index: int) -> bool:
    """Whether the subject right before a verb is neither I nor we."""
    return _third(_Scene(scene_line, part, part.stop, frozenset()), index)


def _third(scene: _Scene, index: int) -> bool:
    at = _back(scene, index)
    if at < 0:
        return False
    if scene.key(at) in OTHERS_ACT:
        return True
    spot = scene.line.spot_before(at + 1)
    if spot is not None:
        return not spot.owns and spot.first >= scene.part.first
    return _capital_name(scene, at)


def _capital_name(scene: _Scene, at: int) -> bool:
    """A word with a capital that is no small word: it may be the name of somebody new."""
    return (
        scene.line.capital(at)
        and scene.key(at) not in PRONOUNS | PREPOSITIONS | LEAD_INS
        and at not in scene.dated
        and not scene.line.words[at].owns
    )


def _names_other(scene: _Scene, at: int) -> bool:
    """Whether the object at a word is somebody else than me."""
    return at in scene.line.spots or scene.key(at) in {"him", "her", "them", "everyone"}


def _after(scene: _Scene, stop: int) -> int:
    at = stop
    while scene.key(at) in {"back", "up", "again", "both"}:
        at += 1
    return at


# --- the roles


def _verb(scene: _Scene, first: int, stop: int, row: ContactWord) -> Direction | None:
    third = _third(scene, first)
    if not third and not _verb_may_follow(scene, first):
        return None
    if scene.keys(first - 3, first) & NEGATIONS:
        return None
    if _other_sense(scene, first, stop, row):
        return None
    at = _after(scene, stop)
    if not third:
        inbound = scene.key(at) in ME and row.direction is Direction.OUTBOUND
        return Direction.INBOUND if inbound else row.direction
    if row.reply is not None or _names_other(scene, at) or scene.key(first) == "posted":
        return Direction.INBOUND if scene.key(at) in ME else None
    if row.direction is Direction.MUTUAL:
        return _they_met(scene, first, stop, at)
    return Direction.INBOUND


def _they_met(scene: _Scene, first: int, stop: int, at: int) -> Direction | None:
    """“Ana visited” was with me, “she met Karl” was not."""
    key = scene.key(at)
    with_me = key in ME or (scene.key(at + 1) in ME)
    if with_me:
        return Direction.MUTUAL
    if scene.key(first) in _TALKED or scene.key(stop - 1) in {"with", "to"}:
        return None
    alone = not key or at in scene.dated or key in PREPOSITIONS
    return Direction.MUTUAL if alone else None


def _verb_may_follow(scene: _Scene, first: int) -> bool:
    """A verb of mine follows I, we, an adverb, a date or nothing; else it is a participle."""
    at = _back(scene, first)
    if at < 0 or at in scene.dated:
        return True
    return scene.key(at) in {"i", "we", "i've", "we've", "i'd", "me"}


def _other_sense(scene: _Scene, first: int, stop: int, row: ContactWord) -> bool:
    """“tried the soup”, “saw Bob's film”, “wrote a book” are no contacts."""
    verb, after = scene.key(first), scene.key(stop)
    if stop - first > 1:
        return False
    if verb == "tried":
        return after in _TRIED
    if verb in {"saw", "met", "visited"}:
        spot = scene.line.spots.get(stop)
        owned = spot is not None and spot.owns
        thing = owned or (verb == "saw" and after in _SEEN)
        return thing and not scene.keys(stop, scene.end) & WITH
    return verb == "wrote" and after in _WRITTEN and row.role is Role.VERB


def _leads_from(scene: _Scene, first: int) -> int:
    """The word before a noun and what belongs to it (``a quick``)."""
    at = first - 1
    while at >= scene.part.first and (scene.key(at) in LEAD_INS or at in scene.dated):
        at -= 1
    return at


def _opens(scene: _Scene, first: int) -> bool:
    """Whether only small words, dates and names stand before a noun."""
    at = first - 1
    while at >= scene.part.first:
        spot = scene.line.spot_before(at + 1)
        if spot is not None and not spot.owns and spot.sure:
            at = spot.first - 1
        elif scene.key(at) in LEAD_INS or at in scene.dated or scene.key(at) == "and":
            at -= 1
        else:
            return False
    return True


def _somebody_at(scene: _Scene, at: int) -> bool:
    key = scene.key(at)
    if not key:
        return False
    pronoun = key in {"him", "her", "them", "you", "both", "everyone", "everybody", *ME}
    return at in scene.line.spots or pronoun or _capital_name(scene, at)


def _shared(scene: _Scene, first: int, stop: int, row: ContactWord) -> Direction | None:
    before = _leads_from(scene, first)
    if scene.keys(scene.part.first, first) & (NOT_HAPPENED | NEGATIONS):
        return None
    company = scene.key(stop) in WITH and _somebody_at(scene, stop + 1)
    had = before >= scene.part.first and scene.key(before) in HAVING
    if had and _third(scene, before) and not scene.keys(stop, scene.end) & ME:
        return None
    if row.channel is Channel.PHONE and scene.key(stop) in {"from", "to"}:
        inbound = scene.key(stop) == "from"
        return Direction.INBOUND if inbound else Direction.OUTBOUND
    if company or had or _opens(scene, first):
        return row.direction
    return None


def _meant(scene: _Scene, first: int, row: ContactWord) -> ContactWord:
    """“left Ana a message” is a voicemail, “missed Ana's call” a missed call."""
    before = scene.keys(scene.part.first, first)
    if row.channel is Channel.MESSAGE and row.role is Role.THING and "left" in before:
        return _row_of("voicemail")
    if row.channel is Channel.PHONE and row.role is Role.SHARED and "missed" in before:
        return _row_of("missed call")
    return row


def _row_of(phrase: str) -> ContactWord:
    return next(row for row in CONTACTS if phrase in row.words)


def _thing(scene: _Scene, first: int, stop: int, row: ContactWord) -> Direction | None:
    before = scene.keys(scene.part.first, first)
    moving = before & MOVING
    after = scene.key(stop)
    if before & (NOT_HAPPENED | NEGATIONS) or scene.line.key(first - 1) == "of":
        return None
    if scene.key(first) in _ONLY_MOVING and (not moving or scene.key(first - 1) == "business"):
        return None
    verb = next((at for at in range(first) if scene.key(at) in MOVING - GETTING - {"has"}), -1)
    if verb >= 0 and _third(scene, verb):
        other = _names_other(scene, verb + 1) or (after == "to" and scene.key(stop + 1) not in ME)
        return None if other else Direction.INBOUND
    if row.direction is Direction.INBOUND:
        return Direction.INBOUND
    came = before & (GETTING | {"arrived"}) or after in {"from", "arrived", "came"}
    if came or before & ME:
        return Direction.INBOUND
    if moving or after in {"to", "for"} or _opens(scene, first):
        return Direction.OUTBOUND
    return None


def _platform(scene: _Scene, first: int, stop: int, before: list[Hit]) -> Direction | None:
    acts = [hit for hit in before if hit.row.role is not Role.PLATFORM]
    if acts:
        return acts[-1].direction
    if not _opens(scene, first):
        return None
    for index in range(stop, scene.end):
        if scene.key(index) == "from":
            return Direction.INBOUND
    return Direction.MUTUAL if scene.key(stop) in WITH else Direction.OUTBOUND
