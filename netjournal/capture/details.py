"""An address or a number told on its own: ``email ana@example.org``, ``phone: 0761 1234``."""

from __future__ import annotations

from typing import Final

from netjournal.capture.line import Line, Part
from netjournal.capture.words import Pause, is_contact_detail, is_email
from netjournal.tuples import NamedTuple

_TELLING: Final = frozenset(
    {"email", "e-mail", "mail", "phone", "telephone", "tel", "mobile", "cell", "number"}
)
_LINKING: Final = frozenset({"is", "now", "changed", "to"})
"""“her number is now 0761 1234”."""


class Detail(NamedTuple):
    """How somebody is reached."""

    field: str
    """``email`` or ``phone``."""
    value: str


def detail_at(line: Line, first: int, stop: int) -> Detail | None:
    """The address or number that is all that follows a word up to the next pause."""
    if line.key(first) not in _TELLING or first + 1 >= stop:
        return None
    begin = first + 1
    while begin + 1 < stop and line.key(begin) in _LINKING:
        begin += 1
    end = begin
    while end < stop and (end == begin or line.words[end].pause < Pause.COMMA):
        if end > begin and line.key(end) == "and":
            break
        if not (is_contact_detail(line.key(end)) or (end > begin and line.key(end).isdigit())):
            return None
        end += 1
    value = line.said(begin, end)
    if is_email(line.key(begin)):
        return Detail("email", value) if end == begin + 1 else None
    plus = "+" if line.text[line.start_of(begin) - 1] == "+" else ""
    return Detail("phone", plus + value)


def details_in(line: Line, free: list[Part]) -> list[Detail]:
    """All of them in some words."""
    found = (detail_at(line, at, part.stop) for part in free for at in range(*part))
    return [detail for detail in found if detail is not None]
