"""Days as vCards write them: whole, without a year, Apple's year 1604, and what is none."""

from __future__ import annotations

import re

from netjournal.domain.values import PartialDate

_DAY = re.compile(
    r"(?:(?P<year>\d{4})-?|--)(?P<month>\d{2})-?(?P<day>\d{2})(?:[T ].*)?\Z", re.DOTALL
)
_SHORT = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ].*)?\Z", re.DOTALL)
# 2.3.1961 is the second of March wherever dots are written; 1961/3/2 is so everywhere.
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})?\Z")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})\Z")
NO_YEAR = 1604
"""Apple's year for "no year": the first leap year of its calendar."""
_FORMS = (_DAY, _SHORT, _DOTTED, _YEAR_FIRST)


def day_of(text: str, omitted: str = "") -> PartialDate | None:
    """Read a date of RFC 6350 §4.3.1 or RFC 2426 §3.1.5, with or without a time of day.

    None for anything else: a day that does not exist, a month alone, free text. The years 0000 and
    1604 mean that the year is not known, and so does the one ``omitted``, as Apple's
    X-APPLE-OMIT-YEAR names it.
    """
    text = text.strip()
    match = next((found for form in _FORMS if (found := form.match(text))), None)
    if not match:
        return None
    year = int(match["year"] or 0)
    is_known = year not in {0, NO_YEAR} and match["year"] != omitted
    try:
        return PartialDate(int(match["month"]), int(match["day"]), year if is_known else None)
    except ValueError:
        return None
