"""Phone numbers that are one number, however they are typed."""

from __future__ import annotations

import re
from functools import lru_cache

from netjournal.tuples import NamedTuple

_EXTENSION = re.compile(r"(?:;ext=|ext\.?|extension|x|#|,)\s*(\d{1,7})\s*\Z", re.IGNORECASE)
_DIGITS = re.compile(r"\D+")
_TAIL = 5
_NATIONAL = 9
"""Last digits that national and international forms of a number agree on."""


class _Dialled(NamedTuple):
    """A number without its spelling."""

    digits: str
    extension: str
    e164: str
    """As ITU-T E.164 writes it; empty where that cannot be told."""


# one number is held against dozens of others
@lru_cache(maxsize=16_384)
def tail(number: str) -> str:
    """The last digits: equal for every spelling of one number; empty for a short code."""
    digits, _ = _parts(number)
    return digits[-_TAIL:] if len(digits) > _TAIL else ""


def same_number(one: str, other: str, region: str = "") -> bool:
    """Whether two numbers reach the same telephone.

    Args:
        one: a number as somebody typed it.
        other: the other.
        region: ISO 3166 two letters; where numbers without a country are at home. Without it
            these are compared by their last nine digits.

    """
    end = tail(one)
    if not end or end != tail(other):
        return False
    a, b = _dialled(one, region), _dialled(other, region)
    if a.extension != b.extension:
        return False
    if a.e164 and b.e164:
        return a.e164 == b.e164
    if a.digits == b.digits:
        return True
    shorter = min(len(a.digits), len(b.digits))
    return shorter >= _NATIONAL and a.digits[-_NATIONAL:] == b.digits[-_NATIONAL:]


def _parts(number: str) -> tuple[str, str]:
    """The digits of a number, and those of its extension."""
    found = _EXTENSION.search(number)
    if found:
        return _DIGITS.sub("", number[: found.start()]), found[1]
    return _DIGITS.sub("", number), ""


@lru_cache(maxsize=4096)
def _dialled(number: str, region: str) -> _Dialled:
    digits, extension = _parts(number)
    return _Dialled(digits, extension, _e164(number, region))


def _e164(number: str, region: str) -> str:
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, region.upper() or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(parsed):
        return ""
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
