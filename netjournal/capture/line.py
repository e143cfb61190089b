"""A line on its way to being read: its words, the names in it, its dates, its parts."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netjournal.capture.reading import Place, Who
from netjournal.capture.wordlists import NEVER_NAMES, WORD_NAMES
from netjournal.capture.words import Pause, Word, lex
from netjournal.domain.dates import Found, find_day, find_days
from netjournal.domain.datewords import MONTHS, UNITS, WEEKDAYS
from netjournal.domain.names import NameBook, NameMatch, chosen
from netjournal.domain.settings import Settings
from netjournal.text import fold

_LONGEST_NAME = 8
"""Words of a name that are looked at."""
_LONGEST_PART = 60
"""Words without a pause that are looked at together, so that the time stays linear."""
_DATING = frozenset({"in", "by", "until", "till", "since", "last", "next", "this", "on", "mid"})


_COMING_FROM = frozenset({"from", "of"})


class Spot(NamedTuple):
    """Words that name somebody."""

    first: int
    stop: int
    matches: tuple[NameMatch, ...]
    """None for a known first name with a surname nobody has."""
    owns: bool
    """A possessive: ``Bob's``."""
    sure: bool
    """A name wherever it stands; else only in the place of a name (``lunch with will``)."""


class Part(NamedTuple):
    """Words without a pause between them."""

    first: int
    stop: int


class Line(NamedTuple):
    """The text with its words, and whom and what to ask about them."""

    text: str
    words: tuple[Word, ...]
    names: NameBook
    today: date
    settings: Settings
    insist_new: bool
    spots: dict[int, Spot]
    """Names by their first word."""

    def key(self, index: int) -> str:
        """The folded word at a place, or nothing beyond either end."""
        return self.words[index].key if 0 <= index < len(self.words) else ""

    def place(self, first: int, stop: int) -> Place:
        """Where some words stand, a possessive ``'s`` of the last one left out."""
        return Place(self.words[first].start, self.words[stop - 1].name_end)

    def said(self, first: int, stop: int) -> str:
        """Some words as typed."""
        place = self.place(first, stop)
        return self.text[place.start : place.end]

    def start_of(self, index: int) -> int:
        """The character at which a word starts; the end of the text beyond the last."""
        return self.words[index].start if index < len(self.words) else len(self.text)

    def together(self, index: int) -> bool:
        """Whether a word follows the one before it without a pause."""
        return 0 < index < len(self.words) and self.words[index].pause is Pause.NONE

    def capital(self, index: int) -> bool:
        """Whether a word starts with a capital, or is in a script that has none."""
        char = self.text[self.words[index].start]
        return char.isupper() or (char.isalpha() and char.lower() == char.upper())

    def spot_before(self, index: int) -> Spot | None:
        """The name that ends right before a word."""
        for first in range(index - 1, max(-1, index - 1 - _LONGEST_NAME), -1):
            spot = self.spots.get(first)
            if spot is not None:
                return spot if spot.stop == index else None
        return None

    def who(self, spot: Spot) -> Who:
        """The name as it is handed on."""
        if not spot.matches:
            return self.new_who(spot.first, spot.stop, may_be_new=self.insist_new)
        return Who(
            text=self.said(spot.first, spot.stop),
            place=self.place(spot.first, spot.stop),
            matches=spot.matches,
        )

    def new_who(self, first: int, stop: int, *, may_be_new: bool) -> Who:
        """A name nobody has yet, with those it nearly is."""
        text = self.said(first, stop)
        return Who(
            text=text,
            place=self.place(first, stop),
            similar=tuple(self.names.similar(text)),
            may_be_new=may_be_new,
        )

    def parts(self, first: int, stop: int) -> Iterator[Part]:
        """The parts between pauses, of bounded length; ``re:`` goes on into what follows it."""
        begin = first
        for index in range(first + 1, stop):
            if index - begin >= _LONGEST_PART:
                yield Part(begin, index)
                begin = index
            if self.words[index].pause is Pause.NONE or (
                self.words[index].pause is Pause.COLON and self.key(index - 1) in {"re", "about"}
            ):
                continue
            if begin < index:
                yield Part(begin, index)
            begin = index
        if begin < stop:
            yield Part(begin, stop)

    def days(self, first: int, stop: int, *, past: bool) -> list[Found]:
        """The date phrases in some words."""
        if first >= stop:
            return []
        start, end = self.words[first].start, self.words[stop - 1].end
        found = find_days(self.text, start, end, self.today, past=past, settings=self.settings)
        return [day for day in found if self.key(self.index_at(day.start))]

    def whole_day(self, part: Part, *, past: bool) -> Found | None:
        """The date phrase that all words of a part are."""
        start, end = self.words[part.first].start, self.words[part.stop - 1].end
        found = find_day(self.text, start, end, self.today, past=past, settings=self.settings)
        if found is None or found.lead_start > start or found.end < end:
            return None
        return found

    def index_at(self, char: int) -> int:
        """The first word that ends after a character."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].end <= char:
                low = middle + 1
            else:
                high = middle
        return low


def line_of(
    text: str, today: date, names: NameBook, settings: Settings, *, insist_new: bool
) -> Line:
    """The line with its words and names found."""
    line = Line(text, lex(text), names, today, settings, insist_new, {})
    mono = text.lower() == text or text.upper() == text
    longest = min(names.longest, _LONGEST_NAME)
    index = 0
    while index < len(line.words):
        spot = _spot_at(line, index, longest, mono=mono)
        if spot is None:
            index += 1
        else:
            line.spots[index] = spot
            index = spot.stop
    _settle(line)
    return line


def _settle(line: Line) -> None:
    """“Ana Ruiz: coffee. Ana needs a van”: a name said in full settles the short one beside it."""
    clear = {spot.matches[0].person for spot in line.spots.values() if len(spot.matches) == 1}
    for first, spot in line.spots.items():
        meant = tuple(match for match in spot.matches if match.person in clear)
        if len(meant) == 1 < len(spot.matches):
            line.spots[first] = spot._replace(matches=meant)


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
    for stop in range(min(spot.stop + 1 + _LONGEST_NAME, len(line.words)), spot.stop + 1, -1):
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
    if mono:
        return not word_like
    if not any(line.capital(index) for index in range(first, stop)):
        return False
    opens = first == 0 or line.words[first].pause is not Pause.NONE
    return owns or not (word_like and opens)


def spots_in(line: Line, first: int, stop: int) -> list[Spot]:
    """The names within some words, in order."""
    return [line.spots[at] for at in range(first, stop) if at in line.spots]
