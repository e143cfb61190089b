"""A line on its way to being read: its words, the names in it, its dates, its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from netjournal.capture.reading import Place, Who
from netjournal.capture.words import Pause, Word
from netjournal.domain.dates import Found, find_day, find_days
from netjournal.domain.names import NameBook, NameMatch
from netjournal.domain.names import words as name_words
from netjournal.domain.settings import Settings
from netjournal.tuples import NamedTuple

LONGEST_NAME = 8
"""Words of a name that are looked at."""
LONGEST_PART = 60
"""Words without a pause that are looked at together, so that the time stays linear."""


_MOST_SIMILAR = 3


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
        for first in range(index - 1, max(-1, index - 1 - LONGEST_NAME), -1):
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
            similar=tuple(self.names.similar(text)) or self._shorter(first, stop),
            may_be_new=may_be_new,
        )

    def _shorter(self, first: int, stop: int) -> tuple[NameMatch, ...]:
        """“Tom O'N”, “Hoa Nguyen”: those with words that begin so, in whatever order."""
        if stop - first < 2:
            return ()
        typed = [self.key(at) for at in range(first, stop)]
        near: dict[str, NameMatch] = {}
        for at in range(first, stop):
            for match in self.names.people(self.said(at, at + 1)):
                if _begins_all(typed, name_words(match.name)):
                    near.setdefault(match.person, match)
        return tuple(near.values())[:_MOST_SIMILAR]

    def parts(self, first: int, stop: int) -> Iterator[Part]:
        """The parts between pauses, of bounded length; ``re:`` goes on into what follows it."""
        begin = first
        for index in range(first + 1, stop):
            if index - begin >= LONGEST_PART:
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


def spots_in(line: Line, first: int, stop: int) -> list[Spot]:
    """The names within some words, in order."""
    return [line.spots[at] for at in range(first, stop) if at in line.spots]


def _begins_all(typed: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each typed word begins one word of a name, a different one each."""
    left = list(words)
    for said in typed:
        found = next((word for word in left if word.startswith(said)), None)
        if found is None:
            return False
        left.remove(found)
    return True
