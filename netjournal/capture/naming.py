"""The names in a line: which words name somebody one knows, the longest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netjournal.capture.line import LONGEST_NAME, Line, Spot
from netjournal.capture.wordlists import NEVER_NAMES, RELATIVES, WORD_NAMES
from netjournal.capture.words import Pause, lex
from netjournal.domain.datewords import MONTHS, UNITS, WEEKDAYS
from netjournal.domain.names import NameBook, NameMatch, chosen
from netjournal.domain.settings import Settings
from netjournal.text import fold

_DATING = frozenset({"in", "by", "until", "till", "since", "last", "next", "this", "on", "mid"})
_COMING_FROM = frozenset({"from", "of"})
_PEOPLE_DO = frozenset(
    {"said", "says", "told", "wants", "asked", "thinks", "knows", "promised", "called", "rang",
     "phoned", "wrote", "emailed", "texted", "messaged", "sent", "came", "went", "joined", "gave",
     "talked", "met", "moved", "works", "lives", "likes", "loves", "visited", "replied"}
)  # fmt: skip
"""Behind a word that is a name too, one of these says that somebody is meant."""
_THEIRS = frozenset({"his", "her", "their", "your"})
_DAYS_AND_MONTHS = WEEKDAYS.keys() | MONTHS.keys()


def line_of(
    text: str, today: date, names: NameBook, settings: Settings, *, insist_new: bool
) -> Line:
    """The line with its words and names found."""
    line = Line(text, lex(text), names, today, settings, insist_new, {})
    mono = text.upper() == text or not any(
        _chosen_capital(line, at) for at in range(len(line.words))
    )
    longest = min(names.longest, LONGEST_NAME)
    index = 0
    while index < len(line.words):
        spot = _spot_at(line, index, longest, mono=mono)
        if spot is None:
            index += 1
        else:
            line.spots[index] = spot
            index = spot.stop
    _drop_kin(line)
    _settle(line)
    return line


def _chosen_capital(line: Line, at: int) -> bool:
    """A capital that says something: not that of a sentence, of “I”, of a weekday, of “NATO”."""
    word = line.words[at]
    said = line.text[word.start : word.end]
    if not said[:1].isupper() or (len(said) > 1 and said.isupper()):
        return False
    opens = at == 0 or word.pause is Pause.STOP or line.words[at - 1].colon
    return not (opens or word.key.partition("'")[0] == "i" or word.key in _DAYS_AND_MONTHS)


def _drop_kin(line: Line) -> None:
    """“Bob's mum”, “her dad” are not the Mum and Dad one knows."""
    for first, spot in list(line.spots.items()):
        if line.key(first) not in RELATIVES or spot.stop > first + 1 or not line.together(first):
            continue
        owner = _owner_without_sign(line, first - 1)
        if owner is not None:
            line.spots[first - 1] = owner
        if owner or line.words[first - 1].owns or line.key(first - 1) in _THEIRS:
            del line.spots[first]


def _owner_without_sign(line: Line, at: int) -> Spot | None:
    """“bobs mum”: a name with the ``s`` of a possessive, its apostrophe left out."""
    key = line.key(at)
    if at in line.spots or not key.endswith("s") or len(key) < 4 or line.words[at].owns:
        return None
    named = line.names.people(key[:-1])
    return Spot(at, at + 1, chosen(named), owns=True, sure=True) if named else None


def _settle(line: Line) -> None:
    """“Ana Ruiz: coffee. Ana needs a van”: a name said in full settles the short one beside it."""
    clear = {spot.matches[0].person for spot in line.spots.values() if len(spot.matches) == 1}
    for first, spot in line.spots.items():
        beside = {match.person for other in _joined_to(line, spot) for match in other.matches}
        others = tuple(match for match in spot.matches if match.person not in beside & clear)
        if len(others) < len(spot.matches):
            # “Tom and Tom Baker” are two
            line.spots[first] = spot._replace(matches=others or spot.matches)
            continue
        meant = tuple(match for match in spot.matches if match.person in clear)
        if len(meant) == 1 < len(spot.matches):
            line.spots[first] = spot._replace(matches=meant)


def _joined_to(line: Line, spot: Spot) -> list[Spot]:
    """The names on either side of one, joined to it by ``and`` or a comma."""
    if len(spot.matches) < 2:
        return []
    after = spot.stop + (line.key(spot.stop) == "and")
    before = line.spot_before(spot.first - (line.key(spot.first - 1) == "and"))
    joined = [] if before is None else [before]
    parted = after == spot.stop and line.together(after)
    if after in line.spots and not parted:
        joined.append(line.spots[after])
    return [one for one in joined if len(one.matches) == 1]


def _spot_at(line: Line, first: int, longest: int, *, mono: bool) -> Spot | None:
    if line.key(first) in {"", "and"}:
        return None
    stops = [first + 1]
    while (
        len(stops) < longest
        and line.key(stops[-1])
        and line.together(stops[-1])
        and not line.words[stops[-1] - 1].owns
        and not line.words[stops[-1] - 1].colon
    ):
        stops.append(stops[-1] + 1)
    for stop in reversed(stops):
        if stop == first + 1 and not _could_name(line, first):
            return None
        if line.key(stop - 1) == "and":
            continue
        named = line.names.people(line.said(first, stop))
        if named:
            owns = line.words[stop - 1].owns
            sure = _sure(line, first, stop, owns=owns, mono=mono)
            spot = Spot(first, stop, chosen(named), owns, sure)
            return spot if owns else _from(line, spot, named)
    return None


def _from(line: Line, spot: Spot, named: Sequence[NameMatch]) -> Spot:
    """“Ana from Acme”: the organisation tells who is meant, if it is that of somebody named so."""
    if line.key(spot.stop) not in _COMING_FROM or not line.together(spot.stop):
        return spot
    for stop in range(min(spot.stop + 1 + LONGEST_NAME, len(line.words)), spot.stop + 1, -1):
        whole = all(line.together(index) for index in range(spot.stop + 1, stop))
        told = fold(line.said(spot.stop + 1, stop))
        meant = tuple(match for match in named if whole and told and told in _known_for(match))
        if meant:
            return spot._replace(stop=stop, matches=chosen(meant), sure=True)
    return spot


def _known_for(match: NameMatch) -> tuple[str, ...]:
    """Folded, what somebody may be told apart by: the organisation, whole or its first word."""
    said = fold(match.about.partition(",")[0])
    return (said, said.partition(" ")[0]) if said != match.circle else ()


def _could_name(line: Line, index: int) -> bool:
    """Whether one word alone may be a name: no small word typed small, no number, no month."""
    key = line.key(index)
    if key[:1].isdigit() or key[:1] in "#+-":
        return False
    if key in NEVER_NAMES and not line.capital(index):
        return False
    if key in MONTHS or key in WEEKDAYS:
        dated = line.key(index + 1)[:1].isdigit() and line.key(index + 2) not in UNITS
        before = line.key(index - 1)
        return before not in _DATING and not dated and not before[:1].isdigit()
    return key not in {"i", "we", "he", "she", "they", "the", "and"}


def _sure(line: Line, first: int, stop: int, *, owns: bool, mono: bool) -> bool:
    word_like = stop == first + 1 and line.key(first) in WORD_NAMES
    if word_like and line.key(stop) in _PEOPLE_DO and line.together(stop):
        return first == 0 or line.words[first].pause is not Pause.NONE
    if mono:
        return not word_like
    if not any(line.capital(index) for index in range(first, stop)):
        return False
    opens = first == 0 or line.words[first].pause is not Pause.NONE
    return owns or not (word_like and opens)
