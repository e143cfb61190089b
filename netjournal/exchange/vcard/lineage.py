"""The cards somebody came with, the latest of each source: what is merged with, what leaves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from netjournal.domain.card import Card
from netjournal.domain.values import PersonId
from netjournal.exchange.vcard import words
from netjournal.exchange.vcard.blobs import Blobs
from netjournal.exchange.vcard.canon import SILENT, canonical_lines
from netjournal.exchange.vcard.convert import Versions, converted, opened
from netjournal.exchange.vcard.decode import fallback_of
from netjournal.exchange.vcard.fields import MANY, ONE, CardFields, read_fields
from netjournal.exchange.vcard.lines import Line, read_line
from netjournal.exchange.vcard.properties import READERS
from netjournal.exchange.vcard.reading import first, plain_value, version_of
from netjournal.exchange.vcard.stored import load_lines
from netjournal.exchange.vcard.uids import uid_key
from netjournal.exchange.vcard.writing import content_line
from netjournal.journal.snapshot import Snapshot

_NAMES = frozenset({"N", "FN", "UID", "X-NETJOURNAL-ORIG-UID"})
_ONE = frozenset(
    {"PHOTO", "LOGO", "SOUND", "KEY", "BDAY", "GENDER", "KIND", "ANNIVERSARY", "DEATHDATE", "TZ"}
    | {"GEO", "LANG", "CLASS", "SORT-STRING", "X-ABSHOWAS"}
)
"""Properties of which the card that leaves has one; those of other cards stay in the journal."""
_NOT_ALWAYS = frozenset({"NOTE", "RELATED", "ROLE", "X-ANDROID-CUSTOM"})
"""Properties that are fields of the person in some lines only."""


@dataclass(frozen=True, eq=False)
class Said:
    """One card as it was imported."""

    uid: str
    """As it leaves; a copied one was given another."""
    lines: Sequence[Line]
    version: str
    source: str = ""
    """Name of its file."""
    own_uid: bool = True
    """The card itself said its UID."""
    stored: Card | None = None

    @cached_property
    def fields(self) -> CardFields:
        """What it says; read once, for each next card of one person asks for it again."""
        return read_fields([opened(line) for line in self.lines], self.version)

    @cached_property
    def uids(self) -> frozenset[str]:
        """The keys of the UID it leaves under and of its own."""
        return frozenset({uid_key(self.uid), uid_key(plain_value(first(self.lines, "UID")))})


_WithUid = TypeVar("_WithUid", Said, Card)


def said_of(card: Card, blobs: Blobs) -> Said:
    """A card of the ledger."""
    lines = load_lines(card.lines, blobs)
    own = any(line.name == "UID" for line in lines)
    return Said(card.uid, lines, version_of(lines), card.source, own, card)


def all_said(snapshot: Snapshot, person: PersonId, blobs: Blobs) -> list[Said]:
    """Every card of somebody, oldest first; their own before those of records merged into them."""
    return [said_of(card, blobs) for card in in_order(snapshot.cards_of(person), person)]


def in_order(cards: Iterable[Card], person: PersonId) -> list[Card]:
    """Somebody's cards, oldest first; their own before those of records merged into them."""
    return sorted(cards, key=lambda card: (card.person != person, card.made, card.index, card.id))


class Lineage:
    """The cards of one person so far; each next one costs the same, however many there were."""

    def __init__(self, said: Iterable[Said] = ()) -> None:
        self.all: list[Said] = []
        """Every card, oldest first."""
        self._values: dict[str, dict[Any, None]] = {name: {} for name in (*MANY, *ONE)}
        self._told = 0
        self._latest: dict[str, Said] = {}
        self._of_uid: dict[str, Said] = {}
        self._uidless: dict[str, Said] = {}
        for each in said:
            self.add(each)

    def add(self, said: Said) -> None:
        """One more came."""
        self.all.append(said)
        self._latest[uid_key(said.uid)] = said
        self._of_uid.update(dict.fromkeys(said.uids, said))
        if not said.own_uid:
            self._uidless[said.source] = said

    @property
    def values(self) -> Mapping[str, Mapping[Any, None]]:
        """What the cards ever said, by field; each value once, oldest first."""
        for each in self.all[self._told :]:
            for name in MANY:
                self._values[name].update(dict.fromkeys(getattr(each.fields, name)))
            for name in ONE:
                self._values[name][getattr(each.fields, name)] = None
        self._told = len(self.all)
        return self._values

    @property
    def latest(self) -> list[Said]:
        """As ``latest`` chooses them."""
        return list(self._latest.values())

    def of_uid(self, uid: str) -> Said | None:
        """The last card of that UID, also where a copied card was given another."""
        key = uid_key(uid)
        return self._of_uid.get(key) if key else None

    def without_uid(self, source: str) -> Said | None:
        """The last card of a file that said no UID itself."""
        return self._uidless.get(source)


def latest(cards: Iterable[_WithUid]) -> list[_WithUid]:
    """The latest card of each UID; the one that came first leads and gives the UID."""
    return list({uid_key(card.uid): card for card in cards}.values())


def joined(said: Sequence[Said]) -> tuple[Sequence[Line], str]:
    """The lines of the leading card, with what the others say besides, and their version.

    What is a field of the person is left to the fields; names, and a second picture, stay in the
    journal.
    """
    lead, *others = said
    more = [(card, at) for card in others for at in _besides(card, lead)]
    if not more:
        return lead.lines, lead.version
    lines, version = lead.lines, lead.version
    if any(card.version != version for card, _ in more):
        lines, version = _in_3(lead, lead.lines), "3.0"
    body = [line for line in lines if line.name != "END"]
    known = set(canonical_lines(body, version))
    for number, card in enumerate(others, 1):
        for line in _regrouped(card, [at for each, at in more if each is card], number):
            for each in [line] if card.version == version else _in_3(card, [line]):
                if not known.issuperset(canonical_lines([each], version)) or each.header.group:
                    body.append(each)
                    known.update(canonical_lines([each], version))
    return [*body, *(line for line in lines if line.name == "END")], version


def _besides(card: Said, lead: Said) -> list[int]:
    """The lines of a card that no field of the person speaks of, and the lead has not."""
    fields = card.fields
    modelled = fields.places() - fields.places("note")
    have = {line.name for line in lead.lines}
    single = _ONE & have
    notes = lead.fields.note
    found = [
        at
        for at, line in enumerate(card.lines)
        if at not in modelled
        and not line.is_blank
        and (line.name not in READERS or line.name in _NOT_ALWAYS)
        and line.name not in SILENT | _NAMES | single | words.MATES
        and not (line.name == "NOTE" and fields.note in notes)
    ]
    groups = {card.lines[at].header.group for at in found} - {""}
    mates = (
        at
        for at, line in enumerate(card.lines)
        if line.name in words.MATES and line.header.group in groups
    )
    return sorted({*found, *mates})


def _regrouped(card: Said, places: Iterable[int], number: int) -> list[Line]:
    """The lines, their groups named so that they meet none of another card."""
    lines = []
    for at in places:
        line = card.lines[at]
        group = f"card{number}{line.header.group}" if line.header.group else ""
        lines.append(line._replace(header=line.header._replace(group=group)))
    return lines


def _in_3(card: Said, lines: Sequence[Line]) -> list[Line]:
    """The lines as vCard 3.0 says them."""
    versions = Versions(card.version, "3.0", fallback_of(card.lines))
    return [
        read_line(content_line(out, "3.0").rstrip("\r\n"))
        for line in map(opened, lines)
        for out in converted(line, versions)
    ]
