"""Contact words of a line: which of them tell of a contact of mine, and who reached out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from netjournal.capture.contactwords import CONTACTS, ContactWord, Role
from netjournal.capture.line import Line, Part
from netjournal.capture.roles import answered_by, direction_of, meant
from netjournal.capture.scene import Scene, opens
from netjournal.capture.wordlists import ABOUT, PURPOSES
from netjournal.domain.values import Direction, Reply
from netjournal.tuples import NamedTuple


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
_BEFORE_TO: Final = frozenset(
    {"tried", "managed", "manage", "got", "went", "came", "able", "have", "need", "ought", "going"}
)
"""After one of these “to call” is the act itself."""


class Hit(NamedTuple):
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


def is_purpose(line: Line, index: int) -> bool:
    """“emailed Ana to arrange lunch”: from “to” on it is what it was for."""
    if line.key(index) != "to" or index + 1 in line.spots or not line.together(index + 1):
        return False
    return line.key(index + 1) in PURPOSES and line.key(index - 1) not in _BEFORE_TO


def phrase_end(line: Line, part: Part) -> int:
    """Where the contact phrase of a part ends."""
    for index in range(part.first + 1, part.stop):
        if line.key(index) in ABOUT or is_purpose(line, index):
            return index
    return part.first if line.key(part.first) in ABOUT - {"that"} else part.stop


def hits_in(line: Line, part: Part, dated: frozenset[int]) -> list[Hit]:
    """The contact words of one part that tell of a contact of mine, in order."""
    scene = Scene(line, part, phrase_end(line, part), dated)
    hits: list[Hit] = []
    for first, stop, said in _phrases(scene):
        row = meant(scene, first, said)
        acts = [hit.direction for hit in hits if hit.row.role is not Role.PLATFORM]
        direction = direction_of(scene, first, stop, row, acts[-1] if acts else None)
        if direction is None:
            continue
        channel = answered_by(scene, first, stop)
        if channel is not None:
            row, direction = row._replace(channel=channel), Direction.OUTBOUND
        hits.append(Hit(first, stop, row, direction, row.reply, part, scene.end))
    own = [hit for hit in hits if hit.row.role is not Role.MANNER]
    manners = [hit for hit in hits if hit.row.role is Role.MANNER]
    if own and manners:
        channel = manners[-1].row.channel
        own = [
            hit._replace(row=hit.row._replace(channel=channel))
            if hit.row.role in {Role.VERB, Role.SHARED}
            else hit
            for hit in own
        ]
    return own or [hit for hit in manners if opens(scene, hit.first)]


def _phrases(scene: Scene) -> Iterator[tuple[int, int, ContactWord]]:
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


def _spells(scene: Scene, at: int, words: tuple[str, ...]) -> bool:
    if at + len(words) > scene.end:
        return False
    return all(scene.line.key(at + step) == word for step, word in enumerate(words)) and not any(
        scene.line.words[at + step].owns for step in range(len(words))
    )
