"""Ranges of a query: numbers, and spans of days (``90d..``, ``>=4``, ``1w..2w``)."""

from __future__ import annotations

import re

from netjournal.errors import UsageError
from netjournal.tuples import NamedTuple

_UNIT_DAYS = {"": 1, "d": 1, "w": 7, "m": 30, "y": 365}
_AMOUNT = re.compile(r"(\d{1,5})([dwmy]?)")
_COMPARED = re.compile(r"([<>]=?)(.*)")


class Range(NamedTuple):
    """``4..``, ``..7d``, ``30d..90d`` or one value; both ends belong to it."""

    low: int | None
    high: int | None

    def holds(self, value: int | None) -> bool:
        """Whether a value lies in it; None never does."""
        if value is None or (self.low is not None and value < self.low):
            return False
        return self.high is None or value <= self.high

    @classmethod
    def parse(cls, text: str, field: str) -> Range:
        """Read a range of numbers or spans of days.

        Raises:
            UsageError: it is none.
        """
        if compared := _COMPARED.fullmatch(text):
            sign, edge = compared[1], _amount(compared[2], field)
            beyond = 0 if sign.endswith("=") else 1
            return cls(edge + beyond, None) if sign[0] == ">" else cls(None, edge - beyond)
        low, dots, high = text.partition("..")
        if not dots:
            exact = _amount(text, field)
            return cls(exact, exact)
        return cls(_amount(low, field) if low else None, _amount(high, field) if high else None)


def _amount(text: str, field: str) -> int:
    match = _AMOUNT.fullmatch(text)
    if not match:
        raise UsageError(f"{field}: needs a number or a span such as 90d.. or ..2w, not {text!r}.")
    return int(match[1]) * _UNIT_DAYS[match[2]]
