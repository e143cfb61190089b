"""Quick add from text to the journal: read, ask who is meant, record; one line or many.

Every front end goes this way, so that a line means the same wherever it is typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netjournal.capture.parse import parse
from netjournal.capture.reading import Capture, Event, Place
from netjournal.domain.gesture import Change, Table
from netjournal.domain.settings import Settings
from netjournal.domain.values import RecordId
from netjournal.errors import NetjournalError
from netjournal.journal.journal import Journal
from netjournal.journal.matching import Answers, who_is_meant
from netjournal.journal.recording import Recorded, draft, record
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.journal.known import Known


class Reading(NamedTuple):
    """How lines are read: the day, the settings, and what holds for every line."""

    today: date
    settings: Settings
    new: bool = False
    """A nearly known name is somebody new all the same."""
    day: date | None = None
    """The day of lines that name none."""
    at: str = ""
    """The gathering of lines that name none."""


class BadLine(NamedTuple):
    """A line of many that could not be stored."""

    number: int
    text: str
    error: NetjournalError


def read(text: str, known: Known, reading: Reading) -> Capture:
    """How a line is read; never raises, problems stand in the capture."""
    capture = _parsed(text, known, reading)
    if not reading.at or capture.event is not None:
        return capture
    if reading.day is None:
        # told in the line's own words, so that the gathering's day is that of the line
        return _parsed(f"{text}; at: {reading.at}", known, reading)._replace(text=text)
    met = known.names.gatherings(reading.at)
    event = Event(name=reading.at, place=Place(0, 0), known=met[0] if met else None)
    return capture._replace(event=event)


def _parsed(text: str, known: Known, reading: Reading) -> Capture:
    day = reading.day or reading.today
    return parse(text, day, known.names, reading.settings, insist_new=reading.new)


def plan(text: str, known: Known, reading: Reading, answers: Answers | None = None) -> Recorded:
    """What a line would add; nothing is written.

    Raises:
        WhoError: somebody must be asked about.
        InputError: the line cannot be stored.
    """
    capture = read(text, known, reading)
    meant = who_is_meant(capture, answers, new=reading.new)
    return record(capture, meant, known, reading.today)


def add(
    journal: Journal,
    text: str,
    reading: Reading,
    answers: Answers | None = None,
    *,
    finishing: RecordId | None = None,
) -> Recorded:
    """Store one line, decided on the journal as it is under the lock.

    ``finishing`` is the draft that the line was, which goes in the same gesture.

    Raises:
        WhoError: somebody must be asked about; nothing was written.
        InputError: the line cannot be stored; nothing was written.
        JournalError: it could not be written.
    """
    recorded: list[Recorded] = []

    def decide(known: Known) -> Sequence[Change]:
        recorded.append(plan(text, known, reading, answers))
        return [*recorded[-1].changes, *_finished_drafts(text, known, finishing)]

    journal.add(lambda: recorded[-1].label, decide)
    return recorded[-1]


def add_lines(
    journal: Journal, lines: Iterable[tuple[int, str]], reading: Reading
) -> tuple[list[Recorded], list[BadLine]]:
    """Store many numbered lines as one gesture; bad ones are left out and told.

    A line knows the people that the lines before it made.

    Raises:
        JournalError: nothing could be written.
    """
    good: list[Recorded] = []
    bad: list[BadLine] = []
    numbered = list(lines)

    def decide(known: Known) -> Sequence[Change]:
        good.clear()
        bad.clear()
        for number, text in numbered:
            try:
                recorded = plan(text, known, reading)
            except NetjournalError as error:
                bad.append(BadLine(number=number, text=text, error=error))
            else:
                good.append(recorded)
                known = known.after(recorded.changes)
        return [change for recorded in good for change in recorded.changes]

    journal.add(lambda: f"add {len(good)} lines", decide)
    return good, bad


def _finished_drafts(text: str, known: Known, finishing: RecordId | None) -> Sequence[Change]:
    """A line that was kept as a draft is one no more when it, or the very same, is stored."""
    return [
        Change(Table.DRAFTS, draft.id, known.raw(Table.DRAFTS, draft.id), None)
        for draft in known.drafts()
        if draft.text == text or draft.id == finishing
    ]


def keep_draft(journal: Journal, text: str, reason: str, today: date) -> None:
    """Keep a line that could not be stored, to be finished later; the same line once.

    Raises:
        JournalError: it could not be written.
    """

    def decide(known: Known) -> Sequence[Change]:
        there = not text.strip() or any(each.text == text for each in known.drafts())
        return [] if there else [draft(text, reason, today)]

    journal.add("keep a draft", decide)
