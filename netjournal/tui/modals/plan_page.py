"""An import plan as the page of a dialog: plain words, so that any format can fill it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from netjournal.domain.gesture import Table
from netjournal.exchange.plan import ImportPlan, Kind, Outcome, Problem, Trouble
from netjournal.journal.snapshot import Snapshot
from netjournal.text import plural
from netjournal.tui.modals.questions import Asked, Candidate

_NOBODY = "(no name)"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One card, or one thing found: whose, what about it, and where it stands."""

    name: str
    says: str
    where: str = ""
    question: int = -1
    """Which question it is, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines that are of one kind."""

    title: str
    """Their number and kind: ``12 new``."""
    lines: Sequence[PlanLine]
    is_open: bool = True
    """Whether they are listed without being asked for."""
    is_warning: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """What an import would do."""

    headline: str
    """What is imported: ``40 cards in friends.vcf``."""
    counts: Sequence[tuple[int, str]]
    sections: Sequence[Section] = ()
    asked: Sequence[Asked] = ()
    """What only a person can decide."""
    changes: bool = False
    """Whether applying it would change anything."""
    removed: int = 0
    """Cards, or records, of what was removed by hand and would not come back."""
    is_guessed: bool = False
    """Whether some letters were read in a character set that nobody named."""
    encoding: str = ""
    """The character set that was named."""


def plan_page(plan: ImportPlan, snapshot: Snapshot, encoding: str = "") -> PlanPage:
    """The page of a plan for address books; ``encoding`` is what they were said to be in."""
    new, updated, unchanged = map(plan.count, (Kind.NEW, Kind.UPDATED, Kind.UNCHANGED))
    left_out = plan.count(Kind.EMPTY) + plan.count(Kind.GROUP)
    after = snapshot.after(plan.changes)
    removed = [outcome for outcome in plan.outcomes if _is_removed(outcome, after)]
    counts = [
        (new, "new, into the rolodex"), (updated, "updated"), (unchanged, "unchanged"),
    ]  # fmt: skip
    if left_out:
        counts.append((left_out, "without a person"))
    return PlanPage(
        headline=f"{plan.cards:,} card{'s' if plan.cards != 1 else ''} in {_files(plan)}",
        counts=counts,
        sections=[section for section in _sections(plan, removed) if section.lines],
        asked=_Asked(plan, snapshot, after),
        changes=bool(new or updated or plan.changes),
        removed=len(removed),
        is_guessed=any(problem.kind is Trouble.ENCODING for problem in plan.problems),
        encoding=encoding,
    )


def _is_removed(outcome: Outcome, after: Snapshot) -> bool:
    """Whether a card is of somebody who is known and no longer there."""
    known = outcome.person if outcome.kind is Kind.UNCHANGED else None
    return known is not None and after.raw(Table.PEOPLE, known) is None


def _files(plan: ImportPlan) -> str:
    names = [source.name for source in plan.sources]
    return names[0] + (f" and {plural(len(names) - 1, 'more file')}" if len(names) > 1 else "")


def _sections(plan: ImportPlan, removed: Sequence[Outcome]) -> Sequence[Section]:
    several = len(plan.sources) > 1
    asked = ((outcome, question) for outcome in plan.outcomes for question in outcome.asked)
    questions = [
        PlanLine(
            name=outcome.name or _NOBODY,
            says=question.text,
            where=_where(outcome, several=several),
            question=number,
        )
        for number, (outcome, question) in enumerate(asked)
    ]
    problems = [_problem(problem, several=several) for problem in plan.problems]
    gone = set(map(id, removed))
    left = [outcome for outcome in plan.outcomes if id(outcome) not in gone]
    found = {kind: _lines([o for o in left if o.kind is kind], several=several) for kind in Kind}
    return (
        Section(title=plural(len(questions), "question"), lines=questions, is_warning=True),
        Section(title=plural(len(problems), "problem"), lines=problems, is_warning=True),
        _counted(_lines(removed, several=several), "removed before"),
        _counted(found[Kind.UPDATED], "updated"),
        _counted(found[Kind.NEW], "new"),
        _counted(found[Kind.GROUP], "kept as a topic"),
        _counted(found[Kind.EMPTY], "without a person"),
        _counted(found[Kind.UNCHANGED], "unchanged", is_open=False),
    )


def _counted(lines: Sequence[PlanLine], what: str, *, is_open: bool = True) -> Section:
    return Section(title=f"{len(lines):,} {what}", lines=lines, is_open=is_open)


def _lines(outcomes: Sequence[Outcome], *, several: bool) -> Sequence[PlanLine]:
    return [
        PlanLine(name=o.name or _NOBODY, says=o.reason, where=_where(o, several=several))
        for o in outcomes
    ]


def _where(at: Outcome | Problem, *, several: bool) -> str:
    parts = [at.source if several else "", f"card {at.card}" if at.card else ""]
    return ", ".join(filter(None, parts))


def _problem(problem: Problem, *, several: bool) -> PlanLine:
    place = [_where(problem, several=several), f"line {problem.line}" if problem.line else ""]
    return PlanLine(
        name=problem.name or "the file",
        says=problem.message,
        where=", ".join(filter(None, place)),
    )


class _Asked(Sequence[Asked]):
    """Each question with the people it is about, as they would be after the import.

    There may be thousands of them; people are looked up when a question is asked.
    """

    def __init__(self, plan: ImportPlan, before: Snapshot, after: Snapshot) -> None:
        self._before = before
        self._after = after
        self._all = [(outcome, question) for outcome in plan.outcomes for question in outcome.asked]

    def __len__(self) -> int:
        return len(self._all)

    @overload
    def __getitem__(self, place: int) -> Asked: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Asked]: ...
    def __getitem__(self, place: int | slice) -> Asked | Sequence[Asked]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        outcome, question = self._all[place]
        return Asked(
            question=question,
            card=self._after.stored_person(outcome.person) if outcome.person else None,
            candidates=tuple(map(self._candidate, question.people)),
        )

    def _candidate(self, id: str | None) -> Candidate | None:
        person = self._after.stored_person(id) if id else None
        if person is None:
            return None
        known = self._before.raw(Table.PEOPLE, person.id) is not None
        about = self._before.about(person.id) if known else "from this import too"
        return Candidate(person=person, about=about)
