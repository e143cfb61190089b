"""The next step with somebody, in the words of quick add's ``next:``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjournal.clock import now
from netjournal.domain.commitment import Commitment
from netjournal.domain.values import PersonId
from netjournal.errors import InputError
from netjournal.journal.adding import Reading, read
from netjournal.journal.changes import new_id

if TYPE_CHECKING:
    from netjournal.journal.known import Known


def next_step(text: str, person: PersonId, known: Known, reading: Reading) -> Commitment:
    """What ``call in 2 weeks about the roof`` promises somebody.

    Raises:
        InputError: a date in it cannot be, or it says only when and not what.
    """
    # about me: whose it is stands fixed, and no name of the text is asked about
    capture = read(f"me: next: {text}", known, reading)
    if capture.problems:
        raise InputError(capture.problems[0].message)
    if len(capture.promises) != 1:
        raise InputError("Say what is to be done next, as in: call in 2 weeks about the roof.")
    promise = capture.promises[0]
    return Commitment(
        id=new_id(),
        made=now(),
        said=reading.today,
        owner=promise.owner,
        people=(person,),
        text=promise.text,
        due=promise.due,
        channel=promise.channel,
        every=promise.every,
        ask=promise.ask,
    )
