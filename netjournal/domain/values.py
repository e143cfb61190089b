"""The small words of the domain: channels, directions, circles, spans of time, partial dates."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NewType, Self

from netjournal.tuples import NamedTuple

PersonId = NewType("PersonId", str)
"""A random integer below 2^63 in decimal; ``"1"`` is me."""
RecordId = NewType("RecordId", str)
"""The same for any other record."""

ME = PersonId("1")

Extra = Mapping[str, object]
"""Fields of a record that this version does not know; kept and written back unchanged."""


class _NoExtra(dict[str, object]):
    """No fields at all; hashable, so that a dataclass takes it as a default."""

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]  # dict says None: unhashable
        return 0


NO_EXTRA: Extra = _NoExtra()


class Channel(StrEnum):
    """The means by which something passes between me and a person."""

    PHONE = "phone"
    POSTCARD = "postcard"
    EMAIL = "email"
    MET = "met"
    MESSAGE = "message"
    SOCIAL = "social"
    VIDEO = "video"
    OTHER = "other"


class Direction(StrEnum):
    """Who reached out: I did, they did, or we talked."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"
    MUTUAL = "mutual"


class Reply(StrEnum):
    """What was said of the answer to an outbound conversation."""

    ANSWERED = "answered"
    AWAITED = "awaited"
    NONE = "none"


class Circle(StrEnum):
    """How near a person is; the first three are the network."""

    INNER = "inner"
    CLOSE = "close"
    NETWORK = "network"
    ROLODEX = "rolodex"

    @property
    def in_network(self) -> bool:
        """Whether people here are counted, proposed and sized."""
        return self is not Circle.ROLODEX


class Owner(StrEnum):
    """Whose promise a commitment is."""

    MINE = "mine"
    THEIRS = "theirs"


class CommitmentState(StrEnum):
    """Where a promise stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class EntryKind(StrEnum):
    """What a dated line about one person is."""

    NOTE = "note"
    NEED = "need"
    OFFER = "offer"
    GAVE = "gave"
    GOT = "got"
    REMEMBER = "remember"
    NEXT_TIME = "next_time"
    BIRTHDAY = "birthday"
    """A birthday told in a line of quick add, as ``--04-12`` or ``1985-04-12``."""


class Origin(StrEnum):
    """How a person came into the journal."""

    HAND = "hand"
    GATHERING = "gathering"
    IMPORT = "import"


class Unit(StrEnum):
    """A unit of spans; months and years are calendar months and years."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


_MOST = {Unit.DAYS: 36_500, Unit.WEEKS: 5_200, Unit.MONTHS: 1_200, Unit.YEARS: 100}


class _Span(NamedTuple):
    n: int
    unit: Unit


class Span(_Span):
    """So many days, weeks, months or years, at most a hundred years.

    Raises:
        ValueError: the count is below 1 or longer than a hundred years.

    """

    __slots__ = ()

    def __new__(cls, n: int, unit: Unit) -> Self:
        """Check the length."""
        if not 1 <= n <= _MOST[unit]:
            raise ValueError(f"{n} {unit} is not between 1 day and 100 years")
        return super().__new__(cls, n, unit)

    def __str__(self) -> str:
        return f"{self.n} {self.unit}" if self.n != 1 else f"1 {self.unit.value[:-1]}"

    def after(self, day: date) -> date:
        """The day this span later; never past the last day the calendar knows."""
        return shift(day, self, 1)

    def before(self, day: date) -> date:
        """The day this span earlier."""
        return shift(day, self, -1)

    def days_from(self, day: date) -> int:
        """How many days this span is when it starts on ``day``."""
        return (self.after(day) - day).days


@lru_cache(maxsize=4096)  # every standing asks for a few of them
def shift(day: date, span: Span, times: int) -> date:
    """``day`` plus ``times`` spans, in calendar months and years, kept within the calendar.

    Months are dateutil's: a day that a month lacks is its last one. Its own ``relativedelta``
    would be a tenth of what a prompt may take.
    """
    if span.unit in {Unit.DAYS, Unit.WEEKS}:
        step = span.n * times * (7 if span.unit is Unit.WEEKS else 1)
        try:
            return day + timedelta(days=step)
        except OverflowError:
            return date.max if times > 0 else date.min
    months = span.n * times * (12 if span.unit is Unit.YEARS else 1)
    year, before = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if times > 0 else date.min
    return date(year, before + 1, min(day.day, _last_day(year, before + 1)))


def _last_day(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


class Recurrence(NamedTuple):
    """``every 6 weeks``: from the day it was done; ``fixed``: by the calendar."""

    span: Span
    fixed: bool = False
    anchor: date | None = None
    """The first due day of a fixed one: every month from the 31st stays at the month's end."""

    def __str__(self) -> str:
        return f"every {self.span}" + (" fixed" if self.fixed else "")


_PARTIAL = r"(?:(\d{4})|-)-(\d{2})-(\d{2})"


class _PartialDate(NamedTuple):
    month: int
    day: int
    year: int | None


class PartialDate(_PartialDate):
    """A day of the year whose year may be unknown, such as a birthday.

    Raises:
        ValueError: there is no such day.

    """

    __slots__ = ()

    def __new__(cls, month: int, day: int, year: int | None = None) -> Self:
        """Check that there is such a day."""
        # 2000 was a leap year: without a year the 29th of February is a day.
        date(year or 2000, month, day)
        return super().__new__(cls, month, day, year)

    def __str__(self) -> str:
        """ISO 8601, or ``--04-12`` without the year."""
        head = f"{self.year:04d}" if self.year else "-"
        return f"{head}-{self.month:02d}-{self.day:02d}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``1985-04-12`` or ``--04-12``.

        Raises:
            ValueError: it is neither, or there is no such day.

        """
        match = re.fullmatch(_PARTIAL, text)
        if not match:
            raise ValueError(f"{text!r} is no date such as 1985-04-12 or --04-12")
        year, month, day = match.groups()
        return cls(int(month), int(day), int(year) if year else None)

    def in_year(self, year: int) -> date:
        """Its day in that year; the 29th of February is celebrated on 1 March in other years."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return date(year, 3, 1)

    def next_from(self, day: date) -> date:
        """Its next day on or after ``day``."""
        this_year = self.in_year(day.year)
        if this_year >= day or day.year == date.max.year:
            return this_year
        return self.in_year(day.year + 1)
