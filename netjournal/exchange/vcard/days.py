"""Days as vCards write them: whole, without a year, Apple's year 1604, and what is none."""

from __future__ import annotations

import re

from netjournal.domain.values import PartialDate

_DAY = re.compile(
    r"(?:(?P<year>\d{4})-?|--)(?P<month>\d{2})-?(?P<day>\d{2})(?:[T ].*)?\Z", re.DOTALL
)
_SHORT = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ].*)?\Z", re.DOTALL)
NO_YEAR = 1604
"""Apple's year for "no year": the first leap year of its calendar."""


def day_of(text: str) -> PartialDate | None:
    """Read a date of RFC 6350 §4.3.1 or RFC 2426 §3.1.5, with or without a time of day.

    None for anything else: a day that does not exist, a month alone, free text. The years 0000 and
    1604 mean that the year is not known.
    """
    text = text.strip()
    match = _DAY.match(text) or _SHORT.match(text)
    if not match:
        return None
    year = int(match["year"] or 0)
    try:
        return PartialDate(
            int(match["month"]), int(match["day"]), None if year in {0, NO_YEAR} else year
        )
    except ValueError:
        return None
