"""What is to be done, taken up from the free words of a line: plans and promises."""

from __future__ import annotations

from datetime import date

from netjournal.capture.commitments import commitment
from netjournal.capture.gathered import Gathered
from netjournal.capture.line import Line, Part, spots_in
from netjournal.capture.plans import plans_in
from netjournal.capture.promises import promised_in
from netjournal.domain.values import Owner


def read_promises(read: Gathered, free: list[Part]) -> list[Part]:
    """A plan at the start, and what was promised; returns the words that are left."""
    line, holes = read.line, read.layout.topic_places
    left: list[Part] = []
    for words in _read_plans(read, free):
        at = words.first
        for found in promised_in(line, words, holes):
            read.promise(found)
            read.cut(found.part.first, found.part.stop, "clause")
            if at < found.part.first:
                left.append(Part(at, found.part.first))
            at = found.part.stop
        if at < words.stop:
            left.append(Part(at, words.stop))
    return left


def _read_plans(read: Gathered, free: list[Part]) -> list[Part]:
    """What is to be done by bare words; returns the words that are left."""
    line, days = read.line, read.layout.who_days
    behind = any(_day_in(line, part, past=True) <= line.today for part in days)
    left: list[Part] = []
    for words in free:
        opens = words.first == read.layout.who_stop
        at = words.first
        for plan in plans_in(line, words, opens=opens, behind=behind) if words not in days else ():
            if opens and at == words.first == plan.first:
                # a day beside WHO is that of the plan
                _take_plan(read, plan, days[0] if len(days) == 1 else None)
                left = [part for part in left if part not in days]
            else:
                _take_plan(read, plan, None)
            if at < plan.first:
                left.append(Part(at, plan.first))
            at = plan.stop
        if at < words.stop:
            left.append(Part(at, words.stop))
    return left


def _day_in(line: Line, part: Part, *, past: bool) -> date:
    """The day that some words say; today where there is none such."""
    found = line.whole_day(part, past=past)
    return line.today if found is None or found.day is None else found.day


def _take_plan(read: Gathered, plan: Part, beside: Part | None) -> None:
    """A plan belongs to those it names; without WHO they are the people of the line.

    ``beside``: the words of a day said beside WHO, the due day of a plan that has none.
    """
    line = read.line
    begin = plan.first + (line.key(plan.first) == "todo")
    found = commitment(line, plan, begin, owner=Owner.MINE, holes=read.layout.topic_places)
    due = found.promise.due
    if due is None and beside is not None:
        due = _day_in(line, beside, past=False)
        read.holes.append(line.place(beside.first, beside.stop))
    read.promise(found, due=due)
    read.cut(plan.first, plan.stop, "clause")
    if not read.layout.who:
        owners = [spot for spot in spots_in(line, plan.first, plan.stop) if spot.owns]
        if not found.promise.people and owners:
            # “reply to Ana's mail” is for her
            read.planned.append(line.who(owners[0]))
            read.use(owners[0])
        read.planned.extend(found.promise.people)
