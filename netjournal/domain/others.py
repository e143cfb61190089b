"""The smaller records: entries about a person, gatherings, introductions, cards, drafts."""

from datetime import date
from typing import NamedTuple

from netjournal.domain.values import NO_EXTRA, EntryKind, Extra, PersonId, RecordId


class Entry(NamedTuple):
    """One dated line about one person; it never touches a clock."""

    id: RecordId
    made: str
    day: date
    person: PersonId
    kind: EntryKind
    text: str
    topics: tuple[str, ...] = ()
    closed: date | None = None
    """The day a need, offer or question was closed."""
    confirmed: date | None = None
    """The day a need or offer was last said to be still open."""
    conversation: RecordId | None = None
    extra: Extra = NO_EXTRA


class Gathering(NamedTuple):
    """An event where I meet people; who was met is derived from the conversations that name it."""

    id: RecordId
    made: str
    name: str
    day: date | None = None
    until: date | None = None
    place: str = ""
    kind: str = ""
    aim: tuple[str, ...] = ()
    """Whom I hope to talk with: one to three, by name or by what they do."""
    listen: tuple[str, ...] = ()
    """Needs to listen for."""
    chosen: tuple[PersonId, ...] = ()
    """Those to follow up."""
    settled: bool = False
    """Nobody more is to be chosen."""
    extra: Extra = NO_EXTRA


class Introduction(NamedTuple):
    """Two people brought together by me."""

    id: RecordId
    made: str
    day: date
    people: tuple[PersonId, ...]
    state: str = "idea"
    """``idea``, ``asked``, ``introduced``, ``outcome``, or ``dropped``: let be."""
    text: str = ""
    asked: tuple[PersonId, ...] = ()
    """Who was asked whether they would like it."""
    agreed: tuple[PersonId, ...] = ()
    introduced: date | None = None
    outcome: str = ""
    """What came of it."""
    thanked: bool = False
    """The two thanked me, or I thanked them: it is over."""
    extra: Extra = NO_EXTRA


class CardLine(NamedTuple):
    """One content line of a vCard, exactly as it stood."""

    text: str = ""
    """The physical text, folds included, without its last line end."""
    blob: str = ""
    """Name of the file under ``blobs/`` that holds the value; ``text`` is then the header."""
    fold: int = 0
    """Folding width of the value in the blob."""
    guess: str = ""
    """The character set that had to be guessed."""
    bad: str = ""
    """Why the line could not be understood."""


class Card(NamedTuple):
    """One vCard that was imported: the ledger, and every line it had."""

    id: RecordId
    made: str
    canon: str
    """SHA-256 of the canonical card: what it says, whatever its folding and order."""
    uid: str = ""
    version: str = ""
    source: str = ""
    """Name of the file it came from."""
    archive: str = ""
    """SHA-256 of that file; kept as ``imports/<archive>.gz``."""
    index: int = 0  # type: ignore[assignment]  # hides tuple.index, which nobody asks a card
    """Its place in the file, from 1."""
    eol: str = "\r\n"
    person: PersonId | None = None
    lines: tuple[CardLine, ...] = ()
    extra: Extra = NO_EXTRA


class Draft(NamedTuple):
    """A line that was typed and could not be read yet."""

    id: RecordId
    made: str
    day: date
    text: str
    reason: str = ""
    extra: Extra = NO_EXTRA
