"""A commitment: a promise with an owner, people, a text, and maybe a due day and a channel."""

from datetime import date

from netjournal.domain.values import (
    NO_EXTRA,
    Channel,
    CommitmentState,
    Extra,
    Owner,
    PersonId,
    RecordId,
    Recurrence,
)
from netjournal.tuples import NamedTuple


class Commitment(NamedTuple):
    """A promise, mine or theirs; mine with a channel of reaching out is a follow-up."""

    id: RecordId
    made: str
    said: date
    """The day it was promised; undated promises come up so long after it."""
    owner: Owner
    people: tuple[PersonId, ...] = ()
    text: str = ""
    due: date | None = None
    snoozed: date | None = None
    """Quiet until this day; the due day stays what was promised."""
    channel: Channel | None = None
    every: Recurrence | None = None
    ask: bool = False
    """A favour I want."""
    state: CommitmentState = CommitmentState.OPEN
    done_on: date | None = None
    """The day it was done or dropped."""
    outcome: str = ""
    conversation: RecordId | None = None
    """What it was promised in."""
    follows: RecordId | None = None
    """The one before it, of a recurring commitment."""
    written: date | None = None
    """The day a card was written that is not posted yet."""
    extra: Extra = NO_EXTRA

    @property
    def is_open(self) -> bool:
        """Neither done nor dropped."""
        return self.state is CommitmentState.OPEN

    @property
    def is_follow_up(self) -> bool:
        """Mine, and an act of reaching out over a channel."""
        return self.owner is Owner.MINE and self.channel is not None

    @property
    def words(self) -> str:
        """What it is about, as it is shown: a favour I want is no promise, and is told apart."""
        return f"ask: {self.text}" if self.ask else self.text

    @property
    def shown_on(self) -> date | None:
        """The day it comes up: due, or the later day it was snoozed to."""
        if self.due and self.snoozed:
            return max(self.due, self.snoozed)
        return self.due or self.snoozed
