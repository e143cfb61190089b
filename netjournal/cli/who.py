"""Whom or what an argument means; at a terminal the choice between several is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netjournal.cli.context import Context
from netjournal.errors import AmbiguousNameError, Candidate, UnknownNameError, WhoError

if TYPE_CHECKING:
    from netjournal.domain.item import Item
    from netjournal.domain.person import Person
    from netjournal.views.today import TodayLine


def told_apart(candidate: Candidate) -> str:
    """A candidate with what tells them apart, on one line."""
    return f"{candidate.name} — {candidate.about}" if candidate.about else candidate.name


def ask_which(error: WhoError, context: Context) -> Candidate:
    """The candidate chosen at the terminal.

    Raises:
        WhoError: nobody is there to ask, or none was chosen.
    """
    if not context.is_interactive or not error.candidates:
        raise error
    from netjournal.cli import asking

    question = f"Who is {error.text}?" if error.text else "Which one?"
    place = asking.choose(question, [told_apart(one) for one in error.candidates])
    if place is None:
        raise error
    return error.candidates[place]


def person(text: str, context: Context) -> Person:
    """The person an argument means.

    Raises:
        WhoError: nobody, or several, and none was chosen.
    """
    from netjournal.journal.matching import person_called

    snapshot = context.snapshot
    try:
        return person_called(text, snapshot)
    except AmbiguousNameError as error:
        chosen = ask_which(error, context)
        found = snapshot.person(chosen.id)
        if found is None:
            raise
        return found


_LONGEST_NAME = 6


def person_before(words: Sequence[str], context: Context) -> tuple[Person, str]:
    """The person whose name stands first, as many words as one has, and the text behind it.

    Raises:
        WhoError: nobody, or several, and none was chosen.
    """
    names = context.snapshot.names
    for place in range(min(_LONGEST_NAME, len(words)), 1, -1):
        name = " ".join(words[:place])
        is_name = any(char.isalnum() for char in words[place - 1])  # dashes match any name
        if is_name and names.people(name):
            return person(name, context), " ".join(words[place:]).strip()
    return person(words[0], context), " ".join(words[1:]).strip()


def item(text: str, context: Context) -> Item:
    """The line of Today an argument means: by its short id, or by a person's name.

    A promise or a person that is not on Today is a line of its own.

    Raises:
        WhoError: nothing, or several, and none was chosen.
    """
    from netjournal.views.doing import person_item, promise_item
    from netjournal.views.today import DATE_MARK, today_view

    standings = context.standings
    lines = today_view(standings).lines
    shown = next((line for line in lines if line.id == text), None)
    if shown is not None:
        return shown.item
    bare = text.removesuffix(DATE_MARK)
    if bare.isdecimal() and bare.isascii():
        by_id = [line for line in lines if _full_id(line).startswith(bare) and _is_date(line, text)]
        return _one_of(by_id, text, context) if by_id else _record_item(bare, context)
    who = person(text, context)
    theirs = [line for line in lines if who.id in (line.item.person, *line.item.people)]
    if theirs:
        return _one_of(theirs, text, context)
    promised = [p for p in standings.subject(who).commitments if p.is_open]
    if len(promised) > 1:
        listed = ", ".join(standings.snapshot.short(promise.id) for promise in promised)
        raise AmbiguousNameError(
            f"{len(promised)} promises are open with {who.name}: {listed}. Write one number.",
            text=text,
        )
    if promised:
        return promise_item(promised[0])
    return person_item(standings.subject(who).standing)


def is_of_today(item: Item, context: Context) -> bool:
    """Whether an item is a line that Today shows."""
    from netjournal.views.today import today_view

    return any(line.item.key == item.key for line in today_view(context.standings).lines)


def _full_id(line: TodayLine) -> str:
    item = line.item
    return item.commitment or item.person or item.gathering or ""


def _is_date(line: TodayLine, text: str) -> bool:
    from netjournal.views.today import DATE_MARK

    return line.id.endswith(DATE_MARK) == text.endswith(DATE_MARK)


def _one_of(lines: Sequence[TodayLine], text: str, context: Context) -> Item:
    if len(lines) == 1:
        return lines[0].item
    candidates = tuple(
        Candidate(line.id, f"{line.id}  {line.what or line.name}", line.reason) for line in lines
    )
    listed = "; ".join(told_apart(candidate) for candidate in candidates)
    error = AmbiguousNameError(
        f"{text!r} has {len(lines)} lines: {listed}. Write the number of one.",
        text=text,
        candidates=candidates,
    )
    chosen = ask_which(error, context)
    return lines[candidates.index(chosen)].item


def _record_item(beginning: str, context: Context) -> Item:
    from netjournal.domain.gesture import Table
    from netjournal.journal.matching import record_called
    from netjournal.views.doing import person_item, promise_item

    table, id = record_called(beginning, context.snapshot)
    if table is Table.COMMITMENTS:
        promise = context.snapshot.commitment(id)
        if promise is not None and promise.is_open:
            return promise_item(promise)
        raise UnknownNameError(
            f"The promise {beginning} is {promise.state if promise else 'unreadable'} already.",
            text=beginning,
        )
    who = context.snapshot.person(id) if table is Table.PEOPLE else None
    if who is None:
        raise UnknownNameError(
            f"{beginning} is no line of today, promise or person; 'netjournal today' lists them.",
            text=beginning,
        )
    return person_item(context.standings.subject(who).standing)


def item_name(item: Item, context: Context) -> str:
    """What an item is called in the history: its people and its words."""
    people = item.people or ((item.person,) if item.person else ())
    names = ", ".join(context.snapshot.names_of(people))
    return ", ".join(part for part in (item.what, names) if part)
