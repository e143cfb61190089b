"""Reasons to write to somebody, who might step back, whom to let go: in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netjournal.domain.fit import to_ask
from netjournal.domain.matching import Match, matches
from netjournal.domain.person import Person
from netjournal.domain.phrases import ago, in_days
from netjournal.domain.quality import Quality
from netjournal.domain.reasons import Kind, Reason, reasons
from netjournal.domain.rightsize import may_be_let_go, step_back
from netjournal.domain.standing import Standing
from netjournal.domain.values import Circle, PersonId
from netjournal.views.circles import CircleSize
from netjournal.views.give import entries_of_giving
from netjournal.views.report import Row, Section
from netjournal.views.standings import Standings, Subject

_SHOWN = 5


def reasons_of(person: Person, standings: Standings) -> tuple[Reason, ...]:
    """Why one could write to somebody today."""
    snapshot = standings.snapshot
    subject = standings.subject(person)
    entries = entries_of_giving(snapshot)

    def concerns(match: Match) -> bool:
        both = (match.need.person, match.offer.person)
        return person.id in map(snapshot.final, both)

    return reasons(
        person,
        subject.conversations,
        subject.commitments,
        subject.entries,
        [one for one in matches(entries, entries) if concerns(one)],
        me=snapshot.me,
        settings=standings.settings,
        today=standings.today,
    )


def reasons_section(person: Person, standings: Standings) -> Section:
    """The first reasons; that there is none is an answer too."""
    found = reasons_of(person, standings)[:_SHOWN]
    rows = tuple(Row(text=reason_words(one, person, standings)) for one in found)
    return Section("Reasons to write", rows or (Row(text=_none(person)),))


def _none(person: Person) -> str:
    """No reason is an answer too: then one asks something, of inner people how they are."""
    about = "how they are" if person.circle is Circle.INNER else to_ask(person.fit)
    return f"No reason is noted; ask {about or 'how they are'}."


def reason_words(one: Reason, person: Person, standings: Standings) -> str:
    """``you promised: the book``, ``birthday in 3 days``, ``12 months ago: the lighthouse``."""
    today, snapshot = standings.today, standings.snapshot
    if one.person is not None and snapshot.final(one.person) != person.id:
        return f"they could help {snapshot.name_of(one.person)}, who needs {one.text}"
    if one.kind is Kind.DATE and one.day is not None:
        return f"{one.text} {in_days((one.day - today).days)}"
    if one.kind is Kind.ANNIVERSARY and one.day is not None:
        return f"{ago(one.day, today)}: {one.text}"
    words = {
        Kind.PROMISE: "you promised",
        Kind.NEED: "somebody can help with what they need",
        Kind.NEXT_TIME: "next time",
        Kind.INTEREST: "both of you",
        Kind.ASK: "you wanted to ask",
    }
    return f"{words.get(one.kind, one.kind)}: {one.text}"


def step_back_section(
    size: CircleSize, alive: Sequence[tuple[Subject, Quality]], standings: Standings
) -> Section:
    """Who might step back from a circle that holds more than was meant; else nothing."""
    if not size.too_many:
        return Section("", ())
    within = [
        (one.standing, found.band) for one, found in alive if one.person.circle is size.circle
    ]
    bands: Mapping[PersonId, str] = {one.person.id: band.words for one, band in within}
    order = step_back(within, standings.today, standings.snapshot.me)
    return Section(
        f"{size}: who steps back?",
        tuple(
            Row(
                label=one.person.name,
                text=", ".join(p for p in (bands[one.person.id], one.quiet) if p),
                people=(one.person.id,),
            )
            for one in order[:_SHOWN]
        ),
        table=True,
    )


def letting_go_section(alive: Sequence[Standing], standings: Standings) -> Section:
    """People far over their cadence who gave no answer: let rest, one last card, or keep."""
    me, today = standings.snapshot.me, standings.today
    return Section(
        "Let rest, one last card, or keep?",
        tuple(
            Row(
                id=standings.snapshot.short(one.person.id),
                label=one.person.name,
                text=one.quiet,
                people=(one.person.id,),
            )
            for one in alive
            if may_be_let_go(one, today, me)
        ),
        table=True,
    )
