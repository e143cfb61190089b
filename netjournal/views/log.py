"""What passed, newest first: with one person, or with everybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netjournal.domain.person import Person
from netjournal.domain.phrases import short_day
from netjournal.domain.values import EntryKind
from netjournal.journal.snapshot import Snapshot
from netjournal.views.page import timeline
from netjournal.views.signs import CHANNEL_SIGN
from netjournal.views.standings import Standings
from netjournal.views.telling import ENTRY_WORD, entry_text, talk_words


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


def log(
    standings: Standings, person: Person | None, since: date | None, until: date | None
) -> tuple[LogLine, ...]:
    """The lines between two days, both included; of one person also promises kept and mentions."""
    lines = _of(person, standings) if person else _of_all(standings.snapshot, standings.today)
    first, last = since or date.min, until or date.max
    return tuple(line for line in lines if first <= line.day <= last)


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


def _of_all(snapshot: Snapshot, today: date) -> list[LogLine]:
    lines = [*_talks(snapshot, today), *_entries(snapshot, today)]
    return sorted(lines, key=lambda line: (line.day, line.made), reverse=True)


def _talks(snapshot: Snapshot, today: date) -> Iterator[LogLine]:
    for talk in snapshot.conversations():
        yield LogLine(
            day=talk.day,
            made=talk.made,
            id=snapshot.short(talk.id),
            record=talk.id,
            when=short_day(talk.day, today),
            sign=CHANNEL_SIGN[talk.channel],
            names=", ".join(map(snapshot.name_of, talk.people)),
            what=talk_words(talk.channel, talk.direction, talk.reply, broadcast=talk.broadcast),
            text=talk.text,
        )


def _entries(snapshot: Snapshot, today: date) -> Iterator[LogLine]:
    for entry in snapshot.entries():
        yield LogLine(
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
