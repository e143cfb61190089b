"""Every error a user can meet, as data: one sentence each, turned into a line at the edge."""

from __future__ import annotations

from typing import ClassVar

from netjournal.tuples import NamedTuple


class ExitCode:
    """What the command line returns; part of the contract with scripts."""

    DONE: ClassVar[int] = 0
    NO_HIT: ClassVar[int] = 1
    USAGE: ClassVar[int] = 2
    JOURNAL: ClassVar[int] = 3
    WHO: ClassVar[int] = 4
    INPUT: ClassVar[int] = 5
    BUSY: ClassVar[int] = 6
    INTERRUPTED: ClassVar[int] = 130


class Candidate(NamedTuple):
    """Someone a name may mean, with what tells them apart."""

    id: str
    name: str
    about: str = ""


class NetjournalError(Exception):
    """What happened, to what, and what to do: one sentence for a person to read."""

    exit_code: ClassVar[int] = ExitCode.INPUT
    kind: ClassVar[str] = "input"

    def __init__(self, message: str, *, candidates: tuple[Candidate, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.candidates = candidates


class NothingFoundError(NetjournalError):
    """A query or a person list had no hit, or there is nothing to undo."""

    exit_code = ExitCode.NO_HIT
    kind = "no_hit"


class UsageError(NetjournalError):
    """Wrong usage of a command, an unknown field of a query."""

    exit_code = ExitCode.USAGE
    kind = "usage"


class QueryError(UsageError):
    """A query that cannot be read, with the place of what is wrong in it."""

    def __init__(self, message: str, *, text: str, start: int, end: int) -> None:
        super().__init__(message)
        self.text = text
        """The query as typed."""
        self.start = start
        """Its first character that is meant."""
        self.end = end
        """The first that no longer is."""


class JournalError(NetjournalError):
    """The journal cannot be read or written."""

    exit_code = ExitCode.JOURNAL
    kind = "journal"


class UnreadableError(JournalError):
    """The journal's file is damaged, no journal at all, or not ours to open."""

    kind = "unreadable"


class NewerSchemaError(JournalError):
    """The journal was written by a newer netjournal."""

    kind = "newer"


class NotSavedError(JournalError):
    """A write failed and was taken back: the journal is as it was before."""

    kind = "not_saved"


class NotConfirmedError(JournalError):
    """A write failed and could not be taken back; whether it is on disk is unknown."""

    kind = "not_confirmed"


class BusyError(JournalError):
    """Another process holds the journal's lock."""

    exit_code = ExitCode.BUSY
    kind = "busy"


class ChangedMeanwhileError(JournalError):
    """A record is no longer what it was when the change was decided."""

    kind = "changed"


class WhoError(NetjournalError):
    """A name or an id does not say clearly who or what is meant."""

    exit_code = ExitCode.WHO
    kind = "who"

    def __init__(
        self,
        message: str,
        *,
        text: str = "",
        candidates: tuple[Candidate, ...] = (),
        may_be_new: bool = False,
    ) -> None:
        super().__init__(message, candidates=candidates)
        self.text = text
        """The name as typed; a front end asks about it and tries again with the answer."""
        self.may_be_new = may_be_new
        """Somebody new may be the answer."""


class UnknownNameError(WhoError):
    """Nobody, or nothing, in the journal has that name or id."""

    kind = "unknown"


class NearlyKnownError(WhoError):
    """A new name is a typing error away from a known one."""

    kind = "nearly_known"


class AmbiguousNameError(WhoError):
    """A name fits two people or more; netjournal never guesses between them."""

    kind = "ambiguous"


class InputError(NetjournalError):
    """An input was refused, or read only in part."""


class ConfigError(NetjournalError):
    """The configuration file says something that cannot be."""

    exit_code = ExitCode.USAGE
    kind = "config"
