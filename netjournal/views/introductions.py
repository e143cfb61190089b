"""Introductions with what comes next of each, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from netjournal.domain.gesture import Table
from netjournal.domain.introducing import Step, introduced_on, next_step
from netjournal.domain.introduction import Introduction
from netjournal.domain.phrases import ago
from netjournal.domain.values import PersonId
from netjournal.journal.changes import as_json
from netjournal.views.report import Row
from netjournal.views.standings import Standings

_WORDS = {
    Step.ASK: "ask {who} first",
    Step.AWAIT: "{who} asked, no word yet",
    Step.INTRODUCE: "both agreed: introduce them",
    Step.LET_GROW: "introduced {when}",
    Step.ASK_OUTCOME: "introduced {when}: ask what came of it",
    Step.THANK: "thank them",
    Step.OVER: "over, with thanks",
}


def introductions(standings: Standings) -> tuple[Introduction, ...]:
    """All of them; those with something to do first, then the newest."""
    known = list(standings.snapshot.introductions())
    known.sort(key=lambda one: (one.day, one.id), reverse=True)
    known.sort(key=lambda one: not asks_for_an_act(one, standings.today))
    return tuple(known)


def asks_for_an_act(one: Introduction, today: date) -> bool:
    """Whether there is something to do about it now."""
    return next_step(one, today)[0] not in {Step.LET_GROW, Step.OVER}


Pair = frozenset[PersonId]
"""The two of an introduction, whoever comes first."""


def by_pair(standings: Standings) -> Mapping[Pair, Introduction]:
    """The newest introduction of each pair that was not let be."""
    final = standings.snapshot.final
    known = sorted(standings.snapshot.introductions(), key=lambda one: (one.day, one.id))
    return {frozenset(map(final, one.people)): one for one in known if one.state != "dropped"}


def introduction_rows(standings: Standings) -> tuple[Row, ...]:
    """One row each, those that are over left out."""
    today = standings.today
    return tuple(
        _row(one, standings)
        for one in introductions(standings)
        if next_step(one, today)[0] is not Step.OVER
    )


def _row(one: Introduction, standings: Standings) -> Row:
    name = standings.snapshot.name_of
    return Row(
        id=standings.snapshot.short(one.id),
        label=" and ".join(map(name, one.people)),
        text=step_words_of(one, standings),
        detail=f"for {one.text}" if one.text else "",
        people=tuple(dict.fromkeys((*next_step(one, standings.today)[1], *one.people))),
        record=(Table.INTRODUCTIONS, one.id),
    )


def step_words_of(one: Introduction, standings: Standings) -> str:
    """The same with the names of the journal."""
    who = [standings.snapshot.name_of(id) for id in next_step(one, standings.today)[1]]
    return step_words(one, who, standings.today)


def step_words(one: Introduction, who: Sequence[str], today: date) -> str:
    """What comes next: ``ask Ana first``, ``introduced 5 weeks ago: ask what came of it``."""
    step, _ = next_step(one, today)
    if one.state == "dropped":
        return "let be"
    made = introduced_on(one)
    when = ago(made, today) if made else ""
    return _WORDS[step].format(who=" and ".join(who), when=when)


def introductions_json(standings: Standings) -> Sequence[Mapping[str, object]]:
    """All of them in their JSON shape, with the next step."""
    return [
        {**as_json(one), "next": str(next_step(one, standings.today)[0])}
        for one in introductions(standings)
    ]
