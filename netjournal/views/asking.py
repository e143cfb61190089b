"""Before a favour is asked: what I last gave and got, and how often I asked since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from netjournal.domain.matching import ledger
from netjournal.domain.phrases import ago
from netjournal.domain.values import PersonId
from netjournal.journal.snapshot import Snapshot

_OFTEN = 2


def before_asking(people: Iterable[PersonId], snapshot: Snapshot, today: date) -> tuple[str, ...]:
    """A sentence or two about each of them; nothing is weighed, and nothing refused.

    ``people`` whom the journal does not know yet are left out.
    """
    known = [id for id in dict.fromkeys(people) if snapshot.person(id) is not None]
    return tuple(line for id in known for line in _about(id, snapshot, today))


def _about(id: PersonId, snapshot: Snapshot, today: date) -> Iterator[str]:
    name = snapshot.name_of(id)
    book = ledger(snapshot.entries_of(id))
    gave, got = book.gave[:1], book.got[:1]
    if not gave and not got:
        yield f"{name}: nothing given or got is noted yet"
    else:
        told = [
            f"you last {verb} {one.text} ({ago(one.day, today)})"
            for verb, found in (("gave", gave), ("got", got))
            for one in found
        ]
        yield f"{name}: {'; '.join(told)}"
    since = gave[0].day if gave else date.min
    asked = sum(one.ask and one.said > since for one in snapshot.commitments_of(id))
    if asked >= _OFTEN:
        after = "since you last gave something" if gave else "and no gift is noted"
        yield f"{name}: you asked {asked} times, {after}"
