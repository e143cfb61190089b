"""What I can give today: open needs with who can help, what ages, what was given and got."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from netjournal.domain.entry import Entry
from netjournal.domain.gesture import Table
from netjournal.domain.matching import Ledger, Match, is_ageing, ledger, matches
from netjournal.domain.phrases import ago, day_of_month
from netjournal.domain.standing import State
from netjournal.domain.values import ME, EntryKind, PersonId
from netjournal.journal.changes import as_json
from netjournal.journal.snapshot import Snapshot
from netjournal.text import plural
from netjournal.tuples import NamedTuple
from netjournal.views.introductions import by_pair, introduction_rows, step_words_of
from netjournal.views.report import Report, Row, Section, report
from netjournal.views.standings import Standings

_KINDS = (EntryKind.NEED, EntryKind.OFFER, EntryKind.GAVE, EntryKind.GOT)
_OFFERS_OF_A_NEED = 3
_LEDGER = 12


class NeedLine(NamedTuple):
    """An open need and the offers that fit it, the best first."""

    id: str
    need: Entry
    name: str
    matches: tuple[Match, ...]


class LedgerLine(NamedTuple):
    """What was given to and got from one person."""

    person: PersonId
    name: str
    ledger: Ledger


class GiveView(NamedTuple):
    """Needs, offers, and what passed as gifts."""

    needs: tuple[NeedLine, ...]
    """Open ones of others; those that somebody can help with first, then the newest."""
    ageing: tuple[Entry, ...]
    """Open needs and offers that may not hold any more, oldest first."""
    mine: tuple[Entry, ...]
    """My open offers, newest first."""
    ledger: tuple[LedgerLine, ...]
    """By person; who was given to or gave last comes first."""
    of: str = ""
    """Whose needs these are; nothing for everybody's."""

    @property
    def only_ageing(self) -> tuple[Entry, ...]:
        """The ageing ones that stand in no line of somebody who can help."""
        shown = {line.need.id for line in self.can_help}
        return tuple(one for one in self.ageing if one.id not in shown)

    @property
    def no_offer(self) -> tuple[NeedLine, ...]:
        """The needs nobody here can help with yet; old ones are asked about first."""
        old = {one.id for one in self.ageing}
        return tuple(line for line in self.needs if not line.matches and line.need.id not in old)

    @property
    def can_help(self) -> tuple[NeedLine, ...]:
        """The needs that somebody, or I, can help with."""
        return tuple(line for line in self.needs if line.matches)


def entries_of_giving(snapshot: Snapshot) -> list[Entry]:
    """Needs, offers, gave and got of those who live; nothing else is decoded."""
    return [
        entry
        for entry in snapshot.entries_of_kinds(_KINDS)
        if entry.person == ME or _lives(entry.person, snapshot)
    ]


def _lives(id: PersonId, snapshot: Snapshot) -> bool:
    person = snapshot.stored_person(id)
    return person is not None and not person.died


def give_view(standings: Standings, only: PersonId | None = None) -> GiveView:
    """What can be given today; ``only`` keeps what one person needs, offers, gave and got."""
    snapshot, today = standings.snapshot, standings.today
    entries = entries_of_giving(snapshot)
    awake = [one for one in entries if not _rests(one.person, standings)]
    found = matches(awake, awake, _OFFERS_OF_A_NEED)
    by_need: dict[str, list[Match]] = {}
    for match in found:
        by_need.setdefault(match.need.id, []).append(match)

    def is_wanted(entry: Entry) -> bool:
        return only is None or snapshot.final(entry.person) == only

    open_ones = [one for one in entries if one.closed is None and is_wanted(one)]
    open_ones.sort(key=lambda one: (one.day, one.made, one.id), reverse=True)
    needs = [
        NeedLine(
            id=snapshot.short(one.id),
            need=one,
            name=snapshot.name_of(one.person),
            matches=tuple(by_need.get(one.id, ())),
        )
        for one in open_ones
        if one.kind is EntryKind.NEED and one.person != ME
    ]
    needs.sort(key=lambda line: not line.matches)
    return GiveView(
        needs=tuple(needs),
        ageing=tuple(one for one in reversed(open_ones) if is_ageing(one, today)),
        mine=tuple(e for e in open_ones if e.person == ME and e.kind is EntryKind.OFFER),
        ledger=_ledgers((e for e in entries if is_wanted(e)), snapshot),
        of="" if only is None else snapshot.name_of(only),
    )


def _rests(id: PersonId, standings: Standings) -> bool:
    """Whether somebody is left in peace; only who is in a circle can be."""
    who = standings.snapshot.stored_person(id)
    if who is None or not who.circle.in_network:
        return False
    return standings.subject(who).standing.state is State.RESTING


def _ledgers(entries: Iterable[Entry], snapshot: Snapshot) -> tuple[LedgerLine, ...]:
    gifts = [e for e in entries if e.kind in {EntryKind.GAVE, EntryKind.GOT} and e.person != ME]
    owners = {one.id: snapshot.final(one.person) for one in gifts}
    gifts.sort(key=lambda one: owners[one.id])
    lines = []
    for person, theirs in groupby(gifts, key=lambda one: owners[one.id]):
        book = ledger(theirs)
        lines.append(LedgerLine(person=person, name=snapshot.name_of(person), ledger=book))
    lines.sort(key=lambda line: line.name)
    lines.sort(key=lambda line: max(e.day for e in _both(line.ledger)), reverse=True)
    return tuple(lines)


def _both(book: Ledger) -> Sequence[Entry]:
    return (*book.gave, *book.got)


def give_report(view: GiveView, standings: Standings) -> Report:
    """The page, in sections."""
    return report(
        "Give",
        (_lead(view),),
        Section("You can help", tuple(_need_rows(view.can_help, standings))),
        Section(
            "Needs with no offer yet",
            tuple(_need_rows(view.no_offer, standings)),
        ),
        Section("Still so?", tuple(_entry_row(one, standings) for one in view.only_ageing)),
        Section("Your offers", tuple(_entry_row(one, standings) for one in view.mine)),
        Section("Introductions", () if view.of else introduction_rows(standings), table=True),
        Section("Given and got", tuple(_ledger_rows(view.ledger, standings)), table=True),
    )


def _lead(view: GiveView) -> str:
    if not view.needs and view.of:
        return f"No open need of {view.of} is noted."
    if not view.needs:
        return (
            "No open need is noted. Ask somebody what they are looking for, "
            "and add it: netjournal add 'Ana Ruiz: coffee. needs: a printer'"
        )
    needs = plural(len(view.needs), "open need")
    if not view.can_help:
        return f"{needs}; nobody here offers what would fit yet."
    return f"{needs}, {len(view.can_help)} of them with somebody who can help."


def _need_rows(lines: Iterable[NeedLine], standings: Standings) -> Iterable[Row]:
    snapshot, today = standings.snapshot, standings.today
    introduced = by_pair(standings)
    for line in lines:
        yield Row(
            id=line.id,
            label=line.name,
            text=f"needs {line.need.text}",
            detail=_noted(line.need, today),
            people=(line.need.person,),
            record=(Table.ENTRIES, line.need.id),
        )
        for match in line.matches:
            offer = match.offer
            both = f"both name {', '.join(match.shared)}"
            pair = frozenset((snapshot.final(offer.person), snapshot.final(line.need.person)))
            step = step_words_of(introduced[pair], standings) if pair in introduced else ""
            yield Row(
                label="you" if match.is_mine else snapshot.name_of(offer.person),
                text=f"{'offer' if match.is_mine else 'offers'} {offer.text}",
                detail=" · ".join(part for part in (both, step) if part),
                people=(line.need.person,) if match.is_mine else (offer.person, line.need.person),
                record=(Table.ENTRIES, line.need.id),
                below=True,
            )


def _noted(need: Entry, today: date) -> str:
    """The day of a need; an old one is asked about before anybody helps."""
    day = day_of_month(need.day, today)
    return f"{day}: still so?" if is_ageing(need, today) else day


def _entry_row(entry: Entry, standings: Standings) -> Row:
    snapshot, today = standings.snapshot, standings.today
    mine = entry.person == ME
    verb = "need" if entry.kind is EntryKind.NEED else "offer"
    return Row(
        id=snapshot.short(entry.id),
        label="you" if mine else snapshot.name_of(entry.person),
        text=f"{verb if mine else f'{verb}s'} {entry.text}",
        detail=f"noted {ago(entry.day, today)}",
        people=() if mine else (entry.person,),
        record=(Table.ENTRIES, entry.id),
    )


def _ledger_rows(lines: Sequence[LedgerLine], standings: Standings) -> Iterable[Row]:
    for line in lines[:_LEDGER]:
        last = max(_both(line.ledger), key=lambda one: (one.day, one.made))
        verb = "you gave" if last.kind is EntryKind.GAVE else "you got"
        yield Row(
            label=line.name,
            text=f"gave {len(line.ledger.gave)}, got {len(line.ledger.got)}",
            detail=f"{ago(last.day, standings.today)} {verb}: {last.text}",
            people=(line.person,),
        )
    if len(lines) > _LEDGER:
        yield Row(text=f"{len(lines) - _LEDGER} more")


def give_json(view: GiveView, snapshot: Snapshot) -> Mapping[str, object]:
    """The view in its JSON shape."""
    return {
        "give": {
            "needs": [
                {
                    "need": as_json(line.need),
                    "name": line.name,
                    "matches": [
                        {
                            "offer": as_json(match.offer),
                            "name": snapshot.name_of(match.offer.person),
                            "mine": match.is_mine,
                            "shared": match.shared,
                        }
                        for match in line.matches
                    ],
                }
                for line in view.needs
            ],
            "ageing": [as_json(one) for one in view.ageing],
            "mine": [as_json(one) for one in view.mine],
            "ledger": [
                {
                    "person": {"id": line.person, "name": line.name},
                    "gave": [as_json(one) for one in line.ledger.gave],
                    "got": [as_json(one) for one in line.ledger.got],
                }
                for line in view.ledger
            ],
        }
    }
