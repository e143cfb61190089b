"""What quick add goes by: little enough to be kept in an index beside the journal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from netjournal.domain.commitment import Commitment
from netjournal.domain.draft import Draft
from netjournal.domain.gathering import Gathering
from netjournal.domain.gesture import Change, Raw
from netjournal.domain.names import NameBook
from netjournal.domain.values import PersonId


class KnownNames(NameBook, Protocol):
    """The book of names, for who completes one too."""

    def beginning(self, typed: str) -> Sequence[str]:
        """The full names that begin so, case and accents folded, each once, in order."""
        ...


class Known(Protocol):
    """The snapshot knows all of it, and so does the index with what was written since."""

    @property
    def names(self) -> KnownNames:
        """The book of names."""
        ...

    def name_of(self, id: str) -> str:
        """Somebody's name; a person who is gone is shown as such, never an error."""
        ...

    def gathering(self, id: str) -> Gathering | None:
        """One gathering by its whole id."""
        ...

    def follow_ups_of(self, person: PersonId) -> tuple[Commitment, ...]:
        """My open promises to reach out to somebody, oldest first."""
        ...

    def drafts(self) -> tuple[Draft, ...]:
        """The lines that could not be read yet, oldest first."""
        ...

    def raw(self, table: str, id: str) -> Raw | None:
        """A follow-up or a draft that was handed out, or what was written since, as it stands."""
        ...

    def short(self, id: str) -> str:
        """The shortest beginning of an id that names no other record."""
        ...

    def after(self, changes: Iterable[Change]) -> Known:
        """What is known after some changes."""
        ...
