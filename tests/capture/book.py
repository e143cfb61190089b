"""A small book of names for tests of the parser."""

from __future__ import annotations

from collections.abc import Sequence

from netjournal.domain.names import GatheringMatch, NameMatch, name_keys, words
from netjournal.domain.values import Circle, PersonId, RecordId
from netjournal.text import fold

KNOWN = (
    "Ana Ruiz", "Bob Stone", "Zoë Müller", "Tom O'Neil", "Karl Brandt", "Grace Hopper", "李小红",
    "Nguyễn Thị Hoa", "Seán Mac Giolla", "Will Smith", "May Chen", "Mark Twain", "Rob Walker",
    "Art Bell", "Summer Jones", "Petra Novák", "נועה כהן", "Jean-Luc Moreau", "Anna Maria Weiß",
    "Hedy van der Berg", "April Young",
)  # fmt: skip
SILENT = ("Bob Marlowe", "Ana Torres", "Victor Hugo")


class Book:
    """A ``NameBook`` over a few people: those in a circle, and silent ones of the rolodex."""

    def __init__(
        self,
        known: Sequence[str] = KNOWN,
        silent: Sequence[str] = SILENT,
        gatherings: Sequence[tuple[str, str]] = (("PyCon", "2026-03-07"),),
    ) -> None:
        self._keys: dict[str, list[NameMatch]] = {}
        self._gatherings = [
            GatheringMatch(RecordId(str(number)), name, day)
            for number, (name, day) in enumerate(gatherings, 900)
        ]
        everybody = [(name, True) for name in known] + [(name, False) for name in silent]
        for number, (name, is_known) in enumerate(everybody, 10):
            nicknames = ("Mum",) if name == "Grace Hopper" else ()
            for key, fit in name_keys(name, nicknames=nicknames).items():
                self._keys.setdefault(key, []).append(
                    NameMatch(
                        person=PersonId(str(number)), name=name, fit=fit, known=is_known,
                        circle=Circle.CLOSE if is_known else Circle.ROLODEX,
                    )
                )  # fmt: skip
        self.longest = max((key.count(" ") + 1 for key in self._keys), default=1)

    def people(self, phrase: str) -> Sequence[NameMatch]:
        return self._keys.get(" ".join(words(phrase)), ())

    def similar(self, phrase: str) -> Sequence[NameMatch]:
        key = " ".join(words(phrase))
        near = {}
        for other, matches in self._keys.items():
            if len(other) > 4 and other != key and _one_off(key, other):
                near.update({match.person: match for match in matches})
        return tuple(near.values())

    def gatherings(self, phrase: str) -> Sequence[GatheringMatch]:
        key = fold(phrase).strip()
        return [match for match in self._gatherings if fold(match.name) == key]


def _one_off(one: str, two: str) -> bool:
    """Whether one letter too many, too few or wrong parts two words."""
    if abs(len(one) - len(two)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), -1)
    if start < 0:
        return len(one) != len(two)
    a, b = one[start:], two[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:]
