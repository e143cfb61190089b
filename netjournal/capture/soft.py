"""Hints: what stays text although it may have been meant as more, and how to write that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from netjournal.capture.clausewords import PROMISED
from netjournal.capture.commitments import PLAN_WORDS, noun_at
from netjournal.capture.contactwords import CONTACTS, Role
from netjournal.capture.line import Line, Part
from netjournal.capture.reading import Place
from netjournal.capture.wordlists import (
    DUTY,
    ME,
    NEGATIONS,
    OTHER_DAYS,
    OTHERS_ACT,
    VAGUE,
    WITH,
)
from netjournal.capture.words import Pause
from netjournal.domain.datewords import MONTH_NAMES, MONTHS

_SHORT: Final = frozenset(
    {"i'll", "he'll", "she'll", "they'll", "we'll", "i’ll", "he’ll", "she’ll"}
)
_ACTS: Final = frozenset(
    {"ask", "bring", "call", "check", "come", "confirm", "email", "find", "forward", "get", "give",
     "introduce", "let", "lend", "look", "make", "meet", "pay", "phone", "post", "reply", "return",
     "ring", "send", "share", "talk", "tell", "text", "try", "visit", "write"}
)  # fmt: skip
"""After “will”, one of these is something to do."""
_ASKING: Final = frozenset({"asked", "asks", "wants", "wanted", "told"})
_UNREAD: Final = frozenset({"ago", "earlier", "hence"})
"""A day that was read takes these with it: what is left of them says no day."""
_VERBS: Final = tuple(
    words
    for row in CONTACTS
    if row.role is Role.VERB
    for words in row.words
    if " " not in words and len(words) > 5
)
_NOUNS: Final = tuple(
    words
    for row in CONTACTS
    if row.role is Role.SHARED and not row.with_only
    for words in row.words
    if " " not in words and len(words) > 4
)
_SHORTEST: Final = 5
_SET: Final = frozenset(
    {"moved", "postponed", "rescheduled", "planned", "confirmed", "scheduled", "arranged", "booked",
     "is"}
)  # fmt: skip
_SET_FOR: Final = frozenset({"to", "for", "on"})
_BEFORE_DAY: Final = frozenset({"on", "by", "until", "till", "since", "from"})
_LONG: Final = 5
_MOST_DAYS: Final = 31
_BIRTHDAYS: Final = frozenset({"birthday", "bday", "b'day", "b-day"})


def promise_hint(line: Line, free: Iterable[Part], *, happened: bool) -> str:
    """How to write what may be a promise or a plan; empty if nothing looks like one."""
    parts = list(free)
    for part in parts:
        for at in range(part.first, part.stop):
            if line.key(at) == PROMISED and not _denied(line, at):
                return (
                    "“promised” stays text: whose it is, is not sure; write “next: …” or “they: …”."
                )
            stop, theirs = _promising(line, part, at)
            if stop:
                example = "they: …" if theirs else "next: …"
                said = line.text[line.words[at].start : line.words[stop - 1].end]
                return f"“{said}” stays text; write “{example}” or “promised” for a promise."
    set_for = "" if happened else _set_for(line, parts)
    if set_for:
        return f"“{set_for}” stays text; write “next: …” with the day for something to do."
    first = parts[0].first if parts else len(line.words)
    first += line.key(first) == "i"
    if not happened and line.key(first) in DUTY and first not in line.spots:
        said = line.said(first, first + 1)
        return f"“{said}” stays text; write “next: …” for something to do."
    return ""


def _denied(line: Line, at: int) -> bool:
    beside = {line.key(index) for index in (at - 2, at - 1, at + 1)}
    return bool(beside & (NEGATIONS | {"nothing", "as", "was", "the", "is"}))


def _set_for(line: Line, parts: Iterable[Part]) -> str:
    """“moved to friday”, “is on 3 april”: a day that was set for something to come."""
    for part in parts:
        for at in range(part.first, part.stop - 1):
            if line.key(at) not in _SET or line.key(at + 1) not in _SET_FOR:
                continue
            if not any(noun_at(line, before, at) for before in range(part.first, at)):
                continue
            for found in line.days(at + 1, part.stop, past=False):
                if line.index_at(found.start) <= at + 2:
                    return line.text[line.words[at].start : found.end]
    return ""


def _promising(line: Line, part: Part, at: int) -> tuple[int, bool]:
    """The word after what may be a promise, 0 if nothing is, and whether it is theirs."""
    key, after = line.key(at), line.key(at + 1) if at + 1 < part.stop else ""
    if key in _SHORT:
        return at + 1, key[0] not in "iw"
    if key == "will" and after in _ACTS:
        to_me = bool({line.key(index) for index in range(at, min(part.stop, at + 8))} & ME)
        return at + 2, _somebody(line, at, otherwise=to_me)
    if key in {"need", "needs"} and after == "to":
        return at + 2, _somebody(line, at, otherwise=False)
    opens = at == part.first or line.words[at].pause > Pause.NONE
    if key == "next" and opens and (after in PLAN_WORDS or after == "time"):
        return at + 1, False
    if key in {"have", "has", "gonna", "going"} and after == "to" and line.key(at + 2) in _ACTS:
        return at + 2, _somebody(line, at, otherwise=False)
    if opens and at > part.first and _begins_act(line, at):
        return at + 2, False
    if key in _ASKING and after == "me" and line.key(at + 2) == "to":
        return at + 3, False
    if key == "remind" and after == "me":
        return at + 2, False
    if key == "waiting" and after == "for":
        return at + 2, True
    if key == "asked" and _asked_for(line, part, at):
        return at + 1, not _somebody(line, at, otherwise=after in ME | {"for"})
    return 0, False


def _begins_act(line: Line, at: int) -> bool:
    """“…, call him back tomorrow”, “…, follow up next week”."""
    whom = line.key(at + 1) in {"him", "her", "them", "it"} or at + 1 in line.spots
    return (whom and line.key(at) in PLAN_WORDS) or (
        f"{line.key(at)} {line.key(at + 1)}" in PLAN_WORDS
    )


def _somebody(line: Line, at: int, *, otherwise: bool) -> bool:
    """Whether the subject before a verb is somebody else than I; ``otherwise`` without one."""
    before = line.key(at - 1)
    if not line.together(at):
        return otherwise
    if before in {"i", "we"}:
        return False
    return before in OTHERS_ACT or line.spot_before(at) is not None or otherwise


def _asked_for(line: Line, part: Part, at: int) -> bool:
    keys = [line.key(index) for index in range(at + 1, min(part.stop, at + 12))]
    return "for" in keys[:3] and "by" in keys


def second_heading(line: Line, free: Iterable[Part], start: int) -> str:
    """“Ana: lunch; Bob: dinner” is one line about Ana: Bob's is another."""
    for part in free:
        for at in range(max(start + 1, part.first), part.stop - 1):
            spot = line.spots.get(at)
            if spot is None or line.words[at].pause is Pause.NONE or spot.stop >= part.stop:
                continue
            if line.words[spot.stop - 1].colon:
                return f"“{line.said(at, spot.stop)}:” belongs on a line of its own."
    return ""


def birthday_hint(line: Line, free: Iterable[Part]) -> str:
    """How to keep a birthday that is only spoken of with its day."""
    for part in free:
        for at in range(part.first, part.stop):
            if line.key(at) in _BIRTHDAYS and _day_beside(line, part):
                said = line.said(at, at + 1)
                return f"“{said}” stays text; write “birthday: …” with its day to keep one."
    return ""


def _day_beside(line: Line, part: Part) -> bool:
    """Whether words name a day of the year: “12 april”, “12/4”, “in april”."""
    keys = {line.key(at) for at in range(part.first, part.stop)}
    return bool(keys & MONTHS.keys()) or any(
        any(char.isdecimal() for char in line.text[found.start : found.end])
        for found in line.days(part.first, part.stop, past=False)
    )


def typing_hint(line: Line, free: Iterable[Part]) -> str:
    """“caled Ana” is a note; what may have been meant is told, never taken."""
    for part in free:
        for at in range(part.first, part.stop):
            meant = "" if at in line.spots else _meant(line, at)
            if meant:
                return f"“{line.said(at, at + 1)}” is no contact word; “{meant}” would be one."
    return ""


def _meant(line: Line, at: int) -> str:
    """A verb beside a name, or a noun with one, that a word nearly is."""
    if line.key(at + 1) in WITH and at + 2 in line.spots:
        return _nearly(line.key(at), _NOUNS, _SHORTEST - 1)
    if line.spot_before(at) is not None or at + 1 in line.spots:
        return _nearly(line.key(at), _VERBS, _SHORTEST)
    return ""


def _nearly(key: str, words: Sequence[str], shortest: int) -> str:
    """The word that one wrong, missing, doubled or swapped letter makes of another."""
    if len(key) < shortest or key in words or key in PLAN_WORDS:
        return ""
    near = (word for word in words if word[0] == key[0] and abs(len(word) - len(key)) < 2)
    return next((word for word in near if _one_off(key, word)), "")


def _one_off(one: str, two: str) -> bool:
    start = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), -1)
    if start < 0:
        return True
    a, b = one[start:], two[start:]
    swapped = a[:2] == b[1::-1] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]


def other_language_hint(line: Line) -> str:
    """“gestern” where German is not read: the line would be one of today."""
    for language, days in OTHER_DAYS.items():
        if language in line.settings.languages:
            continue
        known = days.split()
        for at, word in enumerate(line.words):
            if word.key in known and at not in line.spots:
                said = line.said(at, at + 1)
                told = f'languages = ["{language}"] in the settings makes it a day.'
                return f"“{said}” stays text; {told}"
    return ""


def dotted_hint(line: Line) -> str:
    """“on 3.3.” where dates are not written so: the line would be one of today."""
    if "de" in line.settings.languages:
        return ""
    for at, word in enumerate(line.words):
        day, dot, month = word.key.partition(".")
        if not (dot and day.isdecimal() and month.isdecimal() and len(day + month) < _LONG):
            continue
        ends = line.text[word.end : word.end + 1] == "." or line.key(at - 1) in _BEFORE_DAY
        if ends and 0 < int(day) <= _MOST_DAYS and 0 < int(month) <= len(MONTH_NAMES):
            said = line.said(at, at + 1)
            return f"“{said}” stays text; write {int(day)} {MONTH_NAMES[int(month) - 1]} for a day."
    return ""


def vague_hints(line: Line, dated: Sequence[Place]) -> Iterator[str]:
    """A time that is no day; ``dated`` are the days that were read."""
    folded = " ".join(word.key for word in line.words)
    vague = next((phrase for phrase in VAGUE if f" {phrase} " in f" {folded} "), "")
    read = {line.index_at(place.end - 1) for place in dated}
    words = (word for at, word in enumerate(line.words) if at not in read)
    unread = next((word for word in words if word.key in _UNREAD), None)
    if not vague and unread is not None:
        begin = line.words[max(0, line.words.index(unread) - 2)]
        vague = line.text[begin.start : unread.end]
    if vague:
        yield f"“{vague}” is no day, so today is taken; “3 days ago” would be one."
