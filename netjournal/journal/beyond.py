"""What a part of the journal cannot answer is asked of the whole snapshot of the same moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from netjournal.journal.cold import NO_ANSWER
from netjournal.journal.cold_people import BeyondIndexError

if TYPE_CHECKING:
    from netjournal.journal.part import Part
    from netjournal.journal.snapshot import Snapshot

P = ParamSpec("P")
T = TypeVar("T")
Beyond = Callable[[Exception], "Snapshot"]
"""Gives the whole snapshot of the same moment; told why it is needed."""


def nothing_beyond(why: Exception) -> Snapshot:
    """For who cannot wait until everything is read.

    Raises:
        BeyondIndexError: always.
    """
    raise BeyondIndexError(str(why)) from why


def else_of_the_whole(
    ask: Callable[Concatenate[Part, P], T],
) -> Callable[Concatenate[Part, P], T]:
    """A question that goes to the whole snapshot where the index has no answer."""

    @wraps(ask)
    def asked(part: Part, /, *args: P.args, **kwargs: P.kwargs) -> T:
        if part.whole is None:
            try:
                return ask(part, *args, **kwargs)
            except NO_ANSWER as error:
                part.read_all(error)
        answer: T = getattr(part.whole, ask.__name__)(*args, **kwargs)
        return answer

    return asked
