"""The English words of dates. Another language is another module of the same tables."""

from __future__ import annotations

from typing import Final, Literal

from netjournal.domain.values import Unit

MONTHS: Final[dict[str, int]] = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
    "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sep": 9, "sept": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12,
    "dec": 12, "febuary": 2, "feburary": 2,
}  # fmt: skip
MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MODAL_MONTH: Final = "may"
"""Alone it is the verb, whatever stands before it."""

WEEKDAYS: Final[dict[str, int]] = {
    "monday": 0, "mon": 0, "tuesday": 1, "tue": 1, "tues": 1, "wednesday": 2, "wed": 2, "weds": 2,
    "thursday": 3, "thu": 3, "thur": 3, "thurs": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5,
    "sunday": 6, "sun": 6,
    "tuseday": 1, "tusday": 1, "teusday": 1, "wensday": 2, "wednsday": 2, "wendsday": 2,
    "wednseday": 2, "wedensday": 2, "thurday": 3, "thrusday": 3, "thursady": 3, "firday": 4,
    "fridya": 4, "saterday": 5, "satuday": 5, "saturady": 5, "sunady": 6, "moday": 0, "mondya": 0,
}  # fmt: skip
WEEKDAY_NAMES: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
WORDLIKE_DAYS: Final = frozenset({"sat", "sun", "mon", "wed", "thu"})
"""Short forms that are words or names too: read only where a day can stand."""

RELATIVE: Final[dict[tuple[str, ...], int]] = {
    ("today",): 0, ("tonight",): 0, ("this", "morning"): 0, ("this", "afternoon"): 0,
    ("this", "evening"): 0, ("earlier", "today"): 0, ("just", "now"): 0,
    ("yesterday",): -1, ("yday",): -1, ("last", "night"): -1, ("last", "nite"): -1, ("tonite",): 0,
    ("day", "before", "yesterday"): -2, ("the", "day", "before", "yesterday"): -2,
    ("tomorrow",): 1, ("tmrw",): 1, ("tmr",): 1, ("tmw",): 1, ("tomo",): 1,
    ("2moro",): 1, ("2morrow",): 1, ("tomorro",): 1,
    ("tommorow",): 1, ("tommorrow",): 1, ("tomorow",): 1,
    ("yest",): -1, ("yesteday",): -1, ("yesturday",): -1, ("yesterdy",): -1, ("yesterady",): -1,
    ("later", "today"): 0,
    ("day", "after", "tomorrow"): 2, ("the", "day", "after", "tomorrow"): 2,
    ("week", "after", "next"): 14, ("the", "week", "after", "next"): 14,
}  # fmt: skip
"""Phrases that are so many days from today."""

UNITS: Final[dict[str, tuple[int, Unit]]] = {
    "day": (1, Unit.DAYS), "days": (1, Unit.DAYS), "week": (1, Unit.WEEKS),
    "weeks": (1, Unit.WEEKS), "wk": (1, Unit.WEEKS), "wks": (1, Unit.WEEKS),
    "fortnight": (2, Unit.WEEKS), "fortnights": (2, Unit.WEEKS), "month": (1, Unit.MONTHS),
    "months": (1, Unit.MONTHS), "quarter": (3, Unit.MONTHS), "quarters": (3, Unit.MONTHS),
    "year": (1, Unit.YEARS), "years": (1, Unit.YEARS), "yr": (1, Unit.YEARS),
    "yrs": (1, Unit.YEARS),
}  # fmt: skip
SHORT_UNITS: Final[dict[str, Unit]] = {
    "d": Unit.DAYS, "w": Unit.WEEKS, "m": Unit.MONTHS, "y": Unit.YEARS,
}  # fmt: skip

NUMBERS: Final[dict[str, int]] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15,
    "twenty": 20, "thirty": 30,
}  # fmt: skip
ORDINALS: Final[dict[str, int]] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "last": -1,
}  # fmt: skip

Edge = Literal["start", "middle", "end"]
EDGES: Final[dict[str, Edge]] = {
    "end": "end", "start": "start", "beginning": "start", "middle": "middle", "mid": "middle",
    "early": "start", "late": "end",
}  # fmt: skip
BARE_EDGES: Final = frozenset({"mid", "early", "late"})
"""Those that need no “of”."""
EARLY_ON: Final = WEEKDAYS.keys() | {"today", "tomorrow", "yesterday", "on", "this"}
"""Before one of these “early” is a time of day."""
SHORT_EDGES: Final[dict[str, str]] = {"eow": "week", "eom": "month", "eoy": "year"}
DAY_ENDS: Final = (
    ("eod",), ("cob",), ("end", "of", "day"), ("end", "of", "the", "day"),
    ("the", "end", "of", "the", "day"), ("close", "of", "business"),
)  # fmt: skip
SIDES: Final[dict[str, int]] = {"last": -1, "this": 0, "next": 1}
WEEKS: Final = frozenset({"week", "weeks", "wk", "wks"})
MOST_WEEKS: Final = 5_000
HOURS: Final[dict[str, float]] = {
    "hour": 1, "hours": 1, "hr": 1, "hrs": 1, "minute": 0, "minutes": 0, "min": 0, "mins": 0,
}  # fmt: skip
MOST_HOURS: Final = 10_000

HOLIDAYS: Final[dict[tuple[str, ...], tuple[int, int]]] = {
    ("christmas",): (12, 25), ("xmas",): (12, 25), ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25), ("boxing", "day"): (12, 26), ("new", "year"): (1, 1),
    ("new", "year's", "eve"): (12, 31), ("new", "year's", "day"): (1, 1), ("nye",): (12, 31),
    ("new", "years", "eve"): (12, 31), ("new", "years", "day"): (1, 1),
    ("valentine's", "day"): (2, 14), ("valentines", "day"): (2, 14), ("valentine's",): (2, 14),
    ("halloween",): (10, 31),
}  # fmt: skip
EASTER: Final[dict[tuple[str, ...], int]] = {
    ("good", "friday"): -2, ("easter",): 0, ("easter", "sunday"): 0, ("easter", "monday"): 1,
    ("whitsun",): 49, ("pentecost",): 49,
}  # fmt: skip
"""Days from Easter Sunday."""

REGULAR: Final[dict[str, tuple[int, Unit]]] = {
    "daily": (1, Unit.DAYS), "weekly": (1, Unit.WEEKS), "fortnightly": (2, Unit.WEEKS),
    "monthly": (1, Unit.MONTHS), "quarterly": (3, Unit.MONTHS), "yearly": (1, Unit.YEARS),
    "annually": (1, Unit.YEARS),
}  # fmt: skip

LEADS: Final = frozenset(
    {"on", "in", "at", "by", "b4", "until", "till", "before", "after", "since", "from", "for",
     "about", "over", "during", "around", "due", "re", "of", "regarding", "between", "than"}
)  # fmt: skip
"""Words before a date that belong to it; which of them may hold a day is the caller's to say."""
MARKS: Final = LEADS - {"about", "re", "of", "regarding", "than", "between"}
"""Words before which makes a day of what alone would be text (``in march``, ``at christmas``)."""
NO_DAY_AFTER: Final = frozenset(
    {"the", "a", "an", "my", "our", "his", "her", "their", "your", "its", "every", "each", "i",
     "we", "he", "she", "they", "you", "it", "who", "and", "or"}
)  # fmt: skip
"""Words after which a weekday is none: ``the friday market``, ``we sat``."""
DAY_FOLLOWERS: Final = frozenset(
    {"with", "w/", "to", "at", "about", "re", "in", "on", "for", "by", "because", "that", "and",
     "morning", "afternoon", "evening", "night", "noon", "after", "before", "over"}
)  # fmt: skip
DAY_PARTS: Final = frozenset(
    {"morning", "afternoon", "evening", "night", "nite", "noon", "midnight", "lunchtime", "midday",
     "o'clock", "am", "pm", "early", "late"}
)  # fmt: skip
HALVES: Final = frozenset({"am", "pm", "o'clock"})
"""Those that stand behind an hour only."""
