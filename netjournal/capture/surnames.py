"""A known first name with a surname nobody has is somebody else: it is never guessed."""

from __future__ import annotations

from typing import Final

from netjournal.capture.clausewords import CLAUSES, PLANS
from netjournal.capture.contactwords import CONTACTS
from netjournal.capture.line import Line, Spot
from netjournal.capture.wordlists import LEAD_INS, NEVER_NAMES, WORD_NAMES
from netjournal.domain.datewords import MONTHS, WEEKDAYS
from netjournal.domain.names import Fit

_MOST_WORDS: Final = 3
"""Words of a surname that are looked at."""
_NO_SURNAMES: Final = (
    NEVER_NAMES
    | LEAD_INS
    | {word for row in CONTACTS for phrase in row.words for word in phrase.split()}
    | {word for plan in PLANS for phrase in plan.words for word in phrase.split()}
    | {word for clause in CLAUSES for word in clause.words}
    | {
        "and",
        "promised",
        "bday",
        "today",
        "yesterday",
        "tomorrow",
        "jr",
        "sr",
        "phd",
        "md",
        "asap",
        "eod",
        "cob",
        "fyi",
        "tbd",
        "tbc",
        "rsvp",
        "btw",
        "imo",
        "ok",
        "pm",
        "am",
    }
    | MONTHS.keys()
    | WEEKDAYS.keys()
)


def keep_surnames(line: Line) -> None:
    """Widen the names of ``line`` that go on with a surname: then nobody matches them."""
    if line.text.isupper():
        return
    for first, spot in list(line.spots.items()):
        stop = _surname_stop(line, spot)
        if stop > spot.stop:
            owns = line.words[stop - 1].owns
            line.spots[first] = Spot(first, stop, (), owns=owns, sure=True)
        elif spot.matches and spot.matches[0].fit is Fit.SURNAME and _other_first(line, spot):
            del line.spots[first]
            line.spots[first - 1] = Spot(first - 1, stop, (), owns=spot.owns, sure=True)


def _surname_stop(line: Line, spot: Spot) -> int:
    at = spot.stop
    if at - spot.first > 1 or spot.owns or not spot.sure or line.words[at - 1].colon:
        return at
    if not line.text[line.words[spot.first].start].isupper():
        return at
    while at < min(len(line.words), spot.stop + _MOST_WORDS) and _surname(line, at):
        at += 1
        if line.words[at - 1].owns or line.words[at - 1].colon:
            break
    return at


def _other_first(line: Line, spot: Spot) -> bool:
    """“met Fred Stone” is not the Bob Stone one knows; a sentence may begin with any word."""
    alone = spot.stop - spot.first == 1 and line.together(spot.first)
    return alone and line.spot_before(spot.first) is None and _surname(line, spot.first - 1)


def _surname(line: Line, at: int) -> bool:
    """Whether a word is a name with a capital that is neither known nor a word of the language."""
    key, word = line.key(at), line.words[at]
    if not line.together(at) or at in line.spots or not key:
        return False
    if line.text[word.start - 1] == "@":
        return False  # “lunch with Ana @Luigi”
    if key in _NO_SURNAMES and key not in WORD_NAMES - MONTHS.keys() - WEEKDAYS.keys():
        return False
    said = line.text[word.start : word.end]
    return said[0].isupper() and all(char.isalpha() or char in "'’-." for char in said)
