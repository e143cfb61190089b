"""What becomes of each card: new, somebody known, known already, a group, nothing.

A card is known by what it says (its canonical hash), else by its UID, else by an address, a number
or the name of somebody (``domain.likeness``). What is not certain is asked; until somebody answers
nobody is merged, nothing is deleted, and nobody who was removed comes back.
"""

from __future__ import annotations

from netjournal.domain.gesture import Change
from netjournal.domain.likeness import UNNAMED, Likeness, Traits, names_agree, traits_of
from netjournal.domain.person import Person
from netjournal.domain.values import PersonId
from netjournal.exchange.plan import Kind, Question, Wishes
from netjournal.exchange.vcard.agents import agents_wanted
from netjournal.exchange.vcard.asking import Asking
from netjournal.exchange.vcard.blobs import Blobs, MemoryBlobs
from netjournal.exchange.vcard.exporting import outgoing
from netjournal.exchange.vcard.fields import CardFields
from netjournal.exchange.vcard.groups import Groups
from netjournal.exchange.vcard.kept import Kept, Origins
from netjournal.exchange.vcard.ledger import Ledger, compatible
from netjournal.exchange.vcard.lineage import Lineage
from netjournal.exchange.vcard.news import revision, says_nothing_new
from netjournal.exchange.vcard.people import person_of, recognised
from netjournal.exchange.vcard.plain import parts_of_name
from netjournal.exchange.vcard.reading import ReadCard
from netjournal.exchange.vcard.threeway import Before, merged
from netjournal.exchange.vcard.uids import uid_from, uid_key
from netjournal.journal.changes import created, edited, new_person_id
from netjournal.journal.snapshot import Snapshot
from netjournal.tuples import NamedTuple

_KNOWN = "known, nothing new"
_REMOVED = "removed since, not brought back"
_NEW = "somebody new"


class Verdict(NamedTuple):
    """What becomes of one card, and why."""

    kind: Kind
    reason: str
    person: PersonId | None = None
    asked: tuple[Question, ...] = ()
    agents: tuple[ReadCard, ...] = ()
    """Cards within it that are to be people, too; to be decided next."""


class Planner:
    """The journal as it will be after the cards decided so far."""

    def __init__(self, snapshot: Snapshot, blobs: Blobs, wishes: Wishes) -> None:
        self.blobs = MemoryBlobs(blobs)
        self._snapshot = snapshot
        self._wishes = wishes
        self._ledger = Ledger(snapshot, blobs, wishes.region)
        self._groups = Groups(snapshot, blobs)
        self._people: dict[PersonId, Person] = {}
        self._kept = Kept(snapshot, self.blobs)
        # the files in which a UID was met
        self._met: set[tuple[str, str]] = set()

    def decide(self, card: ReadCard, origins: Origins) -> Verdict:
        """What becomes of a card; later cards are decided knowing it."""
        ask = Asking(card, self._wishes.answers)
        verdict = self._decided(card, origins, ask)
        if card.uid:
            self._met.add((origins.archive, uid_key(card.uid)))
        is_news = verdict.kind is not Kind.UNCHANGED
        agents = agents_wanted(card, ask) if is_news else ()
        if agents or ask.open:
            verdict = verdict._replace(agents=agents, asked=tuple(ask.open))
        return verdict

    def _decided(self, card: ReadCard, origins: Origins, ask: Asking) -> Verdict:
        if card.canon in self._ledger.canons:
            owner = self._ledger.canons[card.canon]
            if owner is not None and self._person(owner) is None:
                return self._removed(card, owner, origins, is_kept=True)
            return Verdict(Kind.UNCHANGED, _KNOWN, owner)
        if card.is_group:
            return self._group(card, origins)
        if card.fields.is_empty:
            return Verdict(Kind.EMPTY, "says nothing of anybody")
        owner = self._by_uid(card, origins, ask)
        if owner is not None:
            if (person := self._person(owner)) is None:
                return self._removed(card, owner, origins)
            return self._again(card, person, origins, ask, by="")
        traits = traits_of(card.fields)
        owner, by = self._by_likeness(card, traits, ask)
        if owner is None:
            return self._new(card, traits, origins, ask.apart)
        if (person := self._person(owner)) is None:
            return self._removed(card, owner, origins)
        return self._again(card, person, origins, ask, by=by)

    def changes(self) -> tuple[Change, ...]:
        """What is to be written: people first, then their cards."""
        self._tag_members()
        people = (self._change(person) for person in self._people.values())
        return (*filter(None, people), *self._kept.changes())

    def _change(self, person: Person) -> Change | None:
        before = self._snapshot.stored_person(person.id)
        return edited(self._snapshot, before, person) if before else created(person)

    def _person(self, id: PersonId) -> Person | None:
        return self._people.get(id) or self._snapshot.person(id)

    def _by_uid(self, card: ReadCard, origins: Origins, ask: Asking) -> PersonId | None:
        """Whose card comes again; None for a UID not known, and for a copied card."""
        owners = self._ledger.by_uid(card.uid)
        if not owners:
            return None
        mine = traits_of(card.fields)
        for owner in owners:
            person = self._person(owner)
            if person is None or names_agree(mine, traits_of(person)):
                return owner
        known = [person for owner in owners if (person := self._person(owner))]
        if not known:
            return None
        in_one_file = (origins.archive, uid_key(card.uid)) in self._met
        if len(known) == 1 and not in_one_file:
            person = known[0]
            base = self._base(card, person)
            if compatible(card.fields, base or CardFields(), person):
                return person.id
        text = f"{card.fields.name} has the UID of {known[0].name}: kept apart as a new one."
        choices = ("two people", *(f"the same person as {each.name}" for each in known))
        whom = (None, *(each.id for each in known))
        answer = ask("copied", text, choices, whom)
        return known[answer - 1].id if 0 < answer <= len(known) else None

    def _by_likeness(
        self, card: ReadCard, traits: Traits, ask: Asking
    ) -> tuple[PersonId | None, str]:
        """Who a card is of for all that can be told, and by what; asks where it cannot."""
        if ask.is_open("copied"):
            return None, ""
        found = self._ledger.like(traits)
        sure = [(id, alike) for id, alike in found if alike.is_sure]
        if len(sure) == 1:
            id, alike = sure[0]
            return id, alike.shared[0][0]
        maybe = [(person, alike) for id, alike in found if (person := self._person(id))][:8]
        if not maybe:
            return None, ""
        text = _question(card, *maybe[0])
        choices = (_NEW, *(f"the same person as {self._told(each)}" for each, _ in maybe))
        whom = (None, *(person.id for person, _ in maybe))
        answer = ask("who", text, choices, whom)
        if 0 < answer <= len(maybe):
            return maybe[answer - 1][0].id, "your answer"
        return None, ""

    def _told(self, person: Person) -> str:
        about = self._snapshot.about(person.id) if person.id not in self._people else "new too"
        return f"{person.name} ({about})" if about else person.name

    def _new(
        self, card: ReadCard, traits: Traits, origins: Origins, apart: tuple[PersonId, ...]
    ) -> Verdict:
        id = new_person_id()
        taken = self._ledger.has_uid(card.uid)
        uid = uid_from(card.canon) if taken or not card.uid else card.uid
        person = person_of(card.fields, id, origins.made)
        person = person._replace(distinct_from=apart) if apart else person
        self._ledger.add(id, uid, traits)
        if taken:
            self._ledger.add(id, card.uid, traits)
        self._people[id] = person
        self._keep(card, id, uid, origins)
        return Verdict(Kind.NEW, "not known yet", id)

    def _removed(
        self, card: ReadCard, id: PersonId, origins: Origins, *, is_kept: bool = False
    ) -> Verdict:
        if not self._wishes.restore:
            return Verdict(Kind.UNCHANGED, _REMOVED, id)
        self._people[id] = person_of(card.fields, id, origins.made)
        self._ledger.add(id, card.uid or uid_from(id), traits_of(card.fields))
        if not is_kept:
            self._keep(card, id, card.uid or uid_from(card.canon), origins)
        return Verdict(Kind.NEW, "removed before, brought back", id)

    def _base(self, card: ReadCard, person: Person) -> CardFields | None:
        """What the card of that UID said last; of somebody made by hand what our export says."""
        if said := self._kept.lineage(person.id).of_uid(card.uid):
            return said.fields
        if uid_key(card.uid) == uid_key(uid_from(person.id)):
            given, family = parts_of_name(person.name)
            return CardFields(given=given, family=family)
        return None

    def _again(
        self, card: ReadCard, person: Person, origins: Origins, ask: Asking, *, by: str
    ) -> Verdict:
        """A card of somebody known: what it changes of them."""
        lineage = self._kept.lineage(person.id)
        same_uid = lineage.of_uid(card.uid)
        theirs, last = revision(card.said), revision(same_uid.lines) if same_uid else ""
        if theirs < last:
            return Verdict(Kind.UNCHANGED, "older than what is known", person.id)
        base = None if by else self._base(card, person)
        before = Before(
            base=base,
            seen=lineage.values if base is None else {},
            is_newer=bool(last) and theirs > last,
            region=self._wishes.region,
        )

        says = recognised(card.fields, person, self._snapshot)
        after, changed = merged(person, before, says, ask)
        ours = outgoing(person, self._snapshot, lineage.latest)
        is_known = not changed and says_nothing_new(card, ours, of_another=bool(by))
        if is_known and not by and not ask.open:
            return Verdict(Kind.UNCHANGED, _KNOWN, person.id)
        if changed:
            self._people[person.id] = after
            self._ledger.add(person.id, card.uid or uid_from(person.id), traits_of(after))
        self._keep(card, person.id, self._uid_among(card, lineage, origins), origins)
        known_by = f"{person.name} by {by}" if by else ""
        if is_known:
            return Verdict(Kind.UNCHANGED, f"known as {known_by}" if by else _KNOWN, person.id)
        what = f"changed: {', '.join(changed) or 'other lines of the card'}"
        return Verdict(Kind.UPDATED, f"{known_by}; {what}" if by else what, person.id)

    def _uid_among(self, card: ReadCard, lineage: Lineage, origins: Origins) -> str:
        """The UID a card is kept under: its own, else that of the last one of its file."""
        if card.uid:
            given = lineage.of_uid(card.uid)
            return given.uid if given else card.uid
        last = lineage.without_uid(origins.source)
        return last.uid if last else uid_from(card.canon)

    def _keep(self, card: ReadCard, person: PersonId | None, uid: str, origins: Origins) -> None:
        """Put the card into the ledger."""
        self._kept.add(card, person, uid, origins)
        self._ledger.canons[card.canon] = person

    def _group(self, card: ReadCard, origins: Origins) -> Verdict:
        if self._groups.has(card, self._ledger.by_uid):
            return Verdict(Kind.UNCHANGED, _KNOWN)
        self._groups.add(card)
        self._keep(card, None, card.uid, origins)
        return Verdict(Kind.GROUP, "a list of people")

    def _tag_members(self) -> None:
        """The name of a group becomes a topic of its members that are new."""
        new = {
            uid_key(uid): person
            for uid, person in self._kept.owners()
            if self._snapshot.stored_person(person) is None
        }
        for group, topic in self._groups.new:
            for member in {new[key] for uid in group if (key := uid_key(uid)) in new}:
                person = self._people[member]
                if topic not in person.topics:
                    self._people[member] = person._replace(topics=(*person.topics, topic))


def _question(card: ReadCard, person: Person, alike: Likeness) -> str:
    what, _ = alike.shared[0]
    name = card.fields.name or UNNAMED
    return f"{name} has the {what} of {person.name}: added as a new person, for you to compare."
