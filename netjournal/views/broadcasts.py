"""What was sent to many, and who wrote back: ``3 of 200``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netjournal.domain.broadcasts import wrote_back
from netjournal.domain.conversation import Conversation
from netjournal.domain.gesture import Table
from netjournal.domain.phrases import ago
from netjournal.domain.values import PersonId
from netjournal.views.report import Report, Row, Section, report
from netjournal.views.standings import Standings

_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One broadcast of mine."""

    id: str
    talk: Conversation
    people: tuple[PersonId, ...]
    """Those it went to; nobody where that was not noted."""
    wrote_back: tuple[PersonId, ...]


def broadcasts(standings: Standings, most: int | None = None) -> tuple[Sent, ...]:
    """What I sent to many, newest first; all of it, or so many."""
    snapshot = standings.snapshot
    sent = [one for one in snapshot.broadcasts() if one.day <= standings.today]
    sent.sort(key=lambda one: (one.day, one.made, one.id), reverse=True)
    return tuple(_sent(one, standings) for one in sent[:most])


def _sent(talk: Conversation, standings: Standings) -> Sent:
    snapshot = standings.snapshot
    people = tuple(dict.fromkeys(map(snapshot.final, talk.people)))
    back = tuple(id for id in people if wrote_back(talk, snapshot.conversations_of(id)))
    return Sent(id=snapshot.short(talk.id), talk=talk, people=people, wrote_back=back)


def broadcast_rows(sent: Sequence[Sent], standings: Standings) -> Iterator[Row]:
    """One row each; it opens those who wrote back."""
    for one in sent:
        figure = f"{len(one.wrote_back)} of {len(one.people)} wrote back"
        yield Row(
            id=one.id,
            label=f"{one.talk.channel}, {ago(one.talk.day, standings.today)}",
            text=figure if one.people else "to whom was not noted",
            detail=one.talk.text,
            people=one.wrote_back,
            record=(Table.CONVERSATIONS, one.talk.id),
        )


def broadcasts_section(standings: Standings) -> Section:
    """The newest of them."""
    rows = broadcast_rows(broadcasts(standings, _SHOWN), standings)
    return Section("Sent to many", tuple(rows), table=True)


def broadcasts_report(standings: Standings) -> Report:
    """All of them."""
    sent = broadcasts(standings)
    lead = (
        "Something sent to many is no contact with anybody; who writes back is in touch."
        if sent
        else "Nothing sent to many is noted: netjournal broadcast the spring newsletter"
    )
    rows = tuple(broadcast_rows(sent, standings))
    return report("Broadcasts", (lead,), Section("Who wrote back", rows, table=True))


def broadcasts_json(standings: Standings) -> Sequence[Mapping[str, object]]:
    """All of them in their JSON shape."""
    return [
        {
            "id": one.talk.id,
            "date": one.talk.day,
            "channel": str(one.talk.channel),
            "text": one.talk.text,
            "people": one.people,
            "wrote_back": one.wrote_back,
        }
        for one in broadcasts(standings)
    ]
