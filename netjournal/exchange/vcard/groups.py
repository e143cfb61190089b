"""Cards that are lists of people: known again, and written for those who leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from netjournal.domain.values import PersonId
from netjournal.exchange.vcard.blobs import Blobs
from netjournal.exchange.vcard.convert import opened
from netjournal.exchange.vcard.fields import read_fields
from netjournal.exchange.vcard.lines import Line
from netjournal.exchange.vcard.reading import ReadCard, members_of, version_of
from netjournal.exchange.vcard.stored import load_lines
from netjournal.exchange.vcard.uids import uid_from, uid_key
from netjournal.journal.snapshot import Snapshot
from netjournal.tuples import NamedTuple


class Group(NamedTuple):
    """A list of people as its card says it."""

    uid: str
    name: str
    members: tuple[str, ...]
    """UIDs."""
    lines: tuple[Line, ...]
    version: str


def stored_groups(snapshot: Snapshot, blobs: Blobs) -> Mapping[str, Group]:
    """The lists that were imported, the latest of each UID, by its key."""
    found: dict[str, Group] = {}
    cards = [card for card in snapshot.cards() if card.person is None]
    for card in sorted(cards, key=lambda c: (c.made, c.index)):
        lines = tuple(opened(line) for line in load_lines(card.lines, blobs))
        version = version_of(lines)
        name = read_fields(lines, version).name
        uid = card.uid or uid_from(card.canon)
        found[uid_key(uid)] = Group(uid, name, members_of(lines), lines, version)
    return found


class Groups:
    """The lists of people a plan knows."""

    def __init__(self, snapshot: Snapshot, blobs: Blobs) -> None:
        self._snapshot = snapshot
        self._blobs = blobs
        self.new: list[tuple[tuple[str, ...], str]] = []
        """Members and name of the lists this plan brings."""

    @cached_property
    def _known(self) -> Mapping[str, Group]:
        return stored_groups(self._snapshot, self._blobs)

    def has(self, card: ReadCard, owners: Callable[[str], Iterable[PersonId]]) -> bool:
        """Whether a list says nothing new: its own UID and name, and nobody besides.

        ``owners`` tells whose a UID is: a list of ours names people by the UID they leave with.
        """
        known = self._known.get(uid_key(card.uid or uid_from(card.canon)))
        if known is None or known.name != card.fields.name:
            return False
        uids = set(map(uid_key, known.members))
        people = {person for uid in known.members for person in owners(uid)}
        return all(
            uid_key(uid) in uids or not people.isdisjoint(owners(uid)) for uid in card.members
        )

    def add(self, card: ReadCard) -> None:
        """One more list."""
        if card.fields.name:
            self.new.append((card.members, card.fields.name))
