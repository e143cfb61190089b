"""How cards are written: version, pictures, revisions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from netjournal.errors import UsageError
from netjournal.exchange.vcard.writing import moment_text

VERSIONS = ("3.0", "4.0")
"""What can be written; 3.0 is read by everything there is."""
SMALL_PHOTO = 700 * 1024
"""Bytes of a picture that address book servers take: some refuse a card above 1 MB."""


class Photos(StrEnum):
    """Which pictures leave."""

    FULL = "full"
    SMALL = "small"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How the cards are to be written.

    Raises:
        UsageError: another version than 3.0 and 4.0.

    """

    version: str = "3.0"
    exact: bool = False
    """As they came, byte for byte, with only what was edited since in other lines."""
    photos: Photos = Photos.FULL
    groups: bool = True
    """Lists of people leave too, with those of their members who leave."""
    notes: bool = False
    """Conversations and open promises leave too, at the end of each NOTE."""
    now: str = ""
    """The moment, UTC, as the revision of cards that were edited; none leaves theirs as it is."""

    def __post_init__(self) -> None:
        if self.version not in VERSIONS:
            raise UsageError(
                f"vCard {self.version} cannot be written; it is {' or '.join(VERSIONS)}."
            )

    @property
    def revision(self) -> str:
        """``now`` as REV has it in every version."""
        return moment_text(self.now) if self.now else ""
