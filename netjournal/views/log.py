"""What passed, newest first: with one person, or with everybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from netjournal.domain.conversation import Conversation
from netjournal.domain.entry import Entry
from netjournal.domain.gesture import Table
from netjournal.domain.person import Person
from netjournal.domain.phrases import short_day
from netjournal.domain.values import EntryKind
from netjournal.journal.dated import Stretch
from netjournal.journal.snapshot import Snapshot
from netjournal.tuples import NamedTuple
from netjournal.views.page import timeline
from netjournal.views.signs import CHANNEL_SIGN
from netjournal.views.standings import Standings
from netjournal.views.telling import ENTRY_WORD, entry_text, talk_words

R = TypeVar("R", Conversation, Entry)


class LogLine(NamedTuple):
    """Something on a day."""

    day: date
    made: str
    """Orders the things of one day."""
    id: str
    record: str
    when: str
    sign: str
    names: str
    what: str
    """``called, no answer``, ``note``."""
    text: str

    @property
    def said(self) -> str:
        """The text for a person to read."""
        is_birthday = self.what == ENTRY_WORD[EntryKind.BIRTHDAY]
        return entry_text(EntryKind.BIRTHDAY, self.text) if is_birthday else self.text


class Log(NamedTuple):
    """What passed in some time."""

    lines: tuple[LogLine, ...]
    """The newest of it."""
    total: int


def log(
    standings: Standings,
    person: Person | None,
    since: date | None,
    until: date | None,
    *,
    limit: int | None = None,
) -> Log:
    """The lines between two days, both included; of one person also promises kept and mentions."""
    first, last = since or date.min, until or date.max
    if person is None:
        return _of_all(standings, first, last, limit)
    lines = [line for line in _of(person, standings) if first <= line.day <= last]
    return Log(tuple(lines[:limit]), len(lines))


def _of(person: Person, standings: Standings) -> list[LogLine]:
    return [
        LogLine(
            day=line.day,
            made="",
            id=line.id,
            record=line.record,
            when=line.when,
            sign=line.sign,
            names=", ".join((person.name, *line.others)),
            what=line.what,
            text=line.text,
        )
        for line in timeline(person, standings)
    ]


def _of_all(standings: Standings, first: date, last: date, limit: int | None) -> Log:
    snapshot, today = standings.snapshot, standings.today
    stretch = Stretch(first.isoformat(), last.isoformat(), limit)
    talks, older_talks = _newest(snapshot, Table.CONVERSATIONS, snapshot.conversation, stretch)
    entries, older_entries = _newest(snapshot, Table.ENTRIES, snapshot.entry, stretch)
    found: list[Conversation | Entry] = [*talks, *entries]
    found.sort(key=lambda one: (one.day, one.made), reverse=True)
    lines = [
        _talk(one, snapshot, today)
        if isinstance(one, Conversation)
        else _entry(one, snapshot, today)
        for one in found[:limit]
    ]
    return Log(tuple(lines), len(found) + older_talks + older_entries)


def _newest(
    snapshot: Snapshot, table: Table, read: Callable[[str], R | None], stretch: Stretch
) -> tuple[list[R], int]:
    """The newest that can be read, as many as wanted where there are so many; how many are older.

    Of the older ones nothing but the day was looked at.
    """
    while True:
        ids, older = snapshot.newest(table, stretch)
        found = [
            one
            for one in map(read, ids)
            if one is not None and stretch.first <= one.day.isoformat() <= stretch.last
        ]
        if stretch.most is None or not older or len(found) >= stretch.most:
            return found, older
        stretch = stretch._replace(most=2 * stretch.most)


def _talk(talk: Conversation, snapshot: Snapshot, today: date) -> LogLine:
    return LogLine(
        day=talk.day,
        made=talk.made,
        id=snapshot.short(talk.id),
        record=talk.id,
        when=short_day(talk.day, today),
        sign=CHANNEL_SIGN[talk.channel],
        names=", ".join(snapshot.names_of(talk.people)),
        what=talk_words(talk.channel, talk.direction, talk.reply, broadcast=talk.broadcast),
        text=talk.text,
    )


def _entry(entry: Entry, snapshot: Snapshot, today: date) -> LogLine:
    return LogLine(
        day=entry.day,
        made=entry.made,
        id=snapshot.short(entry.id),
        record=entry.id,
        when=short_day(entry.day, today),
        sign="–",
        names=snapshot.name_of(entry.person),
        what=ENTRY_WORD[entry.kind],
        text=entry.text,
    )


def log_json(lines: Sequence[LogLine]) -> Sequence[Mapping[str, object]]:
    """The lines in their JSON shape."""
    return [
        {
            "id": line.record,
            "date": line.day.isoformat(),
            "names": line.names,
            "what": line.what,
            "text": line.text,
        }
        for line in lines
    ]
