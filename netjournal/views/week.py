"""The week's five in words, ticked by what happened since it began; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from netjournal.domain.cooling import made_on
from netjournal.domain.days import is_paused
from netjournal.domain.entry import Entry
from netjournal.domain.matching import matches
from netjournal.domain.phrases import near_day, quiet_and_cadence
from netjournal.domain.standing import Standing, standing
from netjournal.domain.values import EntryKind, PersonId
from netjournal.domain.week import Pick, Why, five, ticks, week_begun
from netjournal.tuples import NamedTuple
from netjournal.views.give import entries_of_giving
from netjournal.views.report import Row, Section
from netjournal.views.standings import Standings, Subject


class WeekLine(NamedTuple):
    """One of the five."""

    id: str
    person: PersonId
    name: str
    why: Why
    reason: str
    """``quiet for 4 months, every 2``, ``needs a printer``."""
    done: date | None
    """The day of this week on which it was done."""

    @property
    def sign(self) -> str:
        """Ticked or not."""
        return "✓" if self.done else "·"


def week_view(standings: Standings) -> tuple[WeekLine, ...]:
    """The five of this week; nobody in a pause of mine."""
    if is_paused(standings.today, standings.snapshot.me.pauses):
        return ()
    start = week_begun(standings.today, standings.settings.week_start)
    cut = start if _has_past(standings, start) else date.max
    then = {one.person.id: one for one in _then(standings, cut)}
    needs = _needs(standings, cut)
    picks = five(then.values(), list(needs), start, standings.snapshot.me)
    return tuple(_line(pick, then[pick.person], needs, start, standings) for pick in picks)


def _has_past(standings: Standings, start: date) -> bool:
    """Whether anybody was in a circle before the week began; in the first everything counts."""
    return any(_made_before(one.person.made, start) for one in standings.network())


def _made_before(made: str, cut: date) -> bool:
    day = made_on(made)
    return day is None or day < cut


def _then(standings: Standings, cut: date) -> Iterator[Standing]:
    """Where those who can be written to today stood by what was recorded before a day."""
    for subject in standings.network():
        person, now = subject.person, subject.standing
        entered = person.circle_since
        if not now.is_counted or now.quiet_until or not _made_before(person.made, cut):
            continue
        if entered is None or entered < cut:
            yield _before(subject, cut, standings)


def _before(subject: Subject, cut: date, standings: Standings) -> Standing:
    talks = subject.conversations
    known = [one for one in talks if one.day < cut and _made_before(one.made, cut)]
    if len(known) == len(talks):
        return subject.standing
    return standing(
        subject.person,
        known,
        me=standings.snapshot.me,
        settings=standings.settings,
        today=standings.today,
    )


def _needs(standings: Standings, cut: date) -> Mapping[PersonId, Entry]:
    """Who could be helped by what was known before a day, with the newest need."""
    snapshot = standings.snapshot
    entries = [
        one._replace(closed=None) if one.closed and one.closed >= cut else one
        for one in entries_of_giving(snapshot)
        if one.day < cut and _made_before(one.made, cut)
    ]
    found: dict[PersonId, Entry] = {}
    for match in matches(entries, entries, most=1):
        found.setdefault(snapshot.final(match.need.person), match.need)
    return found


def _line(
    pick: Pick,
    then: Standing,
    needs: Mapping[PersonId, Entry],
    start: date,
    standings: Standings,
) -> WeekLine:
    subject = standings.subject(then.person)
    today = standings.today
    done = ticks(subject.conversations, start, today)
    if pick.why is Why.HELP:
        reason = f"needs {needs[pick.person].text}"
        done = done or _gave_since(subject, needs[pick.person], start)
    else:
        assert then.cadence is not None, "who is due has a cadence"
        reason = quiet_and_cadence(then.days or 0, then.cadence, today)
    return WeekLine(
        id=standings.snapshot.short(pick.person),
        person=pick.person,
        name=then.person.name,
        why=pick.why,
        reason=f"done {_on(done, today)}" if done else reason,
        done=done,
    )


def _on(day: date, today: date) -> str:
    words = near_day(day, today)
    return words if words == "today" else f"on {words}"


def _gave_since(subject: Subject, need: Entry, start: date) -> date | None:
    gave = [e.day for e in subject.entries if e.kind is EntryKind.GAVE and e.day >= start]
    closed = [e.closed for e in subject.entries if e.id == need.id and e.closed]
    return min((*gave, *closed), default=None)


def week_section(lines: Sequence[WeekLine]) -> Section:
    """The five as rows under their title."""
    return Section(
        "This week's five",
        tuple(
            Row(id=one.id, label=f"{one.sign} {one.name}", detail=one.reason, people=(one.person,))
            for one in lines
        ),
    )


def week_json(lines: Sequence[WeekLine]) -> Sequence[Mapping[str, object]]:
    """The five in their JSON shape."""
    return [
        {
            "person": {"id": one.person, "name": one.name},
            "why": str(one.why),
            "reason": one.reason,
            "done": one.done.isoformat() if one.done else None,
        }
        for one in lines
    ]
