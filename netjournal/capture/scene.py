"""One part of a line while its contact words are judged: subjects, objects, what stands before."""

from __future__ import annotations

from typing import Final

from netjournal.capture.contactwords import CONTACTS, Role
from netjournal.capture.line import Line, Part
from netjournal.capture.wordlists import (
    ADVERBS,
    LEAD_INS,
    ME,
    NEGATIONS,
    NEVER_NAMES,
    OTHERS_ACT,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from netjournal.domain.datescan import is_time
from netjournal.tuples import NamedTuple

_VERBS: Final = frozenset(
    words.rpartition(" ")[2] for row in CONTACTS if row.role is Role.VERB for words in row.words
)
"""“called Ana and left word”: after one of these a name is the object, whatever follows."""
_LONGEST_BRACKET: Final = 12
"""Words of a remark between a name and its verb."""


class Scene(NamedTuple):
    """One part of the line while it is searched."""

    line: Line
    part: Part
    end: int
    """Where the contact phrase ends."""
    dated: frozenset[int]
    """Words that belong to a date."""

    def key(self, index: int) -> str:
        """The folded word at a place of the part, else nothing."""
        return self.line.key(index) if self.part.first <= index < self.part.stop else ""

    def keys(self, first: int, stop: int) -> set[str]:
        """The folded words between two places of the part."""
        return {self.line.key(index) for index in range(max(first, self.part.first), stop)}


def back(scene: Scene, index: int) -> int:
    """The word before, adverbs and auxiliaries passed over; before the part: -1."""
    at = index - 1
    while at >= scene.part.first and scene.key(at) in ADVERBS:
        at -= 1
    return at if at >= scene.part.first else -1


def third_person(line: Line, part: Part, index: int) -> bool:
    """Whether the subject right before a verb is neither I nor we."""
    return third(Scene(line, part, part.stop, frozenset()), index)


def third(scene: Scene, index: int) -> bool:
    """Whether somebody else than I or we is the subject of the verb at a word."""
    at = back(scene, index)
    if at < 0:
        return index == scene.part.first and subject_in_brackets(scene.line, index)
    if scene.key(at) in OTHERS_ACT:
        return True
    spot = scene.line.spot_before(at + 1)
    if spot is not None:
        with_me = scene.key(spot.first - 2) in {"me", "i", "myself"}
        if with_me and scene.key(spot.first - 1) == "and":
            return False
        goes_on = scene.key(at + 1) == "and" and scene.key(spot.first - 1) in _VERBS
        return not spot.owns and not goes_on and spot.first >= scene.part.first
    return capital_name(scene, at) or (at not in scene.dated and lone_subject(scene.line, index))


def lone_subject(line: Line, verb: int) -> bool:
    """“clara called”: one small word before the verb, all typed small, may be somebody new."""
    key = line.key(0)
    if verb != 1 or not line.together(1) or not line.text.islower() or 0 in line.spots:
        return False
    small = key in PRONOUNS | PREPOSITIONS | LEAD_INS | ADVERBS | NEGATIONS | NEVER_NAMES
    named = verb + 1 in line.spots or line.key(verb + 1) in {"him", "her", "them"}
    return len(key) > 2 and key.isalpha() and not small and not named


def subject_in_brackets(line: Line, index: int) -> bool:
    """“Tom (from work) called”: whether a name stands before the bracket before a word."""
    if not 0 < index < len(line.words):
        return False
    if line.text[line.words[index - 1].end : line.words[index].start].strip() != ")":
        return False
    for at in range(index - 1, max(0, index - _LONGEST_BRACKET), -1):
        gap = line.text[line.words[at - 1].end : line.words[at].start]
        if "(" in gap:
            return gap.strip() == "(" and line.spot_before(at) is not None
    return False


def capital_name(scene: Scene, at: int) -> bool:
    """A word with a capital that is no small word: it may be the name of somebody new."""
    return (
        scene.line.capital(at)
        and scene.key(at) not in PRONOUNS | PREPOSITIONS | LEAD_INS
        and at not in scene.dated
        and not scene.line.words[at].owns
    )


def names_other(scene: Scene, at: int) -> bool:
    """Whether the object at a word is somebody else than me."""
    named = at in scene.line.spots and at < scene.part.stop
    return named or scene.key(at) in {"him", "her", "them", "everyone"}


def object_at(scene: Scene, stop: int) -> int:
    """The word after a verb, particles passed over (``called back``)."""
    at = stop
    while scene.key(at) in {"back", "up", "again", "both"}:
        at += 1
    return at


def leads_from(scene: Scene, first: int) -> int:
    """The word before a noun and what belongs to it (``a quick``)."""
    at = first - 1
    while at >= scene.part.first and (scene.key(at) in LEAD_INS or at in scene.dated):
        at -= 1
    return at


def relative_at(line: Line, owner: int, end: int) -> int | None:
    """“Kim's sister Lee”, “my sister Lee”: the word at which the name of the relative starts."""
    if not 0 <= owner < end - 2:
        return None
    owned = line.words[owner].owns or line.key(owner) in {"my", "our", "his", "her", "their"}
    if not owned or line.key(owner + 1) not in RELATIVES:
        return None
    named = line.together(owner + 2) and line.capital(owner + 2)
    return owner + 2 if named else None


def opens(scene: Scene, first: int) -> bool:
    """Whether only small words, dates and names stand before a noun."""
    at = first - 1
    while at >= scene.part.first:
        spot = scene.line.spot_before(at + 1)
        if spot is not None and not spot.owns and spot.sure:
            at = spot.first - 1
        elif (
            scene.key(at) in LEAD_INS
            or at in scene.dated
            or scene.key(at) == "and"
            or is_time(scene.key(at))
        ):
            at -= 1
        else:
            return False
    return True


def somebody_at(scene: Scene, at: int) -> bool:
    """Whether a name or a pronoun stands at a word."""
    key = scene.key(at)
    if not key:
        return False
    pronoun = key in {"him", "her", "them", "you", "both", "everyone", "everybody", *ME}
    return at in scene.line.spots or pronoun or capital_name(scene, at)
