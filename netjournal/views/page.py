"""One person's page: who they are, what we last talked about, what each of us promised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.entry import Entry
from netjournal.domain.gesture import Table
from netjournal.domain.person import Person
from netjournal.domain.phrases import ago, day_of_year, short_day
from netjournal.domain.replies import follow, personal
from netjournal.domain.standing import Standing, State
from netjournal.domain.values import Circle, EntryKind, Owner
from netjournal.journal.changes import as_json
from netjournal.journal.fields import PERSON
from netjournal.journal.snapshot import Snapshot
from netjournal.views.signs import CHANNEL_SIGN, STATE_WORD
from netjournal.views.standings import Standings
from netjournal.views.telling import ENTRY_WORD, entry_text, talk_words

_TABLE: Mapping[type, Table] = {
    Conversation: Table.CONVERSATIONS,
    Entry: Table.ENTRIES,
    Commitment: Table.COMMITMENTS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine:
    """Something on a day: a conversation, a note, a promise made."""

    id: str
    day: date
    when: str
    sign: str
    what: str
    """``called, no answer``, ``note``, ``promised``."""
    text: str
    others: tuple[str, ...] = ()
    """Who else was there."""
    table: Table = Table.CONVERSATIONS
    record: str = ""
    """The whole id, in that table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """A promise as a line."""

    id: str
    commitment: Commitment
    sign: str
    text: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Everything the journal knows of somebody, in the order one asks."""

    person: Person
    standing: Standing
    heading: str
    """``network · quiet for 4 months, every 6``."""
    facts: tuple[tuple[str, str], ...]
    """Label and value of every field that is filled."""
    next_time: tuple[Entry, ...]
    remember: tuple[Entry, ...]
    needs: tuple[Entry, ...]
    offers: tuple[Entry, ...]
    mine: tuple[PromiseLine, ...]
    """Open promises of mine."""
    theirs: tuple[PromiseLine, ...]
    timeline: tuple[TimelineLine, ...]
    """Newest first."""


def person_page(person: Person, standings: Standings) -> PersonPage:
    """The page of one person."""
    subject = standings.subject(person)
    snapshot, today = standings.snapshot, standings.today
    open_promises = [promise for promise in subject.commitments if promise.is_open]

    def entries(kind: EntryKind) -> tuple[Entry, ...]:
        return tuple(e for e in subject.entries if e.kind is kind and e.closed is None)

    def promises(owner: Owner) -> tuple[PromiseLine, ...]:
        mine = [p for p in open_promises if p.owner is owner]
        mine.sort(key=lambda p: (p.shown_on or date.max, p.made))
        return tuple(promise_line(promise, snapshot, today) for promise in mine)

    return PersonPage(
        person=person,
        standing=subject.standing,
        heading=_heading(person, subject.standing, today),
        facts=person_facts(person, snapshot),
        next_time=_still_to_raise(entries(EntryKind.NEXT_TIME), subject.conversations, today),
        remember=entries(EntryKind.REMEMBER),
        needs=entries(EntryKind.NEED),
        offers=entries(EntryKind.OFFER),
        mine=promises(Owner.MINE),
        theirs=promises(Owner.THEIRS),
        timeline=timeline(person, standings),
    )


def _still_to_raise(
    questions: Sequence[Entry], talks: Sequence[Conversation], today: date
) -> tuple[Entry, ...]:
    """The next contact ticks what was to be raised; a call that nobody took is none."""
    contact = follow(personal(talks, today)).contact
    if contact is None:
        return tuple(questions)
    last = (contact.day, contact.made)
    return tuple(question for question in questions if (question.day, question.made) >= last)


def _heading(person: Person, where: Standing, today: date) -> str:
    word = STATE_WORD[where.state] if where.state else ""
    if where.state in {State.FRESH, State.DUE_SOON} and where.last_contact:
        parts = [str(person.circle), word, f"last {ago(where.last_contact, today)}"]
    elif where.state in {State.STALE, State.DORMANT}:
        parts = [str(person.circle), where.quiet]
    else:
        parts = [str(person.circle), word, where.quiet]
    if where.cadence and not person.died:
        parts.append(f"every {where.cadence}")
    return " · ".join(dict.fromkeys(part for part in parts if part))


def person_facts(person: Person, snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """Label and value of every field that is filled; no calibre of inner people."""
    shown = []
    hidden = {"name", "circle", "date", "relation"}
    if person.circle is Circle.INNER:
        hidden.add("calibre")
    if not {*person.given.split(), *person.family.split()} - set(person.name.split()):
        hidden |= {"given", "family"}
    for field in PERSON:
        words = () if field.name in hidden else field.words(person)
        told = words if field.apart or not words else (", ".join(words),)
        shown += [(field.label, each) for each in told]
    for relation in person.relations:
        name = snapshot.name_of(relation.person) if relation.person else relation.name
        shown.append((relation.kind or "related", name))
    shown += [(each.name, day_of_year(each.day)) for each in person.dates]
    return tuple(shown)


def promise_line(promise: Commitment, snapshot: Snapshot, today: date) -> PromiseLine:
    """A promise as a line, with its day in words."""
    when = short_day(promise.due, today) if promise.due else "no day"
    if promise.snoozed and promise.is_open:
        when += f", quiet until {short_day(promise.snoozed, today)}"
    if promise.every:
        when += f", {promise.every}"
    return PromiseLine(
        id=snapshot.short(promise.id),
        commitment=promise,
        sign=CHANNEL_SIGN[promise.channel] if promise.channel else "·",
        text=promise.words,
        when=when,
    )


def timeline(person: Person, standings: Standings) -> tuple[TimelineLine, ...]:
    """What passed, was noted, promised and done, newest first."""
    snapshot, today = standings.snapshot, standings.today
    subject = standings.subject(person)
    lines: list[tuple[date, str, TimelineLine]] = []

    def add(
        of: Conversation | Entry | Commitment,
        day: date,
        sign: str,
        what: str,
        text: str,
        others: Sequence[str] = (),
    ) -> None:
        line = TimelineLine(
            id=snapshot.short(of.id), day=day, when=short_day(day, today), sign=sign,
            what=what, text=text, others=tuple(others), table=_TABLE[type(of)], record=of.id,
        )  # fmt: skip
        lines.append((day, of.made, line))

    for talk in subject.conversations:
        others = snapshot.names_of(p for p in talk.people if snapshot.final(p) != person.id)
        what = talk_words(talk.channel, talk.direction, talk.reply, broadcast=talk.broadcast)
        add(talk, talk.day, CHANNEL_SIGN[talk.channel], what, talk.text, others)
    for talk in snapshot.mentions_of(person.id):
        add(talk, talk.day, "·", "named", talk.text, snapshot.names_of(talk.people))
    for entry in subject.entries:
        add(entry, entry.day, "–", ENTRY_WORD[entry.kind], entry_text(entry.kind, entry.text))
    for promise in subject.commitments:
        if not promise.is_open and promise.done_on:
            whose = "mine" if promise.owner is Owner.MINE else "theirs"
            what = f"{promise.state}, {whose}"
            text = promise.words + (f" ({promise.outcome})" if promise.outcome else "")
            add(promise, promise.done_on, "✓", what, text)
    lines.sort(key=lambda item: item[:2], reverse=True)
    return tuple(line for _day, _made, line in lines)


def page_json(page: PersonPage, standings: Standings) -> Mapping[str, object]:
    """The page in its JSON shape: every field, all that belongs to the person."""
    subject = standings.subject(page.person)
    person = as_json(page.person)
    if page.person.circle is Circle.INNER:
        person.pop("calibre", None)
        person.pop("fit", None)
    person["state"] = page.standing.state
    last = page.standing.last_contact
    person["last_contact"] = last.isoformat() if last else None
    return {
        "person": person,
        "conversations": [as_json(talk) for talk in subject.conversations],
        "commitments": [as_json(promise) for promise in subject.commitments],
        "entries": [as_json(entry) for entry in subject.entries],
    }
