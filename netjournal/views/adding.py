"""What a line of quick add became: the echo in words, and its JSON shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netjournal.domain.phrases import day_with_weekday
from netjournal.domain.values import EntryKind, Owner, PersonId
from netjournal.journal.changes import as_json
from netjournal.text import fold
from netjournal.views.telling import ENTRY_WORD, entry_text, talk_words

if TYPE_CHECKING:
    from netjournal.domain.commitment import Commitment
    from netjournal.domain.entry import Entry
    from netjournal.journal.known import Known
    from netjournal.journal.recording import Recorded


def added_text(recorded: Recorded, known: Known, today: date) -> Sequence[str]:
    """How the line was read, one fact a line; the first says what it is.

    ``known`` is the journal after the line, or before it with new people named by the line.
    """
    return tuple(_lines(recorded, _Names(recorded, known), known, today))


class _Names:
    """Names of people, those the line makes included."""

    def __init__(self, recorded: Recorded, known: Known) -> None:
        self._made = {person.id: person.name for person in recorded.made}
        self._known = known

    def of(self, people: Iterable[PersonId]) -> str:
        return ", ".join(self._made.get(id) or self._known.name_of(id) for id in people)


def _lines(recorded: Recorded, names: _Names, known: Known, today: date) -> Iterable[str]:
    talk = recorded.conversation
    if talk is not None:
        what = talk_words(talk.channel, talk.direction, talk.reply, broadcast=talk.broadcast)
        text = "" if fold(talk.text) == what else talk.text
        yield _joined(names.of(talk.people), what, day_with_weekday(talk.day, today), text)
        if talk.mentions:
            yield f"named: {names.of(talk.mentions)}"
        if talk.topics:
            yield "topics: " + " ".join(f"#{topic}" for topic in talk.topics)
    yield from (f"new: {person.name} ({person.circle})" for person in recorded.made)
    yield from (f"new gathering: {gathering.name}" for gathering in recorded.gatherings)
    if talk is not None and talk.gathering and not recorded.gatherings:
        gathering = known.gathering(talk.gathering)
        yield f"at: {gathering.name if gathering else 'a gathering no longer here'}"
    for kind, text, people in _same_for_all(recorded.entries):
        yield f"{_entry_word(kind)}, {names.of(people)}: {entry_text(kind, text)}"
    yield from (_promise(promise, names, today) for promise in recorded.commitments)
    for intro in recorded.introductions:
        yield f"introduction: {names.of(intro.people)}"
    yield from (f"done with it: {promise.text}" for promise in recorded.closed)
    if recorded.left_open:
        ids = ", ".join(known.short(promise.id) for promise in recorded.left_open)
        yield f"several promises this may keep; none was closed: {ids}"
    for who in recorded.unlinked:
        yield f"{who.text} may be several people; left as text"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _entry_word(kind: EntryKind) -> str:
    return "note, no contact" if kind is EntryKind.NOTE else ENTRY_WORD[kind]


def _same_for_all(entries: Sequence[Entry]) -> Iterable[tuple[EntryKind, str, list[PersonId]]]:
    """Entries with one text are told once, with everybody they belong to."""
    grouped: dict[tuple[EntryKind, str], list[PersonId]] = {}
    for entry in entries:
        grouped.setdefault((entry.kind, entry.text), []).append(entry.person)
    return ((kind, text, people) for (kind, text), people in grouped.items())


def _promise(promise: Commitment, names: _Names, today: date) -> str:
    mine = promise.owner is Owner.MINE
    whose = "I ask" if promise.ask else "I" if mine else "they"
    due = f"by {day_with_weekday(promise.due, today)}" if promise.due else "no day"
    if promise.due and promise.due < today:
        due += " (already past)"
    channel = str(promise.channel or "")
    # "email" by email says nothing twice
    told = "" if fold(promise.text).startswith(channel) else channel
    parts = [promise.text, told, due, str(promise.every or "")]
    return f"{whose}, {names.of(promise.people)}: " + ", ".join(part for part in parts if part)


_JSON_LISTS: Mapping[EntryKind, str] = {
    EntryKind.NOTE: "notes",
    EntryKind.NEED: "needs",
    EntryKind.OFFER: "offers",
    EntryKind.GAVE: "gave",
    EntryKind.GOT: "got",
    EntryKind.REMEMBER: "remember",
    EntryKind.NEXT_TIME: "next_time",
    EntryKind.BIRTHDAY: "birthdays",
}


def added_json(recorded: Recorded, known: Known) -> Mapping[str, object]:
    """What a line became, in its JSON shape."""
    made = {person.id: person.name for person in recorded.made}
    ids = dict.fromkeys((*recorded.people, *made))
    talk = recorded.conversation
    lists: dict[str, list[object]] = {name: [] for name in _JSON_LISTS.values()}
    for entry in recorded.entries:
        lists[_JSON_LISTS[entry.kind]].append(as_json(entry))
    return {
        "people": [
            {"id": id, "name": made.get(id) or known.name_of(id), "new": id in made} for id in ids
        ],
        "conversation": {**_dated(as_json(talk))} if talk else None,
        **lists,
        "commitments": [as_json(promise) for promise in recorded.commitments],
        "introductions": [as_json(intro) for intro in recorded.introductions],
        "gathering": next(map(as_json, recorded.gatherings), None),
        "closed": [promise.id for promise in recorded.closed],
    }


def _dated(conversation: dict[str, object]) -> dict[str, object]:
    """The contract says ``date`` where the record says ``day``."""
    return {("date" if name == "day" else name): value for name, value in conversation.items()}
