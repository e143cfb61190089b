"""Journals for hostile text: an ordinary one to be attacked, and one made of nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from netjournal.domain.card import Card, CardLine
from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.draft import Draft
from netjournal.domain.entry import Entry
from netjournal.domain.gathering import Gathering
from netjournal.domain.introduction import Introduction
from netjournal.domain.me import Me
from netjournal.domain.person import (
    Address,
    Affiliation,
    FitAnswer,
    FitQuestion,
    Labelled,
    NamedDate,
    Person,
    Relation,
)
from netjournal.domain.values import (
    Channel,
    Circle,
    Direction,
    EntryKind,
    Owner,
    PartialDate,
    PersonId,
    RecordId,
    Reply,
)
from netjournal.journal.changes import created
from netjournal.journal.journal import Journal

MADE = "2026-01-01T08:00:00.000000Z"
TODAY = date(2026, 3, 11)
ANA, BO, ODD = PersonId("1000000001"), PersonId("1000000002"), PersonId("1000000003")


def ordinary(path: Path) -> None:
    """Two people with a conversation and a promise."""
    _store(
        path, *_two(), _talk("1000000010", ANA, "the flat"), _promise("1000000011", ANA, "a map")
    )


def hostile(path: Path, text: str) -> None:
    """The same two, and everything else that a journal can hold, all of it this text."""
    entries = [
        Entry(id=RecordId(f"10000001{n:02}"), made=MADE, day=date(2026, 3, 1), person=who,
              kind=kind, text=text, topics=(text,))
        for who, start in ((ANA, 0), (ODD, 30))
        for n, kind in enumerate((k for k in EntryKind if k is not EntryKind.BIRTHDAY), start)
    ]  # fmt: skip
    _store(
        path, *_two(text), _odd(text),
        Me(made=MADE, name=text, serve=text, heading=text, found_at=text, purpose=text,
           topics=(text,), country=text),
        *(_talk(f"100000002{n}", who, text) for n, who in enumerate((ANA, ODD))),
        *(_promise(f"100000003{n}", who, text) for n, who in enumerate((ANA, ODD))),
        *entries,
        Gathering(id=RecordId("1000000040"), made=MADE, name=text, day=date(2026, 3, 9), place=text,
                  kind=text, aim=(text,), listen=(text,)),
        Introduction(id=RecordId("1000000041"), made=MADE, day=date(2026, 3, 1), people=(ANA, ODD),
                     text=text, outcome=text),
        Draft(id=RecordId("1000000042"), made=MADE, day=TODAY, text=text, reason=text),
        Card(id=RecordId("1000000043"), made=MADE, canon="0" * 64, uid=text, source=text,
             person=ODD, version="3.0", lines=(CardLine(text=f"NOTE:{text}"),)),
    )  # fmt: skip


def _two(text: str = "") -> tuple[Person, Person]:
    ana = Person(
        id=ANA, made=MADE, name="Ana Ruiz", circle=Circle.CLOSE, circle_since=date(2025, 1, 1),
        emails=(Labelled("ana@example.org", text),), phones=(Labelled("+44 20 7946 0001", text),),
        how_we_met=text, in_common=text, nicknames=(text,) if text else (),
    )  # fmt: skip
    return ana, Person(id=BO, made=MADE, name="Bo Lind", circle=Circle.NETWORK)


def _odd(text: str) -> Person:
    return Person(
        id=ODD, made=MADE, name=text, given=text, family=text, nicknames=(text,),
        organisations=(Affiliation(name=text, title=text),),
        emails=(Labelled(text, text), Labelled("odd@example.org", text)),
        phones=(Labelled(text, text),), links=(Labelled(text, text),),
        addresses=(Address(street=text, extended=text, box=text, city=text, region=text,
                           postcode=text, country=text, label=text),),
        birthday=PartialDate(3, 12), dates=(NamedDate(text, PartialDate(3, 13)),),
        circle=Circle.NETWORK, circle_since=date(2025, 1, 1), topics=(text,),
        relations=(Relation(kind=text, name=text),), how_we_met=text, in_common=text, calibre=3,
        fit=(FitAnswer(FitQuestion.MARKET, 2, text),),
    )  # fmt: skip


def _talk(id: str, who: PersonId, text: str) -> Conversation:
    return Conversation(
        id=RecordId(id), made=MADE, day=date(2025, 6, 1), channel=Channel.EMAIL,
        direction=Direction.INBOUND, people=(who,), text=text, topics=(text,), reply=Reply.AWAITED,
    )  # fmt: skip


def _promise(id: str, who: PersonId, text: str) -> Commitment:
    return Commitment(
        id=RecordId(id), made=MADE, said=date(2026, 3, 1), owner=Owner.MINE, people=(who,),
        text=text, due=date(2026, 3, 2), channel=Channel.POSTCARD, outcome=text,
    )  # fmt: skip


def _store(path: Path, *records: object) -> None:
    journal = Journal(path)
    journal.apply("begin", [created(record) for record in records])
    journal.close(fold=True)
