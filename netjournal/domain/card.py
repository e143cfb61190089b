"""A card: one vCard that was imported, with every line it had."""

from netjournal.domain.values import NO_EXTRA, Extra, PersonId, RecordId
from netjournal.tuples import NamedTuple


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
