"""Postcards: to write, to post, under way, answered; and whose address is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from netjournal.domain.abroad import country_of
from netjournal.domain.commitment import Commitment
from netjournal.domain.gesture import Table
from netjournal.domain.occasions import Occasion, coming
from netjournal.domain.person import Person
from netjournal.domain.phrases import ago, near_day, on_day, since
from netjournal.domain.posting import Posted, has_address, lead_days, posted
from netjournal.domain.response import days_in_words
from netjournal.domain.values import Channel, Owner, Reply
from netjournal.text import plural
from netjournal.views.report import Report, Row, Section, report
from netjournal.views.standings import Standings, Subject

_RECENT = 90
"""Days for which an answer, or that none came, is worth telling."""
_NAMES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Postcards:
    """Every card by where it is in its life."""

    promised: tuple[tuple[Person, Commitment], ...] = ()
    """Mine to write, the first day first."""
    written: tuple[tuple[Person, Commitment], ...] = ()
    """Not posted yet."""
    dates: tuple[tuple[Person, Occasion], ...] = ()
    """Days of the year for which a card still arrives."""
    sent: tuple[tuple[Person, Posted], ...] = ()
    """Posted, newest first."""
    missing: tuple[Person, ...] = ()
    """People in circles without a postal address; those a card is meant for first."""
    wanted: frozenset[str] = frozenset()
    """The ids of those of them a card is meant for."""
    lead: Mapping[str, int] = field(default_factory=dict)
    """Days before a date on which a card is posted, by country."""


def postcards(standings: Standings) -> Postcards:
    """The cards of everybody in a circle, and of those one is promised to."""
    snapshot, today = standings.snapshot, standings.today
    promises = [
        (person, one)
        for one in snapshot.open_commitments()
        if one.owner is Owner.MINE and one.channel is Channel.POSTCARD
        for person in map(snapshot.person, one.people)
        if person is not None and not person.died
    ]
    promises.sort(key=lambda pair: (pair[1].shown_on or date.max, pair[1].made))
    near = [one for one in standings.network() if one.standing.is_counted]
    dates = [
        (one.person, day)
        for one in near
        for day in coming(one.person, snapshot.me, standings.settings, today)
        if day.post_by is not None and day.post_by >= today
    ]
    sent = [(one.person, card) for one in near for card in _posted(one, standings)]
    sent.sort(key=lambda pair: (pair[1].talk.day, pair[1].talk.made), reverse=True)
    wanted = {person.id for person, _ in promises}
    wanted |= {one.person.id for one in near if one.person.preferred is Channel.POSTCARD}
    wanted |= {one.person.id for one in near if _has_date(one, standings)}
    people = {one.person.id: one.person for one in near} | {who.id: who for who, _ in promises}
    missing = [one for one in people.values() if not has_address(one)]
    missing.sort(key=lambda one: (one.id not in wanted, one.name))
    return Postcards(
        promised=tuple(pair for pair in promises if pair[1].written is None),
        written=tuple(pair for pair in promises if pair[1].written is not None),
        dates=tuple(sorted(dates, key=lambda pair: pair[1].post_by or date.max)),
        sent=tuple(sent),
        missing=tuple(missing),
        wanted=frozenset(wanted),
        lead=_lead([one.person for one in near], standings),
    )


def _posted(subject: Subject, standings: Standings) -> tuple[Posted, ...]:
    return posted(
        subject.person,
        subject.conversations,
        me=standings.snapshot.me,
        settings=standings.settings,
        today=standings.today,
    )


def _has_date(subject: Subject, standings: Standings) -> bool:
    days = coming(subject.person, standings.snapshot.me, standings.settings, standings.today)
    return any(True for _ in days)


def _lead(people: Sequence[Person], standings: Standings) -> Mapping[str, int]:
    me, settings = standings.snapshot.me, standings.settings
    found = {
        country_of(one) or "no country": lead_days(one, me, settings)
        for one in people
        if has_address(one)
    }
    return dict(sorted(found.items(), key=lambda pair: (pair[1], pair[0])))


def postcards_report(cards: Postcards, standings: Standings) -> Report:
    """The page."""
    return report("Postcards", (_said(cards),), *postcard_sections(cards, standings))


def _said(cards: Postcards) -> str:
    waiting = sum(card.reply is Reply.AWAITED for _, card in cards.sent)
    to_write = len(cards.promised) + len(cards.dates)
    return (
        f"{plural(to_write, 'card')} to write, {len(cards.written)} to post, {waiting} under way."
    )


def postcard_sections(cards: Postcards, standings: Standings) -> tuple[Section, ...]:
    """To write, to post, under way, answered or not, addresses, and how long they take."""
    today = standings.today
    recent = [one for one in cards.sent if (today - one[1].talk.day).days <= _RECENT]
    return (
        Section("Cards to write", tuple(_to_write(cards, standings)), table=True),
        Section("Written, to post", tuple(_promises(cards.written, standings)), table=True),
        Section("Under way", tuple(_sent_rows(recent, Reply.AWAITED, standings)), table=True),
        Section("Answered", tuple(_sent_rows(recent, Reply.ANSWERED, standings)), table=True),
        Section("No word since", tuple(_sent_rows(recent, Reply.NONE, standings)), table=True),
        Section("Addresses to ask for", tuple(_missing_rows(cards)), table=True),
        Section("How long before a date", tuple(_lead_rows(cards)), table=True),
    )


def _to_write(cards: Postcards, standings: Standings) -> Iterator[Row]:
    today = standings.today
    for person, day in cards.dates:
        assert day.post_by is not None, "those that cannot be sent are left out"
        yield Row(
            id=standings.snapshot.short(person.id) + "d",
            label=person.name,
            text=f"{day.name} {on_day(day.day, today)}",
            detail=f"post it by {near_day(day.post_by, today)}",
            people=(person.id,),
        )
    yield from _promises(cards.promised, standings)


def _promises(found: Sequence[tuple[Person, Commitment]], standings: Standings) -> Iterator[Row]:
    today = standings.today
    for person, one in found:
        due = f"for {near_day(one.due, today)}" if one.due else "no day named"
        if one.due is not None and one.due < today:
            due = since(one.due, today)
        written = f"written {ago(one.written, today)}, " if one.written else ""
        yield Row(
            id=standings.snapshot.short(one.id),
            label=person.name,
            text=one.text,
            detail=written + due,
            people=(person.id,),
            record=(Table.COMMITMENTS, one.id),
        )


def _sent_rows(
    sent: Sequence[tuple[Person, Posted]], reply: Reply, standings: Standings
) -> Iterator[Row]:
    today = standings.today
    for person, card in sent:
        if card.reply is not reply:
            continue
        detail = f"posted {ago(card.talk.day, today)}"
        if reply is Reply.AWAITED and card.until is not None:
            detail += f", an answer may come until {near_day(card.until, today)}"
        elif card.days is not None:
            detail += f", answered after {plural(card.days, 'day')}"
        elif reply is Reply.ANSWERED:
            detail += ", and you heard from them later"
        yield Row(label=person.name, text=card.talk.text, detail=detail, people=(person.id,))


def _missing_rows(cards: Postcards) -> Iterator[Row]:
    wanted = [one for one in cards.missing if one.id in cards.wanted]
    for person in wanted[:_NAMES]:
        yield Row(label=person.name, text="a card is meant for them", people=(person.id,))
    others = [one for one in cards.missing if one.id not in cards.wanted]
    if others:
        names = ", ".join(one.name for one in others[:_NAMES])
        more = f" and {len(others) - _NAMES} more" if len(others) > _NAMES else ""
        yield Row(
            label=plural(len(others), "other"),
            text=names + more,
            people=tuple(one.id for one in others),
        )


def _lead_rows(cards: Postcards) -> Iterator[Row]:
    for place, days in cards.lead.items():
        answers = [
            card.days
            for person, card in cards.sent
            if card.days is not None and (country_of(person) or "no country") == place
        ]
        detail = (
            f"{len(answers)} answered, median {days_in_words(median(answers))}" if answers else ""
        )
        yield Row(label=place, text=f"{days} days", detail=detail)


def postcards_json(cards: Postcards) -> Mapping[str, object]:
    """The page in its JSON shape."""

    def whom(person: Person) -> Mapping[str, object]:
        return {"id": person.id, "name": person.name}

    def promise(person: Person, one: Commitment) -> Mapping[str, object]:
        return {
            "person": whom(person), "commitment": one.id, "text": one.text, "due": one.due,
            "written": one.written,
        }  # fmt: skip

    return {
        "postcards": {
            "to_write": [promise(*pair) for pair in cards.promised],
            "written": [promise(*pair) for pair in cards.written],
            "dates": [
                {"person": whom(who), "name": day.name, "date": day.day, "post_by": day.post_by}
                for who, day in cards.dates
            ],
            "sent": [
                {
                    "person": whom(who), "conversation": card.talk.id, "date": card.talk.day,
                    "reply": str(card.reply), "until": card.until, "days": card.days,
                }
                for who, card in cards.sent
            ],
            "missing_address": [whom(who) for who in cards.missing],
            "lead_days": dict(cards.lead),
        }
    }  # fmt: skip
