"""What a query asks about: one person with what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from netjournal.text import fold

if TYPE_CHECKING:
    from netjournal.domain.commitment import Commitment
    from netjournal.domain.conversation import Conversation
    from netjournal.domain.entry import Entry
    from netjournal.domain.person import Person
    from netjournal.domain.quality import Quality
    from netjournal.domain.standing import Standing


class Subject(Protocol):
    """Somebody, each part computed when a test asks for it."""

    @property
    def person(self) -> Person:
        """Who it is."""
        ...

    @property
    def standing(self) -> Standing:
        """Where the relationship stands."""
        ...

    @property
    def conversations(self) -> Sequence[Conversation]:
        """What passed between us, newest first."""
        ...

    @property
    def commitments(self) -> Sequence[Commitment]:
        """Promises of both sides."""
        ...

    @property
    def entries(self) -> Sequence[Entry]:
        """Dated lines about them."""
        ...

    @property
    def gatherings(self) -> Sequence[str]:
        """Names of gatherings where we met."""
        ...

    @property
    def quality(self) -> Quality | None:
        """How the relationship is; None for who is in no circle."""
        ...

    @property
    def haystack(self) -> bytes:
        """Everything said of them, as ``needle`` makes it."""
        ...


def needle(text: str) -> bytes:
    """A text as it is looked for in everything said of somebody: folded, in UTF-8.

    As text, one letter of another script would make all that is said of them twice as large.
    """
    return fold(text).encode(errors="surrogatepass")
